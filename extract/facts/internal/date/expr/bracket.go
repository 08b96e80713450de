package expr

import (
	"strings"

	"github.com/gisa-go/gisa/extract/facts/internal/date/words"
	"github.com/gisa-go/gisa/extract/facts/internal/runes"
)

// brackets reads what stands in brackets behind a day, and gives where to go on.
func (r *Reader) brackets(e *Expr, i int) int {
	if e.Unit != words.DayUnit {
		return i
	}
	end := i
	switch {
	case strings.HasPrefix(r.Text[i:], "("):
		end = r.bracket(e, i)
	case e.Weekday != 0 && e.Day.How == Absent && strings.HasPrefix(r.Text[e.End:], "인 "):
		if n, p := r.DayNumber(e.End + len("인 ")); n > 0 && r.OpenTo(p) { // 토요일인 5일
			e.Day, end = Field{Absolute, n}, p
		}
	case e.Weekday != 0 && e.Day.How == Absent && e.First == words.DayUnit && e.Daytime[1] == 0 && e.Direction == 0 &&
		i > e.End:
		if n, p := r.DayNumber(i); n > 0 && r.OpenTo(p) && !r.Lasts(e.Start, e.Direction, p) { // 토요일 5일
			e.Day, end = Field{Absolute, n}, p
		}
	}
	if end == i {
		return i
	}
	e.End = end
	return runes.SkipBlanks(r.Text, end)
}

// bracket reads (화), (화요일) behind a day and (15일) behind a weekday.
func (r *Reader) bracket(e *Expr, i int) int {
	p := runes.SkipBlanks(r.Text, i+1)
	if w, end := r.Words.Find(r.Text, p, 1<<words.WeekdayWord|1<<words.WeekdayShort); w != nil && e.Weekday == 0 &&
		e.Day.How != Absent {
		end = runes.SkipBlanks(r.Text, end)
		if strings.HasPrefix(r.Text[end:], ")") {
			e.Weekday = w.N
			return end + 1
		}
	}
	if e.Weekday != 0 && e.Day.How == Absent {
		if n, end := r.DayNumber(p); n > 0 && strings.HasPrefix(r.Text[end:], ")") {
			e.Day = Field{Absolute, n}
			return end + 1
		}
	}
	if e.Day.How == Relative || e.Day.How == Anaphoric { // 어제(13일)
		if n, end := r.DayNumber(p); n > 0 && strings.HasPrefix(r.Text[end:], ")") {
			e.Said = n
			return end + 1
		}
	}
	return i
}

// afterDigits reads what may follow a date in digits: the last full stop, a weekday, an ISO time.
func (r *Reader) afterDigits(e *Expr, end int) int {
	p := end
	if strings.HasPrefix(r.Text[p:], ".") {
		p = runes.SkipBlanks(r.Text, p+1)
	}
	if strings.HasPrefix(r.Text[p:], "(") {
		if q := r.bracket(e, p); q > p {
			return q
		}
	}
	if strings.HasPrefix(r.Text[end:], "T") && runes.IsDigitAt(r.Text, end+1) {
		next := *e
		if q := r.clockDigits(&next, end+1); q > end+1 {
			if minutes, z, ok := zoneAt(r.Text, q); ok {
				next.Zone, next.Zoned, q = minutes, true, z
			}
			*e = next
			return q
		}
	}
	return end
}
