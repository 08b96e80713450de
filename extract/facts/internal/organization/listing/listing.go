// Package listing finds candidates by the lists of names, by their endings, and by the forms of towns.
package listing

import (
	"github.com/gisa-go/gisa/extract/facts/internal/gazetteer"
	"github.com/gisa-go/gisa/extract/facts/internal/organization/candidate"
)

// Finder finds the listed names and those with the endings of names.
type Finder struct {
	*candidate.Found
	matches []gazetteer.Match
	stems   []int
	Most    int // how many names Classify finds before it gives up; 0 is no bound
}
