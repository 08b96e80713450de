package facts

import (
	"strings"
	"unicode/utf8"

	"github.com/gisa-go/gisa/extract/facts/internal/calendar"
	"github.com/gisa-go/gisa/extract/facts/internal/runes"
)

// leading reads what only the beginning of a date can be: dates in digits, English months, a year alone in brackets.
// It gives the end, or i.
func (r *dateReader) leading(e *expr, i int) int {
	n := readInt(r.text, i)
	if n.digits == 0 || n.digits > 4 && n.digits != 8 {
		return i
	}
	quote := apostrophe(r.text, i)
	short := quote > 0 && n.digits == 2
	if short && r.quoted(i, n.end) {
		quote, short = 0, n.value >= 50 // ‘87년 체제’ is a year, ‘30년 전쟁’ a length
	}
	if short {
		if u, _ := r.words.find(r.text, runes.SkipBlanks(r.text, n.end), 1<<unitWord); u != nil && (u.unit == yearUnit || u.unit == schoolYear || u.unit == budgetYear) {
			e.form, e.start = shortForm, i-quote
			return i
		}
	}
	if w, start := r.eraBefore(i); w != nil {
		e.start, e.year, e.void = start, field{relative, w.n}, w.n == noEra
		return r.era(e, i, i)
	}
	if !cleanBefore(r.text, i) {
		return i
	}
	end := r.inDigits(e, i, n)
	switch {
	case end == i:
		if e.start != i || e.named() || e.top != 0 { // a try left something
			*e = newExpr(i)
		}
	case quote > 0 && e.form == numericForm:
		e.start = i - quote
	}
	return end
}

// quoted tells whether the mark in front of i opens a quotation rather than stands for a century.
func (r *dateReader) quoted(i, end int) bool {
	if !strings.HasSuffix(r.text[:i], "‘") {
		return false
	}
	rest := r.text[end:min(len(r.text), end+quotationReach)]
	mark := strings.IndexAny(rest, "‘’\n")
	return mark >= 0 && strings.HasPrefix(rest[mark:], "’") && !runes.IsDigitAt(rest, mark+len("’"))
}

// quotationReach is how far the end of a quoted name may be, in bytes.
const quotationReach = 60

// inDigits chooses how to read digits by what stands beside them.
func (r *dateReader) inDigits(e *expr, i int, n integer) int {
	next, last := byte(0), byte(0)
	if n.end < len(r.text) {
		next = r.text[n.end]
	}
	if i > 0 {
		last = r.text[i-1]
	}
	switch {
	case next == '-' || next == '/' || next == '.':
		if end := r.numeric(e, i, n); end > i {
			return end
		}
	case n.digits == 8:
		return r.compact(e, i, n)
	}
	if last == '(' || last >= utf8.RuneSelf {
		if end := r.bareYear(e, i, n); end > i {
			return end
		}
	}
	if last == ' ' || last == '.' || next == ' ' || runes.ClassOf(int(next)) == runes.Letter {
		return r.english(e, i, n)
	}
	return i
}

// apostrophe gives the width of an apostrophe before i that stands for the century, or 0.
func apostrophe(text string, i int) int {
	r, w := utf8.DecodeLastRuneInString(text[:i])
	switch r {
	case '’', '‘', '\'', '`', '´', '＇':
		return w
	}
	return 0
}

// cleanBefore tells whether digits at i are not the continuation of a number or a word of Latin letters.
func cleanBefore(text string, i int) bool {
	if i == 0 {
		return true
	}
	switch c := text[i-1]; {
	case c == '.' || c == ',' || c == '-' || c == '/' || c == ':':
		return i < 2 || !runes.IsDigitAt(text, i-2) && runes.ClassOf(int(text[i-2])) != runes.Letter
	case runes.ClassOf(int(c)) == runes.Letter || runes.ClassOf(int(c)) == runes.Digit || c == '_' || c == '#' || c == '$':
		return false
	}
	return true
}

// numeric reads 2022-02-23, 2022.02.23, 2022. 2. 23., 22/2/23, and 3.15(화).
func (r *dateReader) numeric(e *expr, i int, first integer) int {
	var part [3]integer
	part[0] = first
	count := 1
	sep := byte(0)
	spaced := false
	for p := first.end; count < 3 && p < len(r.text); count++ {
		c := r.text[p]
		if c != '-' && c != '/' && c != '.' || sep != 0 && c != sep {
			break
		}
		q := p + 1
		if c == '.' {
			q = runes.SkipBlanks(r.text, q)
			spaced = spaced || q > p+1
		}
		n := readInt(r.text, q)
		if n.digits == 0 || n.digits > 2 {
			break
		}
		sep, part[count] = c, n
		p = n.end
	}
	if part[0].digits > 4 {
		return i
	}
	switch {
	case count == 3:
		return r.yearMonthDay(e, i, part, sep, spaced)
	case count == 2 && sep == '.':
		return r.dotted(e, i, part)
	}
	return i
}

// yearMonthDay adds the three parts of a date in digits.
func (r *dateReader) yearMonthDay(e *expr, i int, part [3]integer, sep byte, spaced bool) int {
	year, end := part[0].value, part[2].end
	switch part[0].digits {
	case 4:
		if year < minYear || year > maxYear {
			return i
		}
	case 2:
		if sep != '/' && apostrophe(r.text, i) == 0 && (part[1].digits != 2 || spaced && part[2].digits != 2) {
			return i
		}
		year = fullYear(year)
	case 1:
		if sep != '/' || year == 0 {
			return i
		}
		year = fullYear(year)
	default:
		return i
	}
	if !calendar.Valid(year, part[1].value, part[2].value) {
		return i
	}
	if end < len(r.text) {
		if c := r.text[end]; c == sep && sep != '.' || runes.ClassOf(int(c)) == runes.Letter && c != 'T' {
			return i
		}
		if c := r.text[end]; c == '.' && runes.IsDigitAt(r.text, end+1) {
			return i
		}
	}
	e.year, e.month, e.day = field{absolute, year}, field{absolute, part[1].value}, field{absolute, part[2].value}
	e.form = numericForm
	e.name(yearUnit)
	e.name(dayUnit)
	return r.afterDigits(e, end)
}

// afterDigits reads what may follow a date in digits: the last full stop, a weekday, an ISO time.
func (r *dateReader) afterDigits(e *expr, end int) int {
	p := end
	if strings.HasPrefix(r.text[p:], ".") {
		p = runes.SkipBlanks(r.text, p+1)
	}
	if strings.HasPrefix(r.text[p:], "(") {
		if q := r.bracket(e, p); q > p {
			return q
		}
	}
	if strings.HasPrefix(r.text[end:], "T") && runes.IsDigitAt(r.text, end+1) {
		next := *e
		if q := r.clockDigits(&next, end+1); q > end+1 {
			if minutes, z, ok := zoneAt(r.text, q); ok {
				next.zone, next.zoned, q = minutes, true, z
			}
			*e = next
			return q
		}
	}
	return end
}

// dotted reads 3.15(화), which wants its weekday, and 2022.3. and 2022.03, which want a range or brackets.
func (r *dateReader) dotted(e *expr, i int, part [3]integer) int {
	end := part[1].end
	year := part[0].value
	if part[0].digits == 2 && apostrophe(r.text, i) > 0 {
		year = fullYear(year)
	} else if part[0].digits <= 2 {
		return r.monthDay(e, i, part)
	}
	if year < minYear || year > maxYear || part[1].value < 1 || part[1].value > 12 {
		return i
	}
	if strings.HasPrefix(r.text[end:], "월") && r.suffixed(end+len("월")) { // 2022. 3월
		e.year, e.month = field{absolute, year}, field{absolute, part[1].value}
		e.name(yearUnit)
		e.name(monthUnit)
		return end + len("월")
	}
	stop := end < len(r.text) && r.text[end] == '.'
	if stop {
		end++
	}
	signed := runes.RangeSign(r.text, runes.SkipBlanks(r.text, end)) > 0
	before, _ := utf8.DecodeLastRuneInString(strings.TrimRight(r.text[:i], " "))
	enclosed := (before == '(' || before == '~' || before == '∼') && (strings.HasPrefix(r.text[end:], ")") || signed)
	if !signed && !enclosed && apostrophe(r.text, i) == 0 || part[1].digits == 1 && !stop && !enclosed {
		return i
	}
	e.year, e.month = field{absolute, year}, field{absolute, part[1].value}
	e.form = numericForm
	e.name(yearUnit)
	e.name(monthUnit)
	return part[1].end
}

func (r *dateReader) monthDay(e *expr, i int, part [3]integer) int {
	if !calendar.Valid(2000, part[0].value, part[1].value) {
		return i
	}
	e.month, e.day = field{absolute, part[0].value}, field{absolute, part[1].value}
	e.form = numericForm
	e.name(monthUnit)
	e.name(dayUnit)
	if end := r.afterDigits(e, part[1].end); e.weekday > 0 {
		return end
	}
	if r.daysFollow(i, part[1].end) {
		return part[1].end
	}
	return i
}

// daysFollow tells whether a range of days goes on behind its first: 8.7.~8.13., (8.14~8.20).
func (r *dateReader) daysFollow(i, end int) bool {
	stop := strings.HasPrefix(r.text[end:], ".")
	if stop {
		end++
	}
	end = runes.SkipBlanks(r.text, end)
	w := runes.RangeSign(r.text, end)
	month := readInt(r.text, runes.SkipBlanks(r.text, end+w))
	if w == 0 || month.digits == 0 || !strings.HasPrefix(r.text[month.end:], ".") {
		return false
	}
	day := readInt(r.text, runes.SkipBlanks(r.text, month.end+1))
	enclosed := strings.HasSuffix(r.text[:i], "(") && strings.HasPrefix(r.text[day.end:], ")")
	return (stop || enclosed) && day.digits > 0 && day.digits <= 2 && calendar.Valid(2000, month.value, day.value)
}

// compact reads 20220223.
func (r *dateReader) compact(e *expr, i int, n integer) int {
	c := calendar.Civil{Year: n.value / 10000, Month: n.value / 100 % 100, Day: n.value % 100}
	if n.digits != 8 || c.Year < 1900 || c.Year > 2100 || !c.Valid() || n.end < len(r.text) && runes.ClassOf(int(r.text[n.end])) == runes.Letter {
		return i
	}
	e.year, e.month, e.day = field{absolute, c.Year}, field{absolute, c.Month}, field{absolute, c.Day}
	e.form, e.weak = numericForm, true
	e.name(yearUnit)
	e.name(dayUnit)
	return n.end
}

// bareYear reads a year, or a range of years, that stands alone in brackets.
func (r *dateReader) bareYear(e *expr, i int, n integer) int {
	if n.digits != 4 || n.value < minYear || n.value > maxYear || !strings.HasSuffix(r.text[:i], "(") && !strings.HasSuffix(r.text[:i], "（") {
		return i
	}
	end := n.end
	p := runes.SkipBlanks(r.text, end)
	if w := runes.RangeSign(r.text, p); w > 0 {
		top := readInt(r.text, runes.SkipBlanks(r.text, p+w))
		if top.digits == 4 && top.value > n.value && top.value <= maxYear {
			e.top, end = top.value, top.end
		}
	}
	if p := runes.SkipBlanks(r.text, end); !strings.HasPrefix(r.text[p:], ")") && !strings.HasPrefix(r.text[p:], "）") {
		return i
	}
	e.year = field{absolute, n.value}
	e.form = bareForm
	e.name(yearUnit)
	return end
}

// english reads Feb. 23, 2022 and Feb. 2022, found at the first number, and 23 February 2022.
func (r *dateReader) english(e *expr, i int, n integer) int {
	if month, start := r.monthBefore(i); month > 0 {
		e.start = start
		if n.digits == 4 && n.value >= minYear && n.value <= maxYear {
			return r.englishDate(e, n.value, month, 0, n.end)
		}
		if n.digits <= 2 {
			end := r.ordinalEnd(n.end)
			p := end
			if strings.HasPrefix(r.text[p:], ",") {
				p++
			}
			if y := readInt(r.text, runes.SkipBlanks(r.text, p)); y.digits == 4 && y.value >= minYear && y.value <= maxYear {
				return r.englishDate(e, y.value, month, n.value, y.end)
			}
			return r.englishDate(e, 0, month, n.value, end)
		}
		return i
	}
	if n.digits > 2 {
		return i
	}
	p := runes.SkipBlanks(r.text, r.ordinalEnd(n.end))
	w, end := r.monthAt(p)
	if w == nil || p == n.end {
		return i
	}
	if y := readInt(r.text, runes.SkipBlanks(r.text, end)); y.digits == 4 && y.value >= minYear && y.value <= maxYear {
		return r.englishDate(e, y.value, w.n, n.value, y.end)
	}
	return r.englishDate(e, 0, w.n, n.value, end)
}

// englishDate adds a year or 0, a month, and a day or 0.
func (r *dateReader) englishDate(e *expr, year, month, day, end int) int {
	if day > 0 && !calendar.Valid(max(year, 2000), month, day) || day == 0 && year == 0 {
		return e.start
	}
	if year > 0 {
		e.year = field{absolute, year}
		e.name(yearUnit)
	}
	e.month = field{absolute, month}
	e.name(monthUnit)
	if day > 0 {
		e.day = field{absolute, day}
		e.name(dayUnit)
	}
	e.form = englishForm
	return end
}

// ordinalEnd passes over st, nd, rd, th.
func (r *dateReader) ordinalEnd(i int) int {
	for _, s := range [...]string{"st", "nd", "rd", "th"} {
		if strings.HasPrefix(r.text[i:], s) {
			return i + len(s)
		}
	}
	return i
}

// monthAt reads the English name of a month at i.
func (r *dateReader) monthAt(i int) (*dateWord, int) {
	if i >= len(r.text) || runes.ClassOf(int(r.text[i])) != runes.Letter {
		return nil, i
	}
	w, end := r.words.find(r.text, i, 1<<monthName)
	if w == nil || end < len(r.text) && runes.ClassOf(int(r.text[end])) == runes.Letter {
		return nil, i
	}
	if strings.HasPrefix(r.text[end:], ".") {
		end++
	}
	return w, end
}

// monthBefore reads the English name of a month before i.
func (r *dateReader) monthBefore(i int) (month, start int) {
	p := i
	for p > 0 && i-p < runes.MaxBlanks && r.text[p-1] == ' ' {
		p--
	}
	if p == i {
		return 0, i
	}
	if p > 0 && r.text[p-1] == '.' {
		p--
	}
	start = p
	for start > 0 && p-start < 10 && runes.ClassOf(int(r.text[start-1])) == runes.Letter {
		start--
	}
	w, end := r.monthAt(start)
	if w == nil || end < p {
		return 0, i
	}
	return w.n, start
}

// eraBefore reads the name of an era in Chinese characters before i, where the scan does not stop.
func (r *dateReader) eraBefore(i int) (*dateWord, int) {
	if i < 3 || r.text[i-3] < 0xE4 || r.text[i-3] > 0xE9 {
		return nil, i
	}
	for _, start := range [...]int{i - 6, i - 3} {
		if start < 0 {
			continue
		}
		if w, end := r.words.find(r.text, start, 1<<eraWord); w != nil && end == i {
			return w, start
		}
	}
	return nil, i
}

// era reads a year behind the name of its era.
func (r *dateReader) era(e *expr, start, i int) int {
	n := readInt(r.text, i)
	u, end := r.words.find(r.text, runes.SkipBlanks(r.text, n.end), 1<<unitWord)
	if !n.ok() || u == nil {
		return start
	}
	switch {
	case e.void:
		e.name(yearUnit)
		return end
	case u.unit != yearUnit:
		return start
	}
	year := n.value + e.year.n
	if year < calendar.FirstYear || year > maxYear {
		return start
	}
	e.year = field{absolute, year}
	e.name(yearUnit)
	return end
}
