package roles

import (
	"strings"

	"github.com/gisa-go/gisa/extract/facts/internal/roles/fact"
	"github.com/gisa-go/gisa/extract/facts/internal/roles/grid"
	"github.com/gisa-go/gisa/extract/facts/internal/roles/known"
)

// Facts are those of a text as they were found, in order and without overlaps: how many there are, and each of them.
// They are asked for a sentence at a time, so that a text of very many costs no memory for them here.
type Facts struct {
	Amounts, Dates int
	Amount         func(i int) Amount
	Date           func(i int) Date
}

// Find calls about with the role of each amount that has one, and event with what happens on each date of which that
// is said, in time linear in the length of the text.
func Find(text string, facts Facts, about func(amount int, r Role), event func(date int, p Phrase)) {
	if facts.Amounts+facts.Dates <= mostTogether {
		together(text, facts, about, event)
		return
	}
	r := reader{text: text, words: known.Read()}
	var of []Role
	var events []Phrase
	a, d := 0, 0 // the first facts behind the sentence
	eachSentence(text, func(start, end int) {
		var amounts, dates int // where those of the sentence begin
		r.amounts, amounts, a = window(r.amounts, facts.Amount, a, facts.Amounts, start, end)
		r.dates, dates, d = window(r.dates, facts.Date, d, facts.Dates, start, end)
		if len(r.amounts)+len(r.dates) == 0 {
			return
		}
		of, events = of[:0], events[:0]
		for range r.amounts {
			of = append(of, Role{Whole: -1})
		}
		for range r.dates {
			events = append(events, Phrase{})
		}
		r.tokens(start, end)
		r.abouts(of)
		r.wholes(of)
		r.events(events)
		for i, o := range of {
			if o != (Role{Whole: -1}) {
				if o.Whole >= 0 {
					o.Whole += amounts
				}
				about(amounts+i, o)
			}
		}
		for i, p := range events {
			if !p.None() {
				event(dates+i, p)
			}
		}
	})
}

// mostTogether is how many facts a text has at most whose sentences are read beside one another, with tables and what
// a sentence says of the amounts of the one before.
const mostTogether = 1 << 12

// together is Find for a text of no more than so many facts.
func together(text string, facts Facts, about func(int, Role), event func(int, Phrase)) {
	r := reader{text: text, words: known.Read(), amounts: make([]Amount, facts.Amounts), dates: make([]Date, facts.Dates)}
	of, events := make([]Role, facts.Amounts), make([]Phrase, facts.Dates)
	for i := range of {
		r.amounts[i], of[i].Whole = facts.Amount(i), -1
	}
	for i := range r.dates {
		r.dates[i] = facts.Date(i)
	}
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
	grid.Read(text, r.amounts, r.dates, r.words.Measure["totals"], of)
	for i, o := range of {
		if o != (Role{Whole: -1}) {
			about(i, o)
		}
	}
	for i, p := range events {
		if !p.None() {
			event(i, p)
		}
	}
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
	a := fact.First(r.amounts, start)
	d := fact.First(r.dates, start)
	return a < len(r.amounts) && r.amounts[a].Start < end || d < len(r.dates) && r.dates[d].Start < end
}

// window replaces what list holds by the facts from i on, of n, that begin in a sentence, and returns the first of
// them and the first behind them. No more than are read as one sentence are taken.
func window[F fact.Fact](list []F, at func(int) F, i, n, start, end int) (facts []F, first, next int) {
	for i < n && at(i).Begin() < start {
		i++
	}
	list, first = list[:0], i
	for ; i < n; i++ {
		f := at(i)
		if f.Begin() >= end {
			break
		}
		if len(list) < 2*mostTokens {
			list = append(list, f)
		}
	}
	return list, first, i
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

// endsSentence reports whether a full stop between two texts ends a sentence: Hangul before, a blank or a quotation
// mark behind.
func endsSentence(before, behind string) bool {
	if behind != "" && behind[0] != ' ' && behind[0] != '\n' && !strings.HasPrefix(behind, "\u201d") && behind[0] != '"' {
		return false
	}
	n := len(before)
	return n >= 3 && before[n-3] >= 0xEA && before[n-3] <= 0xED
}
