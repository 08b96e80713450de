// Package confidence weighs how likely a name is right.
package confidence

import (
	"math"
	"strings"
	"unicode/utf8"

	"github.com/gisa-go/gisa/extract/facts/internal/organization/candidate"
	"github.com/gisa-go/gisa/extract/facts/internal/organization/kind"
	"github.com/gisa-go/gisa/extract/facts/internal/organization/reading"
)

// Of returns how likely the span of a candidate is right, 0..1, of which the text has so many with the model. It calls
// clue, unless nil, with the kind and value of each clue.
func Of(f *candidate.Found, c *candidate.Candidate, times int, clue func(kind, value string)) float64 {
	e := gather(f, c, times)
	if clue != nil {
		e.clues(clue)
	}
	return e.confidence(builtinScale())
}

// evidence is what is known of a name when its confidence is asked for: a few kinds of clues, each of which has a
// weight by what it says (org-confidence.txt, fitted by calibrate).
type evidence struct {
	rule   string // "list+model": each part is a clue
	model  bool   // whether the model was asked
	lean   int    // mean preference of the model, in steps of leanStep
	edge   int    // the least preference at its first and last letter
	after  int    // the preference at the letter behind it
	runes  int
	ending endingKind
	times  int // how often the text has the name, with the model
	rest   restKind
	quoted bool
	typ    kind.Type
}

// leanStep is the width of the steps in which the model's preference is counted.
const leanStep = 6000

// clues calls do with the name of each clue's weight.
func (e *evidence) clues(do func(kind, value string)) {
	asked := "lists"
	if e.model {
		asked = "model"
		do("lean", digits[clip(e.lean)])
		do("edge", digits[clip(e.edge)])
		do("after", digits[clip(e.after)])
		do("times", digits[min(e.times, 3)])
	}
	do("asked", asked)
	for part, rest, ok := strings.Cut(e.rule, "+"); ; part, rest, ok = strings.Cut(rest, "+") {
		do(asked, part)
		if !ok {
			break
		}
	}
	do("runes", digits[min(e.runes, 8)])
	do("ending", endingKinds[e.ending])
	do("rest", restKinds[e.rest])
	do("type", string(e.typ))
	if e.quoted {
		do("quoted", "")
	}
}

// clip makes an index of a preference in steps: 0 for three steps below zero or less.
func clip(steps int) int { return max(0, min(steps+3, len(digits)-1)) }

// confidence is the logistic function of the sum of the weights of a name's clues, in hundredths.
func (e *evidence) confidence(s *scale) float64 {
	sum := s.runes[min(e.runes, 8)] + s.ending[e.ending] + s.rest[e.rest]
	for i, typ := range kind.All {
		if typ == e.typ {
			sum += s.typ[i]
			break
		}
	}
	asked := 0
	if e.model {
		asked = 1
		sum += s.lean[clip(e.lean)] + s.edge[clip(e.edge)] + s.after[clip(e.after)] + s.times[min(e.times, 3)]
	}
	for part, rest, ok := strings.Cut(e.rule, "+"); ; part, rest, ok = strings.Cut(rest, "+") {
		sum += s.rules[asked][part]
		if !ok {
			break
		}
	}
	if sum += s.asked[asked]; e.quoted {
		sum += s.quoted
	}
	return math.Round(100/(1+math.Exp(-sum))) / 100
}

// gather gathers what is known of c, which the text has so many times.
func gather(f *candidate.Found, c *candidate.Candidate, times int) evidence {
	raw := f.Text[c.Start:c.End]
	e := evidence{rule: c.Rule, runes: utf8.RuneCountInString(raw), ending: endingKindOf(f.Lists.Endings.Longest(raw)),
		times: times, rest: restKindOf(c.Rest), typ: c.Type}
	if r, _ := utf8.DecodeLastRuneInString(f.Text[:c.Start]); c.Start > 0 {
		e.quoted = strings.ContainsRune(reading.Quotes, r)
	}
	if f.Lean == nil {
		return e
	}
	e.model = true
	_, n := utf8.DecodeLastRuneInString(raw)
	e.lean = floorStep(f.Leaning(c.Span))
	e.edge = floorStep(min(int(f.Lean[c.Start]), int(f.Lean[c.End-n])))
	if c.End < len(f.Text) {
		e.after = floorStep(int(f.Lean[c.End]))
	}
	return e
}

func floorStep(lean int) int { return int(math.Floor(float64(lean) / leanStep)) }
