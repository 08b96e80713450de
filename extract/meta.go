package extract

import (
	"cmp"
	"slices"
	"strings"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"

	"github.com/gisa-go/gisa/extract/internal/document"
	"github.com/gisa-go/gisa/extract/internal/letters"
	"github.com/gisa-go/gisa/extract/sites"
)

// meta is what the head of a page says of its article.
type meta struct {
	description string
	articleBody string // of JSON-LD
	tags        []metaTag
	articles    []*ldValue // of JSON-LD, the likeliest first
	ids         map[string]*ldValue
	names       []string // normalised names that the site goes by
	sections    []string // normalised names of the sections that the article is in
}

// metaTag is one meta element: its name, property or itemprop in lower case, and its content.
type metaTag struct{ name, content string }

// readMeta reads the meta elements and the JSON-LD, and what follows from them alone.
func readMeta(p *page) {
	m := &p.meta
	m.tags = make([]metaTag, 0, len(p.ix.Metas))
	for _, n := range p.ix.Metas {
		switch t := readTag(n); {
		case t.content == "":
		case t.name == "parsely-page":
			m.tags = append(m.tags, parselyTags(t.content)...)
		default:
			m.tags = append(m.tags, t)
		}
	}
	var values []ldValue
	for _, n := range p.ix.LDJSON {
		values = append(values, readJSONLD(n.FirstChild.Data)...)
	}
	m.articles, m.ids = ldArticles(values)
	m.description = letters.Clean(cmp.Or(m.content("og:description"), m.content("description"), m.content("twitter:description")))
	readAddress(p)
	m.articles = p.ownArticles(m.articles)
	for _, a := range m.articles {
		m.articleBody = cmp.Or(m.articleBody, a.get("articleBody").text)
	}
	tag, from := findLanguage(p)
	if p.art.Language = tag; tag != "" {
		p.note("language", from, "")
	}
	m.names = siteNames(p)
	m.sections = sectionNames(p)
}

// readTag returns the first name of a meta element that is not empty.
func readTag(n *html.Node) (t metaTag) {
	for i := range n.Attr {
		switch a := &n.Attr[i]; a.Key {
		case "property", "name", "itemprop", "http-equiv":
			if t.name == "" || a.Key == "property" {
				t.name = strings.ToLower(strings.TrimSpace(a.Val))
			}
		case "content":
			t.content = strings.TrimSpace(a.Val)
		case "value":
			if t.content == "" {
				t.content = strings.TrimSpace(a.Val)
			}
		}
	}
	if t.name == "" {
		t.content = ""
	}
	for _, prefix := range [][2]string{{"dc:", "dc."}, {"dcterms:", "dcterms."}, {"schema:", ""}} {
		if rest, ok := strings.CutPrefix(t.name, prefix[0]); ok {
			t.name = prefix[1] + rest
		}
	}
	return t
}

// parselyTags reads the older form of Parse.ly's elements: an object in one of them.
func parselyTags(object string) (tags []metaTag) {
	for _, v := range readJSONLD(object) {
		for _, name := range [][2]string{{"title", "parsely-title"}, {"author", "parsely-author"}, {"authors", "parsely-author"}, {"pub_date", "parsely-pub-date"}} {
			v.get(name[0]).each(func(item *ldValue) {
				if item.text != "" {
					tags = append(tags, metaTag{name[1], item.text})
				}
			})
		}
	}
	return tags
}

// content returns the first content of a meta element of a name, which is to be in lower case.
func (m *meta) content(name string) string {
	for i := range m.tags {
		if m.tags[i].name == name {
			return m.tags[i].content
		}
	}
	return ""
}

// all returns the contents of all meta elements of a name.
func (m *meta) all(name string) (out []string) {
	for i := range m.tags {
		if m.tags[i].name == name {
			out = append(out, m.tags[i].content)
		}
	}
	return out
}

// ld returns the first text that the articles of the JSON-LD have for a property.
func (m *meta) ld(name string) string {
	for _, a := range m.articles {
		if s := a.get(name).name(); s != "" {
			return s
		}
	}
	return ""
}

// refer returns the object that a reference by @id stands for, or the value itself.
func (m *meta) refer(v *ldValue) *ldValue {
	if o := m.ids[v.get("@id").text]; o != nil && v.get("name").isEmpty() {
		return o
	}
	return v
}

// readAddress sets the article's address: the canonical one, where it belongs to the same site and is no front page.
func readAddress(p *page) {
	p.art.URL = p.URL
	for _, n := range p.ix.Rels {
		if !strings.EqualFold(document.Attr(n, "rel"), "canonical") {
			continue
		}
		if u := p.resolve(strings.TrimSpace(document.Attr(n, "href"))); isArticleAddress(u) {
			p.art.URL = u
			p.note("url", "link rel=canonical", "")
			return
		}
	}
	if p.URL == "" {
		if u := p.meta.content("og:url"); isArticleAddress(u) {
			p.art.URL = u
			p.note("url", "og:url", "")
		}
	}
}

// isArticleAddress reports whether an address is absolute and has a path.
func isArticleAddress(s string) bool {
	_, rest, ok := strings.Cut(s, "://")
	if !ok || !strings.HasPrefix(s, "http") {
		return false
	}
	_, path, _ := strings.Cut(rest, "/")
	return path != ""
}

// maxArticles is how many articles of the JSON-LD are asked for the site's name.
const maxArticles = 32

// siteNames collects what the site calls itself, normalised.
func siteNames(p *page) (names []string) {
	add := func(s string) {
		if n := letters.Fold(s); len(n) > 2 {
			names = append(names, n)
		}
	}
	m := &p.meta
	for _, key := range []string{"og:site_name", "application-name", "apple-mobile-web-app-title", "publisher", "copyright", "dc.publisher",
		"twitter:site", "al:android:app_name"} {
		if s := m.content(key); !p.isHeadline(s) {
			add(s)
		}
	}
	for _, a := range m.articles[:min(len(m.articles), maxArticles)] {
		add(m.refer(a.get("publisher")).name())
		add(a.get("isPartOf").name())
	}
	if p.site.Rule != nil {
		add(p.site.Rule.Publisher)
	}
	add(nameBehind(p))
	for _, i := range p.ix.Heads[:min(len(p.ix.Heads), 3)] {
		if p.isHomeLink(i) {
			add(p.oneLine(i))
		}
	}
	address := cmp.Or(p.URL, p.art.URL, m.content("og:url"))
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

// sectionNames collects what the page says of the article's section: in its head, and in the folders of its address.
func sectionNames(p *page) (names []string) {
	add := func(s string) {
		if n := letters.Fold(s); len(n) > 2 {
			names = append(names, n)
		}
	}
	add(p.meta.content("article:section"))
	add(p.meta.ld("articleSection"))
	_, rest, _ := strings.Cut(cmp.Or(p.URL, p.art.URL), "://")
	if _, path, ok := strings.Cut(rest, "/"); ok {
		folders := strings.SplitN(path, "/", 5)
		for _, folder := range folders[:len(folders)-1] {
			add(folder)
		}
	}
	return names
}

// isSection reports whether a text is the name of a section that the article is in.
func (m *meta) isSection(s string) bool {
	return len(m.sections) > 0 && slices.Contains(m.sections, letters.Fold(s))
}

// isHeadline tells the article's title where a page gives it as the name of the application: it is og:title or the headline
// of JSON-LD, and <title> begins with it.
func (p *page) isHeadline(s string) bool {
	norm := letters.Fold(s)
	return len(strings.Fields(s)) > 4 && (norm == letters.Fold(p.meta.content("og:title")) || norm == letters.Fold(p.meta.ld("headline"))) &&
		strings.HasPrefix(letters.Fold(p.documentTitle()), norm)
}

// nameBehind returns og:title where it is the last part of a longer <title>: boards give all their pages the site's name as
// og:title.
func nameBehind(p *page) string {
	og := letters.Clean(p.meta.content("og:title"))
	if og == "" || p.ix.Title == nil || p.ix.Title.FirstChild == nil {
		return ""
	}
	title := letters.Clean(p.ix.Title.FirstChild.Data)
	parts := titleParts(title)
	if len(og)*2 > len(title) && len(strings.Fields(og)) > 4 {
		return "" // Site: a whole headline
	}
	if last := parts[len(parts)-1]; len(parts) < 2 || letters.Fold(title[last.start:last.end]) != letters.Fold(og) {
		return ""
	}
	if first := title[parts[0].start:parts[0].end]; letters.Fold(first) == letters.Fold(p.meta.content("og:site_name")) {
		return ""
	}
	if len(p.meta.articles) > 0 && letters.Fold(p.meta.ld("headline")) == letters.Fold(og) {
		return ""
	}
	return og
}

// isHomeLink reports whether an element is nothing but a link to the site's front page, as the names of sites are.
func (p *page) isHomeLink(i int32) bool {
	ix := p.ix
	e := &ix.Elements[i]
	for j := i + 1; j < e.End; j++ {
		if a := &ix.Elements[j]; a.Node.DataAtom == atom.A && a.Start == e.Start && a.Stop == e.Stop {
			href := strings.TrimSpace(document.Attr(a.Node, "href"))
			if _, rest, ok := strings.Cut(href, "://"); ok {
				_, href, _ = strings.Cut(rest, "/")
			}
			href = strings.ToLower(strings.Trim(href, "./"))
			return href == "" && document.Attr(a.Node, "href") != "" || strings.HasPrefix(href, "index.")
		}
	}
	return false
}

// isSiteName reports whether a text is a name of the site, or that and little more.
func (m *meta) isSiteName(s string) bool {
	s = letters.Fold(s)
	if s == "" {
		return false
	}
	for _, name := range m.names {
		if s == name || len(name) > 5 && len(s) <= len(name)+12 && (strings.HasPrefix(s, name) || strings.HasSuffix(s, name)) {
			return true
		}
	}
	return false
}
