// Package naming makes the names of what was decided for: written in full, and as of their time.
package naming

import (
	"time"

	"github.com/gisa-go/gisa/extract/facts/internal/gazetteer"
	"github.com/gisa-go/gisa/extract/facts/internal/organization/candidate"
	"github.com/gisa-go/gisa/extract/facts/internal/organization/kind"
	"github.com/gisa-go/gisa/extract/facts/internal/organization/reading"
)

// Finder names what was decided for.
type Finder struct {
	*candidate.Found
	When    time.Time // when the text was published; zero: today
	matches []gazetteer.Match
}

// Name is the name of an organization in a text.
type Name struct {
	reading.Span
	Raw, Name  string
	Type       kind.Type
	Rule       string
	Confidence float64     // how likely the span is right, 0..1
	Clues      [][2]string // what the confidence was made of, if it was asked for: kinds and values
	guessed    bool        // its type is a guess
}
