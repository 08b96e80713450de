package amount

import (
	"strings"
	"unicode/utf8"

	"github.com/gisa-go/gisa/extract/facts/internal/amount/units"
	"github.com/gisa-go/gisa/extract/facts/internal/number"
	"github.com/gisa-go/gisa/extract/facts/internal/runes"
	"github.com/gisa-go/gisa/internal/korean"
)

// isOther reports whether the word behind makes the amount another word: 만원 버스.
func (s *Reader) isOther(q *quantity) bool {
	f := s.Words.Unless.Begins(s.Text, q.end+runes.SpaceAt(s.Text, q.end))
	return f != nil && f.Head == s.Text[q.Start:q.end]
}

// formFits tells numbers in words from words: 이번, 사원, 백인, 한편.
func (s *Reader) formFits(q *quantity, spaced bool) bool {
	last, _ := utf8.DecodeLastRuneInString(s.Text[q.Number.Start:q.Number.End])
	if (last == '조' || last == '경') && q.kind != units.Money && !spaced { // 4조각, 3경기, 백조자리
		return false
	}
	switch q.Form {
	case number.Sino:
		return s.sinoFits(q, spaced)
	case number.Native:
		return s.nativeFits(q, spaced)
	}
	return true
}

// sinoFits tells Sino-Korean numbers in words: a lone digit only with units of foreign words (오 퍼센트; 이리터, but
// not 이유로), a lone scale word only with money, foreign units, or a counter after a space (백 명).
func (s *Reader) sinoFits(q *quantity, spaced bool) bool {
	if q.Fraction {
		return q.kind != units.Count && q.kind != units.Ordinal && q.kind != units.Age
	}
	if q.coined {
		return true
	}
	syllables := (q.Number.End - q.Number.Start) / 3
	if first, w := utf8.DecodeRuneInString(s.Text[q.Start:]); syllables == 2 && number.ScaleOf(first) > 0 && !q.Vague {
		digit, _ := utf8.DecodeRuneInString(s.Text[q.Start+w:])
		if _, ok := number.SinoDigit(digit); ok && (spaced || digit == '일') { // 만일, 나만이 불을
			return false
		}
	}
	switch {
	case syllables == 1:
		first, _ := utf8.DecodeRuneInString(s.Text[q.Start:])
		return q.unit.SinoCounts(first, spaced)
	case q.unit.Is(units.Careful):
		return (spaced || q.kind == units.Age) && q.kind != units.Measure // 육십오세
	case q.Scale == 0 || !spaced && q.kind == units.Count && !q.unit.Is(units.Fused) &&
		utf8.RuneCountInString(q.unit.Word) == 1:
		return false
	}
	return true
}

// nativeFits tells native numerals: 두 곳, 세 번째, 두배; not 세종, 열매, 한편, 할 수 있는 두 손.
func (s *Reader) nativeFits(q *quantity, spaced bool) bool {
	if first, _ := utf8.DecodeRuneInString(s.Text[q.Start:]); (first == '석' || first == '넉') && !spaced { // 석명
		return false
	}
	return q.unit.NativeCounts(q.isOne(), spaced)
}

// leftFits refuses what stands before the number as part of one name with it: 형사합의21부, 상계5동.
func (s *Reader) leftFits(q *quantity) bool {
	if !runes.WordBefore(s.Text, q.Start) {
		return true
	}
	if q.Form == number.Native || q.Form == number.Sino {
		return false
	}
	if s.Words.Before.Ends(s.Text, q.Start, true) != nil {
		return true
	}
	if s.Words.Per.Ends(s.Text, q.Start, true) != nil {
		return true
	}
	if s.Words.Prefix.Ends(s.Text, q.Start, true) != nil {
		return true
	}
	r, _ := utf8.DecodeLastRuneInString(s.Text[:q.Start])
	return r == '제' || q.unit.Word == "사" || !q.unit.Is(units.Careful) || q.unit.Kind == units.Ordinal &&
		q.unit.Word != "호" &&
		q.unit.Word != "급"
}

// tailFits reports whether what follows in the same word is made of particles, endings and suffixes.
func (s *Reader) tailFits(end int) bool {
	for range 4 {
		if !runes.StartsHangul(s.Text[end:]) {
			return true
		}
		f := s.tail(end)
		if f == nil {
			return false
		}
		end += len(f.Word)
		// the copula, in any ending
		if r, _ := utf8.DecodeRuneInString(f.Word); len(f.Word) > 3 && (r == '이' || r == '입') || r == '였' {
			return true
		}
	}
	return false
}

// tail gives the longest particle or ending at end that agrees with the syllable before it, nil if there is none.
func (s *Reader) tail(end int) *units.Effect {
	before, _ := utf8.DecodeLastRuneInString(s.Text[:end])
	final := rune(-1) // 0 a vowel, 8 ㄹ
	if korean.IsSyllable(before) {
		final = (before - runes.FirstSyllable) % 28
	}
	list := s.Words.Tail.At(runes.StartOf(s.Text, end))
	for k := range list {
		if strings.HasPrefix(s.Text[end:], list[k].Word) && agrees(list[k].Head, final) {
			return &list[k]
		}
	}
	return nil
}

// agrees reports whether a particle may stand behind a syllable with that final consonant; -1 is none of Hangul.
func agrees(class string, final rune) bool {
	switch {
	case final < 0:
		return true
	case class == "c":
		return final != 0
	case class == "v":
		return final == 0
	case class == "l":
		return final == 0 || final == 8
	case class == "n":
		return final != 0 && final != 8
	}
	return true
}

// looseTail lets a word go on behind a unit that cannot be part of it: 3억원대출, 100명선발.
func (s *Reader) looseTail(q *quantity) bool {
	switch q.kind {
	case units.Money:
		return q.Scale >= 4 || q.Grouped
	case units.Percent, units.PercentPoint:
		return true
	case units.Count:
		return !q.unit.Is(units.Careful) && len(q.unit.Word) > 3 || q.unit.Word == "개" && q.Form != number.Native
	case units.Measure:
		return !q.unit.Is(units.Careful) && (len(q.unit.Word) > 6 || s.tailed(q.end, "형", "급"))
	}
	return false
}
