package body

import (
	"github.com/gisa-go/gisa/extract/internal/document"
)

// mainText is where most paragraphs of an element stand: the element that they are in, and how they are marked up. What
// follows the last of them in another look is comments, another article, a profile.
type mainText struct {
	elem int32 // -1 is none
	last int32 // the last block that belongs to it
}

// mainText finds the paragraphs of root that belong together.
func (s *scorer) mainText(root int32) mainText {
	e := &s.Index.Elements[root]
	m := mainText{elem: -1, last: e.BlockStop}
	own := map[int32]int32{}
	for b := e.Block; b < e.BlockStop; b++ {
		if !s.isProse(b) || s.noise[b] {
			continue
		}
		f := s.flowOf(b)
		if own[f] += s.Index.Blocks[b].Size; m.elem < 0 || own[f] > own[m.elem] {
			m.elem = f
		}
	}
	if m.elem < 0 || own[m.elem] < minMain || !s.Index.Within(m.elem, root) || m.elem == root {
		m.elem = -1
		return m
	}
	looks := map[look]bool{}
	main := &s.Index.Elements[m.elem]
	for b := main.Block; b < main.BlockStop; b++ {
		if s.isProse(b) && s.flowOf(b) == m.elem {
			looks[s.lookOf(b)] = true
		}
	}
	m.last = main.BlockStop
	for b := main.BlockStop; b < e.BlockStop; b++ {
		if s.isProse(b) && looks[s.lookOf(b)] {
			m.last = b + 1
		}
	}
	return m
}

// minMain is the least size of paragraphs that tell how an article is marked up.
const minMain = 600

// look is how a paragraph is marked up: its element, and the one around it.
type look struct{ tag, class, upTag, upClass string }

// lookOf returns the look of a block.
func (s *scorer) lookOf(b int32) look {
	ix := s.Index
	e := ix.Blocks[b].Elem
	for e > 0 && !document.IsBlock(ix.Elements[e].Node.DataAtom) {
		e = ix.Elements[e].Parent
	}
	n := ix.Elements[e].Node
	l := look{tag: n.Data, class: document.Attr(n, "class")}
	if up := ix.Elements[e].Parent; up >= 0 {
		l.upTag, l.upClass = ix.Elements[up].Node.Data, document.Attr(ix.Elements[up].Node, "class")
	}
	return l
}

// isTail reports whether an element holds running text that follows the article's own and is marked up otherwise.
func (c *cutter) isTail(i int32) bool {
	return c.main.elem >= 0 && c.Index.Elements[i].Block >= c.main.last && c.proseIn(i) > 0
}
