package head

import (
	"cmp"
	"slices"
	"strings"
	"unicode/utf8"

	"golang.org/x/net/html/atom"

	"github.com/gisa-go/gisa/extract/internal/document"
	"github.com/gisa-go/gisa/extract/internal/letters"
	"github.com/gisa-go/gisa/extract/sites"
)

// maxArticles is how many articles of the JSON-LD are asked for the site's name.
const maxArticles = 32

// siteNames collects what the site calls itself, normalised.
func (h *Head) siteNames(publisher string) (names []string) {
	add := func(s string) {
		if n := letters.Fold(s); len(n) > 2 {
			names = append(names, n)
		}
	}
	for _, key := range []string{"og:site_name", "application-name", "apple-mobile-web-app-title", "publisher",
		"copyright", "dc.publisher", "twitter:site", "al:android:app_name"} {
		if s := h.Content(key); !h.isHeadline(s) {
			add(s)
		}
	}
	for _, a := range h.Articles[:min(len(h.Articles), maxArticles)] {
		add(h.Refer(a.Get("publisher")).Name())
		if whole := a.Get("isPartOf").Name(); !h.isHeadline(whole) && !a.says(whole) {
			add(whole)
		}
	}
	add(publisher)
	add(h.nameBehind())
	for _, i := range h.ix.Heads[:min(len(h.ix.Heads), 3)] {
		if h.isHomeLink(i) {
			add(h.ix.OneLine(i))
		}
	}
	address := cmp.Or(h.given, h.URL, h.Content("og:url"))
	add(sites.OutletOf(address))
	host := sites.Host(address)
	add(host)
	for label := range strings.SplitSeq(host, ".") {
		if len(label) > 3 {
			add(label)
		}
	}
	return names
}

// sectionsOfArticle collects what the page says of the article's section: in its head, and in the folders of its
// address.
func (h *Head) sectionsOfArticle() (names []string) {
	add := func(s string) {
		if n := letters.Fold(s); len(n) > 2 {
			names = append(names, n)
		}
	}
	add(h.Content("article:section"))
	add(h.LD("articleSection"))
	_, rest, _ := strings.Cut(cmp.Or(h.given, h.URL), "://")
	if _, path, ok := strings.Cut(rest, "/"); ok {
		folders := strings.SplitN(path, "/", 5)
		for _, folder := range folders[:len(folders)-1] {
			add(folder)
		}
	}
	return names
}

// IsSection reports whether a text is the name of a section that the article is in.
func (h *Head) IsSection(s string) bool {
	return len(h.sections) > 0 && slices.Contains(h.sections, letters.Fold(s))
}

// isHeadline tells the article's title where a page gives it as the name of the application: it is og:title, the
// headline of JSON-LD or a heading that leads nowhere, and <title> begins with it.
func (h *Head) isHeadline(s string) bool {
	norm := letters.Fold(s)
	if len(strings.Fields(s)) <= 4 && utf8.RuneCountInString(norm) < minWide ||
		!strings.HasPrefix(letters.Fold(h.ix.DocumentTitle()), norm) {
		return false
	}
	return norm == letters.Fold(h.Content("og:title")) || norm == letters.Fold(h.LD("headline")) || h.isHeading(norm)
}

// minWide is from how many letters on a text without blanks, as Japanese has none, is more than a name.
const minWide = 24

// isHeading reports whether a heading that is no link to the front page says norm.
func (h *Head) isHeading(norm string) bool {
	for _, i := range h.ix.Heads[:min(len(h.ix.Heads), maxArticles)] {
		e := &h.ix.Elements[i]
		if e.Size() > 0 && e.Size() < 600 && !h.isHomeLink(i) && letters.Fold(h.ix.OneLine(i)) == norm {
			return true
		}
	}
	return false
}

// says reports whether an article's headline is a text.
func (v *Value) says(s string) bool {
	return s != "" && letters.Fold(v.Get("headline").Name()) == letters.Fold(s)
}

// nameBehind returns og:title where it is the last part of a longer <title>: boards give all their pages the site's
// name as og:title.
func (h *Head) nameBehind() string {
	og := letters.Clean(h.Content("og:title"))
	title := h.ix.DocumentTitle()
	if og == "" || title == "" {
		return ""
	}
	parts := Parts(title)
	if len(og)*2 > len(title) && len(strings.Fields(og)) > 4 {
		return "" // Site: a whole headline
	}
	if last := parts[len(parts)-1]; len(parts) < 2 || letters.Fold(title[last.Start:last.End]) != letters.Fold(og) {
		return ""
	}
	if first := title[parts[0].Start:parts[0].End]; letters.Fold(first) == letters.Fold(h.Content("og:site_name")) {
		return ""
	}
	if len(h.Articles) > 0 && letters.Fold(h.LD("headline")) == letters.Fold(og) {
		return ""
	}
	if first := letters.Fold(title[parts[0].Start:parts[0].End]); h.isHome(first) && h.isHeading(letters.Fold(og)) {
		return "" // Site: headline
	}
	return og
}

// isHome reports whether one of the first headings is a link to the front page that says norm.
func (h *Head) isHome(norm string) bool {
	for _, i := range h.ix.Heads[:min(len(h.ix.Heads), 3)] {
		if h.isHomeLink(i) && letters.Fold(h.ix.OneLine(i)) == norm {
			return true
		}
	}
	return false
}

// isHomeLink reports whether an element is nothing but a link to the site's front page, as the names of sites are.
func (h *Head) isHomeLink(i int32) bool {
	ix := h.ix
	e := &ix.Elements[i]
	for j := i + 1; j < e.End; j++ {
		if a := &ix.Elements[j]; a.Node.DataAtom == atom.A && a.Start == e.Start && a.Stop == e.Stop {
			href := strings.TrimSpace(document.Attr(a.Node, "href"))
			if i := strings.LastIndex(href, "://"); i >= 0 { // of a page in an archive the address that it had
				_, href, _ = strings.Cut(href[i+len("://"):], "/")
			}
			href = strings.ToLower(strings.Trim(href, "./"))
			return href == "" && document.Attr(a.Node, "href") != "" || strings.HasPrefix(href, "index.")
		}
	}
	return false
}

// IsSiteName reports whether a text is a name of the site, or that and little more.
func (h *Head) IsSiteName(s string) bool {
	s = letters.Fold(s)
	if s == "" {
		return false
	}
	for _, name := range h.names {
		if s == name || len(name) > 5 && len(s) <= len(name)+12 &&
			(strings.HasPrefix(s, name) || strings.HasSuffix(s, name)) {
			return true
		}
	}
	return false
}

// IsName reports whether a text, which is to be normalised, is a name of the site.
func (h *Head) IsName(norm string) bool { return slices.Contains(h.names, norm) }
