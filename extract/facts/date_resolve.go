package facts

import (
	"github.com/gisa-go/gisa/extract/facts/internal/calendar"
	"github.com/gisa-go/gisa/extract/facts/internal/runes"
)

// resolver gives one date its place in the calendar.
type resolver struct {
	*dateState
	text  string
	e     *expr
	floor calendar.Day // the date is the first not before this day
	bound bool         // floor is set
	how   way          // by what the date was resolved, for the trace
	rel   bool         // it depends on the reference or on the text
}

// resolve gives the period of the date; ok is false where there is nothing to resolve it against.
func (r *resolver) resolve() (p period, ok bool) {
	e := r.e
	switch {
	case e.ago != 0:
		return r.offset()
	case e.period:
		return r.stretch()
	case e.same:
		return r.samePeriod()
	case e.unit == centuryUnit:
		r.how = byNumber
		first := 100*(e.span-1) + 1
		return r.part(days(calendar.DayOf(first, 1, 1), calendar.DayOf(first+100, 1, 1), centuryUnit)), true
	case e.unit == decadeUnit:
		r.how = byNumber
		return r.part(days(calendar.DayOf(e.span, 1, 1), calendar.DayOf(e.span+10, 1, 1), decadeUnit)), true
	}
	p, ok = r.calendar()
	if !ok {
		return p, false
	}
	return r.clock(r.part(p)), true
}

// calendar gives the day, week, month … without a clock time.
func (r *resolver) calendar() (period, bool) {
	e := r.e
	switch {
	case e.holiday != nil:
		return r.inYear(func(y int) (period, bool) {
			day, ok := e.holiday.In(y)
			if e.frame {
				n := calendar.Day(e.holiday.Around)
				return days(day-n, day+n+1, dayUnit), ok
			}
			return days(day, day+1, dayUnit), ok
		})
	case e.nth != 0 && e.unit != quarterUnit && e.unit != halfUnit:
		return r.nthOf()
	case e.week.how != absent || e.weekend:
		return r.week()
	case e.day.how == relative || e.day.how == anaphoric:
		return r.namedDay()
	case e.day.how == absolute && e.month.how == absent:
		return r.dayOfMonth()
	case e.month.how != absent:
		return r.month()
	case e.weekday != 0:
		return r.bareWeekday()
	case e.season > 0:
		return r.inYear(func(y int) (period, bool) {
			return days(calendar.DayOf(y, e.season, 1), calendar.DayOf(y, e.season+3, 1), seasonUnit), true
		})
	case e.quarter > 0:
		return r.inYear(func(y int) (period, bool) { return r.partOfYear(y, e.quarter, 3, quarterUnit), true })
	case e.half > 0:
		return r.inYear(func(y int) (period, bool) { return r.partOfYear(y, e.half, 6, halfUnit), true })
	case e.first == quarterUnit || e.first == halfUnit:
		return r.relativePart()
	case e.hour >= 0 || e.daytime[1] > 0:
		return r.bareClock()
	}
	return r.year()
}

// partOfYear gives the n-th part of so many months.
func (r *resolver) partOfYear(y, n, months int, unit dateUnit) period {
	from := calendar.Civil{Year: y, Month: months*(n-1) + 1, Day: 1}
	return days(from.Number(), calendar.DayOf(y, from.Month+months, 1), unit)
}

// relativePart gives 지난 분기.
func (r *resolver) relativePart() (period, bool) {
	r.rel, r.how = true, byReference
	months := 3
	if r.e.first == halfUnit {
		months = 6
	}
	n := (r.ref.Month-1)/months + 1 + r.e.year.n
	return r.partOfYear(r.ref.Year, n, months, r.e.first), r.known
}

// year gives a year alone.
func (r *resolver) year() (period, bool) {
	y, ok := r.namedYear()
	if !ok {
		return period{}, false
	}
	if r.e.yearKind == schoolYear {
		return days(calendar.DayOf(y, 3, 1), calendar.DayOf(y+1, 3, 1), yearUnit), true
	}
	return days(calendar.DayOf(y, 1, 1), calendar.DayOf(y+1, 1, 1), yearUnit), true
}

// namedYear gives the year where one is named.
func (r *resolver) namedYear() (year int, ok bool) {
	f := r.e.year
	switch f.how {
	case absolute:
		if r.how == byNothing {
			r.how = byNumber
		}
		r.rel = r.rel || r.e.born
		return f.n, true
	case relative, thisYear:
		r.rel, r.how = true, byReference
		return r.ref.Year + f.n, r.known
	case newYear:
		r.rel, r.how = true, byReference
		if r.ref.Month >= 11 {
			return r.ref.Year + 1, r.known
		}
		return r.ref.Year, r.known
	case anaphoric:
		r.rel, r.how = true, byText
		if l := &r.lastYear; f.n == 0 && l.ok && r.last.how == absent && !paragraphEnds(r.text, l.end, r.e.start) {
			return l.last().Civil().Year, true
		}
		if r.last.ok && (f.n >= 0 || runes.Sentence(r.text, r.last.end, r.e.start)) {
			if r.last.unit >= monthUnit {
				return r.last.last().Civil().Year + f.n, true // behind a range, its end
			}
			return r.last.first().Civil().Year + f.n, true
		}
		return r.ref.Year + f.n, r.known
	}
	return 0, false
}

// inYear places what comes once a year: in the year that is named, else in the one that the direction, the
// tense or the distance asks for.
func (r *resolver) inYear(at func(year int) (period, bool)) (period, bool) {
	e := r.e
	if e.year.how == thisYear && e.season == 12 && r.known {
		r.rel, r.how = true, byThis
		return r.yearWith(at, func(p period) bool { return p.last() >= r.today })
	}
	if e.year.how != absent {
		y, ok := r.namedYear()
		if !ok {
			return period{}, false
		}
		return at(y)
	}
	r.rel = true
	if r.bound {
		r.how = byOrder
		y := r.floor.Civil().Year
		for ; y <= calendar.LastYear; y++ {
			if p, ok := at(y); ok && p.first() >= r.floor {
				return p, true
			} else if !ok && y > maxYear {
				break
			}
		}
		return period{}, false
	}
	if p, ok := r.carriedYear(at); ok {
		return p, true
	}
	if !r.known {
		return period{}, false
	}
	switch e.direction {
	case toLast, recently:
		r.how = byLast
		over := e.season > 0 || e.quarter > 0 || e.half > 0
		return r.yearWith(func(y int) (period, bool) { return at(2*r.ref.Year - y) }, func(p period) bool {
			return over && p.last() < r.today || !over && p.first() <= r.today
		})
	case toNext, comingly:
		r.how = byNext
		return r.yearWith(at, func(p period) bool { return p.last() >= r.today })
	case toFollowing:
		r.how = byNext
		return r.yearWith(at, func(p period) bool { return p.first() > r.today })
	case toThis:
		r.how = byThis
		if e.season == 12 {
			return r.yearWith(at, func(p period) bool { return p.last() >= r.today })
		}
		return at(r.ref.Year)
	}
	return r.nearestYear(at)
}

// yearWith gives the first of a few years around the reference whose period fits, and has the weekday that was named.
func (r *resolver) yearWith(at func(int) (period, bool), fits func(period) bool) (period, bool) {
	var first period
	found := false
	for y := r.ref.Year - 2; y <= r.ref.Year+8; y++ {
		p, ok := at(y)
		if !ok || !fits(p) {
			continue
		}
		if r.rightWeekday(p) {
			return p, true
		}
		if !found {
			first, found = p, true
		}
	}
	return first, found
}

// rightWeekday tells whether a day has the weekday that was named with it.
func (r *resolver) rightWeekday(p period) bool {
	return r.e.weekday == 0 || r.e.nth != 0 || p.unit != dayUnit || p.first().Weekday() == r.e.weekday
}

// carriedYear takes the year of a date before in the sentence: 2019년 3월 … 5월.
func (r *resolver) carriedYear(at func(int) (period, bool)) (period, bool) {
	l := &r.last
	if !l.ok || r.e.direction != 0 || !l.month || l.how == absent {
		return period{}, false
	}
	y := l.first().Civil().Year
	if r.known && y == r.ref.Year || !runes.Sentence(r.text, l.end, r.e.start) && !r.toldInOrder(y) {
		return period{}, false
	}
	p, ok := at(y)
	if !ok || p.first() < l.first() || !r.rightWeekday(p) || r.known && p.first() > r.today && l.first() < r.today {
		return period{}, false
	}
	r.how = bySentence
	return p, true
}

// toldInOrder tells whether a day goes on what a paragraph tells of the days of a year that is long past: 1945년 7월 24일 …
// 7월 26일.
func (r *resolver) toldInOrder(year int) bool {
	l := &r.last
	return r.known && year < r.ref.Year-1 && l.how == absolute && l.unit >= dayUnit && r.e.day.how == absolute &&
		!paragraphEnds(r.text, l.end, r.e.start) && tenseAfter(r.text, r.e.end) == past
}

// nearestYear chooses between the last and the next time by the tense and by the distance: news mostly means the year
// of the reference.
func (r *resolver) nearestYear(at func(int) (period, bool)) (period, bool) {
	var before, after period
	var hasBefore, hasAfter bool
	near := false // the weekday that is named is right in one of the years around; else it is wrong
	for y := r.ref.Year - 1; y <= r.ref.Year+1 && !near; y++ {
		p, ok := at(y)
		near = ok && r.rightWeekday(p)
	}
	for y := r.ref.Year - 8; y <= r.ref.Year+8; y++ {
		p, ok := at(y)
		if !ok || near && !r.rightWeekday(p) {
			continue
		}
		if p.first() <= r.today && p.last() >= r.today {
			r.how = byNearest
			return p, true
		}
		if p.last() < r.today {
			before, hasBefore = p, true
		} else if !hasAfter {
			after, hasAfter = p, true
		}
	}
	if !hasBefore || !hasAfter {
		r.how = byNearest
		if hasBefore {
			return before, true
		}
		return after, hasAfter
	}
	back, ahead := int(r.today-before.last()), int(after.first()-r.today)
	next := false
	t := tenseAfter(r.text, r.e.end)
	r.how = byNearest
	switch thisYear := after.first().Civil().Year == r.ref.Year && before.first().Civil().Year < r.ref.Year; {
	case t == past && thisYear:
		next = back > 130
	case t == past:
		next = false
	case (t == future || t == farFuture) && thisYear:
		next = true
	case t == farFuture:
		next = ahead <= 190
	case t == future:
		next = ahead <= 120
	case thisYear:
		next = back > 62 || ahead < 200
	default:
		next = ahead <= 45
	}
	switch {
	case next && (t == future || t == farFuture):
		r.how = byFuture
	case !next && t == past:
		r.how = byPast
	}
	if next {
		return after, true
	}
	return before, true
}
