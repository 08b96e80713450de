package facts

import (
	"slices"
	"testing"
	"time"

	"github.com/gisa-go/gisa/internal/corpus"
)

// wantedDate is a date of the truth files beside the checkout.
type wantedDate struct {
	Start, End       int
	From, To         string
	Within, Optional bool
	Accept           []struct {
		From, To string
		Within   bool
	}
}

// right tells whether a date has one of the wanted intervals, to the day.
func (w wantedDate) right(d Date) bool {
	day := func(s string) time.Time {
		t, _ := time.Parse(time.RFC3339, s)
		return t
	}
	fits := func(from, to string, within bool) bool {
		f, t := day(from), day(to)
		if within {
			return !d.From.Before(f) && !d.To.After(t) && !d.From.IsZero()
		}
		return d.From.Format(time.DateOnly) == f.Format(time.DateOnly) &&
			d.To.Format(time.DateOnly) == t.Format(time.DateOnly)
	}
	if fits(w.From, w.To, w.Within) {
		return true
	}
	for _, a := range w.Accept {
		if fits(a.From, a.To, a.Within) {
			return true
		}
	}
	return false
}

// F1 of dates, span overlap and value together, a little below what was reached.
func TestDateFloors(t *testing.T) {
	for file, floor := range map[string]float64{"seed.jsonl": 1, "cases_dev.jsonl": .985, "newsfacts_dev.jsonl": .98} {
		right, found, wanted := 0, 0, 0
		for truth := range corpus.Lines[struct {
			Text      string
			Reference time.Time
			Dates     []wantedDate
			Scored    []string
		}](t, "facts", file) {
			if slices.Contains(truth.Scored, "dates") {
				r, f, w := compareDates(truth.Dates, Find(truth.Text, &Options{Reference: truth.Reference, Names: NamesNone}).Dates)
				right, found, wanted = right+r, found+f, wanted+w
			}
		}
		if f1 := 2 * float64(right) / float64(found+wanted); !(f1 >= floor) { // of no dates it is NaN
			t.Errorf("%s: F1 of dates %.4f (%d right, %d found, %d wanted), want %.3f", file, f1, right, found, wanted, floor)
		}
	}
}

// compareDates counts the dates that are right, those that count, and those that are wanted.
func compareDates(want []wantedDate, got []Date) (right, found, wanted int) {
	used := make([]bool, len(want))
	for _, w := range want {
		if !w.Optional {
			wanted++
		}
	}
	for _, d := range got {
		optional := false
		hit := false
		for i, w := range want {
			if w.Start >= d.End || d.Start >= w.End {
				continue
			}
			optional = optional || w.Optional
			if !w.Optional && !used[i] && !hit && w.right(d) {
				used[i], hit = true, true
			}
		}
		if hit {
			right++
		}
		if hit || !optional {
			found++
		}
	}
	return right, found, wanted
}
