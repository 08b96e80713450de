package head

import (
	"net/url"
	"strings"

	"github.com/gisa-go/gisa/extract/internal/document"
)

// readAddress sets the article's address: the canonical one, where it belongs to the same site and is no front page.
func (h *Head) readAddress() {
	for _, n := range h.ix.Rels {
		if !strings.EqualFold(document.Attr(n, "rel"), "canonical") {
			continue
		}
		if u := h.Resolve(strings.TrimSpace(document.Attr(n, "href"))); IsArticleAddress(u) {
			h.URL = u
			h.Notes.Add("url", "link rel=canonical", "")
			return
		}
	}
	if isWebAddress(h.given) {
		return // what it was fetched from is sure, what a page says of itself is not
	}
	for _, name := range []string{"og:url", "twitter:url", "parsely-link", "sailthru.url", "dc.identifier"} {
		if u := h.Content(name); IsArticleAddress(u) {
			h.URL = u
			h.Notes.Add("url", name, "")
			return
		}
	}
	for _, a := range h.Articles[:min(len(h.Articles), 1)] {
		if u := h.Resolve(a.address()); IsArticleAddress(u) {
			h.URL = u
			h.Notes.Add("url", "jsonld", "")
		}
	}
}

// IsFrontAddress reports whether an address is that of a site without a path.
func IsFrontAddress(s string) bool {
	return isWebAddress(s) && !IsArticleAddress(s) && !strings.Contains(s, "?")
}

// isWebAddress tells an address of the web from a file's, and from what a crawler calls a page.
func isWebAddress(s string) bool {
	return strings.HasPrefix(s, "http://") || strings.HasPrefix(s, "https://")
}

// IsArticleAddress reports whether an address is absolute and has a path.
func IsArticleAddress(s string) bool {
	_, rest, ok := strings.Cut(s, "://")
	if !ok || !strings.HasPrefix(s, "http") {
		return false
	}
	_, path, _ := strings.Cut(rest, "/")
	return path != ""
}

// baseURL returns the address that the links of a page relate to: its own, changed by its <base>.
func baseURL(address, own string) *url.URL {
	base, err := url.Parse(address)
	if err != nil || address == "" {
		base = nil
	}
	if own == "" {
		return base
	}
	u, err := url.Parse(own)
	switch {
	case err != nil:
		return base
	case base != nil:
		return base.ResolveReference(u)
	}
	return u
}

// Resolve returns an address of the page as an absolute one where that can be told.
func (h *Head) Resolve(ref string) string {
	if h.base == nil || ref == "" {
		return ref
	}
	u, err := url.Parse(ref)
	if err != nil {
		return ref
	}
	return h.base.ResolveReference(u).String()
}
