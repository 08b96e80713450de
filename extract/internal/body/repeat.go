package body

import (
	"slices"
	"strings"
	"unicode/utf8"

	"github.com/gisa-go/gisa"
	"github.com/gisa-go/gisa/dedupe"
	"github.com/gisa-go/gisa/extract/internal/letters"
)

// Once returns the text with one of each run that it says more than once, and what was taken out.
func (t Text) Once() Text {
	repeats := slices.DeleteFunc(t.repeats(), func(r dedupe.Repeat) bool { return !saysSentence(t.Whole[r.Start:r.End]) })
	if len(repeats) == 0 {
		return t
	}
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

// maxCompared is how much of a text is compared with itself at once, in bytes. No article is as long; what is longer is
// compared part by part, so that a page of many megabytes costs no gigabytes.
const maxCompared = 256 << 10

// repeats returns what the text says more than once, in order.
func (t Text) repeats() (list []dedupe.Repeat) {
	for from := 0; from < len(t.Whole); {
		to := t.cutBefore(from + maxCompared)
		part := t.Whole[from:to]
		found, err := dedupe.Within(part, &dedupe.Options{MinRepeat: leastRepeat(part)})
		if err != nil {
			panic(err) // these options are valid for every text
		}
		for _, r := range found {
			r.Start, r.End = r.Start+from, r.End+from
			for i := range r.Copies {
				r.Copies[i].Start += from
				r.Copies[i].End += from
			}
			list = append(list, r)
		}
		from = to
	}
	return list
}

// cutBefore returns the offset before one at which the text may be cut: the beginning of a paragraph, else of a
// character where a single one is as long as that.
func (t Text) cutBefore(at int) int {
	if at >= len(t.Whole) {
		return len(t.Whole)
	}
	i, _ := slices.BinarySearchFunc(t.Paragraphs, at, func(p gisa.Span, o int) int { return p.Start - o })
	if i > 0 && t.Paragraphs[i-1].Start > at-maxCompared {
		return t.Paragraphs[i-1].Start
	}
	for at > 0 && !utf8.RuneStart(t.Whole[at]) {
		at--
	}
	return at
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
