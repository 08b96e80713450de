package facts

import (
	"strings"
	"unicode/utf8"

	"github.com/gisa-go/gisa/extract/facts/internal/runes"
)

// wordRatio reads the halves, which begin with no number: 절반, 과반, 반 리터.
func (s *scan) wordRatio(i int) (end int, ok bool) {
	if r, _ := utf8.DecodeRuneInString(s.text[i:]); r != '절' && r != '과' && r != '반' {
		return i, false
	}
	for _, word := range [...]string{"절반", "과반수", "과반"} {
		if !strings.HasPrefix(s.text[i:], word) || runes.WordBefore(s.text, i) || !s.tailFits(i+len(word)) {
			continue
		}
		a := Amount{Span: Span{Start: i, End: i + len(word)}, Kind: Ratio, Value: decimal(5, -1), Unit: "배", Rule: "ratio:half"}
		if word != "절반" {
			if !s.opts.Weak {
				return i, false
			}
			a.Bound = MoreThan
		}
		return s.put(&a), true
	}
	if !strings.HasPrefix(s.text[i:], "반") || runes.WordBefore(s.text, i) {
		return i, false
	}
	p := i + len("반")
	w := runes.SpaceAt(s.text, p)
	if u := s.words.unitAt(s.text, p+w); u != nil && (w > 0 || u.is(fused)) && u.kind == Measure && !u.is(careful) && s.tailFits(p+w+len(u.word)) {
		var q quantity
		q.take(&number{start: i, end: p, value: decimal(5, -1), form: native}, u, p+w+len(u.word))
		return s.add(&q), true
	}
	return i, false
}

// ratio reads what begins with a number and is a share: 3분의 1, 1/3, 3할 5푼, 경쟁률 3.5대 1.
func (s *scan) ratio(n *number) (end int, ok bool) {
	if n.padded || n.approx || n.scale >= 8 {
		return 0, false
	}
	p := n.end
	if w := runes.SpaceAt(s.text, p); strings.HasPrefix(s.text[p+w:], "분의") {
		return s.partsOf(n, p+w+len("분의"))
	}
	if strings.HasPrefix(s.text[p:], "과 ") || strings.HasPrefix(s.text[p:], "와 ") {
		return s.mixed(n, p+len("과 "))
	}
	if p < len(s.text) && s.text[p] == '/' {
		return s.slash(n)
	}
	if strings.HasPrefix(s.text[p:], "할") {
		return s.tenths(n)
	}
	return s.versus(n)
}

// partsOf reads the numerator of 3분의 1.
func (s *scan) partsOf(n *number, p int) (end int, ok bool) {
	if n.form == native || n.fraction {
		return 0, false
	}
	p += runes.SpaceAt(s.text, p)
	over, ok := numberAt(s.text, p, p)
	if r, w := utf8.DecodeRuneInString(s.text[p:]); ok && over.form == sino && over.value.Cmp(n.value) > 0 { // 사분의 일만
		digit, _ := sinoDigit(r)
		over.value, over.end = decimal(digit, 0), p+w
	}
	if !ok || over.form == native || n.value.Sign() <= 0 {
		return 0, false
	}
	if end, ok := s.measured(Span{Start: n.start, End: over.end}, over.value, n.value); ok {
		return end, true
	}
	if !s.tailFits(over.end) {
		return 0, false
	}
	return s.fraction(Span{Start: n.start, End: over.end}, over.value, n.value)
}

// mixed reads the fraction behind a whole number: 1과 2분의 1.
func (s *scan) mixed(n *number, p int) (end int, ok bool) {
	parts, ok := numberAt(s.text, p, p)
	if !ok || !strings.HasPrefix(s.text[parts.end:], "분의 ") || n.form != arabic || parts.form != arabic || parts.value.Sign() <= 0 {
		return 0, false
	}
	p = parts.end + len("분의 ")
	over, ok := numberAt(s.text, p, p)
	if !ok || over.form != arabic || over.value.Cmp(parts.value) >= 0 {
		return 0, false
	}
	span, sum := Span{Start: n.start, End: over.end}, n.value.times(parts.value).plus(over.value)
	if end, ok := s.measured(span, sum, parts.value); ok {
		return end, true
	}
	if !s.tailFits(over.end) {
		return 0, false
	}
	return s.fraction(span, sum, parts.value)
}

// measured reads the unit joined to a fraction, which is then no share but an amount: 2분의 1컵, 1/2컵.
func (s *scan) measured(span Span, part, whole Decimal) (end int, ok bool) {
	value, exact := part.per(whole)
	n := number{start: span.Start, end: span.End, value: value, form: arabic, fraction: true, plain: 1}
	var q quantity
	if !exact || runes.SpaceAt(s.text, span.End) > 0 || !s.quantityAt(&n, &q) || q.kind != Count && q.kind != Measure {
		return 0, false
	}
	return s.add(&q), true
}

// slash reads 1/3: small whole numbers, the first the smaller.
func (s *scan) slash(n *number) (end int, ok bool) {
	over, ok := numberAt(s.text, n.end+1, n.end)
	whole := ok && n.form == arabic && over.form == arabic && !n.fraction && !over.fraction && !over.padded
	if !whole || n.value.Cmp(over.value) >= 0 || over.value.Cmp(decimal(10, 0)) > 0 || n.value.Sign() == 0 ||
		over.end < len(s.text) && strings.IndexByte("/-.%:", s.text[over.end]) >= 0 && runes.IsDigitAt(s.text, over.end+1) {
		return 0, false
	}
	if runes.WordBefore(s.text, n.start) {
		return 0, false
	}
	if end, ok := s.measured(Span{Start: n.start, End: over.end}, n.value, over.value); ok {
		return end, true
	}
	if s.words.unitAt(s.text, over.end) != nil || runes.IsLetterAt(s.text, over.end) || !s.tailFits(over.end) {
		return 0, false
	}
	return s.fraction(Span{Start: n.start, End: over.end}, n.value, over.value)
}

func (s *scan) fraction(span Span, part, whole Decimal) (end int, ok bool) {
	value, exact := part.per(whole)
	if !value.valid {
		return 0, false
	}
	a := Amount{Span: span, Kind: Ratio, Value: value, Unit: "배", Rule: "ratio:fraction"}
	if !exact {
		a.Fraction = part.String() + "/" + whole.String()
	}
	return s.put(&a), true
}

// tenths reads 3할 5푼 2리 as percent.
func (s *scan) tenths(n *number) (end int, ok bool) {
	if n.value.Cmp(decimal(10, 0)) > 0 || n.form == native || n.form == sino && n.value == decimal(1, 0) { // 일할 수 있는
		return 0, false
	}
	value, end := n.value.shift(1), n.end+len("할")
	for k, word := range [...]string{"푼", "리"} {
		p := end + runes.SpaceAt(s.text, end)
		part, ok := numberAt(s.text, p, p)
		if !ok || part.form == native || !strings.HasPrefix(s.text[part.end:], word) {
			break
		}
		value = value.plus(part.value.shift(-k))
		end = part.end + len(word)
	}
	if !s.tailFits(end) && !s.followedBy(end, "대") || n.form == sino && end == n.end+len("할") && s.nounAfter(end) && s.text[end] == ' ' { // 구할 수 있는
		return 0, false
	}
	return s.put(&Amount{Span: Span{Start: n.start, End: end}, Kind: Percent, Value: value, Unit: "%", Rule: "percent:tenths"}), true
}

// versus reads N대M and N:M where a rate is spoken of: 경쟁률 3.5대 1. Elsewhere it is a score, or 1대1 상담.
func (s *scan) versus(n *number) (end int, ok bool) {
	p := n.end
	w := runes.SpaceAt(s.text, p)
	switch {
	case strings.HasPrefix(s.text[p+w:], "대"):
		p += w + len("대")
	case strings.HasPrefix(s.text[p+w:], ":"):
		p += w + 1
	default:
		return 0, false
	}
	p += runes.SpaceAt(s.text, p)
	over, ok := numberAt(s.text, p, p)
	if !ok || n.form == native || over.form == native || over.value.Sign() == 0 {
		return 0, false
	}
	if over.end < len(s.text) && s.text[over.end] == ':' || s.counted(over.end) || !s.isRate(n, &over) {
		return 0, false
	}
	value, exact := n.value.per(over.value)
	if !value.valid {
		return 0, false
	}
	a := Amount{Span: Span{Start: n.start, End: over.end}, Kind: Ratio, Value: value, Unit: "배", Rule: versusRule}
	if !exact {
		a.Fraction = n.value.String() + "/" + over.value.String()
	}
	return s.put(&a), true
}

// versusRule names the pairs of numbers that are a rate.
const versusRule = "ratio:versus"

// isRate reports whether a word around a pair of numbers speaks of a rate.
func (s *scan) isRate(n, over *number) bool {
	if n.fraction && over.value == decimal(1, 0) {
		return true
	}
	if k := len(s.facts.Amounts) - 1; k >= 0 && s.facts.Amounts[k].Rule == versusRule && runes.Sentence(s.text, s.facts.Amounts[k].End, n.start) {
		return true // 평균 12.5대 1, 최고 45대 1
	}
	before := s.clause(n.start, 60)
	after := s.text[over.end:min(len(s.text), over.end+40)]
	for _, cue := range s.words.rate {
		if strings.Contains(before, cue) || strings.HasPrefix(strings.TrimLeft(after, "의로 "), cue) {
			return true
		}
	}
	return false
}
