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
func Find(text string, opts Options) []Name {
	if fold.IsPlain(text) {
		return find(text, opts)
	}
	folded, at := fold.Text(text)
	names := find(folded, opts)
	unfold(names, text, at)
	return names
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
