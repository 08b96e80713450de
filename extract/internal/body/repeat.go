package body

import (
	"slices"
	"strings"

	"github.com/gisa-go/gisa"
	"github.com/gisa-go/gisa/dedupe"
	"github.com/gisa-go/gisa/extract/internal/letters"
)

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
	once := Text{Whole: rest.text.String(), Paragraphs: rest.paragraphs, moves: append(slices.Clone(t.moves), rest.pieces)}
	for _, r := range repeats {
		kept := Repeat{Span: gisa.Span{Start: rest.moved(r.Start), End: rest.moved(r.End)}, Times: 1 + len(r.Copies)}
		for _, c := range r.Copies {
			kept.Removed = append(kept.Removed, t.Whole[c.Start:c.End])
		}
		once.Repeats = append(once.Repeats, kept)
	}
	return once
}

// leastRepeat is the shortest run that is taken out: about two sentences. Guides, tables and recipes say shorter ones
// again with good reason. Latin letters say less than Hangul or Han.
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

// saysSentence reports whether one of the lines is running text. What is said again without is a label, a heading or a
// row.
func saysSentence(run string) bool {
	for line := range strings.Lines(run) {
		if line = strings.TrimSpace(line); letters.Size(line) >= 60 && letters.EndsSentence([]byte(line)) {
			return true
		}
	}
	return false
}
