package confidence

import (
	"math"
	"testing"

	"github.com/gisa-go/gisa/extract/facts/internal/organization/candidate"
	"github.com/gisa-go/gisa/extract/facts/internal/organization/data"
	"github.com/gisa-go/gisa/extract/facts/internal/organization/kind"
	"github.com/gisa-go/gisa/extract/facts/internal/organization/reading"
)

// of returns the confidence of the first word of a text that the model leans to so much, and its clues.
func of(text string, c candidate.Candidate, lean int32) (float64, map[string]string) {
	f := &candidate.Found{Reading: reading.New(text, data.Lists())}
	f.Lean = make([]int32, len(text))
	for i := range f.Lean {
		f.Lean[i] = lean
	}
	clues := map[string]string{}
	return Of(f, &c, 1, func(kind, value string) { clues[kind] = value }), clues
}

// TestOf: a name that the model is sure of is likelier than one that it would refuse; both lie within 0 and 1, in
// hundredths.
func TestOf(t *testing.T) {
	text := "새솔의료원은 밝혔다."
	c := candidate.Candidate{Span: reading.Span{End: len("새솔의료원")}, Rest: "은", Rule: "suffix+model", Type: kind.Hospital}
	low, _ := of(text, c, -3*leanStep)
	high, _ := of(text, c, 8*leanStep)
	if low >= high || low < 0 || high > 1 || low != math.Round(100*low)/100 || high != math.Round(100*high)/100 {
		t.Errorf("%v where the model would refuse, %v where it is sure", low, high)
	}
	_, clues := of(text, c, 0)
	for kind, want := range map[string]string{"rest": "subject", "type": "hospital", "runes": "5", "asked": "model"} {
		if clues[kind] != want {
			t.Errorf("clue %s is %q, want %q", kind, clues[kind], want)
		}
	}
}

// TestKinds: each kind of clue that a name may have has a weight of its name in the data.
func TestKinds(t *testing.T) {
	w := data.Lists().Weights
	for kind, values := range map[string][]string{"ending": endingKinds[:], "rest": restKinds[:]} {
		found := 0
		for _, v := range values {
			if w.Of(kind, v) != 0 {
				found++
			}
		}
		if found < len(values)/2 {
			t.Errorf("%s: %d of %d have a weight", kind, found, len(values))
		}
	}
	for rest, want := range map[string]string{"": "none", "는": "subject", "의": "of", "에서": "place", "마저": "other"} {
		if got := restKinds[restKindOf(rest)]; got != want {
			t.Errorf("%q is %s, want %s", rest, got, want)
		}
	}
}
