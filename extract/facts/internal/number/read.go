package number

import (
	"strings"
	"unicode/utf8"

	"github.com/gisa-go/gisa/extract/facts/internal/runes"
	"github.com/gisa-go/gisa/internal/korean"
)

// At reads the longest number that starts at i. A space inside a number is crossed only before limit;
// n.cut says where the last one that was crossed begins.
func At(text string, i, limit int) (n Number, ok bool) {
	if i >= len(text) {
		return n, false
	}
	if text[i] < utf8.RuneSelf || text[i] == 0xEF {
		if n, ok = Digits(text, i); !ok || !goesOn(text, n.End) {
			return n, ok
		}
		r := numberReader{text: text, limit: limit, n: n, cur: n.Value, pending: true, big: maxExp, small: maxExp}
		return r.read()
	}
	first, _ := utf8.DecodeRuneInString(text[i:])
	if _, digit := SinoDigit(first); !digit && ScaleOf(first) == 0 && first != '수' && first != '몇' {
		return nativeAt(text, i)
	}
	r := numberReader{text: text, limit: limit, n: Number{Start: i, End: i, Form: Sino}, big: maxExp, small: maxExp}
	r.vagueStart()
	n, ok = r.read()
	if n.pointed(text) {
		return n, true
	}
	if first == '일' {
		if m, also := nativeAt(text, i); also && m.End > n.End { // 일곱, 일흔
			return m, true
		}
	}
	return n, ok
}

// pointed adds the digits behind a point in words: 영점오, 삼십육점오.
func (n *Number) pointed(text string) bool {
	const point = len("점")
	if n.End == n.Start || n.Scale >= 3 || n.Vague || n.Approx || !strings.HasPrefix(text[n.End:], "점") {
		return false
	}
	value, end := n.Value, n.End+point
	if !value.Valid() {
		value = New(0, 0)
	}
	for places := 1; places < 6; places++ {
		r, w := utf8.DecodeRuneInString(text[end:])
		d, ok := SinoDigit(r)
		if !ok {
			break
		}
		value, end = value.Plus(New(d, -places)), end+w
	}
	if end == n.End+point || !value.Valid() {
		return false
	}
	n.Value, n.End, n.Fraction, n.Cut = value, end, true, 0
	return true
}

// goesOn reports whether a number may go on behind its first digits: with a scale word, 여, or a space before one.
func goesOn(text string, i int) bool {
	i += gapAt(text, i)
	if i >= len(text) || text[i] < 0xE0 {
		return false
	}
	c, _ := utf8.DecodeRuneInString(text[i:])
	return c == '여' || ScaleOf(c) > 0
}

// NativeLikely looks at the second syllable of the numerals that begin like many other words.
func NativeLikely(first, second rune) bool {
	switch first {
	case '다':
		return second == '섯'
	case '여':
		return second == '섯' || second == '덟' || second == '남'
	case '일':
		return second == '곱' || second == '흔' || second == '고'
	case '아':
		return second == '홉' || second == '흔'
	case '스':
		return second == '물' || second == '무'
	case '서':
		return second == '른' || second == '너'
	case '마':
		return second == '흔'
	case '예':
		return second == '순' || second == '닐'
	case '너':
		return second == '댓' || second == '덧'
	case '대':
		return second == '여'
	case '한', '두', '세', '네', '석', '넉', '열', '쉰':
		return true
	}
	return false
}

// nativeAt reads a native numeral that stands before a counter.
func nativeAt(text string, i int) (n Number, ok bool) {
	first, w := utf8.DecodeRuneInString(text[i:])
	if second, _ := utf8.DecodeRuneInString(text[i+w:]); !NativeLikely(first, second) {
		return n, false
	}
	n = Number{Start: i, Form: Native}
	rest := text[i:]
	for _, w := range nativeWords {
		if strings.HasPrefix(rest, w.Word) {
			n.End = i + len(w.Word)
			n.Value = New(w.low, 0)
			if w.top > w.low {
				n.Max = New(w.top, 0)
			}
			n.Approx = w.top != w.low
			return n, true
		}
	}
	value := int64(0)
	for tens, word := range nativeTens[1:] {
		if strings.HasPrefix(rest, word) {
			value = int64(tens+1) * 10
			rest = rest[len(word):]
			break
		}
	}
	for ones, word := range nativeOnes[1:] {
		if strings.HasPrefix(rest, word) {
			value += int64(ones + 1)
			rest = rest[len(word):]
			break
		}
	}
	n.End = len(text) - len(rest)
	n.Value = New(value, 0)
	return n, value > 0
}

// numberReader adds up scale words: total holds what 만, 억, 조 closed, section what 십, 백, 천 did, cur the digits
// read last.
type numberReader struct {
	text                string
	limit               int
	n                   Number
	total, section, cur Decimal
	pending             bool // cur is set
	spoilt              bool // a sum did not fit
	closed              bool // 여 was read: only a scale word may follow
	big, small          int  // the last scales: the next ones must be smaller
}

// vagueStart reads 수 or 몇 in front of a scale word.
func (r *numberReader) vagueStart() {
	c, w := utf8.DecodeRuneInString(r.text[r.n.Start:])
	if c != '수' && c != '몇' {
		return
	}
	p := r.n.Start + w
	p += runes.SpaceAt(r.text, p)
	if s, _ := utf8.DecodeRuneInString(r.text[p:]); ScaleOf(s) > 0 && s != '경' {
		r.n.Vague, r.n.Approx = true, true
		r.cur, r.pending = New(1, 0), true
		r.n.End = p
	}
}

func (r *numberReader) read() (Number, bool) {
	for r.n.End < len(r.text) {
		p, spaced := r.n.End, false
		if w := gapAt(r.text, p); w > 0 && p < r.limit && p > r.n.Start {
			p, spaced = p+w, true
		}
		end, ok := r.step(p, spaced)
		if !ok {
			break
		}
		if spaced {
			r.n.Cut = r.n.End
		}
		r.n.End = end
	}
	r.n.Value = r.sum()
	return r.n, r.n.End > r.n.Start && r.n.Value.valid && !r.spoilt
}

// step reads one more part of the number at p.
func (r *numberReader) step(p int, spaced bool) (end int, ok bool) {
	c, w := utf8.DecodeRuneInString(r.text[p:])
	end = p + w
	if k := ScaleOf(c); k > 0 {
		return end, r.scaleFits(k, p, spaced) && r.scale(k)
	}
	switch {
	case c == '여':
		return end, !spaced && r.n.End > r.n.Start && r.odd()
	case r.pending || r.closed:
		return p, false
	case c == '수' && !spaced && r.small == 1 && r.n.Form == Sino: // 십수
		r.n.Vague, r.n.Approx = true, true
		return end, true
	}
	if d, ok := SinoDigit(c); ok {
		next, _ := utf8.DecodeRuneInString(r.text[end:])
		if spaced && ScaleOf(next) == 0 || d == 0 && r.n.End > r.n.Start {
			return p, false
		}
		r.cur, r.pending = New(d, 0), true
		return end, true
	}
	return r.digits(p, spaced)
}

// digits reads digits behind a scale word: they must be less than it, and no greater scale word may follow them.
func (r *numberReader) digits(p int, spaced bool) (end int, ok bool) {
	if _, w := runes.DigitAt(r.text, p); w == 0 || r.n.End == r.n.Start || r.n.Vague {
		return p, false
	}
	if spaced && r.n.Form == Sino && r.n.Scale == 4 && r.n.End-r.n.Start == len("만") { // 만 5세
		if d, ok := Digits(r.text, p); !ok || !scaleFollows(r.text, d.End) { // but 만 3천
			return p, false
		}
	}
	d, ok := Digits(r.text, p)
	if !ok || d.Padded || d.Value.Cmp(New(1, min(r.small, r.big))) >= 0 {
		return p, false
	}
	if next, _ := utf8.DecodeRuneInString(r.text[d.End:]); !r.descends(ScaleOf(next)) { // 1만 2만
		return p, false
	}
	if r.n.Form == Sino {
		r.n.Form = Mixed
	}
	r.cur, r.pending = d.Value, true
	return d.End, true
}

// scaleFollows tells whether 천 or 백 stands at i.
func scaleFollows(text string, i int) bool {
	c, _ := utf8.DecodeRuneInString(text[i:])
	return ScaleOf(c) == 3 || ScaleOf(c) == 2
}

// gapAt gives the width of the blank at i that a number may be parted by, or of the end of a broken line.
func gapAt(text string, i int) int { return max(runes.SpaceAt(text, i), runes.WrapAt(text, i)) }

// odd reads 여, which stands behind a round number and before a scale word or the unit.
func (r *numberReader) odd() bool {
	if r.n.Approx || r.pending && r.n.Form == Sino || r.n.Fraction || r.n.Scale == 0 && r.sum().Cmp(New(10, 0)) < 0 {
		return false
	}
	r.n.Approx, r.closed = true, true
	return true
}

// scaleFits reports whether the scale word at p belongs to the number.
func (r *numberReader) scaleFits(k, p int, spaced bool) bool {
	switch {
	case !r.descends(k):
		return false
	case spaced && r.pending && r.n.Form == Sino: // 이 경기
		return false
	case k == 16 && !r.isGyeong(p, spaced):
		return false
	case k < 3 && r.pending && r.n.Form == Arabic && r.cur.Cmp(New(10, 0)) >= 0: // 12백
		return false
	}
	return !spaced || r.pending || k != 1
}

// isGyeong tells 경, ten thousand 조, from the many words that begin so: a number stands right before it and no word
// goes on.
func (r *numberReader) isGyeong(p int, spaced bool) bool {
	next, _ := utf8.DecodeRuneInString(r.text[p+len("경"):])
	return !spaced && r.pending && (!korean.IsSyllable(next) || next == '원' || next == '여' || ScaleOf(next) > 0)
}

// descends reports whether a scale word may come next: each is smaller than the one before it.
func (r *numberReader) descends(k int) bool {
	if k < 4 {
		return k < r.small
	}
	return k < r.big
}

// scale adds 십, 백, 천 to the section, or closes the section with 만, 억, 조.
func (r *numberReader) scale(k int) bool {
	if !r.pending {
		r.cur = New(1, 0)
		if k >= 4 && r.section.valid {
			r.cur = Decimal{}
		}
	}
	if k < 4 {
		r.section = r.add(r.section, r.cur.Shift(k))
		r.small = k
	} else {
		part := r.add(r.section, r.cur).Shift(k)
		r.spoilt = r.spoilt || !part.valid
		if r.big < maxExp && part.Cmp(New(1, r.big)) >= 0 {
			return false
		}
		r.total = r.add(r.total, part)
		r.section, r.big, r.small = Decimal{}, k, maxExp
	}
	r.pending = false
	r.n.Scale = k
	if r.n.Form == Arabic {
		r.n.Form = Mixed
	}
	return true
}

// add gives the sum of what is there of the two. What does not fit a Decimal spoils the number.
func (r *numberReader) add(a, b Decimal) Decimal {
	sum := Sum(a, b)
	r.spoilt = r.spoilt || (a.valid || b.valid) && !sum.valid
	return sum
}

func (r *numberReader) sum() Decimal {
	sum := r.add(r.total, r.section)
	if r.pending {
		sum = r.add(sum, r.cur)
	}
	return sum
}
