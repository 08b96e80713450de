package facts

import (
	"strings"
	"unicode/utf8"

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
func (s *scan) rangeAt(n *number, lower *quantity, hasUnit bool, q *quantity) bool {
	end := n.end
	if hasUnit {
		end = lower.end
	}
	w := rangeMark(s.text, end)
	if w == 0 {
		return hasUnit && s.wordRange(lower, q) || !hasUnit && s.bareRange(n, q)
	}
	start, both, ok := s.belowZero(n, end+w)
	if ok {
		return s.frost(n, lower, hasUnit, start, both, q)
	}
	if hasUnit && lower.start < n.start && strings.HasPrefix(s.text[start:], lower.unit.word) { // $10~$20
		start += len(lower.unit.word)
	}
	high, ok := numberAt(s.text, start, len(s.text))
	for ok {
		if s.closeRange(n, lower, hasUnit, &high, q) {
			return true
		}
		if high.cut <= start {
			break
		}
		high, ok = numberAt(s.text, start, high.cut)
	}
	return false
}

// belowZero tells whether the lower end is below zero, by 영하 or a minus, and reads the sign of the other end at i.
func (s *scan) belowZero(n *number, i int) (start int, both, ok bool) {
	minus := n.start - 1
	switch {
	case strings.HasSuffix(s.text[:skipBack(s.text, n.start)], "영하"):
		both = true
	case minus < s.last || s.text[minus] != '-' || runes.WordBefore(s.text, minus):
		return i, false, false
	}
	for _, sign := range [...]string{"영하", "영상", "-"} {
		if strings.HasPrefix(s.text[i:], sign) {
			i += len(sign)
			return i + runes.SpaceAt(s.text, i), sign != "영상", true
		}
	}
	return i, both, true
}

// frost makes a range whose lower end is below zero: 영하 8~영상 2도, 영하 14~영하 3도, -8~2도. The minus of the lower end is
// read with the words before it.
func (s *scan) frost(n *number, lower *quantity, hasUnit bool, start int, both bool, q *quantity) bool {
	top, ok := numberAt(s.text, start, len(s.text))
	if !ok || !s.quantityAt(&top, q) || top.form == native || q.unit.word != "도" && q.sign != "℃" && q.kind != Percent || hasUnit && lower.kind != q.kind {
		return false
	}
	low := *n
	if both {
		if low.value.Cmp(q.value) < 0 { // 영하 2~5도
			low.value, q.value = q.value, low.value
		}
		q.value = q.value.neg()
	}
	if q.kind == Measure {
		q.sign = "℃"
	}
	q.left, q.start = &low, low.start
	return low.value.Sign() > 0 && low.value.neg().Cmp(q.value) < 0
}

// closeRange makes a range of its two ends, if the units agree and the upper end is the greater.
func (s *scan) closeRange(n *number, lower *quantity, hasUnit bool, high *number, q *quantity) bool {
	signed := hasUnit && lower.start < n.start
	if n.form == native || high.form == native {
		return false
	}
	ok := s.quantityAt(high, q)
	switch {
	case ok:
	case signed:
		q.take(high, lower.unit, high.end)
	case hasUnit || high.scale < 8 || !s.bareMoney(high, q):
		return false
	}
	if hasUnit && (lower.kind != q.kind || lower.sign != q.sign) {
		return false
	}
	low := *n
	if hasUnit {
		low.approx, low.value = lower.approx, lower.value
	} else {
		low.value = inherit(n, high)
		s.decades(&low, q)
	}
	if !low.value.valid || low.padded || low.value.Cmp(q.value) >= 0 {
		return false
	}
	q.left = &low
	q.start = low.start
	if signed {
		q.start = lower.start
	}
	return s.leftFits(q) // not: 형사1-3부
}

// decades reads 20~30대 as ages whatever follows it, from the first year of the one to the last of the other.
func (s *scan) decades(low *number, q *quantity) {
	if tens, ok := low.value.Int64(); ok && q.unit.word == "대" && q.kind == Ordinal && tens%10 == 0 && tens < 90 {
		q.set(Age, "세")
		q.max = q.value.plus(decimal(9, 0))
	}
	if q.kind == Age && q.max.valid {
		q.value = q.max
	}
}

// inherit gives the lower end in the scale of the upper one: 3~5억 begins at 3억, 1천~2천만 at 1천만, 5000~1만 at 5000.
func inherit(low, high *number) Decimal {
	value := low.value
	switch {
	case high.scale == 0 || low.scale >= 4:
		return value
	case low.scale == 0 && high.form == mixed:
		if value.Cmp(high.value.shift(-high.scale)) < 0 {
			value = value.shift(high.scale)
			if top := high.value; value.Cmp(top) < 0 && top.shift(-high.scale).exp >= 3 { // 3~5천만
				if v := low.value.shift(high.scale + 3); v.Cmp(top) < 0 {
					value = v
				}
			}
		}
	case low.scale > 0 && high.scale >= 4:
		if v := value.shift(high.scale); v.Cmp(high.value) < 0 {
			value = v
		}
	}
	return value
}

// wordRange reads A에서 B 사이, A와 B 사이 and A부터 B까지.
func (s *scan) wordRange(lower, q *quantity) bool {
	high, from, ok := s.otherEnd(lower.end)
	if !ok || !s.quantityAt(&high, q) || q.kind != lower.kind || q.sign != lower.sign || lower.value.Cmp(q.value) >= 0 || !s.closesRange(q.end, from, false) {
		return false
	}
	low := lower.number
	q.left, q.start = &low, lower.start
	return true
}

// bareRange reads a range in words whose unit stands behind the upper end alone: 20에서 30% 사이.
func (s *scan) bareRange(n *number, q *quantity) bool {
	if n.form == native || n.padded || n.approx || n.form == sino && n.scale == 0 || runes.WordBefore(s.text, n.start) {
		return false
	}
	high, from, ok := s.otherEnd(n.end)
	if !ok || high.form == native || !s.quantityAt(&high, q) || q.kind == Ordinal || q.start != high.start || !s.closesRange(q.end, from, true) {
		return false
	}
	low := *n
	low.value = inherit(n, &high)
	if low.value.Cmp(q.value) >= 0 {
		return false
	}
	q.left, q.start = &low, low.start
	return true
}

// otherEnd reads the number behind the particle of a range, and tells which it is.
func (s *scan) otherEnd(i int) (high number, particle string, ok bool) {
	if !runes.ParticleAt(s.text, i) {
		return high, "", false
	}
	for _, particle := range [...]string{"에서", "부터", "과", "와"} {
		if p := i + len(particle); strings.HasPrefix(s.text[i:], particle) && runes.SpaceAt(s.text, p) > 0 {
			high, ok = numberAt(s.text, p+runes.SpaceAt(s.text, p), len(s.text))
			return high, particle, ok
		}
	}
	return high, "", false
}

// closesRange tells whether the upper end of a range in words may end at i: 사이, 까지, or the end of the sentence.
// "80억원에서 154억원으로" and "3%에서 9%까지" are changes; bare ends are not.
func (s *scan) closesRange(i int, particle string, bare bool) bool {
	if s.followedBy(i, "사이") {
		return particle != "부터"
	}
	if particle == "과" || particle == "와" {
		return false
	}
	if s.followedBy(i, "까지") {
		return bare || particle == "부터"
	}
	return particle == "에서" && (i == len(s.text) || s.followedBy(i, "정도") || s.tailed(i, "이다", "입니다", "다."))
}

// list reads places that share a unit: 1·2위, 2,3학년, 30·40대. Each is an amount of its own.
func (s *scan) list(n *number) (end int, ok bool) {
	if !listed(n) {
		return 0, false
	}
	var room [8]number
	numbers := append(room[:0], *n)
	for len(numbers) < cap(numbers) {
		last := &numbers[len(numbers)-1]
		w := listMark(s.text, last.end)
		if w == 0 {
			break
		}
		next, ok := numberAt(s.text, last.end+w, 0)
		if !ok || !listed(&next) {
			break
		}
		if next.value.Cmp(last.value) <= 0 {
			return 0, false
		}
		numbers = append(numbers, next)
	}
	var tail quantity
	k := len(numbers) - 1
	if k < 1 || !s.quantityAt(&numbers[k], &tail) {
		return 0, false
	}
	age := tail.kind == Age && tail.max.valid
	if tail.kind == Count && tail.unit.is(careful) { // 12·13동
		tail.kind = Ordinal
	}
	if !age && (tail.kind != Ordinal && tail.kind != Count || tail.unit.word == "대") {
		return 0, false
	}
	for _, m := range numbers[:k] {
		a := Amount{Span: Span{Start: m.start, End: m.end}, Raw: s.text[m.start:m.end], Kind: tail.kind, Value: m.value, Unit: tail.sign, Rule: s.words.rule(&tail)}
		if age {
			a.Max = a.Value.plus(decimal(9, 0))
		}
		s.facts.Amounts = append(s.facts.Amounts, a)
	}
	return s.add(&tail), true
}

// listed reports whether a number may stand in a list.
func listed(n *number) bool {
	return n.form == arabic && !n.fraction && !n.grouped && !n.padded && n.plain <= 2
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
