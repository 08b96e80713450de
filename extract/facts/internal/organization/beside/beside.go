// Package beside finds the names that no list holds by what stands beside them.
package beside

import (
	"github.com/gisa-go/gisa/extract/facts/internal/organization/candidate"
)

// Finder finds the names that their surroundings tell.
type Finder struct {
	*candidate.Found
	stems []int
}
