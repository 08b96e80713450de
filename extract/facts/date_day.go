package facts

import (
	"github.com/gisa-go/gisa/extract/facts/internal/calendar"
	"github.com/gisa-go/gisa/extract/facts/internal/runes"
)

// month gives M월, M월 D일 and 지난달, 지난달 D일.
func (r *resolver) month() (period, bool) {
	e := r.e
	if e.month.how == absolute {
		return r.inYear(func(y int) (period, bool) { return r.monthOf(y, e.month.n) })
	}
	base := r.ref
	r.rel, r.how = true, byReference
	switch {
	case e.month.how == anaphoric && r.last.ok && r.last.unit >= monthUnit:
		base, r.how = r.last.first().Civil(), byText
		if e.month.n < 0 && !runes.Sentence(r.text, r.last.end, e.start) {
			base = r.ref
		}
		if e.year.how == relative || e.year.how == anaphoric && e.year.n != 0 { // 지난해 같은 달
			y, ok := r.namedYear()
			if !ok {
				return period{}, false
			}
			base.Year = y
		}
	case !r.known:
		return period{}, false
	case e.month.how == anaphoric && (e.year.how == relative || e.year.how == anaphoric): // 전년 동월
		base.Year += e.year.n
	}
	return r.monthOf(base.Year, base.Month+e.month.n)
}

// monthOf gives a month of a year, or the day that is named in it.
func (r *resolver) monthOf(y, m int) (period, bool) {
	e := r.e
	first := calendar.DayOf(y, m, 1)
	if e.lunar {
		day := max(e.day.n, 1)
		n, ok := calendar.Lunar(y, m, day, false)
		if ok && e.day.how == absent {
			next, end := calendar.Lunar(y, m%12+1, 1, false)
			if m == 12 {
				next, end = calendar.Lunar(y+1, 1, 1, false)
			}
			return days(n, next, monthUnit), end
		}
		return days(n, n+1, dayUnit), ok
	}
	if e.day.how == absolute {
		c := first.Civil()
		c.Day = e.day.n
		return days(c.Number(), c.Number()+1, dayUnit), c.Valid()
	}
	return days(first, calendar.DayOf(y, m+1, 1), monthUnit), true
}

// dayOfMonth gives D일 alone.
func (r *resolver) dayOfMonth() (period, bool) {
	e := r.e
	r.rel = true
	if e.year.how != absent { // 올해 15일: no month to find
		return period{}, false
	}
	if r.bound {
		r.how = byOrder
		return r.monthWith(r.floor.Civil(), 1, func(n calendar.Day) bool { return n >= r.floor })
	}
	if r.afterWord() {
		r.how = byText
		return days(r.lastDay.first(), r.lastDay.first()+1, dayUnit), true
	}
	if p, ok := r.carriedMonth(); ok {
		return p, true
	}
	if !r.known {
		return period{}, false
	}
	before := func(n calendar.Day) bool { return n <= r.today }
	after := func(n calendar.Day) bool { return n >= r.today }
	switch e.direction {
	case toLast, recently:
		r.how = byLast
		return r.monthWith(r.ref, -1, before)
	case toNext, comingly, toFollowing:
		r.how = byNext
		return r.monthWith(r.ref, 1, after)
	case toThis:
		r.how = byThis
		return r.monthOf(r.ref.Year, r.ref.Month)
	}
	b, okB := r.monthWith(r.ref, -1, before)
	a, okA := r.monthWith(r.ref, 1, after)
	if !okB || !okA {
		r.how = byNearest
		if okB {
			return b, true
		}
		return a, okA
	}
	return r.nearDay(b, a), true
}

// nearDay chooses between the last and the next day of some number.
func (r *resolver) nearDay(before, after period) period {
	back, ahead := int(r.today-before.first()), int(after.first()-r.today)
	r.how = byNearest
	if back == 0 || ahead == 0 {
		return before
	}
	if d := r.e.day.n; r.hasByDay&(1<<d) != 0 && back > 3 && r.e.weekday == 0 {
		if n := r.byDay[d]; n == before.first() || n == after.first() {
			r.how = byText
			return days(n, n+1, dayUnit)
		}
	}
	t := tenseAfter(r.text, r.e.end)
	next := false
	switch {
	case back <= 10:
		next = t == farFuture && before.first().Civil().Month != r.ref.Month && ahead < 28
	case before.first().Civil().Month == r.ref.Month:
		next = t == farFuture && ahead <= 12
	case t == past:
		next = ahead <= 7
		r.how = byPast
	case t == future, t == farFuture:
		next = true
		r.how = byFuture
	default:
		next = ahead <= 10 || ahead < back
	}
	if next {
		return after
	}
	return before
}

// monthWith goes by months from one on to the first in which the day fits and has the weekday that was named.
func (r *resolver) monthWith(from calendar.Civil, step int, fits func(calendar.Day) bool) (period, bool) {
	var first period
	found := false
	for n := range 16 {
		p, ok := r.monthOf(from.Year, from.Month+n*step)
		if !ok || !fits(p.first()) {
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

// carriedMonth takes the month of a day before in the sentence: 지난달 25일 불이 나 30일 복구했다. The days just before the
// reference are those of the report: … 30일 밝혔다.
func (r *resolver) carriedMonth() (period, bool) {
	l := &r.last
	if !l.ok || r.e.direction != 0 || !l.month || l.unit < monthUnit || l.unit == monthUnit && r.known || !runes.Sentence(r.text, l.end, r.e.start) {
		return period{}, false
	}
	c := l.first().Civil()
	c.Day = r.e.day.n
	n := c.Number()
	if !c.Valid() || n <= l.first() || r.known && (n > r.today && l.first() <= r.today || n == r.today) || !r.rightWeekday(days(n, n+1, dayUnit)) {
		return period{}, false
	}
	if r.known && r.reportDay(n) {
		return period{}, false // the day of the report
	}
	r.how = bySentence
	return days(n, n+1, dayUnit), true
}

// reportDay tells whether D일, which would be n if its month were that of the date before it, is the day of the report.
func (r *resolver) reportDay(n calendar.Day) bool {
	if n > r.today && r.words.reports(r.text, r.e.end) {
		return true
	}
	back := r.ref.Day - r.e.day.n
	if back < 0 || back > 3 {
		return false
	}
	t := tenseAfter(r.text, r.e.end)
	return n <= r.today || back == 0 || t != future && t != farFuture
}

// namedDay gives 어제, 이날, 전날.
func (r *resolver) namedDay() (period, bool) {
	e := r.e
	r.rel, r.how = true, byReference
	base, ok := r.today, r.known
	if e.day.how == anaphoric {
		r.how = byText
		if r.bound {
			base, ok = r.floor, true
		} else {
			base, ok = r.thisDay(r.text, e.start, e.end)
		}
		if e.year.how == relative {
			c := base.Civil()
			c.Year = r.ref.Year + e.year.n
			base, ok = c.Number(), ok && r.known && c.Valid()
		}
	}
	base += calendar.Day(e.day.n)
	if c := e.told; c.Month != 0 {
		if c.Year == 0 {
			if c.Year = base.Civil().Year; c.Number() > max(base, r.today) {
				c.Year--
			}
		}
		return days(c.Number(), c.Number()+1, dayUnit), ok || e.told.Year != 0
	}
	if e.said > 0 && (!ok || base.Civil().Day != e.said) {
		e.day = field{absolute, e.said}
		return r.dayOfMonth()
	}
	return days(base, base+1, dayUnit), ok
}

// afterWord tells whether the day before is the one that is named again: 이튿날인 9일.
func (r *resolver) afterWord() bool {
	l := &r.lastDay
	if !l.ok || l.end >= r.e.start || l.first().Civil().Day != r.e.day.n || l.last() != l.first() {
		return false
	}
	switch r.text[l.end:r.e.start] {
	case "인 ", "이던 ", "이었던 ":
		return true
	}
	return false
}

// week gives 이번 주, 지난주 일요일, 다음 주 초, 주말.
func (r *resolver) week() (period, bool) {
	e := r.e
	r.rel, r.how = true, byReference
	monday, ok := r.today.Monday()+calendar.Day(7*e.week.n), r.known
	if e.week.how == anaphoric && r.lastDay.ok {
		monday, ok = r.lastDay.first().Monday()+calendar.Day(7*e.week.n), true
		r.how = byText
	}
	if !ok {
		return period{}, false
	}
	if e.weekend && e.week.how == absent {
		monday = r.weekendWeek(monday)
	}
	switch {
	case e.weekend:
		return days(monday+5, monday+7, dayUnit), true
	case e.weekday > 0:
		day := monday + calendar.Day(e.weekday-1)
		return days(day, day+1, dayUnit), true
	}
	return days(monday, monday+7, weekUnit), true
}

// weekendWeek gives the week whose end 주말 means.
func (r *resolver) weekendWeek(monday calendar.Day) calendar.Day {
	switch r.e.direction {
	case toLast:
		r.how = byLast
		return monday - 7
	case toFollowing:
		r.how = byNext
		return monday + 7
	case toNext, toThis:
		r.how = byThis
		return monday
	}
	r.how = byNearest
	if r.today.Weekday() <= 3 && tenseAfter(r.text, r.e.end) == past {
		r.how = byPast
		return monday - 7
	}
	return monday
}

// nthOf gives 3월 둘째 주, 지난달 마지막 수요일, 2015년 첫째 주.
func (r *resolver) nthOf() (period, bool) {
	e := r.e
	at := func(first, next calendar.Day) period {
		if e.unit == weekUnit {
			monday := calendar.WeekOf(first, next, e.nth)
			return days(monday, monday+7, weekUnit)
		}
		if e.weekend {
			saturday := calendar.WeekdayOf(first, next, 6, e.nth)
			if e.form == weekForm {
				saturday = calendar.WeekOf(first, next, e.nth) + 5
			}
			return days(saturday, saturday+2, dayUnit)
		}
		if e.form == weekForm {
			day := calendar.WeekOf(first, next, e.nth) + calendar.Day(e.weekday-1)
			return days(day, day+1, dayUnit)
		}
		day := calendar.WeekdayOf(first, next, e.weekday, e.nth)
		return days(day, day+1, dayUnit)
	}
	if e.month.how == absolute {
		return r.inYear(func(y int) (period, bool) {
			return at(calendar.DayOf(y, e.month.n, 1), calendar.DayOf(y, e.month.n+1, 1)), true
		})
	}
	var p period
	var ok bool
	if e.month.how != absent {
		p, ok = r.month()
	} else {
		p, ok = r.year()
	}
	return at(p.first(), p.last()+1), ok
}

// bareWeekday gives a weekday without a week.
func (r *resolver) bareWeekday() (period, bool) {
	e := r.e
	r.rel = true
	if r.bound {
		day := r.floor + calendar.Day(calendar.FloorMod(e.weekday-r.floor.Weekday(), 7))
		r.how = byOrder
		return days(day, day+1, dayUnit), true
	}
	if !r.known {
		return period{}, false
	}
	back := calendar.FloorMod(r.today.Weekday()-e.weekday, 7)
	day := r.today - calendar.Day(back)
	switch e.direction {
	case toLast:
		r.how = byLast
		if back == 0 {
			day -= 7
		}
	case toNext:
		r.how = byNext
		day += 7
	case toThis:
		r.how = byThis
		day = r.today.Monday() + calendar.Day(e.weekday-1)
	case toFollowing:
		r.how = byNext
		day = r.today.Monday() + calendar.Day(7+e.weekday-1)
	default:
		r.how = byNearest
		switch t := tenseAfter(r.text, e.end); {
		case back == 0:
		case t == past:
			r.how = byPast
		case t == future || t == farFuture:
			r.how = byFuture
			day += 7
		case back > 3:
			day += 7
		}
	}
	return days(day, day+1, dayUnit), true
}

// part narrows a period to its beginning, middle or end: a third, or what is usual of months, weeks, years and decades.
func (r *resolver) part(p period) period {
	if r.e.part == 0 {
		return p
	}
	first, next := p.first(), p.last()+1
	if r.e.part == lastDayPart {
		return days(next-1, next, dayUnit)
	}
	if r.e.part == firstDayPart {
		return days(first, first+1, dayUnit)
	}
	c := first.Civil()
	switch p.unit {
	case monthUnit:
		cuts := [...][2]calendar.Day{startPart: {0, 10}, middlePart: {10, 20}, endPart: {20, next - first}, earlyPart: {0, 15}, latePart: {15, next - first}}
		cut := cuts[r.e.part]
		return days(first+cut[0], first+cut[1], dayUnit)
	case weekUnit:
		cuts := [...][2]calendar.Day{startPart: {0, 3}, middlePart: {2, 5}, endPart: {5, 7}, earlyPart: {0, 4}, latePart: {3, 7}}
		cut := cuts[r.e.part]
		return days(first+cut[0], first+cut[1], dayUnit)
	case yearUnit:
		cuts := [...][2]int{startPart: {0, 3}, middlePart: {4, 8}, endPart: {9, 12}, earlyPart: {0, 6}, latePart: {6, 12}}
		cut := cuts[r.e.part]
		return days(calendar.DayOf(c.Year, c.Month+cut[0], 1), calendar.DayOf(c.Year, c.Month+cut[1], 1), monthUnit)
	case centuryUnit:
		cuts := [...][2]int{startPart: {0, 30}, middlePart: {30, 70}, endPart: {70, 100}, earlyPart: {0, 50}, latePart: {50, 100}}
		cut := cuts[r.e.part]
		return days(calendar.DayOf(c.Year+cut[0], 1, 1), calendar.DayOf(c.Year+cut[1], 1, 1), yearUnit)
	case decadeUnit:
		cuts := [...][2]int{startPart: {0, 3}, middlePart: {3, 7}, endPart: {7, 10}, earlyPart: {0, 5}, latePart: {5, 10}}
		cut := cuts[r.e.part]
		return days(calendar.DayOf(c.Year+cut[0], 1, 1), calendar.DayOf(c.Year+cut[1], 1, 1), yearUnit)
	}
	n := next - first
	cuts := [...][2]calendar.Day{startPart: {0, n / 3}, middlePart: {n / 3, n - n/3}, endPart: {n - n/3, n}, earlyPart: {0, n / 2}, latePart: {n / 2, n}}
	cut := cuts[r.e.part]
	return days(first+cut[0], first+cut[1], p.unit)
}
