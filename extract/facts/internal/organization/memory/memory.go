// Package memory learns the short names that a text gives its organizations and finds them again.
package memory

import (
	"github.com/gisa-go/gisa/extract/facts/internal/gazetteer"
	"github.com/gisa-go/gisa/extract/facts/internal/organization/candidate"
	"github.com/gisa-go/gisa/extract/facts/internal/organization/kind"
)

// Finder learns the names of a text.
type Finder struct {
	*candidate.Found
	matches []gazetteer.Match
	tally   map[string]int // how often the model marks a name
}

// known is an organization of this text under one of its names.
type known struct {
	name    string
	typ     kind.Type
	guessed bool // the type is a guess
	shy     bool // maybe also a word: named again only as a subject
}

// memory holds the names that a text has given its organizations.
type memory struct {
	table *gazetteer.Table
	known []known
}

func (m *memory) add(text string, k known) {
	if m.table == nil {
		m.table = gazetteer.NewTable(0)
	}
	if m.table.Add(gazetteer.Name{Text: text}) {
		m.known = append(m.known, k)
	}
}
