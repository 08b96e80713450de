package body

import (
	"github.com/gisa-go/gisa/extract/internal/body/cut"
	"github.com/gisa-go/gisa/extract/internal/body/measure"
	"github.com/gisa-go/gisa/extract/internal/boilerplate"
	"github.com/gisa-go/gisa/extract/internal/document"
	"github.com/gisa-go/gisa/extract/internal/letters"
)

// selection is a candidate's text after cleaning.
type selection struct {
	root  int32
	lines []Stretch
	cut   []Cut
	main  measure.Main
	size  int32 // characters that stay
	prose int32 // of these, running text
	waste int32 // characters that were cut
}

// Stretch is a stretch of a block that stays in the article.
type Stretch struct {
	Block       int32
	Start, Stop int32 // bytes of the index's text
	glued       bool  // it goes on with the line before, between which something was cut …
	tight       bool  // … without a blank: the mark of a footnote
}

// subtract splits the blocks of the candidate into the lines that the cuts leave.
func (sel *selection) subtract(s *scorer, cuts []cut.Hole) {
	ix := s.Index
	e := &ix.Elements[sel.root]
	sel.lines = make([]Stretch, 0, e.BlockStop-e.Block) // mostly so many, of a few pages a little more
	for b := e.Block; b < e.BlockStop; b++ {
		at, stop := max(ix.Blocks[b].Start, e.Start), min(ix.Blocks[b].Stop, e.Stop)
		glued, tight := false, false
		for len(cuts) > 0 && cuts[0].Start < stop {
			c := cuts[0]
			if glued = sel.keep(ix, Stretch{b, at, min(c.Start, stop), glued, tight}) ||
				glued; max(c.Start, at) < min(c.Stop, stop) {
				sel.remove(ix, c.Kind, max(c.Start, at), min(c.Stop, stop))
			}
			tight = c.Kind == boilerplate.Mark && c.Stop < stop && !letters.IsBlank(ix.Text[c.Stop])
			at = max(at, min(c.Stop, stop))
			if c.Stop > stop {
				break
			}
			cuts = cuts[1:]
		}
		sel.keep(ix, Stretch{b, at, stop, glued, tight})
	}
}

// keep adds a line unless it is blank, and reports whether it did.
func (sel *selection) keep(ix *document.Index, l Stretch) bool {
	for l.Start < l.Stop && letters.IsBlank(ix.Text[l.Start]) {
		l.Start++
	}
	for l.Start < l.Stop && letters.IsBlank(ix.Text[l.Stop-1]) {
		l.Stop--
	}
	if l.Start >= l.Stop {
		return false
	}
	sel.lines = append(sel.lines, l)
	return true
}

// remove notes a stretch of text that is left out.
func (sel *selection) remove(ix *document.Index, kind boilerplate.Kind, start, stop int32) {
	sel.waste += stop - start
	switch kind {
	case boilerplate.Caption, boilerplate.Byline, boilerplate.Time, boilerplate.Source, boilerplate.Dek,
		boilerplate.Copyright:
		if text := letters.Trim(ix.Text[start:stop]); len(text) > 0 {
			sel.cut = append(sel.cut, Cut{Kind: kind, Text: string(text), Tail: len(sel.lines) > 0})
		}
	}
}

// Cut is a line that stood in the body's container and is not part of the text.
type Cut struct {
	Kind boilerplate.Kind
	Text string
	Tail bool // it stood behind the text
}
