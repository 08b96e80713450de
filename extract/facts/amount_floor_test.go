package facts

import (
	"math/big"
	"slices"
	"testing"
	"time"

	"github.com/gisa-go/gisa/internal/corpus"
)

// wanted is a labelled amount of ../shared/data/facts.
type wanted struct {
	Start, End int
	Kind       string
	Value, Max string
	Optional   bool
	Accept     []struct{ Value, Max string }
}

// TestAmountFloors pins what the labelled texts gave, a little below: F1 of right values on overlapping spans.
func TestAmountFloors(t *testing.T) {
	for _, c := range []struct {
		file  string
		floor float64
	}{{"seed.jsonl", 1}, {"cases_dev.jsonl", 0.99}, {"newsfacts_dev.jsonl", 0.98}} {
		t.Run(c.file, func(t *testing.T) {
			right, want, got := scoreAmounts(t, c.file)
			if f1 := 2 * float64(right) / float64(want+got); !(f1 >= c.floor) { // of no amounts it is NaN
				t.Errorf("F1 %.4f, floor %.2f: %d right of %d found and %d wanted", f1, c.floor, right, got, want)
			}
		})
	}
}

func scoreAmounts(t *testing.T, file string) (right, want, got int) {
	for doc := range corpus.Lines[struct {
		Text          string
		Reference     time.Time
		Amounts       []wanted
		Scored, Kinds []string
	}](t, "facts", file) {
		if !slices.Contains(doc.Scored, "amounts") {
			continue
		}
		found := Find(doc.Text, &Options{Names: NamesNone, Reference: doc.Reference}).Amounts
		for _, a := range found {
			touched := false
			for _, w := range doc.Amounts {
				touched = touched || min(a.End, w.End) > max(a.Start, w.Start)
				if !w.Optional && min(a.End, w.End) > max(a.Start, w.Start) && w.is(a) {
					right++
					got++
				}
			}
			if !touched && (doc.Kinds == nil || slices.Contains(doc.Kinds, string(a.Kind))) {
				t.Logf("spurious %s in %.60q", describe(a), doc.Text)
				got++
			}
		}
		for _, w := range doc.Amounts {
			if !w.Optional {
				want++
			}
		}
	}
	return right, want, got
}

// is reports whether the amount has one of the values that are right.
func (w wanted) is(a Amount) bool {
	same := func(s string, d Decimal) bool {
		r, ok := new(big.Rat).SetString(s)
		return s == "" && !d.Valid() || ok && d.Valid() && r.Cmp(d.Rat()) == 0
	}
	if same(w.Value, a.Value) && same(w.Max, a.Max) {
		return true
	}
	for _, o := range w.Accept {
		if o.Value != "" && same(o.Value, a.Value) && same(o.Max, a.Max) {
			return true
		}
	}
	return false
}
