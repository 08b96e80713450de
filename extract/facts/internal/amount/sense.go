package amount

import (
	"slices"
	"strings"
	"unicode/utf8"

	"github.com/gisa-go/gisa/extract/facts/internal/amount/units"
	"github.com/gisa-go/gisa/extract/facts/internal/number"
	"github.com/gisa-go/gisa/extract/facts/internal/runes"
	"github.com/gisa-go/gisa/internal/korean"
)

// senseFits decides by the words around what the ambiguous units mean.
func (s *Reader) senseFits(q *quantity) bool {
	if s.isOrdinal(q) {
		q.kind = units.Ordinal
		return true
	}
	switch q.kind {
	case units.Count:
		if least := q.unit.Part; least.Valid() && q.Value.Cmp(least) < 0 && q.Form != number.Native &&
			!s.near(q.unit.Few, q.Start, 40) {
			return false
		}
	case units.Ordinal:
		if s.beforeIs(q.Start, "총") {
			q.kind = units.Count
		}
		return !q.Fraction
	}
	if s.inRow(q) {
		q.set(units.Ordinal, q.unit.Word)
		return true
	}
	if s.isUnlike(q) {
		return false
	}
	if fits, decided := s.ownSense(q); decided {
		return fits
	}
	if q.unit.Cues != nil {
		return s.cued(q)
	}
	return true
}

// ownSense decides what units of several senses mean; decided is false where their cues are to be asked as well.
func (s *Reader) ownSense(q *quantity) (fits, decided bool) {
	switch q.unit.Word {
	case "대":
		return s.daeFits(q), true
	case "세대":
		// 4세대 이동통신
		if q.Form == number.Arabic && q.Value.Cmp(number.New(10, 0)) < 0 && s.nounAfter(q.end) && s.Text[q.end] == ' ' {
			q.kind = units.Ordinal
		}
		return q.Plain != 4 || !isDecades(q.Value), true
	case "세":
		return q.Value.Cmp(number.New(150, 0)) < 0, true
	case "살": // of trees and walls, too
		return q.Value.Cmp(number.New(10000, 0)) < 0, true
	case "분":
		return q.Form == number.Native || s.isRespect(q), true // persons; minutes are counted by Sino-Korean numbers
	case "회":
		return q.Plain > 2 || !s.followedBy(q.end, "초") && !s.followedBy(q.end, "말"), true
	case "단계":
		if q.Form != number.Native && !s.beforeIs(q.Start, "총") {
			q.kind = units.Ordinal
		}
	case "권":
		if s.numbered(q.end, "호") { // 63권 4호
			q.kind = units.Ordinal
		}
	case "동", "호":
		if s.isDoor(q) {
			return false, true
		}
	case "도":
		return s.degrees(q), true
	case "파운드":
		if s.weighed(q) {
			q.set(units.Measure, "lb")
		}
	}
	return true, false
}

// isRespect tells whether 분 behind digits counts people: 어르신 12분, 12분이 참석했다.
func (s *Reader) isRespect(q *quantity) bool {
	if s.near(s.Words.Persons, q.Start, 40) && s.endsIn(s.Words.Persons, skipBack(s.Text, q.Start)) {
		return true
	}
	for _, particle := range [...]string{"께서", "이", "을", "의"} {
		if p := q.end + len(particle); strings.HasPrefix(s.Text[q.end:], particle) {
			return particle == "께서" || s.Words.PersonVerbs.Begins(s.Text, p+runes.SpaceAt(s.Text, p)) != nil
		}
	}
	return false
}

// endsIn tells whether one of the words ends at p.
func (s *Reader) endsIn(words []string, p int) bool {
	return slices.ContainsFunc(words, func(w string) bool { return strings.HasSuffix(s.Text[:p], w) })
}

// inRow reports whether a word beside the number makes it a place in a row: 변시 12회, 3번 출구.
func (s *Reader) inRow(q *quantity) bool {
	if q.Form == number.Native || q.unit.Series == nil && q.unit.Borne == nil {
		return false
	}
	before, after := s.Text[:skipBack(s.Text, q.Start)], s.Text[q.end+runes.SpaceAt(s.Text, q.end):]
	for _, w := range q.unit.Series {
		if strings.HasSuffix(before, w) {
			return true
		}
	}
	for _, w := range q.unit.Borne {
		if q.Form == number.Arabic && strings.HasPrefix(after, w) {
			return true
		}
	}
	return false
}

// isUnlike reports whether a word near the number makes its unit something else.
func (s *Reader) isUnlike(q *quantity) bool {
	if q.unit.Unlike == nil || q.kind == units.Count && q.Plain > 2 {
		return false
	}
	around := s.Text[max(0, q.Start-60):min(len(s.Text), q.end+60)]
	for _, w := range q.unit.Unlike {
		if strings.Contains(around, w) {
			return true
		}
	}
	return false
}

// isDoor reports the numbers of a building and a door: 101동 1203호.
func (s *Reader) isDoor(q *quantity) bool {
	if q.Form != number.Arabic || q.Grouped {
		return false
	}
	if q.unit.Word == "호" {
		before := strings.TrimSuffix(s.Text[:q.Start], " ")
		return strings.HasSuffix(before, "동") && runes.DigitBefore(before, len(before)-len("동"))
	}
	return s.numbered(q.end, "호")
}

// numbered reports whether digits with the unit follow.
func (s *Reader) numbered(p int, unit string) bool {
	p += runes.SpaceAt(s.Text, p)
	return runes.IsDigitAt(s.Text, p) && strings.HasPrefix(s.Text[runes.DigitsEnd(s.Text, p):], unit)
}

// isOrdinal reports 제 before a counter.
func (s *Reader) isOrdinal(q *quantity) bool {
	p := q.Start
	if p > 0 && s.Text[p-1] == ' ' {
		p--
	}
	return q.unit.Is(units.Numberable) && strings.HasSuffix(s.Text[:p], "제") && !runes.WordBefore(s.Text, p-len("제"))
}

// daeFits sorts the senses of 대: machines, decades of age, places in a row.
func (s *Reader) daeFits(q *quantity) bool {
	machine := s.endsWord(&s.Words.Machine, q.Start) || s.beforeIs(q.Start, "총") || s.beforeIs(q.Start, "약")
	if q.Form == number.Native {
		return true
	}
	// 수백억대
	if r, _ := utf8.DecodeLastRuneInString(s.Text[:q.Number.End]); (r == '억' || r == '조') &&
		q.Number.End+len("대") == q.end {
		return false
	}
	// a score
	if r, w := utf8.DecodeRuneInString(s.Text[q.end:]); runes.IsDigitAt(s.Text, q.end) ||
		r == ' ' && runes.IsDigitAt(s.Text, q.end+w) {
		if !s.isGroup(q) {
			return false
		}
	}
	if s.tailed(q.end, "째", "(代", "代") {
		q.kind = units.Ordinal
		return true
	}
	if n, ok := q.Value.Int64(); ok && !machine && n >= 10 && n <= 90 && n%10 == 0 && q.Form == number.Arabic &&
		!q.Approx {
		q.set(units.Age, "세")
		if s.ranked(q.end) {
			q.set(units.Ordinal, "대")
		} else {
			q.Max = number.New(n+9, 0)
		}
		return true
	}
	if q.Scale >= 3 || q.Value.Cmp(number.New(100, 0)) > 0 || q.Approx || machine {
		return true
	}
	r, _ := utf8.DecodeRuneInString(s.Text[q.end:])
	if s.ranked(q.end) || r == ' ' && s.nounAfter(q.end) {
		q.kind = units.Ordinal
	}
	return true
}

// isGroup tells how many are of an age from a score: 30대 128명.
func (s *Reader) isGroup(q *quantity) bool {
	if n, ok := q.Value.Int64(); !ok || n%10 != 0 || n < 10 || n > 90 || q.Form != number.Arabic {
		return false
	}
	p := q.end + runes.SpaceAt(s.Text, q.end)
	n, ok := number.At(s.Text, p, p)
	return ok && p > q.end && s.counted(n.End)
}

// counted reports whether the counter of people follows.
func (s *Reader) counted(p int) bool {
	return s.followedBy(p, "명") || s.followedBy(p, "여 명") || s.followedBy(p, "여명")
}

// ranked reports whether a word of the rank list follows.
func (s *Reader) ranked(p int) bool {
	return s.Words.Rank.Begins(s.Text, p+runes.SpaceAt(s.Text, p)) != nil
}

// nounAfter reports whether a Hangul word follows behind a space that is no suffix of amounts.
func (s *Reader) nounAfter(p int) bool {
	p += runes.SpaceAt(s.Text, p)
	r, _ := utf8.DecodeRuneInString(s.Text[p:])
	if !korean.IsSyllable(r) {
		return false
	}
	for _, word := range [...]string{"등", "중"} { // of their own, not 중점
		if strings.HasPrefix(s.Text[p:], word) && (!runes.StartsHangul(s.Text[p+len(word):]) || s.tailFits(p+len(word))) {
			return false
		}
	}
	return s.Words.After.Begins(s.Text, p) == nil
}

// degrees tells temperatures from angles.
func (s *Reader) degrees(q *quantity) bool {
	if q.Form == number.Native || s.followedBy(q.end, "시") {
		return false
	}
	if s.near(q.unit.Cues, q.Start, 40) || s.warm(q) {
		q.sign = "℃"
	}
	return true
}

// hottest is the first number of degrees that is an angle unless a word of warmth stands beside it.
var hottest = number.New(60, 0)

// warm reports whether the sentence speaks of warmth, or a temperature stands shortly before in the paragraph.
func (s *Reader) warm(q *quantity) bool {
	if q.Value.Cmp(hottest) >= 0 {
		return false
	}
	before := s.clause(q.Start, 160)
	after, _, _ := strings.Cut(s.Text[q.end:min(len(s.Text), q.end+60)], "\n")
	for _, w := range s.Words.Warmth {
		if strings.Contains(before, w) || strings.Contains(after, w) {
			return true
		}
	}
	k := len(s.Found) - 1
	if k < 0 || s.Found[k].Unit != "℃" {
		return false
	}
	between := s.Text[s.Found[k].End:q.Start]
	return len(between) < 240 && strings.IndexByte(between, '\n') < 0
}

// weighed reports whether the words around tell of weight: 파운드 is money elsewhere.
func (s *Reader) weighed(q *quantity) bool {
	before := s.clause(q.Start, 60)
	after := s.Text[q.end:min(len(s.Text), q.end+24)]
	if k := len(s.Found) - 1; k >= 0 && isMass(&s.Found[k]) && runes.Sentence(s.Text, s.Found[k].End, q.Start) {
		return !strings.Contains(s.Text[s.Found[k].End:q.Start], "당") // 1톤은 2205파운드
	}
	for _, w := range s.Words.Weight {
		if strings.Contains(before, w) || len(w) > 3 && strings.Contains(after, w) {
			return true
		}
	}
	return false
}

// isMass tells a weight.
func isMass(a *Amount) bool {
	switch a.Unit {
	case "t", "kg", "g", "mg", "lb", "oz":
		return a.Kind == units.Measure
	}
	return false
}

// isDecades reports two decades of age in one number: 2030세대.
func isDecades(d number.Decimal) bool {
	n, ok := d.Int64()
	return ok && n%10 == 0 && n/100%10 == 0 && n%100 == n/100+10
}
