package expr

import (
	"strings"

	"github.com/gisa-go/gisa/extract/facts/internal/calendar"
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

// Apposed notes the day that follows a word that names it: 전날이던 2023년 7월 18일, 다음 날인 9일.
func (r *Reader) Apposed(e *Expr) {
	if e.Day.How != Relative && e.Day.How != Anaphoric && !e.Weekend {
		return
	}
	for _, copula := range [...]string{"인 ", "이던 ", "이었던 "} {
		if !strings.HasPrefix(r.Text[e.End:], copula) {
			continue
		}
		same, ok := r.Read(e.End + len(copula))
		switch {
		case !ok || same.Day.How != Absolute || same.Top > 0 && !e.Weekend: // 주말인 8~9일
		case same.Month.How == Absent:
			e.Said = same.Day.N
		case same.Month.How == Absolute && (same.Year.How == Absolute || same.Year.How == Absent):
			if c := (calendar.Civil{Year: 2000, Month: same.Month.N, Day: same.Day.N}); c.Valid() {
				c.Year = same.Year.N
				e.Told = c
			}
		}
	}
}
