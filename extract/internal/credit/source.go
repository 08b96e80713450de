package credit

import (
	"strings"

	"github.com/gisa-go/gisa/extract/internal/byline"
	"github.com/gisa-go/gisa/extract/internal/document"
	"github.com/gisa-go/gisa/extract/internal/head"
	"github.com/gisa-go/gisa/extract/internal/letters"
	"github.com/gisa-go/gisa/extract/sites"
)

func (f *finder) creditRule() {
	var all []byline.Person
	var raws []string
	for src := range f.Site.Sources(sites.Authors) {
		for _, text := range f.Fields(src, 12) {
			if f.Korean {
				all = append(all, byline.Read(text, true).Found()...)
			} else {
				all = append(all, f.readNames(text)...)
			}
			raws = append(raws, text)
		}
		if len(all) > 0 {
			break
		}
	}
	f.add("site:"+f.Site.Name(), strings.Join(raws, "; "), all)
}

func (f *finder) creditLD() {
	for _, a := range f.Head.Articles {
		var all []byline.Person
		for _, name := range []string{"author", "creator"} {
			a.Get(name).Each(func(v *head.Value) {
				all = append(all, f.ldAuthors(v)...)
			})
			if len(all) > 0 {
				break
			}
		}
		f.add("jsonld", "", all)
	}
}

// ldAuthors reads one author, or several in a list or under one name.
func (f *finder) ldAuthors(v *head.Value) (all []byline.Person) {
	v = f.Head.Refer(v)
	several := v.List
	if graph := v.Get("@graph"); several == nil && !graph.IsEmpty() {
		if several = graph.List; several == nil {
			return f.ldAuthors(graph)
		}
	}
	if several == nil {
		several = v.Get("name").List
	}
	if len(several) == 0 {
		return f.ldAuthor(v)
	}
	for i := range several {
		all = append(all, f.ldAuthor(f.Head.Refer(&several[i]))...)
	}
	return all
}

func (f *finder) ldAuthor(v *head.Value) []byline.Person {
	name := letters.Clean(v.Name())
	if name == "" {
		name = letters.Clean(v.Get("givenName").Text + " " + v.Get("familyName").Text)
	}
	if name == "" || strings.HasPrefix(name, "http") {
		return nil
	}
	if f.Korean {
		b := byline.Read(name, true)
		if len(b.Authors) == 0 && v.Is("Person") && !f.Head.IsSiteName(name) && !sites.IsOutlet(name) && len(name) < 40 {
			return []byline.Person{{Name: name}}
		}
		return b.Found()
	}
	list := f.readNames(name)
	if len(list) == 1 {
		list[0].Email = strings.TrimPrefix(v.Get("email").Text, "mailto:")
	}
	return list
}

func (f *finder) creditTags() {
	for _, name := range words().tags {
		var all []byline.Person
		raw := ""
		list := f.Head.Contents(name)
		for _, text := range list[:min(len(list), maxAuthors)] {
			text = letters.Clean(text)
			if strings.Contains(text, "://") || strings.HasPrefix(text, "@") || isPublisher(f.Head, text) ||
				strings.Contains(text, "www.") { // the outlet, with its address
				continue
			}
			raw = text
			if f.Korean {
				all = append(all, byline.Read(text, true).Found()...)
			} else if a, ok := byline.Catalogued(text); ok {
				all = append(all, a)
			} else if name != "twitter:creator" {
				all = append(all, f.readNames(text)...)
			}
		}
		if len(all) > 0 {
			f.add("meta "+name, raw, all)
		}
	}
	f.creditCards()
}

// creditCards reads the pairs of label and value that WordPress gives to Twitter's cards: Written by, Jane Doe.
func (f *finder) creditCards() {
	for _, n := range []string{"1", "2"} {
		label, value := f.Head.Content("twitter:label"+n), f.Head.Content("twitter:data"+n)
		if names, ok := byline.CutBy(label + " " + value); ok && names == value && value != "" {
			f.add("meta twitter:data"+n, value, byline.OnlyNames(f.readNames(value)))
		}
	}
}

// isPublisher reports whether a text is what the site calls itself.
func isPublisher(h *head.Head, s string) bool {
	n := letters.Fold(s)
	if strings.HasSuffix(h.Title(), s) && len(head.Parts(s)) > 1 {
		return true // its name and slogan, which end <title>
	}
	if !strings.Contains(s, " ") && strings.Contains(s, ".") && h.IsSiteName(s) {
		return true // a host name
	}
	return n == "" || n == letters.Fold(h.Content("og:site_name")) || sites.IsOutlet(s)
}

// creditElements reads the elements for authors that stand near the article.
func (f *finder) creditElements() {
	ix := f.Index
	var props, links, classes []byline.Person
	last := int32(0) // where the last name stands
	for i := range ix.Elements {
		e := &ix.Elements[i]
		if e.Hints&document.HintAuthor == 0 || e.Size() == 0 || e.Size() > byline.MaxNames || !f.near(int32(i)) {
			continue
		}
		if len(props)+len(links) > 0 && (e.Block > f.body.Region.Last || e.Block > last+authorGap) {
			break // the names of a byline stand together, so that those behind them are others'
		}
		names := byline.OnlyNames(f.readNames(f.Index.SpacedLine(int32(i))))
		if len(names) > 0 {
			last = e.Block
		}
		switch prop, rel := document.Attr(e.Node, "itemprop"), document.Attr(e.Node, "rel"); {
		case strings.EqualFold(prop, "author") || strings.EqualFold(prop, "name"):
			props = append(props, names...)
		case document.HasWord(rel, "author"):
			links = append(links, names...)
		case e.Block <= f.body.Region.First && len(classes) == 0:
			classes = append(classes, names...)
		}
	}
	f.add("itemprop", "", props)
	f.add("rel=author", "", links)
	f.add("class", "", classes)
}

// How many lines above the head of the article and behind its text an element for its author stands at most, and how
// many lie between two of them.
const (
	authorAbove  = 20
	authorBehind = 10
	authorGap    = 8
)

// near reports whether an element stands near the article, in no caption and no list of other articles.
func (f *finder) near(i int32) bool {
	e := &f.Index.Elements[i]
	r := f.body.Region
	if e.Block < r.Start()-authorAbove || e.Block > r.Last+authorBehind {
		return false
	}
	return e.Hints&(document.HintRelated|document.HintComment) == 0 && !f.Index.InCaption(i)
}
