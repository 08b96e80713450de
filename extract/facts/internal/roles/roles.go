package roles

import (
	"strings"

	"github.com/gisa-go/gisa/extract/facts/internal/number"
)

// Amount is an amount of a text as it was found.
type Amount struct {
	Start, End int
	Kind, Unit string
	Value      number.Decimal
	Change     bool // a difference, not a level
	Rate       bool // so much for each: 1인당 10만원
}

// Date is a date of a text as it was found.
type Date struct{ Start, End int }

// Phrase is what a fact is of: words of the text. The zero Phrase is none.
type Phrase struct {
	Start, End int
	Lemma      string // of an event: 착공, 열다
}

// None reports whether nothing is said.
func (p Phrase) None() bool { return p.End == 0 }

// Role is what an amount is of.
type Role struct {
	About Phrase
	Whole int  // which amount it is a part of; -1 for none
	Off   bool // the text says a total, and the parts do not add up to it
}

// Find returns the role of each amount and the event of each date, in time linear in the length of the text. The facts stand in
// order and do not overlap.
func Find(text string, amounts []Amount, dates []Date) ([]Role, []Phrase) {
	of, events := make([]Role, len(amounts)), make([]Phrase, len(dates))
	for i := range of {
		of[i].Whole = -1
	}
	r := reader{text: text, words: known(), amounts: amounts, dates: dates}
	eachSentence(text, func(start, end int) {
		if !r.hasFact(start, end) {
			return
		}
		r.tokens(start, end)
		r.abouts(of)
		r.wholes(of)
		r.events(events)
		r.remember()
	})
	r.grids(of)
	return of, events
}

// remember keeps the amounts of the sentence for the next one, and those of the one before.
func (r *reader) remember() {
	r.before = append(r.before[:0], r.last...)
	r.last = r.last[:0]
	for i := range r.toks {
		if r.toks[i].kind == amount {
			r.last = append(r.last, r.toks[i].fact)
		}
	}
}

// hasFact reports whether a fact begins in text[start:end].
func (r *reader) hasFact(start, end int) bool {
	a := firstIn(r.amounts, start, func(x Amount) int { return x.Start })
	d := firstIn(r.dates, start, func(x Date) int { return x.Start })
	return a < len(r.amounts) && r.amounts[a].Start < end || d < len(r.dates) && r.dates[d].Start < end
}

// eachSentence calls do with each sentence of each line. What somebody is quoted with stays in the sentence around it.
func eachSentence(text string, do func(start, end int)) {
	start, said := 0, false
	for i := 0; i < len(text); i++ {
		switch c := text[i]; {
		case c == '\n':
			said = false
		case c == 0xE2 && strings.HasPrefix(text[i:], "“"):
			said = true
			continue
		case c == 0xE2 && strings.HasPrefix(text[i:], "”"):
			said = false
			continue
		case !said && (c == '.' || c == '!' || c == '?') && endsSentence(text[:i], text[i+1:]):
		default:
			continue
		}
		if i > start {
			do(start, i)
		}
		start = i + 1
	}
	if start < len(text) {
		do(start, len(text))
	}
}

// endsSentence reports whether a full stop between two texts ends a sentence: Hangul before, a blank or a quotation mark behind.
func endsSentence(before, behind string) bool {
	if behind != "" && behind[0] != ' ' && behind[0] != '\n' && !strings.HasPrefix(behind, "\u201d") && behind[0] != '"' {
		return false
	}
	n := len(before)
	return n >= 3 && before[n-3] >= 0xEA && before[n-3] <= 0xED
}
