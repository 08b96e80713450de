package measure

import "slices"

// Main is where most paragraphs of an element stand: the element that they are in, and how they are marked up. What
// follows the last of them in another look is comments, another article, a profile.
type Main struct {
	Most  int32 // the element that holds most paragraphs, however few; -1 is none
	Elem  int32 // -1 is none
	stop  int32 // the block behind that element …
	Last  int32 // … and that behind the last paragraph of its look
	mixed bool  // more follows in other looks: entries of a ticker, or comments
}

// MainText finds the paragraphs of root that belong together.
func (s *Measures) MainText(root int32) Main {
	e := &s.Index.Elements[root]
	m := Main{Most: -1, Elem: -1, stop: e.BlockStop, Last: e.BlockStop}
	own := s.own
	clear(own)
	for b := e.Block; b < e.BlockStop; b++ {
		if !s.IsProse(b) || s.noise[b] {
			continue
		}
		f := s.FlowOf(b)
		bl := &s.Index.Blocks[b]
		if own[f] += bl.Size - 3*bl.Linked; m.Elem < 0 || own[f] > own[m.Elem] {
			m.Elem = f
		}
	}
	m.Most = m.Elem
	if m.Elem < 0 || own[m.Elem] < minMain && !s.isWhole(m.Elem, root) || !s.Index.Within(m.Elem, root) || m.Elem == root {
		m.Elem = -1
		return m
	}
	main := &s.Index.Elements[m.Elem]
	looks := s.LooksIn(m.Elem)
	m.stop, m.Last = main.BlockStop, main.BlockStop
	behind := int32(0)
	for b := main.BlockStop; b < e.BlockStop; b++ {
		switch {
		case !s.IsProse(b) || s.noise[b]:
		case slices.Contains(looks, s.LookOf(b)):
			m.Last, behind = b+1, 0
		default:
			behind += s.Index.Blocks[b].Size
		}
	}
	if m.mixed = behind > s.prose[m.Last]-s.prose[e.Block] && own[m.Elem] < maxEntry; m.mixed {
		m.Last = e.BlockStop
	}
	return m
}

// isWhole reports whether an element's own paragraphs are several and all that root holds down to its end: a short
// article, behind which something else follows.
func (s *Measures) isWhole(i, root int32) bool {
	e := &s.Index.Elements[i]
	n := 0
	for b := s.Index.Elements[root].Block; b < e.BlockStop; b++ {
		if !s.IsProse(b) || s.noise[b] {
			continue
		}
		if s.FlowOf(b) != i {
			return false
		}
		n++
	}
	return n >= 3 && s.prose[e.BlockStop]-s.prose[e.Block] >= minShort
}

// minShort is the least running text of a short article that shows how it is marked up.
const minShort = 250

// minMain is the least size of paragraphs that tell how an article is marked up.
const minMain = 600

// maxEntry is the most text that an entry of a ticker holds.
const maxEntry = 2000

// IsBehind reports whether a block stands behind the main text of root, or behind half of its text where there is no
// main one.
func (s *Measures) IsBehind(m Main, root, b int32) bool {
	if m.Elem >= 0 {
		return b >= m.stop
	}
	e := &s.Index.Elements[root]
	return (s.prose[b]-s.prose[e.Block])*2 >= s.ProseIn(root)
}
