package organization

import (
	"math"
	"strings"
	"unicode/utf8"

	"github.com/gisa-go/gisa/extract/facts/internal/gazetteer"
)

// evidence is what is known of a name when its confidence is asked for: a few kinds of clues, each of which has a weight
// by what it says (data/org-confidence.txt, fitted by ../calibrate).
type evidence struct {
	rule   string // "list+model": each part is a clue
	model  bool   // whether the model was asked
	lean   int    // mean preference of the model, in steps of leanStep
	edge   int    // the least preference at its first and last letter
	after  int    // the preference at the letter behind it
	runes  int
	ending string // the kind of its ending
	times  int    // how often the text has the name, with the model
	rest   string // the kind of what follows in its word
	quoted bool
	typ    OrgType
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
	do("ending", e.ending)
	do("rest", e.rest)
	do("type", string(e.typ))
	if e.quoted {
		do("quoted", "")
	}
}

var digits = [...]string{"0", "1", "2", "3", "4", "5", "6", "7", "8", "9", "10", "11", "12"}

// clip makes an index of a preference in steps: 0 for three steps below zero or less.
func clip(steps int) int { return max(0, min(steps+3, len(digits)-1)) }

// scale holds the weights where they are quick to find.
type scale struct {
	lean, edge, after, runes, times [len(digits)]float64
	kinds                           map[string]map[string]float64
}

func scaleOf(w *gazetteer.Weights) scale {
	s := scale{kinds: map[string]map[string]float64{}}
	for i, d := range digits {
		s.lean[i], s.edge[i], s.after[i] = w.Of("lean", d), w.Of("edge", d), w.Of("after", d)
		s.runes[i], s.times[i] = w.Of("runes", d), w.Of("times", d)
	}
	for _, kind := range [...]string{"asked", "model", "lists", "ending", "rest", "type", "quoted"} {
		s.kinds[kind] = w.Kind(kind)
	}
	return s
}

// confidence is the logistic function of the sum of the weights of a name's clues, in hundredths.
func (e *evidence) confidence(s *scale) float64 {
	asked := "lists"
	sum := s.runes[min(e.runes, 8)] + s.kinds["ending"][e.ending] + s.kinds["rest"][e.rest] + s.kinds["type"][string(e.typ)]
	if e.model {
		asked = "model"
		sum += s.lean[clip(e.lean)] + s.edge[clip(e.edge)] + s.after[clip(e.after)] + s.times[min(e.times, 3)]
	}
	rules := s.kinds[asked]
	for part, rest, ok := strings.Cut(e.rule, "+"); ; part, rest, ok = strings.Cut(rest, "+") {
		sum += rules[part]
		if !ok {
			break
		}
	}
	sum += s.kinds["asked"][asked]
	if e.quoted {
		sum += s.kinds["quoted"][""]
	}
	return math.Round(100/(1+math.Exp(-sum))) / 100
}

// evidenceOf gathers what is known of c, which the text has so many times.
func (f *finder) evidenceOf(c *candidate, times int) evidence {
	raw := f.text[c.Start:c.End]
	e := evidence{rule: c.rule, runes: utf8.RuneCountInString(raw), ending: f.endingKind(raw), times: times, rest: restKind(c.rest), typ: c.typ}
	if r, _ := utf8.DecodeLastRuneInString(f.text[:c.Start]); c.Start > 0 {
		e.quoted = strings.ContainsRune(quotes, r)
	}
	if f.lean == nil {
		return e
	}
	e.model = true
	_, n := utf8.DecodeLastRuneInString(raw)
	e.lean = floorStep(f.leaning(c.Span))
	e.edge = floorStep(min(int(f.lean[c.Start]), int(f.lean[c.End-n])))
	if c.End < len(f.text) {
		e.after = floorStep(int(f.lean[c.End]))
	}
	return e
}

func floorStep(lean int) int { return int(math.Floor(float64(lean) / leanStep)) }

// endingKind says what kind of ending a name has.
func (f *finder) endingKind(raw string) string {
	e := f.lists.Endings.Longest(raw)
	switch {
	case e == nil:
		return "none"
	case e.Kinds[gazetteer.CertainEnding]:
		return "certain"
	case e.Kinds[gazetteer.NameEnding]:
		return "name"
	case len(e.Text) > syllable:
		return "long"
	}
	return "short"
}

// restKind says what follows a name in its word.
func restKind(rest string) string {
	switch rest {
	case "":
		return "none"
	case "은", "는", "이", "가":
		return "subject"
	case "을", "를":
		return "object"
	case "의":
		return "of"
	case "과", "와":
		return "and"
	case "에", "에서", "에게", "로", "으로":
		return "place"
	}
	return "other"
}
