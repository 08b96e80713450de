package naming

import (
	"github.com/gisa-go/gisa/extract/facts/internal/organization/candidate"
	"github.com/gisa-go/gisa/extract/facts/internal/organization/confidence"
	"github.com/gisa-go/gisa/extract/facts/internal/organization/kind"
)

// Names gives what was decided for, in order and without overlaps.
func (f *Finder) Names(clues bool) []Name {
	n := 0
	for i := range f.Cands {
		if f.Cands[i].Role == candidate.Sure {
			n++
		}
	}
	if n == 0 {
		return nil
	}
	out := make([]Name, 0, n)
	times := f.count()
	end := 0
	for i := range f.Cands {
		c := &f.Cands[i]
		if c.Role != candidate.Sure || c.Start < end {
			continue
		}
		out = append(out, f.named(c, times[f.Text[c.Start:c.End]], clues))
		end = c.End
	}
	f.doubt(out)
	f.nameInFull(out)
	f.nameOfTime(out)
	return out
}

// count counts the spellings of the names that were decided for.
func (f *Finder) count() map[string]int {
	if f.Lean == nil { // in a hurry
		return nil
	}
	times := map[string]int{}
	for i := range f.Cands {
		if c := &f.Cands[i]; c.Role == candidate.Sure {
			times[f.Text[c.Start:c.End]]++
		}
	}
	return times
}

// named makes a name of a candidate that was decided for.
func (f *Finder) named(c *candidate.Candidate, times int, clues bool) Name {
	raw := f.Text[c.Start:c.End]
	o := Name{Span: c.Span, Raw: raw, Name: c.Name, Type: c.Type, Rule: c.Rule, Confidence: 1, guessed: c.Guessed}
	if o.Name == "" {
		o.Name = raw
	}
	if c.Own {
		return o
	}
	var clue func(kind, value string)
	if clues {
		clue = func(kind, value string) { o.Clues = append(o.Clues, [2]string{kind, value}) }
	}
	o.Confidence = confidence.Of(f.Found, c, times, clue)
	return o
}

// leastCompany is the confidence that a name must have somewhere in the text to be taken for a company when nothing
// says what it is.
const leastCompany = .8

// doubt takes the names of which nothing says what they are for companies only where they are likely names at all.
func (f *Finder) doubt(out []Name) {
	best := map[string]float64{}
	for i := range out {
		if o := &out[i]; o.guessed {
			best[o.Name] = max(best[o.Name], o.Confidence)
		}
	}
	for i := range out {
		if o := &out[i]; o.guessed && best[o.Name] < leastCompany {
			o.Type = kind.Other
		}
	}
}
