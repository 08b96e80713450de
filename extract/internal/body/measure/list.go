package measure

import (
	"bytes"

	"golang.org/x/net/html/atom"

	"github.com/gisa-go/gisa/extract/internal/letters"
)

// Enumerated is the fewest links of a line that lists things rather than leads to another article.
const Enumerated = 3

// LinksIn returns how many links with text a block holds.
func (s *Measures) LinksIn(b int32) (n int) {
	ix := s.Index
	bl := &ix.Blocks[b]
	for i := bl.Elem; i < ix.Elements[bl.Elem].End; i++ {
		e := &ix.Elements[i]
		if e.Start >= bl.Stop {
			break
		}
		if e.Node.DataAtom == atom.A && e.Start >= bl.Start && e.Start < e.Stop {
			n++
		}
	}
	return n
}

// ListOf returns the list of which a block is an item, or -1.
func (s *Measures) ListOf(b int32) int32 {
	for e, n := s.Index.Blocks[b].Elem, 0; e > 0 && n < 6; e, n = s.Index.Elements[e].Parent, n+1 {
		switch s.Index.Elements[e].Node.DataAtom {
		case atom.Ul, atom.Ol, atom.Dl:
			return e
		case atom.Div, atom.Section, atom.Article, atom.P:
			return -1
		}
	}
	return -1
}

// IsAnnounced reports whether a list is a short one of names that the line before says will follow, and that does not
// end the text.
func (s *Measures) IsAnnounced(list int32) bool {
	ix := s.Index
	e := &ix.Elements[list]
	if e.Lines() > maxAnnounced || s.HasLinkedLine(e.Block, e.BlockStop) || e.Block == 0 ||
		e.BlockStop >= ix.BlockCount() {
		return false
	}
	before := ix.Line(int(e.Block) - 1)
	above := s.FlowOf(e.Block - 1)
	if above != e.Parent || len(before) == 0 || ix.Blocks[e.Block-1].Size < verseLine {
		return false
	}
	switch last := before[len(before)-1]; {
	case last == ':' || bytes.HasSuffix(before, []byte("：")):
		return true
	case !letters.EndsSentence(before):
		return false
	}
	return s.IsProse(e.BlockStop) && s.FlowOf(e.BlockStop) == e.Parent
}

// maxAnnounced is the most lines of a list of links that belongs to the text.
const maxAnnounced = 12
