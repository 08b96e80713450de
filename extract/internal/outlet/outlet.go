// Package outlet finds whose an article is: the outlet that put the page up and the one that it is credited to; and
// how the page files it: section, tags, attachments, how often it was seen.
package outlet

import (
	"github.com/gisa-go/gisa/extract/internal/body"
	"github.com/gisa-go/gisa/extract/internal/byline"
	"github.com/gisa-go/gisa/extract/internal/view"
)

// Find finds who put a page up and whom its article is credited to, its section, tags and attachments.
func Find(v *view.View, title string, b *body.Body, authors []byline.Person) Found {
	f := &finder{View: v, title: title, body: b, authors: authors}
	f.findPublisher()
	f.findSource()
	f.findSection()
	f.findTags()
	f.findAttachments()
	return f.found
}
