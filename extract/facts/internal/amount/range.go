package amount

import (
	"strings"
	"unicode/utf8"

	"github.com/gisa-go/gisa"
	"github.com/gisa-go/gisa/extract/facts/internal/amount/units"
	"github.com/gisa-go/gisa/extract/facts/internal/number"
	"github.com/gisa-go/gisa/extract/facts/internal/runes"
)

// rangeMark gives the width of the mark of a range at p with the blanks around it, 0 if there is none.
func rangeMark(text string, p int) int {
	start := p
	p += runes.SpaceAt(text, p)
	if p >= len(text) {
		return 0
	}
	spaced := p > start
	if runes.IsHangulLead(text[p]) {
		return 0
	}
	r, w := utf8.DecodeRuneInString(text[p:])
	switch r {
	case '~', '∼', '～', '〜', '∽', '˜', '-', '–', '—', '―', '−', '‐', '‑':
	default:
		return 0
	}
	p += w
	after := runes.SpaceAt(text, p)
	if spaced != (after > 0) && r == '-' { // "지난해 -3%" holds a sign
		return 0
	}
	return p + after - start
}

// rangeAt reads A~B with one unit or two: 3~5억원, 10만∼20만원, 80억원~100억원, 80억원에서 100억원 사이. Lower is n
// with its unit, if it has one.
func (s *Reader) rangeAt(n *number.Number, lower *quantity, hasUnit bool, q *quantity) bool {
	end := n.End
	if hasUnit {
		end = lower.end
	}
	w := rangeMark(s.Text, end)
	if w == 0 {
		return hasUnit && s.wordRange(lower, q) || !hasUnit && s.bareRange(n, q)
	}
	start, both, ok := s.belowZero(n, end+w)
	if ok {
		return s.frost(n, lower, hasUnit, start, both, q)
	}
	if hasUnit && lower.Start < n.Start && strings.HasPrefix(s.Text[start:], lower.unit.Word) { // $10~$20
		start += len(lower.unit.Word)
	}
	high, ok := number.At(s.Text, start, len(s.Text))
	for ok {
		if s.closeRange(n, lower, hasUnit, &high, q) {
			return true
		}
		if high.Cut <= start {
			break
		}
		high, ok = number.At(s.Text, start, high.Cut)
	}
	return false
}

// belowZero tells whether the lower end is below zero, by 영하 or a minus, and reads the sign of the other end at i.
func (s *Reader) belowZero(n *number.Number, i int) (start int, both, ok bool) {
	minus := n.Start - 1
	switch {
	case strings.HasSuffix(s.Text[:skipBack(s.Text, n.Start)], "영하"):
		both = true
	case minus < s.Last || s.Text[minus] != '-' || runes.WordBefore(s.Text, minus):
		return i, false, false
	}
	for _, sign := range [...]string{"영하", "영상", "-"} {
		if strings.HasPrefix(s.Text[i:], sign) {
			i += len(sign)
			return i + runes.SpaceAt(s.Text, i), sign != "영상", true
		}
	}
	return i, both, true
}

// frost makes a range whose lower end is below zero: 영하 8~영상 2도, 영하 14~영하 3도, -8~2도. The minus of the lower end is
// read with the words before it.
func (s *Reader) frost(n *number.Number, lower *quantity, hasUnit bool, start int, both bool, q *quantity) bool {
	top, ok := number.At(s.Text, start, len(s.Text))
	if !ok || !s.quantityAt(&top, q) || top.Form == number.Native || q.unit.Word != "도" && q.sign != "℃" &&
		q.kind != units.Percent || hasUnit && lower.kind != q.kind {
		return false
	}
	low := *n
	if both {
		if low.Value.Cmp(q.Value) < 0 { // 영하 2~5도
			low.Value, q.Value = q.Value, low.Value
		}
		q.Value = q.Value.Neg()
	}
	if q.kind == units.Measure {
		q.sign = "℃"
	}
	q.left, q.Start = &low, low.Start
	return low.Value.Sign() > 0 && low.Value.Neg().Cmp(q.Value) < 0
}

// closeRange makes a range of its two ends, if the units agree and the upper end is the greater.
func (s *Reader) closeRange(n *number.Number, lower *quantity, hasUnit bool, high *number.Number, q *quantity) bool {
	signed := hasUnit && lower.Start < n.Start
	if n.Form == number.Native || high.Form == number.Native {
		return false
	}
	ok := s.quantityAt(high, q)
	switch {
	case ok:
	case signed:
		q.take(high, lower.unit, high.End)
	case hasUnit || high.Scale < 8 || !s.bareMoney(high, q):
		return false
	}
	if hasUnit && (lower.kind != q.kind || lower.sign != q.sign) {
		return false
	}
	low := *n
	if hasUnit {
		low.Approx, low.Value = lower.Approx, lower.Value
	} else {
		low.Value = inherit(n, high)
		s.decades(&low, q)
	}
	if !low.Value.Valid() || low.Padded || low.Value.Cmp(q.Value) >= 0 {
		return false
	}
	q.left = &low
	q.Start = low.Start
	if signed {
		q.Start = lower.Start
	}
	return s.leftFits(q) // not: 형사1-3부
}

// decades reads 20~30대 as ages whatever follows it, from the first year of the one to the last of the other.
func (s *Reader) decades(low *number.Number, q *quantity) {
	if tens, ok := low.Value.Int64(); ok && q.unit.Word == "대" && q.kind == units.Ordinal && tens%10 == 0 && tens < 90 {
		q.set(units.Age, "세")
		q.Max = q.Value.Plus(number.New(9, 0))
	}
	if q.kind == units.Age && q.Max.Valid() {
		q.Value = q.Max
	}
}

// inherit gives the lower end in the scale of the upper one: 3~5억 begins at 3억, 1천~2천만 at 1천만, 5000~1만 at 5000.
func inherit(low, high *number.Number) number.Decimal {
	value := low.Value
	switch {
	case high.Scale == 0 || low.Scale >= 4:
		return value
	case low.Scale == 0 && high.Form == number.Mixed:
		if value.Cmp(high.Value.Shift(-high.Scale)) < 0 {
			value = value.Shift(high.Scale)
			if top := high.Value; value.Cmp(top) < 0 && top.Shift(-high.Scale).Zeros() >= 3 { // 3~5천만
				if v := low.Value.Shift(high.Scale + 3); v.Cmp(top) < 0 {
					value = v
				}
			}
		}
	case low.Scale > 0 && high.Scale >= 4:
		if v := value.Shift(high.Scale); v.Cmp(high.Value) < 0 {
			value = v
		}
	}
	return value
}

// wordRange reads A에서 B 사이, A와 B 사이 and A부터 B까지.
func (s *Reader) wordRange(lower, q *quantity) bool {
	high, from, ok := s.otherEnd(lower.end)
	if !ok || !s.quantityAt(&high, q) || q.kind != lower.kind || q.sign != lower.sign || lower.Value.Cmp(q.Value) >= 0 ||
		!s.closesRange(q.end, from, false) {
		return false
	}
	low := lower.Number
	q.left, q.Start = &low, lower.Start
	return true
}

// bareRange reads a range in words whose unit stands behind the upper end alone: 20에서 30% 사이.
func (s *Reader) bareRange(n *number.Number, q *quantity) bool {
	if n.Form == number.Native || n.Padded || n.Approx || n.Form == number.Sino && n.Scale == 0 ||
		runes.WordBefore(s.Text, n.Start) {
		return false
	}
	high, from, ok := s.otherEnd(n.End)
	if !ok || high.Form == number.Native || !s.quantityAt(&high, q) || q.kind == units.Ordinal || q.Start != high.Start ||
		!s.closesRange(q.end, from, true) {
		return false
	}
	low := *n
	low.Value = inherit(n, &high)
	if low.Value.Cmp(q.Value) >= 0 {
		return false
	}
	q.left, q.Start = &low, low.Start
	return true
}

// otherEnd reads the number behind the particle of a range, and tells which it is.
func (s *Reader) otherEnd(i int) (high number.Number, particle string, ok bool) {
	if !runes.ParticleAt(s.Text, i) {
		return high, "", false
	}
	for _, particle := range [...]string{"에서", "부터", "과", "와"} {
		if p := i + len(particle); strings.HasPrefix(s.Text[i:], particle) && runes.SpaceAt(s.Text, p) > 0 {
			high, ok = number.At(s.Text, p+runes.SpaceAt(s.Text, p), len(s.Text))
			return high, particle, ok
		}
	}
	return high, "", false
}

// closesRange tells whether the upper end of a range in words may end at i: 사이, 까지, or the end of the sentence.
// "80억원에서 154억원으로" and "3%에서 9%까지" are changes; bare ends are not.
func (s *Reader) closesRange(i int, particle string, bare bool) bool {
	if s.followedBy(i, "사이") {
		return particle != "부터"
	}
	if particle == "과" || particle == "와" {
		return false
	}
	if s.followedBy(i, "까지") {
		return bare || particle == "부터"
	}
	return particle == "에서" && (i == len(s.Text) || strings.IndexByte(".)\n", s.Text[i]) >= 0 || s.followedBy(i, "정도") ||
		s.tailed(i, "이다", "입니다", "다."))
}

// list reads places that share a unit: 1·2위, 2,3학년, 30·40대. Each is an amount of its own.
func (s *Reader) list(n *number.Number) (end int, ok bool) {
	if !listed(n) {
		return 0, false
	}
	var room [8]number.Number
	numbers := append(room[:0], *n)
	for len(numbers) < cap(numbers) {
		last := &numbers[len(numbers)-1]
		w := listMark(s.Text, last.End)
		if w == 0 {
			break
		}
		next, ok := number.At(s.Text, last.End+w, 0)
		if !ok || !listed(&next) {
			break
		}
		if next.Value.Cmp(last.Value) <= 0 {
			return 0, false
		}
		numbers = append(numbers, next)
	}
	var tail quantity
	k := len(numbers) - 1
	if k < 1 || !s.quantityAt(&numbers[k], &tail) {
		return 0, false
	}
	age := tail.kind == units.Age && tail.Max.Valid()
	if tail.kind == units.Count && tail.unit.Is(units.Careful) { // 12·13동
		tail.kind = units.Ordinal
	}
	if !age && (tail.kind != units.Ordinal && tail.kind != units.Count || tail.unit.Word == "대") {
		return 0, false
	}
	for _, m := range numbers[:k] {
		a := Amount{Span: gisa.Span{Start: m.Start, End: m.End}, Raw: s.Text[m.Start:m.End], Kind: tail.kind,
			Value: m.Value, Unit: tail.sign, Rule: s.Words.Rule(tail.kind, tail.Form, tail.left != nil)}
		if age {
			a.Max = a.Value.Plus(number.New(9, 0))
		}
		s.Found = append(s.Found, a)
	}
	return s.add(&tail), true
}

// listed reports whether a number may stand in a list.
func listed(n *number.Number) bool {
	return n.Form == number.Arabic && !n.Fraction && !n.Grouped && !n.Padded && n.Plain <= 2
}

// listMark gives the width of the mark between the numbers of a list.
func listMark(text string, p int) int {
	r, w := utf8.DecodeRuneInString(text[p:])
	switch r {
	case ',':
		return w + runes.SpaceAt(text, p+w)
	case '·', 'ㆍ', '‧', '・':
		return w
	}
	return 0
}
