// Package resolve gives dates their place in the calendar, by the reference, the words around and the dates before.
package resolve

import (
	"github.com/gisa-go/gisa/extract/facts/internal/calendar"
	"github.com/gisa-go/gisa/extract/facts/internal/date/expr"
	"github.com/gisa-go/gisa/extract/facts/internal/date/words"
)

// Resolve gives the period of the date; ok is false where there is nothing to resolve it against.
func (r *Resolver) Resolve() (p Period, ok bool) {
	e := r.E
	switch {
	case e.Ago != 0:
		return r.offset()
	case e.Period:
		return r.stretch()
	case e.Same:
		return r.samePeriod()
	case e.Unit == words.CenturyUnit:
		r.How = byNumber
		first := 100*(e.Span-1) + 1
		return r.part(days(calendar.DayOf(first, 1, 1), calendar.DayOf(first+100, 1, 1), words.CenturyUnit)), true
	case e.Unit == words.DecadeUnit:
		r.How = byNumber
		return r.part(days(calendar.DayOf(e.Span, 1, 1), calendar.DayOf(e.Span+10, 1, 1), words.DecadeUnit)), true
	}
	p, ok = r.calendar()
	if !ok {
		return p, false
	}
	return r.clock(r.part(p)), true
}

// calendar gives the day, week, month … without a clock time.
func (r *Resolver) calendar() (Period, bool) {
	e := r.E
	switch {
	case e.Holiday != nil:
		return r.inYear(func(y int) (Period, bool) {
			day, ok := e.Holiday.In(y)
			if e.Frame {
				n := calendar.Day(e.Holiday.Around)
				return days(day-n, day+n+1, words.DayUnit), ok
			}
			return days(day, day+1, words.DayUnit), ok
		})
	case e.Nth != 0 && e.Unit != words.QuarterUnit && e.Unit != words.HalfUnit:
		return r.nthOf()
	case e.Week.How != expr.Absent || e.Weekend:
		return r.week()
	case e.Day.How == expr.Relative || e.Day.How == expr.Anaphoric:
		return r.namedDay()
	case e.Day.How == expr.Absolute && e.Month.How == expr.Absent:
		return r.dayOfMonth()
	case e.Month.How != expr.Absent:
		return r.month()
	case e.Weekday != 0:
		return r.bareWeekday()
	case e.Season > 0:
		return r.inYear(func(y int) (Period, bool) {
			return days(calendar.DayOf(y, e.Season, 1), calendar.DayOf(y, e.Season+3, 1), words.SeasonUnit), true
		})
	case e.Quarter > 0:
		return r.inYear(func(y int) (Period, bool) { return r.partOfYear(y, e.Quarter, 3, words.QuarterUnit), true })
	case e.Half > 0:
		return r.inYear(func(y int) (Period, bool) { return r.partOfYear(y, e.Half, 6, words.HalfUnit), true })
	case e.First == words.QuarterUnit || e.First == words.HalfUnit:
		return r.relativePart()
	case e.Hour >= 0 || e.Daytime[1] > 0:
		return r.bareClock()
	}
	return r.year()
}
