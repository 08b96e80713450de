package head

import (
	"cmp"

	"github.com/gisa-go/gisa/extract/internal/document"
	"github.com/gisa-go/gisa/extract/internal/letters"
)

// Read reads the meta elements and the JSON-LD of a page, and what follows from them and its text alone. The address
// is the one that it was fetched from, the publisher the one that a site's rule names; both may be empty.
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
	h.Description = letters.Clean(cmp.Or(h.Content("og:description"), h.Content("description"),
		h.Content("twitter:description")))
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
