// Package head reads what the head of a page says: meta elements, JSON-LD, <title>, the address, and the language, which the
// text is asked for too. It knows no site rules and nothing of the article's place on the page.
package head

import (
	"cmp"
	"net/url"

	"github.com/gisa-go/gisa/extract/internal/document"
	"github.com/gisa-go/gisa/extract/internal/evidence"
	"github.com/gisa-go/gisa/extract/internal/letters"
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

// Read reads the meta elements and the JSON-LD of a page, and what follows from them and its text alone. The address is the
// one that it was fetched from, the publisher the one that a site's rule names; both may be empty.
func Read(ix *document.Index, address, publisher string) *Head {
	h := &Head{URL: address, ix: ix, given: address, base: baseURL(address, ix.Base), Tags: make([]Tag, 0, len(ix.Metas))}
	h.readTags()
	h.readArticles()
	h.readLanguage()
	h.names = h.siteNames(publisher)
	h.sections = h.sectionsOfArticle()
	return h
}

func (h *Head) readTags() {
	for _, n := range h.ix.Metas {
		switch t := readTag(n); {
		case t.Content == "":
		case t.Name == "parsely-page":
			h.Tags = append(h.Tags, parselyTags(t.Content)...)
		default:
			h.Tags = append(h.Tags, t)
		}
	}
	h.Description = letters.Clean(cmp.Or(h.Content("og:description"), h.Content("description"), h.Content("twitter:description")))
}

func (h *Head) readArticles() {
	var values []Value
	for _, n := range h.ix.LDJSON {
		values = append(values, readValues(n.FirstChild.Data)...)
	}
	h.Articles, h.ids = ldArticles(values)
	h.readAddress()
	h.Articles = h.ownArticles(h.Articles)
	for _, a := range h.Articles {
		h.Text = cmp.Or(h.Text, a.Get("articleBody").Text)
	}
}

func (h *Head) readLanguage() {
	tag, from := h.findLanguage()
	if h.Language = tag; tag != "" {
		h.Notes.Add("language", from, "")
	}
}

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
