package fold

import (
	"math/rand/v2"
	"strings"
	"testing"

	"golang.org/x/text/unicode/norm"
)

// TestSpansOfManyEdits leads each piece of a text of thousands of edits, near and far from one another, back to where
// it was.
func TestSpansOfManyEdits(t *testing.T) {
	rng := rand.New(rand.NewPCG(1, 2))
	var text strings.Builder
	var begins, ends []int // of the words
	for range 3000 {
		begins = append(begins, text.Len())
		text.WriteString(norm.NFD.String("값"))
		text.WriteString(strings.Repeat("가", rng.IntN(3)*rng.IntN(100)))
		ends = append(ends, text.Len())
		text.WriteString(strings.Repeat("\u00a0", 1+rng.IntN(2)))
	}
	folded := Of(text.String())
	at := 0
	for i, word := range strings.Fields(folded.Text) {
		at += strings.Index(folded.Text[at:], word)
		if start, end := folded.Span(at, at+len(word)); start != begins[i] || end != ends[i] {
			t.Fatalf("word %d at %d comes from [%d,%d), want [%d,%d)", i, at, start, end, begins[i], ends[i])
		}
		at += len(word)
	}
}
