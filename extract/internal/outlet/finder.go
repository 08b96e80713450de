package outlet

import (
	"github.com/gisa-go/gisa/extract/internal/body"
	"github.com/gisa-go/gisa/extract/internal/byline"
	"github.com/gisa-go/gisa/extract/internal/evidence"
	"github.com/gisa-go/gisa/extract/internal/view"
)

// Found is whose an article is, and how the page files it.
type Found struct {
	Publisher   *Outlet // who put the page up
	Source      *Outlet // whom the article is credited to, where that is another one
	Section     string
	Tags        []string
	Attachments []Attachment
	Notes       evidence.Notes
}

// Outlet is a newspaper, an agency, an association, an office.
type Outlet struct{ Name, URL string }

// Attachment is a file that the page offers.
type Attachment struct{ Name, URL string }

// finder holds what the sources are asked for.
type finder struct {
	*view.View
	title   string
	body    *body.Body
	authors []byline.Person
	lines   []string // of the foot, nil before they are read
	found   Found
}
