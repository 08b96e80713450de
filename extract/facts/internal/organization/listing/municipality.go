package listing

import (
	"strings"
	"unicode/utf8"

	"github.com/gisa-go/gisa/extract/facts/internal/gazetteer"
	"github.com/gisa-go/gisa/extract/facts/internal/organization/candidate"
	"github.com/gisa-go/gisa/extract/facts/internal/organization/kind"
	"github.com/gisa-go/gisa/extract/facts/internal/organization/reading"
	"github.com/gisa-go/gisa/internal/korean"
)

// The model's mean preference for organization that an unlisted municipality must have.
const (
	leastTown   = 10000
	leastHolder = 5000 // of one with what a body has behind it: 해람시 관계자
)

// Municipalities finds by their form the municipalities that no list holds: two syllables and 시, 군 or 구
// (해람시, 이룸군). They are places until they act.
func (f *Finder) Municipalities() {
	var found []candidate.Candidate
	k := 0
	for _, w := range f.Words {
		s, ok := f.municipal(w)
		if !ok {
			continue
		}
		for k < len(f.Cands) && f.Cands[k].End <= s.Start {
			k++
		}
		if k < len(f.Cands) && f.Cands[k].Start < s.End {
			if c := &f.Cands[k]; c.Rule == "model" && c.Span == s {
				c.Type = kind.Government
			}
			continue
		}
		least := leastTown
		if next, _ := f.NextWord(w.End); w.End == s.End && (f.HasWord("person", next) || f.isUnitWord(next)) {
			least = leastHolder
		}
		if f.Leaning(s) >= least {
			found = append(found, candidate.Candidate{Span: s, Rest: f.Text[s.End:w.End], Role: candidate.Place,
				Name: f.Text[s.Start:s.End], Type: kind.Government, Kind: gazetteer.Municipality, Rule: "pattern"})
		}
	}
	f.Overlay(found)
}

// isUnitWord reports whether word, without its particle, names a part of a body.
func (f *Finder) isUnitWord(word string) bool {
	for _, n := range f.StemsOf(word) {
		if e := f.Lists.Endings.Longest(word[:n], gazetteer.UnitEnding); n > 0 && e != nil &&
			len(e.Text) >= 3*reading.Syllable {
			return true
		}
	}
	return false
}

// municipal returns the part of w that has the form of a municipality's name.
func (f *Finder) municipal(w korean.Word) (reading.Span, bool) {
	s := reading.Span{Start: w.Start, End: w.Start + 3*reading.Syllable}
	if w.End < s.End {
		return s, false
	}
	name := f.Text[s.Start:s.End]
	head, ok := strings.CutSuffix(name, "시")
	for _, kind := range [...]string{"군", "구"} {
		if !ok {
			head, ok = strings.CutSuffix(name, kind)
		}
	}
	if !ok || utf8.RuneCountInString(head) != 2 || head[0] < 0xEA || f.Lists.Context.Section("common")[name] ||
		f.IsPlace(head) {
		return s, false
	}
	rest := f.Text[s.End:w.End]
	return s, rest == "" || f.MayFollow(name, rest)
}
