package tagger

import (
	"slices"

	"github.com/gisa-go/gisa/extract/facts/internal/gazetteer"
)

// Cleaning says how labels that are missing are found by cross-fitting: each part of the examples is marked by a
// model learnt from the others.
type Cleaning struct {
	Parts int   // in how many parts the examples are cut
	Least int32 // the mean preference for organization that a span without a label must have to be given one
}

// Clean returns the examples with the organizations added that they lack by the cross-fitted models, and how many
// those are. Only spans that touch no label are added.
func Clean(examples []Example, lists *gazetteer.Lists, how Learning, c Cleaning) (out []Example, added int) {
	out = slices.Clone(examples)
	for part := range c.Parts {
		var rest []Example
		for i, x := range examples {
			if i%c.Parts != part {
				rest = append(rest, x)
			}
		}
		m, err := Decode(Learn(rest, lists, how))
		if err != nil {
			panic(err) // Learn writes what Decode reads
		}
		t := New(m, lists)
		for i := part; i < len(out); i += c.Parts {
			added += t.complete(&out[i], c.Least)
		}
	}
	return out, added
}

// complete adds to x the organizations that t marks with a preference of at least least.
func (t *Tagger) complete(x *Example, least int32) (added int) {
	lean := make([]int32, len(x.Text))
	for _, s := range t.Mark(x.Text, nil, lean) {
		if s.Class != BeginOrganization || mean(lean, x.Text, s) < least {
			continue
		}
		if !slices.ContainsFunc(x.Spans, func(l Span) bool { return l.Start <= s.End && s.Start <= l.End }) {
			x.Spans = append(slices.Clone(x.Spans), s)
			added++
		}
	}
	slices.SortFunc(x.Spans, func(a, b Span) int { return a.Start - b.Start })
	return added
}

// mean is the mean of lean over the runes of a span.
func mean(lean []int32, text string, s Span) int32 {
	sum, n := 0, 0
	for i := range text[s.Start:s.End] {
		sum += int(lean[s.Start+i])
		n++
	}
	return int32(sum / n)
}
