// Package view is a page as all stages see it: its address, the index of its text, what its head says, the rule of its
// site, and what follows from these. It is set once; no stage writes on it.
package view

import (
	"cmp"
	"strings"
	"time"

	"golang.org/x/net/html"

	"github.com/gisa-go/gisa/extract/internal/document"
	"github.com/gisa-go/gisa/extract/internal/head"
	"github.com/gisa-go/gisa/extract/internal/stamp"
	"github.com/gisa-go/gisa/extract/sites"
)

// View is one page.
type View struct {
	URL     string    // the address that it was fetched from, "" where that is not known
	Fetched time.Time // when; no date of the article lies after it
	Index   *document.Index
	Head    *head.Head
	Site    Site
	Korean  bool           // it is written in Korean
	Order   stamp.Order    // how its language writes dates
	Tag     string         // its language, with the region where the page names one
	Zone    *time.Location // of its times without an offset
	// it is a board, where others may put up a newspaper's article and every line of a post is meant
	Board bool

	rules *sites.Set
}

// Site is the rule that a page falls under, none where Rule is nil, and the index that its selectors are looked up in.
type Site struct {
	*sites.Index
	sites.Match
}

// Name returns the name of the rule, "" where there is none.
func (s *Site) Name() string {
	if s.Rule == nil {
		return ""
	}
	return s.Rule.Name
}

// Nodes returns the elements that the rule's layout names for a field.
func (s *Site) Nodes(f sites.Field) []*html.Node {
	var list []*html.Node
	for _, src := range s.Layout.Sources(f) {
		if src.Selector != nil {
			list = append(list, s.All(src.Selector)...)
		}
	}
	return list
}

// New reads a page below its root. The caller frees the index when it is done.
func New(root *html.Node, address string, fetched time.Time, rules *sites.Set) *View {
	v := &View{URL: address, Fetched: fetched, Site: Site{Index: rules.Index(root)}, rules: rules}
	v.Index = document.Read(root, v.Site.Index)
	v.Site.Match = rules.Match(address, v.Site.Index, fetched)
	publisher := ""
	if v.Site.Rule != nil {
		publisher = v.Site.Rule.Publisher
		v.Board = v.Site.Rule.Kind == sites.Board
	}
	v.Head = head.Read(v.Index, address, publisher)
	markWithheld(v.Index, v.Head.Articles, root)
	v.Korean = strings.HasPrefix(v.Head.Language, "ko")
	v.Tag = v.regional()
	host := sites.Host(v.Address())
	v.Order = stamp.OrderOf(v.Tag, host)
	v.Zone = v.zone(host)
	return v
}

// Address returns the address that the page was fetched from, else the one that it gives itself.
func (v *View) Address() string { return cmp.Or(v.URL, v.Head.URL) }

// zone returns the zone of times without an offset: the rule's, else that of the page's language.
func (v *View) zone(host string) *time.Location {
	if v.Site.Rule != nil && v.Site.Rule.Zone != nil {
		_, offset := time.Time{}.In(v.Site.Rule.Zone).Zone()
		return stamp.Zone(offset)
	}
	return stamp.ZoneOf(v.Head.Language, host)
}

// regional returns the language with the region that the page is made for, where something says it: the language
// itself, og:locale, the address: /en-gb/news/.
func (v *View) regional() string {
	language := v.Head.Language
	if language == "" || strings.Contains(language, "-") {
		return language
	}
	path := v.Address()
	if i := strings.Index(path, "://"); i >= 0 {
		path = path[i+3:]
	}
	_, path, _ = strings.Cut(path, "/")
	first, _, _ := strings.Cut(path, "/")
	for _, tag := range []string{v.Head.Content("og:locale"), first} {
		tag = strings.ReplaceAll(tag, "_", "-")
		if base, region, ok := strings.Cut(tag, "-"); ok && strings.EqualFold(base, language) && len(region) == 2 {
			return language + "-" + strings.ToUpper(region)
		}
	}
	return language
}

// Over returns the page with another tree in the place of its own: HTML that it holds for its scripts. No layout names
// the elements of that.
func (v *View) Over(root *html.Node) *View {
	w := *v
	w.Site = Site{Index: v.rules.Index(root)}
	w.Index = document.Read(root, w.Site.Index)
	return &w
}
