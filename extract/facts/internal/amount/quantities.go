package amount

import (
	"slices"
	"strings"
	"unicode/utf8"

	"github.com/gisa-go/gisa"
	"github.com/gisa-go/gisa/extract/facts/internal/amount/units"
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
	wrapped := false
	if w == 0 && m.Form == number.Arabic {
		w = runes.WrapAt(s.Text, p)
		wrapped = w > 0
	}
	if w > 0 && !m.Approx && strings.HasPrefix(s.Text[p+w:], "여") { // 1000 여명
		m.Approx = true
		p += w + len("여")
		w = runes.SpaceAt(s.Text, p)
	}
	for _, u := range s.Words.UnitsAt(s.Text, p+w) {
		if !u.Stands(s.Text, p+w) {
			continue
		}
		if u.Is(units.Nothing) {
			return false
		}
		q.take(&m, u, p+w+len(u.Word))
		if u.Kind == units.Money && !u.Is(units.Coin) {
			s.addCoins(q)
		}
		if s.fits(q, w > 0) && !(wrapped && !s.wrapFits(q)) {
			return true
		}
	}
	return false
}

// wrapFits tells whether a unit at the beginning of a line is that of a number at the end of the one before.
func (s *Reader) wrapFits(q *quantity) bool {
	return !q.unit.Is(units.Careful) && s.tailFits(q.end) &&
		!(q.kind == units.Count && strings.HasPrefix(s.Text[q.end:], "인"))
}

// add puts an accepted quantity into the facts.
func (s *Reader) add(q *quantity) int {
	if s.isDenominator(q.end) || s.isShare(q) { // 1인당, 3.3㎡당: the rate that follows says it
		return q.end
	}
	a := Amount{Span: gisa.Span{Start: q.Start, End: q.end}, Kind: q.kind, Value: q.Value, Max: q.Max, Unit: q.sign,
		Approx: q.Approx, Vague: q.Vague}
	if q.left != nil {
		a.Value, a.Max = q.left.Value, q.Value
		a.Approx = a.Approx || q.left.Approx
	}
	if q.unit.Is(units.Coin) {
		a.Value, a.Max = a.Value.Times(q.unit.Part), a.Max.Times(q.unit.Part)
	}
	a.Inferred = q.unit.Is(units.Inferred)
	a.Rule = s.Words.Rule(q.kind, q.Form, q.left != nil)
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

// isShare reports 1인 before an amount that is the share of each: 1인 5권.
func (s *Reader) isShare(q *quantity) bool {
	p := q.end + runes.SpaceAt(s.Text, q.end)
	if p == q.end || !q.isOne() || q.Form != number.Arabic || !runes.IsDigitAt(s.Text, p) ||
		!slices.Contains(s.Words.Rated, q.unit.Word) {
		return false
	}
	n, ok := number.At(s.Text, p, p)
	var next quantity
	return ok && s.quantityAt(&n, &next) && next.unit != q.unit && isSharedBy(q.unit.Word, next.kind) &&
		(next.kind == units.Count || next.kind == units.Money || next.kind == units.Measure)
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
	return !runes.StartsHangul(s.Text[end:]) || s.Words.Before.Begins(s.Text, end) != nil
}

// isLabel tells a unit of a table, or one whose number is lost, from a sum: (단위: 억원), 금액(백만원), 억원.
func (s *Reader) isLabel(q *quantity) bool {
	if q.Form != number.Sino || q.Vague || q.Approx || strings.Trim(s.Text[q.Start:q.Number.End], "십백천만억조") != "" {
		return false
	}
	if first, _ := utf8.DecodeRuneInString(s.Text[q.Start:]); number.ScaleOf(first) >= 8 {
		return true
	}
	if lost := strings.TrimRight(s.Text[:q.Start], "\r\n"); len(lost) < q.Start && runes.DigitBefore(lost, len(lost)) {
		return true // the number stands in the line before
	}
	if q.Start > 0 && s.Text[q.Start-1] == '(' && strings.HasPrefix(s.Text[q.end:], ")") {
		return true
	}
	before := s.clause(q.Start, labelReach)
	return strings.Contains(before[strings.LastIndexByte(before, ')')+1:], "단위")
}

// labelReach is how far before a unit a bracket may tell that it is the one of a table.
const labelReach = 60

// led reads what says its unit in front only: 섭씨 20.3, 규모 5.4.
func (s *Reader) led(n *number.Number, q *quantity) bool {
	if n.Form != number.Arabic || n.Padded || !s.tailFits(n.End) {
		return false
	}
	p := s.beforeTopic(skipBack(s.Text, n.Start))
	q.take(n, &unitless, n.End)
	if f := s.Words.Prefix.Ends(s.Text, p, true); f != nil && f.Head[0] != '/' {
		q.set(units.Measure, f.Head)
		return true
	}
	if f := s.Words.Leading.Ends(s.Text, p, true); f != nil {
		q.set(units.Measure, f.Head)
		return n.Value.Cmp(number.New(30, 0)) < 0 && (n.Fraction || f.Head != "규모")
	}
	return false
}

// beforeTopic passes over a particle between what is told of and its number: 규모는 4.2.
func (s *Reader) beforeTopic(p int) int {
	for _, particle := range [...]string{"는", "은", "가", "이", "도"} {
		if q := p - len(particle); strings.HasSuffix(s.Text[:p], particle) && s.Words.Leading.Ends(s.Text, q, true) != nil {
			return q
		}
	}
	return p
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
		q.set(units.Age, "세")
	}
	return true
}

// fits decides whether a number and the word behind it are an amount at all; it may change the unit's kind.
func (s *Reader) fits(q *quantity, spaced bool) bool {
	if q.Padded || q.kind == units.Money && s.isLabel(q) {
		return false
	}
	if spaced && (q.unit.Word == "등" || q.unit.Word == "인" && q.Form == number.Arabic) || !s.formFits(q, spaced) ||
		!s.leftFits(q) {
		return false
	}
	if q.kind == units.Percent && q.end < len(s.Text) && s.Text[q.end-1] == '%' {
		if _, w := runes.DigitAt(s.Text, q.end); w > 0 { // an escape in an address
			return false
		}
	}
	if s.isOther(q) {
		return false
	}
	last, _ := utf8.DecodeLastRuneInString(s.Text[:q.end])
	if _, w := runes.DigitAt(s.Text, q.end); w > 0 && q.unit.Is(units.Careful) { // 2015도6809
		return false
	}
	if korean.IsSyllable(last) && !s.tailFits(q.end) && !s.looseTail(q) {
		return false
	}
	return s.senseFits(q)
}
