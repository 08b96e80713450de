package output

import (
	"slices"

	"github.com/gisa-go/gisa/extract/facts"
)

// Confidence is how sure an organization is, 0 to 1, where that is known.
func Confidence(facts.Organization) (share float64, known bool) {
	return 0, false // to become: return o.Confidence, true
}

// DropUnsure leaves out the organizations that are known to be less sure.
func DropUnsure(f *facts.Facts, least float64) {
	if least <= 0 {
		return
	}
	f.Organizations = slices.DeleteFunc(f.Organizations, func(o facts.Organization) bool {
		share, known := Confidence(o)
		return known && share < least
	})
}
