// Package memory learns the short names that a text gives its organizations and finds them again.
package memory

import (
	"github.com/gisa-go/gisa/extract/facts/internal/gazetteer"
	"github.com/gisa-go/gisa/extract/facts/internal/organization/candidate"
)

// Finder learns the names of a text.
type Finder struct {
	*candidate.Found
	matches []gazetteer.Match
	tally   map[string]int // how often the model marks a name
}
