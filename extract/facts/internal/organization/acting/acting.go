// Package acting decides whether a place, or a word that may be a name, is named as a body.
package acting

import (
	"github.com/gisa-go/gisa/extract/facts/internal/organization/candidate"
)

// Finder decides for or against the open candidates of a text.
type Finder struct {
	*candidate.Found
}
