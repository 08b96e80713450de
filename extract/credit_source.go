package extract

import (
	"strings"

	"golang.org/x/net/html/atom"

	"github.com/gisa-go/gisa/extract/sites"
)

func creditRule(p *page, korean bool, add adder) {
	var all []Author
	var raws []string
	for src := range p.site.Sources(sites.Authors) {
		for _, text := range p.readSources(src, 12) {
			if korean {
				all = append(all, readByline(text, true).found()...)
			} else {
				all = append(all, readNames(p, text)...)
			}
			raws = append(raws, text)
		}
		if len(all) > 0 {
			break
		}
	}
	add("site:"+p.art.Site, strings.Join(raws, "; "), all)
}

func creditLD(p *page, korean bool, add adder) {
	for _, a := range p.meta.articles {
		var all []Author
		for _, name := range []string{"author", "creator"} {
			a.get(name).each(func(v *ldValue) {
				all = append(all, ldAuthors(p, v, korean)...)
			})
			if len(all) > 0 {
				break
			}
		}
		add("jsonld", "", all)
	}
}

// ldAuthors reads one author, or several in a list or under one name.
func ldAuthors(p *page, v *ldValue, korean bool) (all []Author) {
	v = p.meta.refer(v)
	several := v.list
	if several == nil {
		several = v.get("name").list
	}
	if len(several) == 0 {
		return ldAuthor(p, v, korean)
	}
	for i := range several {
		all = append(all, ldAuthor(p, p.meta.refer(&several[i]), korean)...)
	}
	return all
}

func ldAuthor(p *page, v *ldValue, korean bool) []Author {
	name := cleanText(v.name())
	if name == "" {
		name = cleanText(v.get("givenName").text + " " + v.get("familyName").text)
	}
	if name == "" || strings.HasPrefix(name, "http") {
		return nil
	}
	if korean {
		b := readByline(name, true)
		if len(b.authors) == 0 && v.is("Person") && !p.meta.isSiteName(name) && !sites.IsOutlet(name) && len(name) < 40 {
			return []Author{{Name: name}}
		}
		return b.found()
	}
	list := readNames(p, name)
	if len(list) == 1 {
		list[0].Email = strings.TrimPrefix(v.get("email").text, "mailto:")
	}
	return list
}

// authorTags are the meta elements that name authors, the best first.
var authorTags = []string{"author", "article:author", "og:article:author", "dable:author", "article:author_name", "parsely-author",
	"sailthru.author", "dc.creator", "dcterms.creator", "dc.contributor", "citation_author", "byl", "authors", "cxenseparse:author",
	"article.author", "mediator_author", "bt:author", "shareaholic:article_author_name", "writer", "creator", "rbauthors", "twitter:creator"}

func creditTags(p *page, korean bool, add adder) {
	for _, name := range authorTags {
		var all []Author
		raw := ""
		list := p.meta.all(name)
		for _, text := range list[:min(len(list), maxAuthors)] {
			text = cleanText(text)
			if strings.Contains(text, "://") || strings.HasPrefix(text, "@") || p.meta.isPublisher(text) {
				continue
			}
			raw = text
			if korean {
				all = append(all, readByline(text, true).found()...)
			} else if name != "twitter:creator" {
				all = append(all, readNames(p, text)...)
			}
		}
		add("meta "+name, raw, all)
	}
}

// isPublisher reports whether a text is what the site calls itself.
func (m *meta) isPublisher(s string) bool {
	n := normalTitle(s)
	if !strings.Contains(s, " ") && strings.Contains(s, ".") && m.isSiteName(s) {
		return true // a host name
	}
	return n == "" || n == normalTitle(m.content("og:site_name")) || sites.IsOutlet(s)
}

// maxAuthorElement bounds the elements that are read as bylines, in bytes.
const maxAuthorElement = 200

// creditElements reads the elements for authors that stand near the article.
func creditElements(p *page, add adder) {
	ix := p.ix
	var props, links, classes []Author
	for i := range ix.elements {
		e := &ix.elements[i]
		if e.hints&hintAuthor == 0 || e.start == e.stop || e.stop-e.start > maxAuthorElement {
			continue
		}
		if e.block < p.headStart()-20 || e.block > p.body.last+10 || e.hints&(hintRelated|hintComment) != 0 || p.inCaption(int32(i)) {
			continue
		}
		names := onlyNames(readNames(p, p.oneLine(int32(i))))
		switch prop, rel := attr(e.node, "itemprop"), attr(e.node, "rel"); {
		case strings.EqualFold(prop, "author") || strings.EqualFold(prop, "name"):
			props = append(props, names...)
		case hasWord(rel, "author"):
			links = append(links, names...)
		case e.block <= p.body.first && len(classes) == 0:
			classes = append(classes, names...)
		}
	}
	add("itemprop", "", props)
	add("rel=author", "", links)
	add("class", "", classes)
}

// inCaption reports whether an element stands in a figure or a caption, where photographers are named.
func (p *page) inCaption(i int32) bool {
	for n := 0; i >= 0 && n < 8; n++ {
		if e := &p.ix.elements[i]; e.hints&hintCaption != 0 || e.node.DataAtom == atom.Figure {
			return true
		}
		i = p.ix.elements[i].parent
	}
	return false
}
