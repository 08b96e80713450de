package extract

import (
	"github.com/gisa-go/gisa/extract/internal/boilerplate"
	"github.com/gisa-go/gisa/extract/internal/document"
	"github.com/gisa-go/gisa/extract/internal/letters"
)

// selection is a candidate's text after cleaning.
type selection struct {
	root  int32
	lines []line
	cut   []cutLine
	size  int32 // characters that stay
	prose int32 // of these, running text
	waste int32 // characters that were cut
}

// line is a stretch of a block that stays in the article.
type line struct {
	block       int32
	start, stop int32 // bytes of index.text
	glued       bool  // it goes on with the line before, between which something was cut
}

// span is a stretch of index.text that is no part of the article.
type span struct {
	start, stop int32
	kind        boilerplate.Kind
}

// subtract splits the blocks of the candidate into the lines that the cuts leave.
func (sel *selection) subtract(s *scorer, cuts []span) {
	ix := s.p.ix
	e := &ix.Elements[sel.root]
	for b := e.Block; b < e.BlockStop; b++ {
		at, stop := max(ix.Blocks[b].Start, e.Start), min(ix.Blocks[b].Stop, e.Stop)
		glued := false
		for len(cuts) > 0 && cuts[0].start < stop {
			c := cuts[0]
			if glued = sel.keep(ix, line{b, at, min(c.start, stop), glued}) || glued; max(c.start, at) < min(c.stop, stop) {
				sel.remove(ix, c.kind, max(c.start, at), min(c.stop, stop))
			}
			at = max(at, min(c.stop, stop))
			if c.stop > stop {
				break
			}
			cuts = cuts[1:]
		}
		sel.keep(ix, line{b, at, stop, glued})
	}
}

// keep adds a line unless it is blank, and reports whether it did.
func (sel *selection) keep(ix *document.Index, l line) bool {
	for l.start < l.stop && letters.IsBlank(ix.Text[l.start]) {
		l.start++
	}
	for l.start < l.stop && letters.IsBlank(ix.Text[l.stop-1]) {
		l.stop--
	}
	if l.start >= l.stop {
		return false
	}
	sel.lines = append(sel.lines, l)
	return true
}

// remove notes a stretch of text that is left out.
func (sel *selection) remove(ix *document.Index, kind boilerplate.Kind, start, stop int32) {
	sel.waste += stop - start
	switch kind {
	case boilerplate.Caption, boilerplate.Byline, boilerplate.Time, boilerplate.Source, boilerplate.Dek, boilerplate.Copyright:
		if text := letters.Trim(ix.Text[start:stop]); len(text) > 0 {
			sel.cut = append(sel.cut, cutLine{kind: kind, text: string(text), tail: len(sel.lines) > 0})
		}
	}
}
