package facts

import (
	"strings"

	"github.com/gisa-go/gisa/extract/facts/internal/number"
	"github.com/gisa-go/gisa/extract/facts/internal/runes"
)

// integer is a run of digits.
type integer struct {
	value, digits int
	end           int
}

func (n integer) ok() bool { return n.digits > 0 && n.digits <= 4 }

// readInt reads the digits at i; only the first nine count.
func readInt(text string, i int) integer {
	n := integer{end: i}
	for {
		d, w := runes.DigitAt(text, n.end)
		if w == 0 {
			return n
		}
		if n.digits < 9 {
			n.value = n.value*10 + int(d)
		}
		n.digits++
		n.end += w
	}
}

// numeral reads a number with its unit as a part of the date.
func (r *dateReader) numeral(e *expr, i int) int {
	if nth, end := r.words.find(r.text, i, 1<<nthWord); nth != nil {
		if p := r.nth(e, nth, i, end); p > i {
			return p
		}
	}
	if end := r.clockDigits(e, i); end > i {
		return end
	}
	low := readInt(r.text, i)
	if !low.ok() {
		return i
	}
	top, last := r.upper(low)
	if u, _ := r.words.find(r.text, low.end, 1<<unitWord); u != nil && u.unit == quarterUnit { // 3·4분기, the third of four
		top, last = 0, low
	}
	p := runes.SkipBlanks(r.text, last.end)
	u, end := r.words.find(r.text, p, 1<<unitWord)
	if q := r.weekNumber(e, low); q > i {
		return q
	}
	if u == nil {
		return r.listed(e, low, i)
	}
	if u.unit == monthUnit && top > 0 && e.unit == monthUnit && low.value <= 31 && low.digits <= 2 {
		e.day = field{absolute, low.value} // 지난달 31~8월 1일
		e.name(dayUnit)
		return low.end
	}
	if longer, q := r.words.find(r.text, p, 1<<lengthUnit); longer != nil && q > end {
		return i
	}
	if top > 0 && u.unit >= hourUnit && u.unit <= secondUnit && (u.unit != hourUnit || top > 24 || r.minutesFollow(end)) {
		return i
	}
	next := *e
	if !r.unitOf(&next, low, top, u.unit, end) {
		return i
	}
	*e = next
	return end
}

// weekNumber reads the week of a month: 8월 3주차, 8월3주. It gives its end, 0 if there is none.
func (r *dateReader) weekNumber(e *expr, n integer) int {
	if e.unit != monthUnit || e.nth != 0 || e.part != 0 || n.digits > 1 || n.value < 1 || n.value > 5 || !strings.HasPrefix(r.text[n.end:], "주") {
		return 0
	}
	end := n.end + len("주")
	if strings.HasPrefix(r.text[end:], "차") {
		end += len("차")
	} else if r.lasting(runes.SkipBlanks(r.text, end)) {
		return 0
	}
	if !r.openTo(end) {
		return 0
	}
	e.nth = n.value
	e.name(weekUnit)
	return end
}

// listed reads the first day of 3월 2·9일 and the first year of 2014·2018년, whose unit stands behind the last.
func (r *dateReader) listed(e *expr, low integer, i int) int {
	w := runes.ListSign(r.text, low.end)
	if w > 0 && !e.named() && r.yearsFollow(low, w) {
		e.year = field{absolute, low.value}
		e.name(yearUnit)
		return low.end
	}
	if e.unit != monthUnit || w == 0 || low.digits > 2 || low.value < 1 || low.value > 31 {
		return i
	}
	if n, _ := r.dayNumber(low.end + w); n <= low.value {
		return i
	}
	e.day = field{absolute, low.value}
	e.name(dayUnit)
	return low.end
}

// yearsFollow tells whether later years follow a year behind list signs of width w, and 년 behind the last.
func (r *dateReader) yearsFollow(n integer, w int) bool {
	for w > 0 && n.digits == 4 && n.value >= 1900 && n.value <= maxYear {
		next := readInt(r.text, runes.SkipBlanks(r.text, n.end+w))
		if next.digits != 4 || next.value <= n.value {
			return false
		}
		if u, end := r.words.find(r.text, next.end, 1<<unitWord); u != nil {
			return u.unit == yearUnit && !r.lasting(runes.SkipBlanks(r.text, end))
		}
		n, w = next, runes.ListSign(r.text, next.end)
	}
	return false
}

// spelled reads numbers in words: 이천십오년, 삼일 behind a month, 삼분기.
func (r *dateReader) spelled(e *expr, i int) int {
	if runes.SyllableAt(r.text, i) >= runes.Syllables || e.named() && e.unit != yearUnit && e.unit != monthUnit && e.unit != hourUnit {
		return i
	}
	n, ok := number.At(r.text, i, i)
	value, whole := n.Value.Int64()
	if !ok || !whole || n.Form != number.Sino || n.Vague || value < 1 || value > maxYear {
		return i
	}
	u, end := r.words.find(r.text, runes.SkipBlanks(r.text, n.End), 1<<unitWord)
	if u == nil {
		return i
	}
	digits := 1
	for v := value; v >= 10; v /= 10 {
		digits++
	}
	next := *e
	switch {
	case u.unit == yearUnit && digits == 4 && n.End > i+len("천"), u.unit == dayUnit && e.unit == monthUnit, u.unit == quarterUnit && n.End == i+3, u.unit == minuteUnit && e.unit == hourUnit:
	default:
		return i
	}
	if !r.unitOf(&next, integer{int(value), digits, n.End}, 0, u.unit, end) {
		return i
	}
	*e = next
	return end
}

// upper reads the second number of 15~17 and 15·16; the latter only where it follows the first.
func (r *dateReader) upper(low integer) (top int, last integer) {
	p := runes.SkipBlanks(r.text, low.end)
	w := runes.RangeSign(r.text, p)
	list := w == 0
	if list {
		w = runes.ListSign(r.text, p)
	}
	if w == 0 {
		return 0, low
	}
	n := readInt(r.text, runes.SkipBlanks(r.text, p+w))
	if !n.ok() || list && n.value != low.value+1 || n.value == 0 {
		return 0, low
	}
	return n.value, n
}

// unitOf adds a number of some unit to the date.
func (r *dateReader) unitOf(e *expr, n integer, top int, u dateUnit, end int) bool {
	if top > 0 && e.top > 0 {
		return false
	}
	if top > 0 && n.digits == 4 && top < 100 { // 2019~21년, 1960~70년대
		if top += n.value - n.value%100; top <= n.value {
			return false
		}
	}
	ok := false
	switch u {
	case yearUnit, schoolYear, budgetYear:
		ok = r.year(e, n, top, u, end)
	case decadeUnit:
		ok = r.decade(e, n)
	case centuryUnit:
		ok = !e.named() && n.value >= 1 && n.value <= 30 && !r.lasting(runes.SkipBlanks(r.text, end))
		e.span = n.value
	case quarterUnit:
		ok = (!e.named() || e.unit == yearUnit) && n.value >= 1 && n.value <= 4 && n.digits == 1 && top <= 4
		e.quarter = n.value
	case monthUnit:
		ok = (!e.named() || e.unit == yearUnit) && e.part == 0 && n.value >= 1 && n.value <= 12 && n.digits <= 2 && top <= 12 && r.suffixed(end) &&
			!(e.first == noUnit && r.precededBy(e.start, termWord)) // 징역 8월
		e.month = field{absolute, n.value}
	case dayUnit:
		ok = (!e.named() && e.direction != toFollowing || e.unit == monthUnit) && e.part == 0 && n.value >= 1 && n.value <= 31 && n.digits <= 2 && top <= 31 &&
			(r.openTo(end) || e.unit == monthUnit && r.suffixed(end)) && (e.unit == monthUnit || !r.lasts(e, end) && !(n.value == 1 && r.timesADay(end)))
		e.day = field{absolute, n.value}
	case hourUnit, minuteUnit, secondUnit:
		if !r.clockUnit(e, n, u, end) {
			return false
		}
		e.top = max(e.top, top)
		return true
	}
	if !ok {
		return false
	}
	e.top = top
	e.name(u)
	return true
}

// suffixed is openTo, or a suffix of years and months follows.
func (r *dateReader) suffixed(i int) bool {
	if r.openTo(i) {
		return true
	}
	w, _ := r.words.find(r.text, i, 1<<yearSuffix)
	return w != nil
}

// The years that four digits are read as.
const (
	minYear = 1000
	maxYear = 2200
)

// year adds a year: of four digits, or of two with an apostrophe in front or a month behind.
func (r *dateReader) year(e *expr, n integer, top int, u dateUnit, end int) bool {
	if e.named() {
		return false
	}
	value := n.value
	switch {
	case n.digits == 4 && value >= minYear && value <= maxYear:
		if value%500 == 0 && r.lasting(runes.SkipBlanks(r.text, end)) {
			return false // 2000년 동안
		}
	case n.digits == 2 && top == 0 && (e.form == shortForm || r.shortYear(value, u, e.start, end) || r.monthFollows(end) && !r.precededBy(e.start, lastingBefore)):
		value = fullYear(value)
		if e.born = value >= 2000 && strings.HasPrefix(r.text[end:], "생"); e.born && value > r.now && r.now > 0 { // 36년생
			value -= 100
		}
	case n.digits == 3 && top == 0 && value%100 != 0 && r.shortYear(value, u, e.start, end):
	default:
		return false
	}
	e.year = field{absolute, value}
	switch u {
	case schoolYear:
		e.yearKind = schoolYear
	case yearUnit:
	}
	return true
}

// shortYear tells whether two digits before 년 are a year by what follows: 89년작, 98년에; of the lengths of time that are as
// long few are named so.
func (r *dateReader) shortYear(n int, u dateUnit, start, end int) bool {
	switch {
	case u == yearUnit && (strings.HasPrefix(r.text[end:], "생") || strings.HasPrefix(r.text[end:], "작") || strings.HasPrefix(r.text[end:], "식")):
		return true
	case n < 60 || r.precededBy(start, lastingBefore):
		return false
	case u != yearUnit:
		return r.open(end) && !r.passed(end)
	}
	p := runes.SkipBlanks(r.text, end)
	w, _ := r.words.find(r.text, p, 1<<yearCue)
	return w != nil && !r.lasting(p)
}

// passed tells whether 도 before i is the particle of a length: 60년도 넘은.
func (r *dateReader) passed(i int) bool {
	p := runes.SkipBlanks(r.text, i)
	for _, w := range [...]string{"넘", "안", "채", "못", "더"} {
		if strings.HasPrefix(r.text[p:], w) {
			return true
		}
	}
	return false
}

// fullYear places two digits in the years from 1950 to 2049.
func fullYear(n int) int {
	if n < 50 {
		return 2000 + n
	}
	return 1900 + n
}

// monthFollows tells whether a month follows a year of two digits.
func (r *dateReader) monthFollows(i int) bool {
	n := readInt(r.text, runes.SkipBlanks(r.text, i))
	if !n.ok() || n.value < 1 || n.value > 12 {
		return false
	}
	u, _ := r.words.find(r.text, runes.SkipBlanks(r.text, n.end), 1<<unitWord)
	return u != nil && u.unit == monthUnit
}

func (r *dateReader) decade(e *expr, n integer) bool {
	if e.named() || n.value%10 != 0 {
		return false
	}
	switch n.digits {
	case 2:
		e.span = 1900 + n.value
		if n.value < 20 {
			e.span = 2000 + n.value
		}
	case 4:
		e.span = n.value
	default:
		return false
	}
	return e.span >= minYear && e.span <= maxYear
}

// timesADay tells whether 1일 before i is any day: 1일 3회, 1일 8시간.
func (r *dateReader) timesADay(i int) bool {
	n := readInt(r.text, runes.SkipBlanks(r.text, i))
	for _, unit := range [...]string{"회", "번", "식", "끼", "정", "시간", "차례"} {
		if n.digits > 0 && strings.HasPrefix(r.text[n.end:], unit) {
			return true
		}
	}
	return false
}

// lasts tells whether a number of days is a length: by what follows or precedes it.
func (r *dateReader) lasts(e *expr, end int) bool {
	p := runes.SkipBlanks(r.text, end)
	if r.lasting(p) {
		return true
	}
	if w, q := r.words.find(r.text, p, 1<<agoWord); w != nil && r.open(q) && !r.former(q) {
		return true
	}
	if e.direction != 0 {
		return false
	}
	return r.precededBy(e.start, lastingBefore) || r.changes(end)
}

// changes tells whether the length that ends at i becomes another: 5일에서 3일로 줄었다.
func (r *dateReader) changes(i int) bool {
	if !strings.HasPrefix(r.text[i:], "에서 ") {
		return false
	}
	n, end := r.dayNumber(i + len("에서 "))
	return n > 0 && strings.HasPrefix(r.text[end:], "로") && r.lasting(end)
}

// lasting tells whether a word that makes a length stands at i.
func (r *dateReader) lasting(i int) bool {
	w, end := r.words.find(r.text, i, 1<<lastingWord)
	return w != nil && (w.n > 0 || r.open(end)) && !(r.closing && w.segments[0] == "사이")
}

// former tells whether a title follows 전 at i.
func (r *dateReader) former(i int) bool {
	p := runes.SkipBlanks(r.text, i)
	if p == i {
		return false
	}
	w, _ := r.words.find(r.text, p, 1<<titleWord)
	if w != nil {
		return true
	}
	// 전 서울시장: a place before the title
	q := p
	for q < len(r.text) && runes.SyllableAt(r.text, q) < runes.Syllables {
		q += 3
	}
	for k := q - 3; k > p; k -= 3 {
		if w, end := r.words.find(r.text, k, 1<<titleWord); w != nil && (end == q || r.open(end)) {
			return true
		}
	}
	return false
}

// precededBy tells whether the word before i, without its blank, ends in one of a kind.
func (r *dateReader) precededBy(i int, kind wordKind) bool {
	for i > 0 && r.text[i-1] == ' ' {
		i--
	}
	start := i
	for n := 0; n < 6 && start >= 3 && runes.SyllableAt(r.text, start-3) < runes.Syllables; n++ {
		start -= 3
	}
	for k := start; k < i; k += 3 {
		if k > start && kind == lastingBefore && i-k < 6 {
			break // one syllable must be a word of its own
		}
		if w, end := r.words.find(r.text[:i], k, 1<<kind); w != nil && end == i {
			return true
		}
	}
	return false
}
