package amount

import (
	"strings"
	"unicode/utf8"

	"github.com/gisa-go/gisa/extract/facts/internal/number"
	"github.com/gisa-go/gisa/extract/facts/internal/runes"
	"github.com/gisa-go/gisa/internal/korean"
)

// At reads an amount whose number begins at i, adds it to the facts, and returns where it ends; i if there is none.
func (s *Reader) At(i int) int {
	if s.Text[i] >= 0xEA && s.Text[i] != 0xEF {
		if end, ok := s.wordRatio(i); ok {
			return end
		}
		if !s.numeralLikely(i) {
			return i
		}
	} else if s.isName(i) {
		return i
	}
	n, ok := number.At(s.Text, i, len(s.Text))
	for ok {
		if end := s.amountOf(&n); end > i {
			return end
		}
		if n.Cut <= i {
			break
		}
		n, ok = number.At(s.Text, i, n.Cut)
	}
	return i
}

// numeralLikely looks at the second syllable of the digits in words, which begin like many other words: a numeral,
// a space or a unit must follow.
func (s *Reader) numeralLikely(i int) bool {
	first, w := utf8.DecodeRuneInString(s.Text[i:])
	switch first {
	case '공', '륙', '조', '경': // no word of news that begins so is a number
		return false
	case '영':
		return strings.HasPrefix(s.Text[i+w:], "점") // 영점오
	}
	p := i + w
	if _, digit := number.SinoDigit(first); !digit && first != '수' && first != '몇' {
		return true
	}
	second, _ := utf8.DecodeRuneInString(s.Text[p:])
	if number.ScaleOf(second) > 0 || second == ' ' || second == '분' || second == '할' || second == '점' ||
		number.NativeLikely(first, second) {
		return true
	}
	_, digit := number.SinoDigit(second)
	return digit || first != '수' && s.Words.UnitsAt(s.Text, p) != nil
}

// amountOf reads what a number is an amount of.
func (s *Reader) amountOf(n *number.Number) int {
	if end, ok := s.ratio(n); ok {
		return end
	}
	var lower, q quantity
	hasUnit := s.quantityAt(n, &lower)
	if s.rangeAt(n, &lower, hasUnit, &q) {
		return s.add(&q)
	}
	if hasUnit {
		return s.add(&lower)
	}
	if end, ok := s.list(n); ok {
		return end
	}
	if s.bareMoney(n, &q) || s.led(n, &q) || s.bareNumber(n, &q) {
		return s.add(&q)
	}
	return n.Start
}

// isName reports whether the digits at i belong to a name, a model, a telephone number or the like.
func (s *Reader) isName(i int) bool {
	if i == 0 {
		return false
	}
	c := s.Text[i-1]
	switch {
	case c == ' ':
		return false
	case c == '/': // 뉴스/1, but 포/40㎏
		r, _ := utf8.DecodeLastRuneInString(s.Text[:i-1])
		return !korean.IsSyllable(r)
	case c-'0' < 10 || c == '_' || c == '#' || c == '@' || c == '.':
		return true
	case runes.IsLetterAt(s.Text, i-1):
		return s.Words.SignBefore(s.Text, i) == nil
	case c == '\'':
		return runes.IsLetterAt(s.Text, i-2)
	case c == '-':
		return i > 1 && (runes.IsLetterAt(s.Text, i-2) || s.Text[i-2]-'0' < 10 || s.Text[i-2] == '-')
	}
	r, w := utf8.DecodeLastRuneInString(s.Text[:i])
	return (r == '·' || r == 'ㆍ') && runes.DigitBefore(s.Text, i-w) // 4·19
}
