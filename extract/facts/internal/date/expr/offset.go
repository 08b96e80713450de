package expr

import (
	"github.com/gisa-go/gisa/extract/facts/internal/date/length"
	"github.com/gisa-go/gisa/extract/facts/internal/date/words"
	"github.com/gisa-go/gisa/extract/facts/internal/runes"
)

// IsLength tells whether a bare number of days is a length and no day of the month.
func (r *Reader) IsLength(i, at, end, direction int, l *length.Length) bool {
	n, ok := l.Parts[0].Value.Int64()
	if !ok || n < 1 || n > 31 || l.Vague {
		return true
	}
	if w, _ := r.Words.Find(r.Text, i, 1<<words.DirectionWord); w != nil &&
		(w.N == words.Recently || w.N == words.Comingly || w.N == words.ToFollowing) {
		return true // 최근 3일
	}
	return r.Lasts(at, direction, end)
}

// SameTime turns 1년 전 before 같은 기간 or 같은 달 into the year of that time.
func (r *Reader) SameTime(e *Expr, i int) bool {
	years, whole := e.Length.Whole(words.YearUnit)
	w, end := r.Words.Find(r.Text, runes.SkipBlanks(r.Text, i), 1<<words.SamePeriodWord|1<<words.AnaphorWord)
	if !whole || e.Length.N != 1 || years == 0 || w == nil || !r.Open(end) {
		return false
	}
	switch {
	case w.Kind == words.SamePeriodWord:
		e.Same = true
		e.Name(words.DayUnit)
	case w.Unit == words.MonthUnit && w.N == 0:
		e.Month = Field{How: Anaphoric}
		e.Name(words.MonthUnit)
	default:
		return false
	}
	e.Year, e.End = Field{Relative, -years}, end
	return true
}

// ClockBehind reads the time of a day that an offset gives: 사흘 뒤 오전 10시.
func (r *Reader) ClockBehind(e *Expr) {
	for e.Unit >= words.DayUnit && e.Length.Unit() == words.DayUnit {
		next, at := *e, runes.SkipBlanks(r.Text, e.End)
		end := r.piece(&next, at)
		if end > at && next.Hour < 0 && next.Daytime == e.Daytime || end <= at {
			return
		}
		next.End = r.halfHour(&next, end)
		*e = next
	}
}
