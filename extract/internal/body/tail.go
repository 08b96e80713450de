package body

import (
	"slices"

	"github.com/gisa-go/gisa/extract/internal/document"
)

// mainText is where most paragraphs of an element stand: the element that they are in, and how they are marked up. What
// follows the last of them in another look is comments, another article, a profile.
type mainText struct {
	most  int32 // the element that holds most paragraphs, however few; -1 is none
	elem  int32 // -1 is none
	stop  int32 // the block behind that element …
	last  int32 // … and that behind the last paragraph of its look
	mixed bool  // more follows in other looks: entries of a ticker, or comments
}

// mainText finds the paragraphs of root that belong together.
func (s *scorer) mainText(root int32) mainText {
	e := &s.Index.Elements[root]
	m := mainText{most: -1, elem: -1, stop: e.BlockStop, last: e.BlockStop}
	own := s.own
	clear(own)
	for b := e.Block; b < e.BlockStop; b++ {
		if !s.isProse(b) || s.noise[b] {
			continue
		}
		f := s.flowOf(b)
		bl := &s.Index.Blocks[b]
		if own[f] += bl.Size - 3*bl.Linked; m.elem < 0 || own[f] > own[m.elem] {
			m.elem = f
		}
	}
	m.most = m.elem
	if m.elem < 0 || own[m.elem] < minMain && !s.isWhole(m.elem, root) || !s.Index.Within(m.elem, root) || m.elem == root {
		m.elem = -1
		return m
	}
	main := &s.Index.Elements[m.elem]
	looks := s.looksIn(m.elem)
	m.stop, m.last = main.BlockStop, main.BlockStop
	behind := int32(0)
	for b := main.BlockStop; b < e.BlockStop; b++ {
		switch {
		case !s.isProse(b) || s.noise[b]:
		case slices.Contains(looks, s.lookOf(b)):
			m.last, behind = b+1, 0
		default:
			behind += s.Index.Blocks[b].Size
		}
	}
	if m.mixed = behind > s.prose[m.last]-s.prose[e.Block] && own[m.elem] < maxEntry; m.mixed {
		m.last = e.BlockStop
	}
	return m
}

// isWhole reports whether an element's own paragraphs are several and all that root holds down to its end: a short
// article, behind which something else follows.
func (s *scorer) isWhole(i, root int32) bool {
	e := &s.Index.Elements[i]
	n := 0
	for b := s.Index.Elements[root].Block; b < e.BlockStop; b++ {
		if !s.isProse(b) || s.noise[b] {
			continue
		}
		if s.flowOf(b) != i {
			return false
		}
		n++
	}
	return n >= 3 && s.prose[e.BlockStop]-s.prose[e.Block] >= minShort
}

// minShort is the least running text of a short article that shows how it is marked up.
const minShort = 250

// looksIn returns how the paragraphs of an element are marked up.
func (s *scorer) looksIn(i int32) []look {
	list := make([]look, 0, maxLooks)
	e := &s.Index.Elements[i]
	for b := e.Block; b < e.BlockStop && len(list) < maxLooks; b++ {
		if !s.isProse(b) || s.flowOf(b) != i {
			continue
		}
		if l := s.lookOf(b); !slices.Contains(list, l) {
			list = append(list, l)
		}
	}
	return list
}

// maxLooks bounds in how many ways the paragraphs of an article are marked up.
const maxLooks = 8

// minMain is the least size of paragraphs that tell how an article is marked up.
const minMain = 600

// maxEntry is the most text that an entry of a ticker holds.
const maxEntry = 2000

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

// isBehind reports whether a block stands behind the main text of root, or behind half of its text where there is no
// main one.
func (s *scorer) isBehind(m mainText, root, b int32) bool {
	if m.elem >= 0 {
		return b >= m.stop
	}
	e := &s.Index.Elements[root]
	return (s.prose[b]-s.prose[e.Block])*2 >= s.proseIn(root)
}
