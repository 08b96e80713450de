package amount

import (
	"strings"
	"unicode/utf8"

	"github.com/gisa-go/gisa/extract/facts/internal/number"
	"github.com/gisa-go/gisa/extract/facts/internal/runes"
	"github.com/gisa-go/gisa/internal/korean"
)

// isOther reports whether the word behind makes the amount another word: 만원 버스.
func (s *Reader) isOther(q *quantity) bool {
	f := s.Words.unless.begins(s.Text, q.end+runes.SpaceAt(s.Text, q.end))
	return f != nil && f.head == s.Text[q.Start:q.end]
}

// formFits tells numbers in words from words: 이번, 사원, 백인, 한편.
func (s *Reader) formFits(q *quantity, spaced bool) bool {
	last, _ := utf8.DecodeLastRuneInString(s.Text[q.Number.Start:q.Number.End])
	if (last == '조' || last == '경') && q.kind != Money && !spaced { // 4조각, 3경기, 백조자리
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
		return q.kind != Count && q.kind != Ordinal && q.kind != Age
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
		return q.unit.sinoCounts(first, spaced)
	case q.unit.is(careful):
		return (spaced || q.kind == Age) && q.kind != Measure // 육십오세
	case q.Scale == 0 || !spaced && q.kind == Count && !q.unit.is(fused) && utf8.RuneCountInString(q.unit.word) == 1:
		return false
	}
	return true
}

// sinoCounts tells whether a Sino-Korean numeral of one syllable counts the unit.
func (u *unit) sinoCounts(numeral rune, spaced bool) bool {
	foreign := u.kind == Measure || u.kind == Percent || u.kind == PercentPoint || u.kind == Money && u.word != "원"
	length := utf8.RuneCountInString(u.word)
	scale := number.ScaleOf(numeral)
	switch {
	case u.is(careful):
		return false
	case scale == 0 && length == 2 && !spaced && u.kind == Money && foreign: // 일유로, not 이유로 and 사유로
		return u.is(fused) || numeral != '이' && numeral != '사' && numeral != '구'
	case scale == 0:
		return foreign && (spaced && length > 1 || length > 2 || u.is(fused))
	case foreign:
		return spaced || length > 2 || u.kind == Money || u.is(fused)
	}
	return u.kind == Money || spaced && scale < 8
}

// nativeFits tells native numerals: 두 곳, 세 번째, 두배; not 세종, 열매, 한편, 할 수 있는 두 손.
func (s *Reader) nativeFits(q *quantity, spaced bool) bool {
	if first, _ := utf8.DecodeRuneInString(s.Text[q.Start:]); (first == '석' || first == '넉') && !spaced { // 석명
		return false
	}
	return q.unit.nativeCounts(q.isOne(), spaced)
}

// nativeCounts tells whether a native numeral, one if it is 한, counts the unit.
func (u *unit) nativeCounts(one, spaced bool) bool {
	switch u.kind {
	case Money, Percent, PercentPoint:
		return false
	case Ordinal:
		return u.word == "번째" || u.word == "째" && !one
	case Measure, Ratio:
		return spaced || u.is(fused)
	case Count:
		if one {
			return u.is(single) && (spaced || u.is(singleFused))
		}
		if u.part.Valid() || u.is(bodily) {
			return false
		}
	}
	return spaced || u.is(fused) || !u.is(careful) && utf8.RuneCountInString(u.word) > 1
}

// leftFits refuses what stands before the number as part of one name with it: 형사합의21부, 상계5동.
func (s *Reader) leftFits(q *quantity) bool {
	if !runes.WordBefore(s.Text, q.Start) {
		return true
	}
	if q.Form == number.Native || q.Form == number.Sino {
		return false
	}
	if s.Words.before.ends(s.Text, q.Start, true) != nil {
		return true
	}
	if s.Words.per.ends(s.Text, q.Start, true) != nil {
		return true
	}
	if s.Words.prefix.ends(s.Text, q.Start, true) != nil {
		return true
	}
	r, _ := utf8.DecodeLastRuneInString(s.Text[:q.Start])
	return r == '제' || q.unit.word == "사" || !q.unit.is(careful) || q.unit.kind == Ordinal && q.unit.word != "호" &&
		q.unit.word != "급"
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
		end += len(f.word)
		// the copula, in any ending
		if r, _ := utf8.DecodeRuneInString(f.word); len(f.word) > 3 && (r == '이' || r == '입') || r == '였' {
			return true
		}
	}
	return false
}

// tail gives the longest particle or ending at end that agrees with the syllable before it, nil if there is none.
func (s *Reader) tail(end int) *effect {
	before, _ := utf8.DecodeLastRuneInString(s.Text[:end])
	final := rune(-1) // 0 a vowel, 8 ㄹ
	if korean.IsSyllable(before) {
		final = (before - runes.FirstSyllable) % 28
	}
	list := s.Words.tail.At(runes.StartOf(s.Text, end))
	for k := range list {
		if strings.HasPrefix(s.Text[end:], list[k].word) && agrees(list[k].head, final) {
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
	case Money:
		return q.Scale >= 4 || q.Grouped
	case Percent, PercentPoint:
		return true
	case Count:
		return !q.unit.is(careful) && len(q.unit.word) > 3 || q.unit.word == "개" && q.Form != number.Native
	case Measure:
		return !q.unit.is(careful) && (len(q.unit.word) > 6 || s.tailed(q.end, "형", "급"))
	}
	return false
}
