// Package head reads what the head of a page says: meta elements, JSON-LD, <title>, the address, and the language,
// which the text is asked for too. It knows no site rules and nothing of the article's place on the page.
package head

import (
	"net/url"

	"github.com/gisa-go/gisa/extract/internal/document"
	"github.com/gisa-go/gisa/extract/internal/evidence"
)

// Head is what the head of a page says: the site, the article and its language. It does not change once it is read.
type Head struct {
	URL         string // the canonical address, else the one that the page was fetched from
	Language    string // BCP 47, "" where it cannot be told
	Description string
	Text        string // of the article in JSON-LD
	Articles    []*Value
	Tags        []Tag // meta elements
	Notes       evidence.Notes

	ix       *document.Index
	given    string   // the address that the page was fetched from
	base     *url.URL // against which links resolve; nil where the address is not known
	ids      map[string]*Value
	names    []string // normalised names that the site goes by
	sections []string // normalised names of the sections that the article is in
}

// Tag is one meta element: its name, property or itemprop in lower case, and its content.
type Tag struct{ Name, Content string }

// LD returns the first text that the articles of the JSON-LD have for a property.
func (h *Head) LD(name string) string {
	for _, a := range h.Articles {
		if s := a.Get(name).Name(); s != "" {
			return s
		}
	}
	return ""
}

// Refer returns the object that a reference by @id stands for, or the value itself.
func (h *Head) Refer(v *Value) *Value {
	if o := h.ids[v.Get("@id").Text]; o != nil && v.Get("name").IsEmpty() {
		return o
	}
	return v
}

// Title returns the text of <title>.
func (h *Head) Title() string { return h.ix.DocumentTitle() }

// Content returns the first content of a meta element of a name, which is to be in lower case.
func (h *Head) Content(name string) string {
	for i := range h.Tags {
		if h.Tags[i].Name == name {
			return h.Tags[i].Content
		}
	}
	return ""
}

// Contents returns the contents of all meta elements of a name.
func (h *Head) Contents(name string) (out []string) {
	for i := range h.Tags {
		if h.Tags[i].Name == name {
			out = append(out, h.Tags[i].Content)
		}
	}
	return out
}
