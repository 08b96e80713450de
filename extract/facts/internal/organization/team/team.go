// Package team finds the countries and clubs that play.
package team

import (
	"slices"
	"strings"

	"github.com/gisa-go/gisa/extract/facts/internal/organization/candidate"
	"github.com/gisa-go/gisa/extract/facts/internal/organization/kind"
	"github.com/gisa-go/gisa/extract/facts/internal/organization/reading"
	"github.com/gisa-go/gisa/internal/korean"
)

// Finder finds the teams of a text.
type Finder struct {
	*candidate.Found
	stems []int
}

// Teams makes teams of the countries that play in a report on a match (해람국은 2-0으로 이겼다). Elsewhere a
// country is no organization.
func (f *Finder) Teams() {
	said := reading.Span{}
	match, others := false, false
	for i := range f.Cands {
		c := &f.Cands[i]
		if c.Role != candidate.Country {
			continue
		}
		and := others && c.Start < said.End && (c.Rest == "와" || c.Rest == "과")
		if !and && !f.plays(i) {
			continue
		}
		if c.Start >= said.End {
			said, others = f.Sentence(c.Span, said.End), false
			match = f.reportsMatch(said, f.pairing(i, said.End))
		}
		if match {
			c.Role, c.Rule, c.Type, others = candidate.Sure, "team", kind.Team, true
		}
	}
}

// enough points for a report on a match: one score, one word that is said of matches only, or three that are said
// of much else, too.
const enough = 3

// pairing returns the points for two countries with a dash between them that play (해람국-이룸국의 경기), among the
// candidates from i to byte end.
func (f *Finder) pairing(i, end int) int {
	for ; i < len(f.Cands) && f.Cands[i].Start < end; i++ {
		c := &f.Cands[i]
		if c.Role != candidate.Country || c.Rest != "" && c.Rest != "의" || !f.opponent(i-1, i) {
			continue
		}
		if next, _ := f.NextWord(c.End + len(c.Rest)); f.BeginsWith("against", next) {
			return enough - 1
		}
	}
	return 0
}

// reportsMatch reports whether a sentence speaks of a match, given the points it already has.
func (f *Finder) reportsMatch(s reading.Span, points int) bool {
	first, _ := slices.BinarySearchFunc(f.Words, s.Start, func(w korean.Word, at int) int { return w.Start - at })
	for _, w := range f.Words[first:] {
		if w.Start >= s.End || points >= enough {
			break
		}
		word := f.Text[w.Start:w.End]
		if '0' <= word[0] && word[0] <= '9' {
			if isScore(f.Text[w.Start:s.End]) {
				points += enough
			}
			word = strings.TrimLeft(word, "0123456789")
		}
		if f.HasWord("match", word) {
			points += enough
		} else if f.HasWord("sport", word) {
			points++
		}
	}
	return points >= enough
}

// isScore reports whether text begins with a score (2-0으로, 3:1로, 1-1 무승부).
func isScore(text string) bool {
	rest := strings.TrimLeft(text, "0123456789")
	after, ok := "", false
	for _, dash := range [...]string{"-", "–", ":", "대"} {
		if after, ok = strings.CutPrefix(rest, dash); ok {
			break
		}
	}
	tail := strings.TrimLeft(after, "0123456789")
	if n := len(after) - len(tail); !ok || n == 0 || n > 3 || len(text)-len(rest) > 3 {
		return false
	}
	for _, end := range [...]string{"으로", "로", " 무승부", " 승", " 완승", " 패", " 완패", " 역전승", " 대승"} {
		if strings.HasPrefix(tail, end) {
			return true
		}
	}
	return false
}

// plays reports whether the country i is named as who plays: by its particle and what follows, its rank or points
// in a bracket, or an opponent behind a dash.
func (f *Finder) plays(i int) bool {
	c := &f.Cands[i]
	next, _ := f.NextWord(c.End + len(c.Rest))
	switch c.Rest {
	case "은", "는", "이", "가":
		return !f.PlaceVerb(next)
	case "을", "를":
		return !f.BeginsWith("visit", next)
	case "와의", "과의":
		return true
	case "와", "과":
		return f.BeginsWith("against", next)
	case "에", "에게", "의":
		return f.BeginsWith("against", next) || next != "" && c.Rest != "의" && '0' <= next[0] && next[0] <= '9'
	case "":
		return f.ranked(c.End) || f.opponent(i, i+1) || f.opponent(i-1, i)
	}
	return false
}

// ranked reports whether a bracket at byte i tells a rank or points: (승점 4), (18위).
func (f *Finder) ranked(i int) bool {
	in, ok := strings.CutPrefix(f.Text[i:], "(")
	if !ok {
		return false
	}
	if digits := strings.TrimLeft(in, "0123456789"); len(digits) < len(in) {
		return strings.HasPrefix(digits, "위") || strings.HasPrefix(digits, "승")
	}
	return f.BeginsWith("rank", in)
}

// opponent reports whether candidates a and b are two countries with a dash or 대 between them.
func (f *Finder) opponent(a, b int) bool {
	if a < 0 || b >= len(f.Cands) || f.Cands[b].Kind != f.Cands[a].Kind {
		return false
	}
	switch f.Text[f.Cands[a].End:f.Cands[b].Start] {
	case "-", "–", " - ", " 대 ":
		return true
	}
	return false
}
