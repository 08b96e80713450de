package extract

import (
	"strings"

	"golang.org/x/net/html/atom"

	"github.com/gisa-go/gisa/extract/internal/byline"
	"github.com/gisa-go/gisa/extract/internal/document"
	"github.com/gisa-go/gisa/extract/internal/letters"
	"github.com/gisa-go/gisa/extract/sites"
)

func creditRule(p *page, korean bool, add adder) {
	var all []byline.Person
	var raws []string
	for src := range p.site.Sources(sites.Authors) {
		for _, text := range p.readSources(src, 12) {
			if korean {
				all = append(all, byline.Read(text, true).Found()...)
			} else {
				all = append(all, p.readNames(text)...)
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
		var all []byline.Person
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
func ldAuthors(p *page, v *ldValue, korean bool) (all []byline.Person) {
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

func ldAuthor(p *page, v *ldValue, korean bool) []byline.Person {
	name := letters.Clean(v.name())
	if name == "" {
		name = letters.Clean(v.get("givenName").text + " " + v.get("familyName").text)
	}
	if name == "" || strings.HasPrefix(name, "http") {
		return nil
	}
	if korean {
		b := byline.Read(name, true)
		if len(b.Authors) == 0 && v.is("Person") && !p.meta.isSiteName(name) && !sites.IsOutlet(name) && len(name) < 40 {
			return []byline.Person{{Name: name}}
		}
		return b.Found()
	}
	list := p.readNames(name)
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
		var all []byline.Person
		raw := ""
		list := p.meta.all(name)
		for _, text := range list[:min(len(list), maxAuthors)] {
			text = letters.Clean(text)
			if strings.Contains(text, "://") || strings.HasPrefix(text, "@") || p.meta.isPublisher(text) {
				continue
			}
			raw = text
			if korean {
				all = append(all, byline.Read(text, true).Found()...)
			} else if name != "twitter:creator" {
				all = append(all, p.readNames(text)...)
			}
		}
		add("meta "+name, raw, all)
	}
}

// isPublisher reports whether a text is what the site calls itself.
func (m *meta) isPublisher(s string) bool {
	n := letters.Fold(s)
	if !strings.Contains(s, " ") && strings.Contains(s, ".") && m.isSiteName(s) {
		return true // a host name
	}
	return n == "" || n == letters.Fold(m.content("og:site_name")) || sites.IsOutlet(s)
}

// creditElements reads the elements for authors that stand near the article.
func creditElements(p *page, add adder) {
	ix := p.ix
	var props, links, classes []byline.Person
	for i := range ix.Elements {
		e := &ix.Elements[i]
		if e.Hints&document.HintAuthor == 0 || e.Start == e.Stop || e.Stop-e.Start > byline.MaxNames {
			continue
		}
		if e.Block < p.headStart()-20 || e.Block > p.body.last+10 || e.Hints&(document.HintRelated|document.HintComment) != 0 || p.inCaption(int32(i)) {
			continue
		}
		names := byline.OnlyNames(p.readNames(p.oneLine(int32(i))))
		switch prop, rel := document.Attr(e.Node, "itemprop"), document.Attr(e.Node, "rel"); {
		case strings.EqualFold(prop, "author") || strings.EqualFold(prop, "name"):
			props = append(props, names...)
		case hasWord(rel, "author"):
			links = append(links, names...)
		case e.Block <= p.body.first && len(classes) == 0:
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
		if e := &p.ix.Elements[i]; e.Hints&document.HintCaption != 0 || e.Node.DataAtom == atom.Figure {
			return true
		}
		i = p.ix.Elements[i].Parent
	}
	return false
}
