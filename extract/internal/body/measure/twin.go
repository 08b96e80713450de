package measure

import (
	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"

	"github.com/gisa-go/gisa/extract/internal/boilerplate"
	"github.com/gisa-go/gisa/extract/internal/document"
	"github.com/gisa-go/gisa/extract/internal/letters"
)

// twins returns the elements that hold other articles, or the article once more, each with a headline of its own: what
// an endless page loads as its reader goes down, what is shown on small screens only.
func (s *Measures) twins() (list []int32) {
	ix := s.Index
	if !s.mayHaveTwins() {
		return nil
	}
	main := s.ownHead()
	if main < 0 {
		return nil
	}
	title := letters.Fold(ix.TextOf(main))
	for _, h := range ix.Heads {
		e := &ix.Elements[h]
		if h == main || e.Block == e.BlockStop || e.Node.DataAtom != ix.Elements[main].Node.DataAtom ||
			len(list) > 0 && ix.Within(h, list[len(list)-1]) {
			continue
		}
		if t := s.twinAt(h, main, letters.Fold(ix.TextOf(h)) == title); t >= 0 {
			list = append(list, t)
		}
	}
	return list
}

// mayHaveTwins is a cheap test for pages with several headlines or articles.
func (s *Measures) mayHaveTwins() bool {
	if len(s.Index.Heads) < 2 {
		return false
	}
	n := 0
	for _, h := range s.Index.Heads {
		e := &s.Index.Elements[h]
		if e.Node.DataAtom == atom.H1 && e.Block < e.BlockStop {
			n++
		}
	}
	articles := 0
	for i := range s.Index.Elements {
		if s.Index.Elements[i].Node.DataAtom == atom.Article {
			articles++
		}
	}
	return n > 1 || articles > 1
}

// ownHead returns the heading that says the title, else the page's first h1, or -1.
func (s *Measures) ownHead() int32 {
	title, first := letters.Fold(s.Title), int32(-1)
	for _, h := range s.Index.Heads {
		e := &s.Index.Elements[h]
		if e.Lines() != 1 {
			continue
		}
		if first < 0 && e.Node.DataAtom == atom.H1 {
			first = h
		}
		if title != "" && int(e.Size()) < 3*len(title)+20 && letters.Fold(string(s.Index.Text[e.Start:e.Stop])) == title {
			return h
		}
	}
	return first
}

// twinAt returns the element around a heading that stands beside the one around the main heading and is its like, or
// -1. It begins with the heading, and both hold running text. Only an article, or a box that is headed by an h1, is
// taken for another article: sections of one have headings, too.
func (s *Measures) twinAt(h, main int32, same bool) int32 {
	ix := s.Index
	t := h
	for t > 0 && !ix.Within(main, ix.Elements[t].Parent) {
		t = ix.Elements[t].Parent
	}
	own := main
	for own > 0 && ix.Elements[own].Parent != ix.Elements[t].Parent {
		own = ix.Elements[own].Parent
	}
	a, b := &ix.Elements[own], &ix.Elements[t]
	if t <= 0 || own <= 0 || t == h || a.Node.DataAtom != b.Node.DataAtom || s.ProseIn(t) == 0 ||
		s.ProseIn(own)*3 < s.ProseIn(t) ||
		s.written[b.Block] < ix.Elements[h].Block {
		return -1
	}
	switch {
	case same:
		if string(ix.Line(int(s.written[b.Block]))) != string(ix.Line(int(s.written[ix.Elements[main].Block]))) {
			return -1
		}
		return t
	case a.Node.DataAtom == atom.Article,
		ix.Elements[h].Node.DataAtom == atom.H1 && document.Attr(a.Node, "class") == document.Attr(b.Node, "class"):
		return t
	}
	return -1
}

// markTwins makes the elements of other articles known as no part of the text.
func (s *Measures) markTwins() {
	s.others = s.twins()
	if len(s.others) > 0 && s.Known == nil {
		s.Known = map[*html.Node]boilerplate.Kind{}
	}
	for _, t := range s.others {
		s.Known[s.Index.Elements[t].Node] = boilerplate.Related
	}
}
