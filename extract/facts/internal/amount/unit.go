package amount

import (
	"strings"
	"unicode/utf8"

	"github.com/gisa-go/gisa"
	"github.com/gisa-go/gisa/extract/facts/internal/number"
	"github.com/gisa-go/gisa/extract/facts/internal/runes"
	"github.com/gisa-go/gisa/internal/korean"
)

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
	a := Amount{Span: gisa.Span{Start: q.Start, End: q.end}, Kind: q.kind, Value: q.Value, Max: q.Max, Unit: q.sign,
		Approx: q.Approx, Vague: q.Vague}
	if q.left != nil {
		a.Value, a.Max = q.left.Value, q.Value
		a.Approx = a.Approx || q.left.Approx
	}
	if q.unit.is(coin) {
		a.Value, a.Max = a.Value.Times(q.unit.part), a.Max.Times(q.unit.part)
	}
	a.Inferred = q.unit.is(inferred)
	a.Rule = s.Words.rule(q.kind, q.Form, q.left != nil)
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

// bareNumber takes a number without a unit where the options ask for weak facts; (33) is an age.
func (s *Reader) bareNumber(n *number.Number, q *quantity) bool {
	if !s.Weak || n.Form == number.Native || n.Form == number.Sino || n.Padded || runes.WordBefore(s.Text, n.Start) ||
		!s.tailFits(n.End) {
		return false
	}
	q.take(n, &unitless, n.End)
	if n.Start > 0 && s.Text[n.Start-1] == '(' && n.End < len(s.Text) && s.Text[n.End] == ')' &&
		n.Form == number.Arabic && n.Plain == 2 && !n.Fraction {
		q.set(Age, "세")
	}
	return true
}

// fits decides whether a number and the word behind it are an amount at all; it may change the unit's kind.
func (s *Reader) fits(q *quantity, spaced bool) bool {
	if q.Padded {
		return false
	}
	if spaced && (q.unit.word == "등" || q.unit.word == "인" && q.Form == number.Arabic) || !s.formFits(q, spaced) ||
		!s.leftFits(q) {
		return false
	}
	if q.kind == Percent && q.end < len(s.Text) && s.Text[q.end-1] == '%' {
		if _, w := runes.DigitAt(s.Text, q.end); w > 0 { // an escape in an address
			return false
		}
	}
	if s.isOther(q) {
		return false
	}
	last, _ := utf8.DecodeLastRuneInString(s.Text[:q.end])
	if _, w := runes.DigitAt(s.Text, q.end); w > 0 && q.unit.is(careful) { // 2015도6809
		return false
	}
	if korean.IsSyllable(last) && !s.tailFits(q.end) && !s.looseTail(q) {
		return false
	}
	return s.senseFits(q)
}
