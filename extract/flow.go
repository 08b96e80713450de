package extract

import (
	"golang.org/x/net/html"

	"github.com/gisa-go/gisa/extract/facts"
	"github.com/gisa-go/gisa/extract/internal/body"
	"github.com/gisa-go/gisa/extract/internal/byline"
	"github.com/gisa-go/gisa/extract/internal/credit"
	"github.com/gisa-go/gisa/extract/internal/dating"
	"github.com/gisa-go/gisa/extract/internal/evidence"
	"github.com/gisa-go/gisa/extract/internal/markup"
	"github.com/gisa-go/gisa/extract/internal/outlet"
	"github.com/gisa-go/gisa/extract/internal/pictures"
	"github.com/gisa-go/gisa/extract/internal/subtitle"
	"github.com/gisa-go/gisa/extract/internal/title"
	"github.com/gisa-go/gisa/extract/internal/view"
)

// finder finds the text of the article with a title; ok is false where a page has none.
type finder func(v *view.View, title string) (b *body.Body, ok bool)

// readNode runs the stages over a parsed page. Each is given what those before it found.
func readNode(root *html.Node, page Page, opts *Options, find finder) (*Article, error) {
	v := view.New(root, page.URL, page.Fetched, opts.sites())
	defer v.Index.Free()
	t := title.Find(v)
	b, ok := find(v, t.Text)
	if !ok {
		return nil, ErrNoArticle
	}
	c := credit.Find(v, t.Text, b)
	d := dating.Find(v, t.Text, b)
	n := outlet.Count(v, b)
	o := outlet.Find(v, t.Text, b, c.Authors)
	text := b.Text
	if !opts.KeepRepeats {
		text = text.Once()
	}
	s := subtitle.Find(v, t.Text, b, text)
	a := &Article{URL: v.Head.URL, Site: v.Site.Name(), Language: v.Head.Language, Title: t.Text,
		Subtitle: s.Subtitle, Section: o.Section,
		Authors:   each(c.Authors, func(p byline.Person) Author { return Author(p) }),
		Publisher: (*Outlet)(o.Publisher), Source: (*Outlet)(o.Source),
		Published: timeOf(d.Published.Time, d.Published.Day), Modified: timeOf(d.Modified.Time, d.Modified.Day),

		Views: n.Views, Comments: n.Comments, Text: s.Text.Whole, Paragraphs: s.Text.Paragraphs,
		Attachments: each(o.Attachments, func(f outlet.Attachment) Attachment { return Attachment(f) }), Tags: o.Tags,
		Repeats: each(s.Text.Repeats, func(r body.Repeat) Repeat { return Repeat(r) }),
	}
	p := pictures.Find(b)
	a.Images = each(p.Images, func(i pictures.Image) Image {
		return Image{URL: i.URL, Caption: i.Caption, Credit: i.Credit}
	})
	a.Links = each(p.Links, func(l pictures.Link) Link { return Link(l) })
	if opts.Body {
		a.Body = &Body{markup.New(b, s.Text, p.Images)}
	}
	for _, notes := range []evidence.Notes{v.Head.Notes, t.Notes, b.Notes, c.Notes, d.Notes, n.Notes, o.Notes, s.Notes} {
		a.Evidence = append(a.Evidence, each(notes, func(n evidence.Note) Evidence { return Evidence(n) })...)
	}
	if !opts.SkipFacts {
		a.Facts = facts.Find(a.Text, opts.factsOf(a, page))
	}
	return a, nil
}

// factsOf returns how the facts of an article are found: relative dates go from its day, else from that of the fetch.
func (o *Options) factsOf(a *Article, page Page) *facts.Options {
	var f facts.Options
	if o.Facts != nil {
		f = *o.Facts
	}
	switch {
	case !f.Reference.IsZero():
	case !a.Published.IsZero():
		f.Reference = a.Published.Time
	default:
		f.Reference = page.Fetched
	}
	return &f
}

// each returns what f makes of the items of a list, nil of none.
func each[A, B any](list []A, f func(A) B) []B {
	if len(list) == 0 {
		return nil
	}
	out := make([]B, len(list))
	for i := range list {
		out[i] = f(list[i])
	}
	return out
}
