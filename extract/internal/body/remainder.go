package body

import (
	"slices"
	"strings"

	"github.com/gisa-go/gisa"
	"github.com/gisa-go/gisa/extract/internal/letters"
)

// remainder is a text from which stretches were cut, and where what is left of it has moved.
type remainder struct {
	text       strings.Builder
	paragraphs []gisa.Span
	pieces     []keptPiece
}

// keptPiece is a stretch that was kept: old[from:to] now begins at the offset at.
type keptPiece struct{ from, to, at int }

// without writes the paragraphs of a text without the stretches to cut, which are in order of their starts.
func without(text string, paragraphs, cuts []gisa.Span) *remainder {
	t := &remainder{
		paragraphs: make([]gisa.Span, 0, len(paragraphs)),
		pieces:     make([]keptPiece, 0, len(paragraphs)+len(cuts)),
	}
	t.text.Grow(len(text))
	for _, p := range paragraphs {
		for len(cuts) > 0 && cuts[0].End <= p.Start {
			cuts = cuts[1:]
		}
		begun := false
		at := p.Start
		for _, c := range cuts {
			if c.Start >= p.End {
				break
			}
			begun = t.keep(text, at, min(c.Start, p.End), begun) || begun
			at = max(at, c.End)
		}
		t.keep(text, at, p.End, begun)
	}
	return t
}

// keep adds text[from:to] without blanks around it, to the last paragraph where one is begun.
func (t *remainder) keep(text string, from, to int, begun bool) bool {
	for from < to && letters.IsBlank(text[from]) {
		from++
	}
	for from < to && letters.IsBlank(text[to-1]) {
		to--
	}
	if from >= to {
		return false
	}
	switch {
	case begun:
		t.text.WriteByte(' ')
	case t.text.Len() > 0:
		t.text.WriteString("\n\n")
	}
	at := t.text.Len()
	t.text.WriteString(text[from:to])
	t.pieces = append(t.pieces, keptPiece{from, to, at})
	if !begun {
		t.paragraphs = append(t.paragraphs, gisa.Span{Start: at})
	}
	t.paragraphs[len(t.paragraphs)-1].End = t.text.Len()
	return true
}

// moved returns where an offset of the old text is now; one that was cut moves to the next that was kept.
func (t *remainder) moved(offset int) int {
	i, _ := slices.BinarySearchFunc(t.pieces, offset, func(p keptPiece, o int) int { return p.to - o })
	if i == len(t.pieces) {
		return t.text.Len()
	}
	return t.pieces[i].at + max(0, offset-t.pieces[i].from)
}
