// Package judge holds the model's names against what it cannot know, and the lists' names against the model.
package judge

import (
	"github.com/gisa-go/gisa/extract/facts/internal/organization/candidate"
)

// Finder judges the candidates of a text.
type Finder struct {
	*candidate.Found
	titled map[string]bool // titles that the text uses behind persons only
}
