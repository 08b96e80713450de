// Package organization finds the names of organizations in Korean text: by lists, by endings and patterns, and by a
// sequence model, weighed by what stands around them. It holds the order of the stages; each has a room of its own
// below.
package organization

import (
	"strings"

	"github.com/gisa-go/gisa/extract/facts/internal/gazetteer"
	"github.com/gisa-go/gisa/extract/facts/internal/organization/data"
	"github.com/gisa-go/gisa/extract/facts/internal/organization/fold"
)

// Lists are the lists of the package, read on first use.
func Lists() *gazetteer.Lists { return data.Lists() }

// Find finds the names of the organizations of a text.
func Find(text string, opts Options) (all []Name) {
	Each(text, opts, func(names []Name) { all = append(all, names...) })
	return all
}

// Each gives the names of the organizations of a text in order, those of a very long text in parts.
func Each(text string, opts Options, give func(names []Name)) { each(text, 0, longestText, opts, give) }

// each does so for the part of a text that begins at byte at, in parts of at most longest bytes.
func each(text string, at, longest int, opts Options, give func(names []Name)) {
	for start := 0; start < len(text); {
		end := partEnd(text, start, longest)
		names, ok := find(text[start:end], opts, longest > longestText/divisor/divisor)
		if !ok {
			each(text[start:end], at+start, longest/divisor, opts, give)
		}
		for i := range names {
			names[i].Start, names[i].End = names[i].Start+start+at, names[i].End+start+at
		}
		if len(names) > 0 {
			give(names)
		}
		start = end
	}
}

// find finds the names of one part.
func find(text string, opts Options, divisible bool) (names []Name, ok bool) {
	if fold.IsPlain(text) {
		return findIn(text, opts, divisible)
	}
	folded, at := fold.Text(text)
	names, ok = findIn(folded, opts, divisible)
	unfold(names, text, at)
	return names, ok
}

// unfold leads the names of a folded text back to the text.
func unfold(names []Name, text string, at []int32) {
	for i := range names {
		n := &names[i]
		n.Raw = strings.TrimRight(text[at[n.Start]:at[n.End]], "\u200b\ufeff")
		n.Start = int(at[n.Start])
		n.End = n.Start + len(n.Raw)
	}
}
