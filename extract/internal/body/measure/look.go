package measure

import (
	"slices"

	"github.com/gisa-go/gisa/extract/internal/document"
)

// LooksIn returns how the paragraphs of an element are marked up.
func (s *Measures) LooksIn(i int32) []Look {
	list := make([]Look, 0, maxLooks)
	e := &s.Index.Elements[i]
	for b := e.Block; b < e.BlockStop && len(list) < maxLooks; b++ {
		if !s.IsProse(b) || s.FlowOf(b) != i {
			continue
		}
		if l := s.LookOf(b); !slices.Contains(list, l) {
			list = append(list, l)
		}
	}
	return list
}

// maxLooks bounds in how many ways the paragraphs of an article are marked up.
const maxLooks = 8

// LookOf returns the look of a block.
func (s *Measures) LookOf(b int32) Look {
	ix := s.Index
	e := ix.Blocks[b].Elem
	for e > 0 && !document.IsBlock(ix.Elements[e].Node.DataAtom) {
		e = ix.Elements[e].Parent
	}
	n := ix.Elements[e].Node
	l := Look{tag: n.Data, class: document.Attr(n, "class")}
	if up := ix.Elements[e].Parent; up >= 0 {
		l.upTag, l.upClass = ix.Elements[up].Node.Data, document.Attr(ix.Elements[up].Node, "class")
	}
	return l
}

// HasLooks reports whether all running text of an element has one of some looks that are told by names.
func (s *Measures) HasLooks(i int32, looks []Look) bool {
	e := &s.Index.Elements[i]
	for b := e.Block; b < e.BlockStop; b++ {
		if !s.IsProse(b) {
			continue
		}
		if l := s.LookOf(b); l.class == "" && l.upClass == "" || !slices.Contains(looks, l) {
			return false
		}
	}
	return true
}
