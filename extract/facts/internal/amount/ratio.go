package amount

import (
	"strings"
	"unicode/utf8"

	"github.com/gisa-go/gisa"
	"github.com/gisa-go/gisa/extract/facts/internal/amount/units"
	"github.com/gisa-go/gisa/extract/facts/internal/lexicon"
	"github.com/gisa-go/gisa/extract/facts/internal/number"
	"github.com/gisa-go/gisa/extract/facts/internal/runes"
)

// wordRatio reads the halves, which begin with no number: 절반, 과반, 반 리터.
func (s *Reader) wordRatio(i int) (end int, ok bool) {
	if r, _ := utf8.DecodeRuneInString(s.Text[i:]); r != '절' && r != '과' && r != '반' {
		return i, false
	}
	for _, word := range [...]string{"절반", "과반수", "과반"} {
		if !strings.HasPrefix(s.Text[i:], word) || runes.WordBefore(s.Text, i) || !s.tailFits(i+len(word)) {
			continue
		}
		a := Amount{Span: gisa.Span{Start: i, End: i + len(word)}, Kind: units.Ratio, Value: number.New(5, -1), Unit: "배",
			Rule: "ratio:half"}
		if word != "절반" {
			if !s.Weak {
				return i, false
			}
			a.Bound = lexicon.MoreThan
		}
		return s.put(&a), true
	}
	if !strings.HasPrefix(s.Text[i:], "반") || runes.WordBefore(s.Text, i) {
		return i, false
	}
	p := i + len("반")
	w := runes.SpaceAt(s.Text, p)
	if u := s.Words.UnitAt(s.Text, p+w); u != nil && (w > 0 || u.Is(units.Fused)) && u.Kind == units.Measure &&
		!u.Is(units.Careful) &&
		s.tailFits(p+w+len(u.Word)) {
		var q quantity
		q.take(&number.Number{Start: i, End: p, Value: number.New(5, -1), Form: number.Native}, u, p+w+len(u.Word))
		return s.add(&q), true
	}
	return i, false
}

// ratio reads what begins with a number and is a share: 3분의 1, 1/3, 3할 5푼, 경쟁률 3.5대 1.
func (s *Reader) ratio(n *number.Number) (end int, ok bool) {
	if n.Padded || n.Approx || n.Scale >= 8 {
		return 0, false
	}
	p := n.End
	if w := runes.SpaceAt(s.Text, p); strings.HasPrefix(s.Text[p+w:], "분의") {
		return s.partsOf(n, p+w+len("분의"))
	}
	if strings.HasPrefix(s.Text[p:], "과 ") || strings.HasPrefix(s.Text[p:], "와 ") {
		return s.mixed(n, p+len("과 "))
	}
	if p < len(s.Text) && s.Text[p] == '/' {
		return s.slash(n)
	}
	if strings.HasPrefix(s.Text[p:], "할") {
		return s.tenths(n)
	}
	return s.versus(n)
}

// partsOf reads the numerator of 3분의 1.
func (s *Reader) partsOf(n *number.Number, p int) (end int, ok bool) {
	if n.Form == number.Native || n.Fraction {
		return 0, false
	}
	p += runes.SpaceAt(s.Text, p)
	over, ok := number.At(s.Text, p, p)
	// 사분의 일만
	if r, w := utf8.DecodeRuneInString(s.Text[p:]); ok && over.Form == number.Sino && over.Value.Cmp(n.Value) > 0 {
		digit, _ := number.SinoDigit(r)
		over.Value, over.End = number.New(digit, 0), p+w
	}
	if !ok || over.Form == number.Native || n.Value.Sign() <= 0 {
		return 0, false
	}
	if end, ok := s.measured(gisa.Span{Start: n.Start, End: over.End}, over.Value, n.Value); ok {
		return end, true
	}
	if !s.tailFits(over.End) {
		return 0, false
	}
	return s.fraction(gisa.Span{Start: n.Start, End: over.End}, over.Value, n.Value)
}

// mixed reads the fraction behind a whole number: 1과 2분의 1.
func (s *Reader) mixed(n *number.Number, p int) (end int, ok bool) {
	parts, ok := number.At(s.Text, p, p)
	if !ok || !strings.HasPrefix(s.Text[parts.End:], "분의 ") || n.Form != number.Arabic || parts.Form != number.Arabic ||
		parts.Value.Sign() <= 0 {
		return 0, false
	}
	p = parts.End + len("분의 ")
	over, ok := number.At(s.Text, p, p)
	if !ok || over.Form != number.Arabic || over.Value.Cmp(parts.Value) >= 0 {
		return 0, false
	}
	span, sum := gisa.Span{Start: n.Start, End: over.End}, n.Value.Times(parts.Value).Plus(over.Value)
	if end, ok := s.measured(span, sum, parts.Value); ok {
		return end, true
	}
	if !s.tailFits(over.End) {
		return 0, false
	}
	return s.fraction(span, sum, parts.Value)
}

// measured reads the unit joined to a fraction, which is then no share but an amount: 2분의 1컵, 1/2컵.
func (s *Reader) measured(span gisa.Span, part, whole number.Decimal) (end int, ok bool) {
	value, exact := part.Per(whole)
	n := number.Number{Start: span.Start, End: span.End, Value: value, Form: number.Arabic, Fraction: true, Plain: 1}
	var q quantity
	if !exact || runes.SpaceAt(s.Text, span.End) > 0 || !s.quantityAt(&n, &q) || q.kind != units.Count &&
		q.kind != units.Measure {
		return 0, false
	}
	return s.add(&q), true
}

// slash reads 1/3: small whole numbers, the first the smaller.
func (s *Reader) slash(n *number.Number) (end int, ok bool) {
	over, ok := number.At(s.Text, n.End+1, n.End)
	whole := ok && n.Form == number.Arabic && over.Form == number.Arabic && !n.Fraction && !over.Fraction && !over.Padded
	if !whole || n.Value.Cmp(over.Value) >= 0 || over.Value.Cmp(number.New(10, 0)) > 0 || n.Value.Sign() == 0 ||
		over.End < len(s.Text) && strings.IndexByte("/-.%:", s.Text[over.End]) >= 0 && runes.IsDigitAt(s.Text, over.End+1) {
		return 0, false
	}
	if runes.WordBefore(s.Text, n.Start) {
		return 0, false
	}
	if end, ok := s.measured(gisa.Span{Start: n.Start, End: over.End}, n.Value, over.Value); ok {
		return end, true
	}
	if s.Words.UnitAt(s.Text, over.End) != nil || runes.IsLetterAt(s.Text, over.End) || !s.tailFits(over.End) {
		return 0, false
	}
	return s.fraction(gisa.Span{Start: n.Start, End: over.End}, n.Value, over.Value)
}

func (s *Reader) fraction(span gisa.Span, part, whole number.Decimal) (end int, ok bool) {
	value, exact := part.Per(whole)
	if !value.Valid() {
		return 0, false
	}
	a := Amount{Span: span, Kind: units.Ratio, Value: value, Unit: "배", Rule: "ratio:fraction"}
	if !exact {
		a.Fraction = part.String() + "/" + whole.String()
	}
	return s.put(&a), true
}

// tenths reads 3할 5푼 2리 as percent.
func (s *Reader) tenths(n *number.Number) (end int, ok bool) {
	// 일할 수 있는
	if n.Value.Cmp(number.New(10, 0)) > 0 || n.Form == number.Native || n.Form == number.Sino &&
		n.Value == number.New(1, 0) {
		return 0, false
	}
	value, end := n.Value.Shift(1), n.End+len("할")
	for k, word := range [...]string{"푼", "리"} {
		p := end + runes.SpaceAt(s.Text, end)
		part, ok := number.At(s.Text, p, p)
		if !ok || part.Form == number.Native || !strings.HasPrefix(s.Text[part.End:], word) {
			break
		}
		value = value.Plus(part.Value.Shift(-k))
		end = part.End + len(word)
	}
	// 구할 수 있는
	if !s.tailFits(end) && !s.followedBy(end, "대") || n.Form == number.Sino && end == n.End+len("할") &&
		s.nounAfter(end) && s.Text[end] == ' ' {
		return 0, false
	}
	return s.put(&Amount{Span: gisa.Span{Start: n.Start, End: end}, Kind: units.Percent, Value: value, Unit: "%",
		Rule: "percent:tenths"}), true
}

// versus reads N대M and N:M where a rate is spoken of: 경쟁률 3.5대 1. Elsewhere it is a score, or 1대1 상담.
func (s *Reader) versus(n *number.Number) (end int, ok bool) {
	p := n.End
	w := runes.SpaceAt(s.Text, p)
	switch {
	case strings.HasPrefix(s.Text[p+w:], "대"):
		p += w + len("대")
	case strings.HasPrefix(s.Text[p+w:], ":"):
		p += w + 1
	default:
		return 0, false
	}
	p += runes.SpaceAt(s.Text, p)
	over, ok := number.At(s.Text, p, p)
	if !ok || n.Form == number.Native || over.Form == number.Native || over.Value.Sign() == 0 {
		return 0, false
	}
	if over.End < len(s.Text) && s.Text[over.End] == ':' || s.counted(over.End) || !s.isRate(n, &over) {
		return 0, false
	}
	value, exact := n.Value.Per(over.Value)
	if !value.Valid() {
		return 0, false
	}
	a := Amount{Span: gisa.Span{Start: n.Start, End: over.End}, Kind: units.Ratio, Value: value, Unit: "배",
		Rule: versusRule}
	if !exact {
		a.Fraction = n.Value.String() + "/" + over.Value.String()
	}
	return s.put(&a), true
}

// isRate reports whether a word around a pair of numbers speaks of a rate.
func (s *Reader) isRate(n, over *number.Number) bool {
	if n.Fraction && over.Value == number.New(1, 0) {
		return true
	}
	if k := len(s.Found) - 1; k >= 0 && s.Found[k].Rule == versusRule && runes.Sentence(s.Text, s.Found[k].End, n.Start) {
		return true // 평균 12.5대 1, 최고 45대 1
	}
	before := s.clause(n.Start, 60)
	after := s.Text[over.End:min(len(s.Text), over.End+40)]
	for _, cue := range s.Words.Rate {
		if strings.Contains(before, cue) || strings.HasPrefix(strings.TrimLeft(after, "의로 "), cue) {
			return true
		}
	}
	return false
}
