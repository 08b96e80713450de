package extract

import "golang.org/x/net/html/atom"

// flow returns the element whose own paragraphs hold most of the running text of root, or -1 where no single one does. What
// stands beside its paragraphs in a box with a heading of its own is a fact box, a promotion or another article.
func (s *scorer) flow(root int32) int32 {
	ix := s.p.ix
	e := &ix.elements[root]
	own := map[int32]int32{}
	best := int32(-1)
	for b := e.block; b < e.blockStop; b++ {
		if !s.isProse(b) {
			continue
		}
		f := s.flowOf(b)
		own[f] += ix.blocks[b].size
		if best < 0 || own[f] > own[best] {
			best = f
		}
	}
	if best < 0 || own[best]*10 < s.proseIn(root)*8 || !ix.within(best, root) {
		return -1
	}
	return best
}

// flowOf returns the element in which a block is one paragraph of several: the parent of the paragraph's element, or the
// element itself where <br>s divide it.
func (s *scorer) flowOf(b int32) int32 {
	ix := s.p.ix
	e := ix.blocks[b].elem
	for e > 0 && !isBlock(ix.elements[e].node.DataAtom) {
		e = ix.elements[e].parent
	}
	if el := &ix.elements[e]; el.blockStop-el.block > 1 && el.node.DataAtom != atom.P {
		return e
	}
	return max(ix.elements[e].parent, 0)
}

// boxKind says what an element beside the flow is: a picture with its caption, a box, or part of the article.
func (c *cutter) boxKind(i int32) lineKind {
	ix := c.p.ix
	e := &ix.elements[i]
	prose := c.proseIn(i)
	switch e.node.DataAtom {
	case atom.Article:
		if prose*4 <= c.total {
			return lineRelated
		}
	case atom.Table:
		if prose*5 <= c.total && e.blockStop-e.block <= 2 && c.size[e.blockStop]-c.size[e.block] < 300 && ix.holds(ix.images, i) {
			return lineCaption
		}
	case atom.Div, atom.Section, atom.Li:
		if prose*4 <= c.total && prose <= boxSize && c.holdsHeading(i) {
			return lineRelated
		}
		if e.blockStop-e.block <= 2 && c.size[e.blockStop]-c.size[e.block] < 300 && ix.holds(ix.images, i) {
			return lineCaption
		}
	}
	return lineText
}

// boxSize is the most running text of a box; longer ones are taken for parts of the article.
const boxSize = 1200

// holdsHeading reports whether a heading stands inside an element, before or after other text.
func (s *scorer) holdsHeading(i int32) bool {
	ix := s.p.ix
	e := &ix.elements[i]
	if e.blockStop-e.block < 2 || s.holdsHeadline(i) {
		return false
	}
	for _, h := range ix.inside(ix.parts, i) {
		if head := &ix.elements[h]; head.block < head.blockStop && !s.noise[head.block] {
			return true
		}
	}
	return false
}
