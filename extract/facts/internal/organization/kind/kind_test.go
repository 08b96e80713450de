package kind

import (
	"slices"
	"testing"

	"github.com/gisa-go/gisa/extract/facts/internal/gazetteer"
)

// TestAll: the types are those that lists may name, each once.
func TestAll(t *testing.T) {
	seen := map[Type]bool{}
	for _, typ := range All {
		if seen[typ] {
			t.Errorf("%s stands twice", typ)
		}
		if seen[typ] = true; !slices.Contains(gazetteer.Types[:], string(typ)) {
			t.Errorf("no list may name %s", typ)
		}
	}
	if len(All) != len(gazetteer.Types) {
		t.Errorf("%d types, lists may name %d", len(All), len(gazetteer.Types))
	}
}
