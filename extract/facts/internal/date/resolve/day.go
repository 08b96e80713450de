package resolve

import (
	"github.com/gisa-go/gisa/extract/facts/internal/calendar"
	"github.com/gisa-go/gisa/extract/facts/internal/date/expr"
	"github.com/gisa-go/gisa/extract/facts/internal/date/words"
	"github.com/gisa-go/gisa/extract/facts/internal/runes"
)

// month gives M월, M월 D일 and 지난달, 지난달 D일.
func (r *Resolver) month() (Period, bool) {
	e := r.E
	if e.Month.How == expr.Absolute {
		return r.inYear(func(y int) (Period, bool) { return r.monthOf(y, e.Month.N) })
	}
	base := r.Ref
	r.Rel, r.How = true, byReference
	switch {
	case e.Month.How == expr.Anaphoric && r.Last.OK && r.Last.Unit >= words.MonthUnit:
		base, r.How = r.Last.First().Civil(), byText
		if e.Month.N < 0 && !runes.Sentence(r.Text, r.Last.End, e.Start) {
			base = r.Ref
		}
		if e.Year.How == expr.Relative || e.Year.How == expr.Anaphoric && e.Year.N != 0 { // 지난해 같은 달
			y, ok := r.namedYear()
			if !ok {
				return Period{}, false
			}
			base.Year = y
		}
	case !r.known:
		return Period{}, false
	case e.Month.How == expr.Anaphoric && (e.Year.How == expr.Relative || e.Year.How == expr.Anaphoric): // 전년 동월
		base.Year += e.Year.N
	}
	return r.monthOf(base.Year, base.Month+e.Month.N)
}

// monthOf gives a month of a year, or the day that is named in it.
func (r *Resolver) monthOf(y, m int) (Period, bool) {
	e := r.E
	first := calendar.DayOf(y, m, 1)
	if e.Lunar {
		day := max(e.Day.N, 1)
		n, ok := calendar.Lunar(y, m, day, e.Leap)
		if ok && e.Day.How == expr.Absent {
			next, end := calendar.Lunar(y, m, 1, true)
			switch {
			case end && !e.Leap:
			case m == 12:
				next, end = calendar.Lunar(y+1, 1, 1, false)
			default:
				next, end = calendar.Lunar(y, m+1, 1, false)
			}
			return days(n, next, words.MonthUnit), end
		}
		return days(n, n+1, words.DayUnit), ok
	}
	if e.Day.How == expr.Absolute {
		c := first.Civil()
		c.Day = e.Day.N
		return days(c.Number(), c.Number()+1, words.DayUnit), c.Valid()
	}
	return days(first, calendar.DayOf(y, m+1, 1), words.MonthUnit), true
}

// dayOfMonth gives D일 alone.
func (r *Resolver) dayOfMonth() (Period, bool) {
	e := r.E
	r.Rel = true
	if e.Year.How != expr.Absent { // 올해 15일: no month to find
		return Period{}, false
	}
	if r.Bound {
		r.How = byOrder
		return r.monthWith(r.Floor.Civil(), 1, func(n calendar.Day) bool { return n >= r.Floor })
	}
	if day, ok := r.afterWord(); ok {
		r.How = byText
		return days(day, day+1, words.DayUnit), true
	}
	if p, ok := r.carriedMonth(); ok {
		return p, true
	}
	if day, ok := r.heading(); ok && r.E.Closes(r.Text) {
		r.How = byOrder
		return r.monthWith(day.Civil(), 1, func(n calendar.Day) bool { return n >= day })
	}
	if !r.known {
		return Period{}, false
	}
	before := func(n calendar.Day) bool { return n <= r.today }
	after := func(n calendar.Day) bool { return n >= r.today }
	switch e.Direction {
	case words.ToLast, words.Recently:
		r.How = byLast
		return r.monthWith(r.Ref, -1, before)
	case words.ToNext, words.Comingly, words.ToFollowing:
		r.How = byNext
		return r.monthWith(r.Ref, 1, after)
	case words.ToThis:
		r.How = byThis
		return r.monthOf(r.Ref.Year, r.Ref.Month)
	}
	b, okB := r.monthWith(r.Ref, -1, before)
	a, okA := r.monthWith(r.Ref, 1, after)
	if !okB || !okA {
		r.How = byNearest
		if okB {
			return b, true
		}
		return a, okA
	}
	return r.nearDay(b, a), true
}

// monthTurn is how many days of the next month are told of without its name at the end of one: 30일에 쓴 2~4일 열린다.
const monthTurn = 10

// nearDay chooses between the last and the next day of some number.
func (r *Resolver) nearDay(before, after Period) Period {
	back, ahead := int(r.today-before.First()), int(after.First()-r.today)
	r.How = byNearest
	if back == 0 || ahead == 0 {
		return before
	}
	if d := r.E.Day.N; r.hasByDay&(1<<d) != 0 && back > 3 && r.E.Weekday == 0 {
		if n := r.byDay[d]; n == before.First() || n == after.First() {
			r.How = byText
			return days(n, n+1, words.DayUnit)
		}
	}
	t := tenseAfter(r.Words, r.Text, r.E.End)
	next := false
	switch {
	case back <= 10:
		next = t == farFuture && before.First().Civil().Month != r.Ref.Month && ahead < 28
	case before.First().Civil().Month == r.Ref.Month:
		next = t == farFuture && ahead <= 12 || t == future && ahead <= monthTurn && back > 31-monthTurn-1
	case t == past:
		next = r.E.Weekday > 0 && ahead < back
		r.How = byPast
	case t == future, t == farFuture:
		next = true
		r.How = byFuture
	default:
		next = ahead <= 10 || ahead < back
	}
	if next {
		return after
	}
	return before
}

// monthWith goes by months from one on to the first in which the day fits and has the weekday that was named.
func (r *Resolver) monthWith(from calendar.Civil, step int, fits func(calendar.Day) bool) (Period, bool) {
	var first Period
	found := false
	for n := range 16 {
		p, ok := r.monthOf(from.Year, from.Month+n*step)
		if !ok || !fits(p.First()) {
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
func (r *Resolver) carriedMonth() (Period, bool) {
	l := &r.Last
	if !l.OK || r.E.Direction != 0 || !l.Month || l.Unit < words.MonthUnit || l.Unit == words.MonthUnit && r.known ||
		!runes.Sentence(r.Text, l.End, r.E.Start) {
		return Period{}, false
	}
	c := l.First().Civil()
	c.Day = r.E.Day.N
	n := c.Number()
	if !c.Valid() || n <= l.First() || r.known && (n > r.today && l.First() <= r.today || n == r.today) ||
		!r.rightWeekday(days(n, n+1, words.DayUnit)) {
		return Period{}, false
	}
	if r.known && r.reportDay(n) {
		return Period{}, false // the day of the report
	}
	r.How = BySentence
	return days(n, n+1, words.DayUnit), true
}

// reportDay tells whether D일, which would be n if its month were that of the date before it, is the day of the report.
func (r *Resolver) reportDay(n calendar.Day) bool {
	if n > r.today && r.Words.Reports(r.Text, r.E.End) {
		return true
	}
	back := r.Ref.Day - r.E.Day.N
	if back < 0 || back > 3 {
		return false
	}
	t := tenseAfter(r.Words, r.Text, r.E.End)
	return n <= r.today || t != future && t != farFuture
}

// namedDay gives 어제, 이날, 전날.
func (r *Resolver) namedDay() (Period, bool) {
	e := r.E
	r.Rel, r.How = true, byReference
	base, ok := r.today, r.known
	if e.Day.How == expr.Anaphoric {
		r.How = byText
		if r.Bound {
			base, ok = r.Floor, true
		} else {
			base, ok = r.thisDay(r.Text, r.E)
		}
		if e.Year.How == expr.Relative {
			c := base.Civil()
			c.Year = r.Ref.Year + e.Year.N
			base, ok = c.Number(), ok && r.known && c.Valid()
		}
	}
	base += calendar.Day(e.Day.N)
	if c := e.Told; c.Month != 0 {
		if c.Year == 0 {
			if c.Year = base.Civil().Year; c.Number() > max(base, r.today) {
				c.Year--
			}
		}
		return days(c.Number(), c.Number()+1, words.DayUnit), ok || e.Told.Year != 0
	}
	if e.Said > 0 && (!ok || base.Civil().Day != e.Said) {
		e.Day = expr.Field{How: expr.Absolute, N: e.Said}
		return r.dayOfMonth()
	}
	return days(base, base+1, words.DayUnit), ok
}

// afterWord gives the day that is named again behind a word that means it: 이튿날인 9일, 주말인 16일.
func (r *Resolver) afterWord() (calendar.Day, bool) {
	l := &r.lastDay
	if !l.OK || l.End >= r.E.Start || l.last() > l.First()+1 {
		return 0, false
	}
	switch r.Text[l.End:r.E.Start] {
	case "인 ", "이던 ", "이었던 ":
	default:
		return 0, false
	}
	for day := l.First(); day <= l.last(); day++ {
		if day.Civil().Day == r.E.Day.N {
			return day, true
		}
	}
	return 0, false
}

// week gives 이번 주, 지난주 일요일, 다음 주 초, 주말.
func (r *Resolver) week() (Period, bool) {
	e := r.E
	r.Rel, r.How = true, byReference
	monday, ok := r.today.Monday()+calendar.Day(7*e.Week.N), r.known
	if e.Week.How == expr.Anaphoric && r.lastDay.OK {
		monday, ok = r.lastDay.First().Monday()+calendar.Day(7*e.Week.N), true
		r.How = byText
	}
	if !ok {
		return Period{}, false
	}
	if e.Weekend && e.Week.How == expr.Absent {
		monday = r.weekendWeek(monday)
	}
	if e.Weekend && e.Said > 0 {
		monday = r.weekOf(monday, e.Said)
	}
	switch {
	case e.Weekend:
		return days(monday+5, monday+7, words.DayUnit), true
	case e.Weekday > 0:
		day := monday + calendar.Day(e.Weekday-1)
		return days(day, day+1, words.DayUnit), true
	}
	return days(monday, monday+7, words.WeekUnit), true
}

// weekOf gives the week whose weekend has a day of some number, the nearest to the one that begins on monday: 주말인 16일.
func (r *Resolver) weekOf(monday calendar.Day, number int) calendar.Day {
	for _, away := range [...]calendar.Day{0, 7, -7, 14, -14, 21, -21} {
		saturday := monday + away + 5
		if saturday.Civil().Day == number || (saturday+1).Civil().Day == number {
			return monday + away
		}
	}
	return monday
}

// weekendWeek gives the week whose end 주말 means.
func (r *Resolver) weekendWeek(monday calendar.Day) calendar.Day {
	switch r.E.Direction {
	case words.ToLast:
		r.How = byLast
		return monday - 7
	case words.ToFollowing:
		r.How = byNext
		return monday + 7
	case words.ToNext, words.ToThis:
		r.How = byThis
		return monday
	}
	r.How = byNearest
	if r.today.Weekday() <= 3 && tenseAfter(r.Words, r.Text, r.E.End) == past {
		r.How = byPast
		return monday - 7
	}
	return monday
}

// nthOf gives 3월 둘째 주, 지난달 마지막 수요일, 2015년 첫째 주.
func (r *Resolver) nthOf() (Period, bool) {
	e := r.E
	at := func(first, next calendar.Day) Period {
		if e.Unit == words.WeekUnit {
			monday := calendar.WeekOf(first, next, e.Nth)
			return days(monday, monday+7, words.WeekUnit)
		}
		if e.Weekend {
			saturday := calendar.WeekdayOf(first, next, 6, e.Nth)
			if e.Form == expr.WeekForm {
				saturday = calendar.WeekOf(first, next, e.Nth) + 5
			}
			return days(saturday, saturday+2, words.DayUnit)
		}
		if e.Form == expr.WeekForm {
			day := calendar.WeekOf(first, next, e.Nth) + calendar.Day(e.Weekday-1)
			return days(day, day+1, words.DayUnit)
		}
		day := calendar.WeekdayOf(first, next, e.Weekday, e.Nth)
		return days(day, day+1, words.DayUnit)
	}
	if e.Month.How == expr.Absolute {
		return r.inYear(func(y int) (Period, bool) {
			return at(calendar.DayOf(y, e.Month.N, 1), calendar.DayOf(y, e.Month.N+1, 1)), true
		})
	}
	var p Period
	var ok bool
	if e.Month.How != expr.Absent {
		p, ok = r.month()
	} else {
		p, ok = r.year()
	}
	return at(p.First(), p.last()+1), ok
}

// bareWeekday gives a weekday without a week.
func (r *Resolver) bareWeekday() (Period, bool) {
	e := r.E
	r.Rel = true
	if r.Bound {
		day := r.Floor + calendar.Day(calendar.FloorMod(e.Weekday-r.Floor.Weekday(), 7))
		r.How = byOrder
		return days(day, day+1, words.DayUnit), true
	}
	if !r.known {
		return Period{}, false
	}
	back := calendar.FloorMod(r.today.Weekday()-e.Weekday, 7)
	day := r.today - calendar.Day(back)
	switch e.Direction {
	case words.ToLast:
		r.How = byLast
		if back == 0 {
			day -= 7
		}
	case words.ToNext:
		r.How = byNext
		day += 7
	case words.ToThis:
		r.How = byThis
		day = r.today.Monday() + calendar.Day(e.Weekday-1)
	case words.ToFollowing:
		r.How = byNext
		day = r.today.Monday() + calendar.Day(7+e.Weekday-1)
	default:
		r.How = byNearest
		switch t := tenseAfter(r.Words, r.Text, e.End); {
		case back == 0:
		case t == past:
			r.How = byPast
		case t == future || t == farFuture:
			r.How = byFuture
			day += 7
		case back > 3:
			day += 7
		}
	}
	return days(day, day+1, words.DayUnit), true
}

// part narrows a period to its beginning, middle or end: a third, or what is usual of months, weeks, years and decades.
func (r *Resolver) part(p Period) Period {
	if r.E.Part == 0 {
		return p
	}
	first, next := p.First(), p.last()+1
	if r.E.Part == words.LastDayPart {
		return days(next-1, next, words.DayUnit)
	}
	if r.E.Part == words.FirstDayPart {
		return days(first, first+1, words.DayUnit)
	}
	c := first.Civil()
	switch p.Unit {
	case words.MonthUnit:
		cuts := [...][2]calendar.Day{words.StartPart: {0, 10}, words.MiddlePart: {10, 20},
			words.EndPart: {20, next - first}, words.EarlyPart: {0, 15}, words.LatePart: {15, next - first}}
		cut := cuts[r.E.Part]
		return days(first+cut[0], first+cut[1], words.DayUnit)
	case words.WeekUnit:
		cuts := [...][2]calendar.Day{words.StartPart: {0, 3}, words.MiddlePart: {2, 5}, words.EndPart: {5, 7},
			words.EarlyPart: {0, 4}, words.LatePart: {3, 7}}
		cut := cuts[r.E.Part]
		return days(first+cut[0], first+cut[1], words.DayUnit)
	case words.YearUnit:
		cuts := [...][2]int{words.StartPart: {0, 3}, words.MiddlePart: {4, 8}, words.EndPart: {9, 12},
			words.EarlyPart: {0, 6}, words.LatePart: {6, 12}}
		cut := cuts[r.E.Part]
		return days(calendar.DayOf(c.Year, c.Month+cut[0], 1), calendar.DayOf(c.Year, c.Month+cut[1], 1), words.MonthUnit)
	case words.CenturyUnit:
		cuts := [...][2]int{words.StartPart: {0, 30}, words.MiddlePart: {30, 70}, words.EndPart: {70, 100},
			words.EarlyPart: {0, 50}, words.LatePart: {50, 100}}
		cut := cuts[r.E.Part]
		return days(calendar.DayOf(c.Year+cut[0], 1, 1), calendar.DayOf(c.Year+cut[1], 1, 1), words.YearUnit)
	case words.DecadeUnit:
		cuts := [...][2]int{words.StartPart: {0, 3}, words.MiddlePart: {3, 7}, words.EndPart: {7, 10},
			words.EarlyPart: {0, 5}, words.LatePart: {5, 10}}
		cut := cuts[r.E.Part]
		return days(calendar.DayOf(c.Year+cut[0], 1, 1), calendar.DayOf(c.Year+cut[1], 1, 1), words.YearUnit)
	}
	n := next - first
	cuts := [...][2]calendar.Day{words.StartPart: {0, n / 3}, words.MiddlePart: {n / 3, n - n/3},
		words.EndPart: {n - n/3, n}, words.EarlyPart: {0, n / 2}, words.LatePart: {n / 2, n}}
	cut := cuts[r.E.Part]
	return days(first+cut[0], first+cut[1], p.Unit)
}
