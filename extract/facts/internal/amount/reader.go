package amount

import (
	"strings"
	"unicode/utf8"

	"github.com/gisa-go/gisa"
	"github.com/gisa-go/gisa/extract/facts/internal/number"
	"github.com/gisa-go/gisa/extract/facts/internal/runes"
)

// Reader reads the amounts of a text, one after the other.
type Reader struct {
	Text  string
	Last  int // where what was claimed last ends
	Words *Words
	Weak  bool // numbers without a unit are wanted, too
	Found []Amount
}

// quantity is a number with its unit.
type quantity struct {
	number.Number
	unit *unit
	kind Kind   // the unit's, unless the words around say otherwise
	sign string // what Amount.Unit says
	end  int
	left *number.Number // the lower end of a range
}

func (q *quantity) set(kind Kind, sign string) { q.kind, q.sign = kind, sign }

// take makes q the number with the unit, which ends at end.
func (q *quantity) take(n *number.Number, u *unit, end int) {
	*q = quantity{Number: *n, unit: u, kind: u.kind, sign: u.symbol, end: end}
}

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
	if number.ScaleOf(second) > 0 || second == ' ' || second == '분' || second == '할' || second == '점' || number.NativeLikely(first, second) {
		return true
	}
	_, digit := number.SinoDigit(second)
	return digit || first != '수' && s.Words.unitsAt(s.Text, p) != nil
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
		return !runes.IsHangul(r)
	case c-'0' < 10 || c == '_' || c == '#' || c == '@' || c == '.':
		return true
	case runes.IsLetterAt(s.Text, i-1):
		return s.Words.signBefore(s.Text, i) == nil
	case c == '\'':
		return runes.IsLetterAt(s.Text, i-2)
	case c == '-':
		return i > 1 && (runes.IsLetterAt(s.Text, i-2) || s.Text[i-2]-'0' < 10 || s.Text[i-2] == '-')
	}
	r, w := utf8.DecodeLastRuneInString(s.Text[:i])
	return (r == '·' || r == 'ㆍ') && runes.DigitBefore(s.Text, i-w) // 4·19
}

// quantityAt reads the unit of n into q: the sign before it, or the word behind it.
func (s *Reader) quantityAt(n *number.Number, q *quantity) bool {
	if n.Form != number.Native && n.Form != number.Sino {
		if u, gap := s.signOf(n); u != nil {
			return s.signed(n, u, gap, q)
		}
	}
	m := *n
	p := m.End
	w := runes.SpaceAt(s.Text, p)
	if w > 0 && !m.Approx && strings.HasPrefix(s.Text[p+w:], "여") { // 1000 여명
		m.Approx = true
		p += w + len("여")
		w = runes.SpaceAt(s.Text, p)
	}
	for _, u := range s.Words.unitsAt(s.Text, p+w) {
		if !u.stands(s.Text, p+w) {
			continue
		}
		if u.is(nothing) {
			return false
		}
		q.take(&m, u, p+w+len(u.word))
		if u.kind == Money && !u.is(coin) {
			s.addCoins(q)
		}
		if s.fits(q, w > 0) {
			return true
		}
	}
	return false
}

// add puts an accepted quantity into the facts.
func (s *Reader) add(q *quantity) int {
	if s.isDenominator(q.end) { // 1인당, 3.3㎡당: the rate that follows says it
		return q.end
	}
	a := Amount{Span: gisa.Span{Start: q.Start, End: q.end}, Kind: q.kind, Value: q.Value, Max: q.Max, Unit: q.sign, Approx: q.Approx, Vague: q.Vague}
	if q.left != nil {
		a.Value, a.Max = q.left.Value, q.Value
		a.Approx = a.Approx || q.left.Approx
	}
	if q.unit.is(coin) {
		a.Value, a.Max = a.Value.Times(q.unit.part), a.Max.Times(q.unit.part)
	}
	a.Inferred = q.unit.is(inferred)
	a.Rule = s.Words.rule(q)
	return s.put(&a)
}

// put adds an amount with what the words around it say, unless its value does not fit.
func (s *Reader) put(a *Amount) int {
	if !a.Value.Valid() {
		return a.Start
	}
	s.around(a)
	a.Raw = s.Text[a.Start:a.End]
	s.Found = append(s.Found, *a)
	return a.End
}

// isDenominator reports 당 behind a unit, and what says it again in brackets: 3.3㎡(1평)당.
func (s *Reader) isDenominator(end int) bool {
	end += runes.SpaceAt(s.Text, end)
	if end < len(s.Text) && (s.Text[end] == '(' || s.Text[end] == ')') {
		k := strings.IndexByte(s.Text[end:min(len(s.Text), end+24)], ')')
		end += k + 1
	}
	if !strings.HasPrefix(s.Text[end:], "당") {
		return false
	}
	end += len("당")
	return !runes.StartsHangul(s.Text[end:]) || s.Words.before.begins(s.Text, end) != nil
}

// led reads what says its unit in front only: 섭씨 20.3, 규모 5.4.
func (s *Reader) led(n *number.Number, q *quantity) bool {
	if n.Form != number.Arabic || n.Padded || !s.tailFits(n.End) {
		return false
	}
	p := skipBack(s.Text, n.Start)
	q.take(n, &unitless, n.End)
	if f := s.Words.prefix.ends(s.Text, p, true); f != nil && f.head[0] != '/' {
		q.set(Measure, f.head)
		return true
	}
	if f := s.Words.leading.ends(s.Text, p, true); f != nil {
		q.set(Measure, f.head)
		return n.Value.Cmp(number.New(30, 0)) < 0 && (n.Fraction || f.head != "규모")
	}
	return false
}

// unitless is the unit of bare numbers.
var unitless = unit{kind: Count}

// bareNumber takes a number without a unit where the options ask for weak facts; (33) is an age.
func (s *Reader) bareNumber(n *number.Number, q *quantity) bool {
	if !s.Weak || n.Form == number.Native || n.Form == number.Sino || n.Padded || runes.WordBefore(s.Text, n.Start) || !s.tailFits(n.End) {
		return false
	}
	q.take(n, &unitless, n.End)
	if n.Start > 0 && s.Text[n.Start-1] == '(' && n.End < len(s.Text) && s.Text[n.End] == ')' && n.Form == number.Arabic && n.Plain == 2 && !n.Fraction {
		q.set(Age, "세")
	}
	return true
}
