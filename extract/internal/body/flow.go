package body

import (
	"golang.org/x/net/html/atom"

	"github.com/gisa-go/gisa/extract/internal/boilerplate"
)

// flow returns the element whose own paragraphs hold most of the running text of root, or -1 where no single one does.
// What stands beside its paragraphs in a box with a heading of its own is a fact box, a promotion or another article.
func (s *scorer) flow(root int32) int32 {
	ix := s.Index
	e := &ix.Elements[root]
	own := s.own
	clear(own)
	best := int32(-1)
	for b := e.Block; b < e.BlockStop; b++ {
		if !s.isProse(b) {
			continue
		}
		f := s.flowOf(b)
		own[f] += ix.Blocks[b].Size
		if best < 0 || own[f] > own[best] {
			best = f
		}
	}
	if best < 0 || own[best]*10 < s.proseIn(root)*8 || !ix.Within(best, root) {
		return -1
	}
	return best
}

// boxKind says what an element beside the flow is: a picture with its caption, a box, or part of the article.
func (c *cutter) boxKind(i int32) boilerplate.Kind {
	ix := c.Index
	e := &ix.Elements[i]
	prose := c.proseIn(i)
	switch e.Node.DataAtom {
	case atom.Article:
		if prose*4 <= c.total {
			return boilerplate.Related
		}
	case atom.Table:
		if prose*5 <= c.total && e.Lines() <= 2 && c.size[e.BlockStop]-c.size[e.Block] < 300 && ix.Holds(ix.Images, i) {
			return boilerplate.Caption
		}
	case atom.Div, atom.Section, atom.Li:
		if prose*4 <= c.total && prose <= boxSize && c.holdsHeading(i) && !c.isHeadedItems(i) {
			return boilerplate.Related
		}
		if e.Lines() <= 2 && c.size[e.BlockStop]-c.size[e.Block] < 300 && ix.Holds(ix.Images, i) &&
			!c.goesOnBehindCaption(i) {
			return boilerplate.Caption
		}
	}
	return boilerplate.Text
}

// boxSize is the most running text of a box; longer ones are taken for parts of the article.
const boxSize = 1200

// holdsHeading reports whether a heading stands inside an element, before or after other text.
func (s *scorer) holdsHeading(i int32) bool {
	ix := s.Index
	e := &ix.Elements[i]
	if e.Lines() < 2 || s.holdsHeadline(i) {
		return false
	}
	for _, h := range ix.Inside(ix.Parts, i) {
		if head := &ix.Elements[h]; head.Block < head.BlockStop && !s.noise[head.Block] {
			return true
		}
	}
	return false
}
