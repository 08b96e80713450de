package body

import (
	"slices"
	"strings"

	"github.com/gisa-go/gisa"
	"github.com/gisa-go/gisa/dedupe"
	"github.com/gisa-go/gisa/extract/internal/letters"
)

// Repeat is a run of the text that the page said Times times. Start and End are the bytes of the text that were kept;
// Removed holds what was taken out, as it stood.
type Repeat struct {
	gisa.Span
	Times   int
	Removed []string
}

// Once returns the text with one of each run that it says more than once, and what was taken out.
func (t Text) Once() Text {
	repeats, err := dedupe.Within(t.Whole, &dedupe.Options{MinRepeat: leastRepeat(t.Whole)})
	if err != nil {
		panic(err) // these options are valid for every text
	}
	if len(repeats) == 0 {
		return t
	}
	repeats = slices.DeleteFunc(repeats, func(r dedupe.Repeat) bool { return !saysSentence(t.Whole[r.Start:r.End]) })
	var copies []gisa.Span
	for _, r := range repeats {
		copies = append(copies, r.Copies...)
	}
	slices.SortFunc(copies, func(a, b gisa.Span) int { return a.Start - b.Start })
	rest := without(t.Whole, t.Paragraphs, copies)
	once := Text{Whole: rest.text.String(), Paragraphs: rest.paragraphs}
	for _, r := range repeats {
		kept := Repeat{Span: gisa.Span{Start: rest.moved(r.Start), End: rest.moved(r.End)}, Times: 1 + len(r.Copies)}
		for _, c := range r.Copies {
			kept.Removed = append(kept.Removed, t.Whole[c.Start:c.End])
		}
		once.Repeats = append(once.Repeats, kept)
	}
	return once
}

// leastRepeat is the shortest run that is taken out: about two sentences. Guides, tables and recipes say shorter ones again
// with good reason. Latin letters say less than Hangul or Han.
func leastRepeat(text string) int {
	wide, all := 0, 0
	for _, r := range text[:min(len(text), 4096)] {
		all++
		if letters.IsWide(r) {
			wide++
		}
	}
	if wide*3 > all {
		return 0 // the default
	}
	return 60
}

// saysSentence reports whether one of the lines is running text. What is said again without is a label, a heading or a row.
func saysSentence(run string) bool {
	for line := range strings.Lines(run) {
		if line = strings.TrimSpace(line); letters.Size(line) >= 60 && letters.EndsSentence([]byte(line)) {
			return true
		}
	}
	return false
}

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
	t := &remainder{}
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
