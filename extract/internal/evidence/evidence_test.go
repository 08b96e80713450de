package evidence

import (
	"slices"
	"testing"
)

// TestAdd keeps notes in the order in which fields were found.
func TestAdd(t *testing.T) {
	var n Notes
	n.Add("title", "jsonld", "A bridge")
	n.Add("authors", "head", "")
	if want := (Notes{{"title", "jsonld", "A bridge"}, {"authors", "head", ""}}); !slices.Equal(n, want) {
		t.Errorf("got %+v", n)
	}
}
