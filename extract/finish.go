package extract

import (
	"slices"
	"strings"

	"github.com/gisa-go/gisa/dedupe"
	"github.com/gisa-go/gisa/extract/facts"
	"github.com/gisa-go/gisa/extract/internal/letters"
)

// finish takes repeats out of the text and finds its facts.
func finish(p *page) error {
	if !p.opts.KeepRepeats {
		if err := removeRepeats(p.art); err != nil {
			return err
		}
	}
	findSubtitle(p)
	if p.opts.SkipFacts {
		return nil
	}
	o := facts.Options{}
	if p.opts.Facts != nil {
		o = *p.opts.Facts
	}
	if o.Reference.IsZero() {
		o.Reference = p.art.Published
	}
	if o.Reference.IsZero() {
		o.Reference = p.Fetched
	}
	p.art.Facts = facts.Find(p.art.Text, &o)
	return nil
}

// removeRepeats leaves one of each run that the text says more than once, and notes what was taken out.
func removeRepeats(a *Article) error {
	repeats, err := dedupe.Within(a.Text, &dedupe.Options{MinRepeat: leastRepeat(a.Text)})
	if err != nil || len(repeats) == 0 {
		return err
	}
	repeats = slices.DeleteFunc(repeats, func(r dedupe.Repeat) bool { return !saysSentence(a.Text[r.Start:r.End]) })
	var copies []facts.Span
	for _, r := range repeats {
		for _, c := range r.Copies {
			copies = append(copies, facts.Span{Start: c.Start, End: c.End})
		}
	}
	slices.SortFunc(copies, func(a, b facts.Span) int { return a.Start - b.Start })
	old := a.Text
	t := without(old, a.Paragraphs, copies)
	for _, r := range repeats {
		kept := Repeat{Span: facts.Span{Start: t.moved(r.Start), End: t.moved(r.End)}, Times: 1 + len(r.Copies)}
		for _, c := range r.Copies {
			kept.Removed = append(kept.Removed, old[c.Start:c.End])
		}
		a.Repeats = append(a.Repeats, kept)
	}
	a.Text, a.Paragraphs = t.text.String(), t.paragraphs
	return nil
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
	paragraphs []facts.Span
	pieces     []keptPiece
}

// keptPiece is a stretch that was kept: old[from:to] now begins at the offset at.
type keptPiece struct{ from, to, at int }

// without writes the paragraphs of a text without the stretches to cut, which are in order of their starts.
func without(text string, paragraphs, cuts []facts.Span) *remainder {
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
		t.paragraphs = append(t.paragraphs, facts.Span{Start: at})
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
