package output

import (
	"slices"

	"github.com/gisa-go/gisa/extract/facts"
)

// DropUnsure leaves out the organizations that are less sure.
func DropUnsure(f *facts.Facts, least float64) {
	if least <= 0 {
		return
	}
	f.Organizations = slices.DeleteFunc(f.Organizations, func(o facts.Organization) bool {
		return o.Confidence < least
	})
}
