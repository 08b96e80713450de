// Package naming makes the names of what was decided for: written in full, and as of their time.
package naming

import (
	"time"

	"github.com/gisa-go/gisa/extract/facts/internal/gazetteer"
	"github.com/gisa-go/gisa/extract/facts/internal/organization/candidate"
)

// Finder names what was decided for.
type Finder struct {
	*candidate.Found
	When    time.Time // when the text was published; zero: today
	matches []gazetteer.Match
}
