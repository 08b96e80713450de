package stamp

import (
	"strconv"
	"strings"
	"time"
	"unicode"
	"unicode/utf8"

	"github.com/gisa-go/gisa/extract/internal/letters"
)

// at reads the date that begins at token i.
func (r *stampReader) at(i int) (st Stamp, ok bool) {
	var next int
	switch {
	case r.kind(i) == '0':
		if i > 0 && r.joined(i) {
			return st, false
		}
		st, next, ok = r.number(i)
	case r.kind(i) == 'a':
		if st, next, ok = r.era(i); !ok {
			st, next, ok = r.monthDay(i)
		}
	}
	if st.toGregorian(); !ok || !ValidDay(st) {
		return st, false
	}
	st.Start, st.End = r.tokens[i].start, r.tokens[next-1].end
	r.clock(&st, next)
	if !st.Timed {
		r.clockBefore(&st, i)
	}
	return st, true
}

// joined reports whether a number continues something before it, such as a telephone or version number.
func (r *stampReader) joined(i int) bool {
	p := r.tokens[i-1]
	if p.end != r.tokens[i].start {
		return false
	}
	switch p.kind {
	case '-', '.', '/':
		return i > 1 && r.kind(i-2) == '0' && r.tokens[i-2].end == p.start
	}
	return p.kind == '#' || p.kind == '='
}

// number reads a date that begins with a number.
func (r *stampReader) number(i int) (st Stamp, next int, ok bool) {
	t := r.tokens[i]
	switch n := t.digits; {
	case n == 14 || n == 12 || n == 8:
		return r.compact(i)
	case n == 4:
		if st, next, ok = r.yearMonthName(i); ok {
			return st, next, true
		}
		if r.order == YearFirst || r.kind(i+1) != 'a' || monthOf(r.word(i+1)) == 0 {
			return r.yearMonthDay(i)
		}
		return st, 0, false
	case n <= 2:
		if st, next, ok = r.dayMonth(i); ok {
			return st, next, true
		}
		if st, next, ok = r.dayMonthNumber(i); ok {
			return st, next, true
		}
		return r.threeNumbers(i)
	}
	return st, 0, false
}

// compact reads 20180516, 201805161623 and 20180516162312.
func (r *stampReader) compact(i int) (st Stamp, next int, ok bool) {
	t := r.tokens[i]
	before := i > 0 && r.tokens[i-1].end == t.start
	behind := i+1 < len(r.tokens) && r.tokens[i+1].start == t.end && r.kind(i+1) != 'a'
	if t.end-t.start != t.digits || before || behind {
		return st, 0, false
	}
	s := r.text[t.start:t.end]
	at := func(a, b int) int { v, _ := strconv.Atoi(s[a:b]); return v }
	st = Stamp{Year: at(0, 4), Month: at(4, 6), Day: at(6, 8)}
	if len(s) >= 12 {
		st.Hour, st.Minute, st.Timed = at(8, 10), at(10, 12), true
		if len(s) == 14 {
			st.Sec = at(12, 14)
		}
		if st.Hour > 23 || st.Minute > 59 || st.Sec > 59 {
			return st, 0, false
		}
	}
	return st, i + 1, true
}

// separator reports whether token i may stand between two numbers of a date: - . / or 년 月 and their like.
func (r *stampReader) separator(i int) bool {
	switch r.kind(i) {
	case '-', '.', '/':
		return true
	case 'a':
		switch r.word(i) {
		case "년", "월", "年", "月":
			return true
		}
	}
	return false
}

// yearMonthDay reads 2022.02.23, 2022-2-23, 2022년 2월 23일, 2022年2月23日.
func (r *stampReader) yearMonthDay(i int) (st Stamp, next int, ok bool) {
	if !r.separator(i+1) || r.kind(i+2) != '0' || !r.separator(i+3) || r.kind(i+4) != '0' {
		return st, 0, false
	}
	m, d := r.tokens[i+2], r.tokens[i+4]
	if m.digits > 2 || d.digits > 2 {
		return st, 0, false
	}
	next = i + 5
	switch r.word(next) {
	case "일", "日", "号", "號":
		next++
	}
	st = Stamp{Year: r.tokens[i].value, Month: m.value, Day: d.value}
	if isPersianDay(st.Year, st.Month, st.Day) && strings.HasPrefix(r.text[r.tokens[i].start:], "۱") {
		st.Month += persianMonth
	}
	return st, next, true
}

// threeNumbers reads 23.02.2022, 2/23/2022, 22-02-23.
func (r *stampReader) threeNumbers(i int) (st Stamp, next int, ok bool) {
	sep := r.kind(i + 1)
	if sep != '-' && sep != '.' && sep != '/' || r.kind(i+2) != '0' || r.kind(i+3) != sep || r.kind(i+4) != '0' {
		return st, 0, false
	}
	a, b, c := r.tokens[i], r.tokens[i+2], r.tokens[i+4]
	if b.digits > 2 || c.digits > 4 || c.digits == 3 ||
		c.digits < 4 && (a.digits != 2 || b.digits != 2 || c.digits != 2) && !r.isOfficial(i) {
		return st, 0, false
	}
	if r.kind(i+5) == sep && r.kind(i+6) == '0' && r.tokens[i+5].start == c.end &&
		r.tokens[i+6].start == r.tokens[i+5].end {
		return st, 0, false
	}
	st = Stamp{Year: c.value, Month: b.value, Day: a.value}
	switch {
	case c.digits <= 2 && r.order == YearFirst:
		st = Stamp{Year: a.value, Month: b.value, Day: c.value}
	case sep != '.' && (r.order == MonthFirst || b.value > 12) && a.value <= 12:
		st.Month, st.Day = a.value, b.value
	}
	if st.Year < 100 {
		st.Year += 2000
	}
	return st, i + 5, true
}

// isOfficial reports whether a date of short numbers at token i is written as Korean officials write it: 22. 2. 5.,
// with a blank behind each dot. What has none may be a version.
func (r *stampReader) isOfficial(i int) bool {
	if r.order != YearFirst || r.tokens[i].digits != 2 || r.kind(i+1) != '.' {
		return false
	}
	return r.tokens[i+1].end < r.tokens[i+2].start && r.tokens[i+3].end < r.tokens[i+4].start
}

// dayMonth reads 23 February 2022, 23. Februar 2022, 23 de febrero de 2022.
func (r *stampReader) dayMonth(i int) (st Stamp, next int, ok bool) {
	st.Day = r.tokens[i].value
	name := r.join(i+1, ".", "-", "/", "'", "’")
	month, j := r.monthAt(name)
	if st.Month = month; month == 0 {
		return st, 0, false
	}
	j = r.join(j, ".", ",", "-", "/")
	if r.kind(j) != '0' {
		return st, 0, false
	}
	switch st.Year = r.tokens[j].value; {
	case r.tokens[j].digits == 4:
	case r.tokens[j].digits == 2 && unicode.Is(unicode.Thai, letters.First(r.word(name))):
		st.Year += 2500
	case r.tokens[j].digits == 2 && st.Year < 40 && r.endsPart(j+1): // of pages on the web
		st.Year += 2000
	default:
		return st, 0, false
	}
	return st, j + 1, true
}

// endsPart reports whether the text, or a part of it, ends before token i: 4 April 17 is a date there, and no part of 4
// April 17:30 or 4 April 17 people.
func (r *stampReader) endsPart(i int) bool {
	switch r.kind(i) {
	case 0, '|', ')', ']', '/':
		return true
	}
	return false
}

// dayMonthNumber reads 23 tháng 2 năm 2022.
func (r *stampReader) dayMonthNumber(i int) (st Stamp, next int, ok bool) {
	if !dateWords().month[strings.ToLower(r.word(i+1))] || r.kind(i+2) != '0' || r.tokens[i+2].digits > 2 {
		return st, 0, false
	}
	j := r.skip(i+3, ",", "-", "/")
	if dateWords().year[strings.ToLower(r.word(j))] {
		j++
	}
	if r.kind(j) != '0' || r.tokens[j].digits != 4 {
		return st, 0, false
	}
	return Stamp{Year: r.tokens[j].value, Month: r.tokens[i+2].value, Day: r.tokens[i].value}, j + 1, true
}

// yearMonthName reads 2022. február 23. and 2022 Feb 23.
func (r *stampReader) yearMonthName(i int) (st Stamp, next int, ok bool) {
	month, j := r.monthAt(r.join(i+1, ".", "-", ","))
	if month == 0 {
		return st, 0, false
	}
	j = r.skip(j, ".", "-")
	if r.kind(j) != '0' || r.tokens[j].digits > 2 {
		return st, 0, false
	}
	return Stamp{Year: r.tokens[i].value, Month: month, Day: r.tokens[j].value}, j + 1, true
}

// eraLength is the most years that an era is counted.
const eraLength = 200

// era reads 令和4年2月23日, 令和元年5月1日 and 民國111年2月23日.
func (r *stampReader) era(i int) (st Stamp, next int, ok bool) {
	word := r.word(i)
	if word[0] < utf8.RuneSelf {
		return st, 0, false
	}
	if base, found := dateWords().eras[strings.TrimSuffix(word, "元年")]; found {
		switch {
		case strings.HasSuffix(word, "元年"):
			st.Year, next = base+1, i+1
		case r.kind(i+1) == '0' && r.word(i+2) == "年" && r.tokens[i+1].value >= 1 && r.tokens[i+1].value <= eraLength:
			st.Year, next = base+r.tokens[i+1].value, i+3
		}
	}
	if next == 0 || r.kind(next) != '0' || r.word(next+1) != "月" || r.kind(next+2) != '0' || r.word(next+3) != "日" {
		return st, 0, false
	}
	st.Month, st.Day = r.tokens[next].value, r.tokens[next+2].value
	return st, next + 4, true
}

// monthDay reads February 23, 2022 and Feb. 23rd 2022.
func (r *stampReader) monthDay(i int) (st Stamp, next int, ok bool) {
	month, j := r.monthAt(i)
	if st.Month = month; month == 0 {
		return st, 0, false
	}
	j = r.skip(j, ".")
	if r.kind(j) != '0' || r.tokens[j].digits > 2 {
		return st, 0, false
	}
	st.Day = r.tokens[j].value
	if at, ok := r.clockAndYear(&st, j+1); ok {
		return st, at, true
	}
	j = r.join(j+1, ",", ".")
	if r.kind(j) != '0' || r.tokens[j].digits != 4 {
		return st, 0, false
	}
	st.Year = r.tokens[j].value
	return st, j + 1, true
}

// join passes over marks and over words that join the numbers of a date.
func (r *stampReader) join(i int, marks ...string) int {
	for i < len(r.tokens) {
		j := r.skip(i, marks...)
		if t := r.tokens[min(j, len(r.tokens)-1)]; j < len(r.tokens) && dateWords().joiners[r.text[t.start:t.end]] {
			j++
		}
		if j == i {
			break
		}
		i = j
	}
	return i
}

// clockAndYear reads what follows the day as Java and C write it: Feb 23 17:41:09 CET 2022.
func (r *stampReader) clockAndYear(st *Stamp, i int) (next int, ok bool) {
	if r.kind(i) != '0' || r.kind(i+1) != ':' || r.kind(i+2) != '0' || r.kind(i+3) != ':' || r.kind(i+4) != '0' {
		return 0, false
	}
	hour, minute, sec := r.tokens[i].value, r.tokens[i+2].value, r.tokens[i+4].value
	next = i + 5
	offset, zoned := zoneOffset(r.word(next), *st)
	if zoned {
		next++
	}
	if r.kind(next) != '0' || r.tokens[next].digits != 4 || hour > 23 || minute > 59 || sec > 59 {
		return 0, false
	}
	st.Year = r.tokens[next].value
	st.Hour, st.Minute, st.Sec, st.Timed = hour, minute, sec, true
	st.Zoned, st.Offset = zoned, offset
	return next + 1, true
}

// ValidDay reports whether the calendar has the day of a stamp.
func ValidDay(s Stamp) bool {
	if s.Year < 1900 || s.Year > 2100 || s.Month < 1 || s.Month > 12 || s.Day < 1 || s.Day > 31 {
		return false
	}
	return time.Date(s.Year, time.Month(s.Month), s.Day, 0, 0, 0, 0, time.UTC).Day() == s.Day
}
