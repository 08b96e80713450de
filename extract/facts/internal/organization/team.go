package organization

import (
	"slices"
	"strings"

	"github.com/gisa-go/gisa/internal/korean"
)

// teams makes teams of the countries that play in a report on a match (해람국은 2-0으로 이겼다). Elsewhere a
// country is no organization.
func (f *finder) teams() {
	said := Span{}
	match, others := false, false
	for i := range f.cands {
		c := &f.cands[i]
		if c.role != country {
			continue
		}
		and := others && c.Start < said.End && (c.rest == "와" || c.rest == "과")
		if !and && !f.plays(i) {
			continue
		}
		if c.Start >= said.End {
			said, others = f.sentence(c.Span, said.End), false
			match = f.reportsMatch(said, f.pairing(i, said.End))
		}
		if match {
			c.role, c.rule, c.typ, others = sure, "team", Team, true
		}
	}
}

// longestSentence bounds how far around a name the end of its sentence is looked for.
const longestSentence = 600

// sentence returns the sentence around s, which begins at byte least or behind.
func (f *finder) sentence(s Span, least int) Span {
	out := Span{max(least, s.Start-longestSentence), min(len(f.text), s.End+longestSentence)}
	for _, stop := range [...]string{". ", "\n"} {
		if i := strings.LastIndex(f.text[out.Start:s.Start], stop); i >= 0 {
			out.Start += i + len(stop)
		}
		if i := strings.Index(f.text[s.End:out.End], stop); i >= 0 {
			out.End = s.End + i
		}
	}
	return out
}

// enough points for a report on a match: one score, one word that is said of matches only, or three that are said
// of much else, too.
const enough = 3

// pairing returns the points for two countries with a dash between them that play (해람국-이룸국의 경기), among the
// candidates from i to byte end.
func (f *finder) pairing(i, end int) int {
	for ; i < len(f.cands) && f.cands[i].Start < end; i++ {
		c := &f.cands[i]
		if c.role != country || c.rest != "" && c.rest != "의" || !f.opponent(i-1, i) {
			continue
		}
		if next, _ := f.nextWord(c.End + len(c.rest)); f.beginsWith("against", next) {
			return enough - 1
		}
	}
	return 0
}

// reportsMatch reports whether a sentence speaks of a match, given the points it already has.
func (f *finder) reportsMatch(s Span, points int) bool {
	first, _ := slices.BinarySearchFunc(f.words, s.Start, func(w korean.Word, at int) int { return w.Start - at })
	for _, w := range f.words[first:] {
		if w.Start >= s.End || points >= enough {
			break
		}
		word := f.text[w.Start:w.End]
		if '0' <= word[0] && word[0] <= '9' {
			if isScore(f.text[w.Start:s.End]) {
				points += enough
			}
			word = strings.TrimLeft(word, "0123456789")
		}
		if f.hasWord("match", word) {
			points += enough
		} else if f.hasWord("sport", word) {
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
func (f *finder) plays(i int) bool {
	c := &f.cands[i]
	next, _ := f.nextWord(c.End + len(c.rest))
	switch c.rest {
	case "은", "는", "이", "가":
		return !f.placeVerb(next)
	case "을", "를":
		return !f.beginsWith("visit", next)
	case "와의", "과의":
		return true
	case "와", "과":
		return f.beginsWith("against", next)
	case "에", "에게", "의":
		return f.beginsWith("against", next) || next != "" && c.rest != "의" && '0' <= next[0] && next[0] <= '9'
	case "":
		return f.ranked(c.End) || f.opponent(i, i+1) || f.opponent(i-1, i)
	}
	return false
}

// beginsWith reports whether word begins with one of a section of the context lists.
func (f *finder) beginsWith(section, word string) bool {
	return slices.ContainsFunc(f.lists.Context.List(section), func(w string) bool { return strings.HasPrefix(word, w) })
}

// ranked reports whether a bracket at byte i tells a rank or points: (승점 4), (18위).
func (f *finder) ranked(i int) bool {
	in, ok := strings.CutPrefix(f.text[i:], "(")
	if !ok {
		return false
	}
	if digits := strings.TrimLeft(in, "0123456789"); len(digits) < len(in) {
		return strings.HasPrefix(digits, "위") || strings.HasPrefix(digits, "승")
	}
	return f.beginsWith("rank", in)
}

// opponent reports whether candidates a and b are two countries with a dash or 대 between them.
func (f *finder) opponent(a, b int) bool {
	if a < 0 || b >= len(f.cands) || f.cands[b].kind != f.cands[a].kind {
		return false
	}
	switch f.text[f.cands[a].End:f.cands[b].Start] {
	case "-", "–", " - ", " 대 ":
		return true
	}
	return false
}
