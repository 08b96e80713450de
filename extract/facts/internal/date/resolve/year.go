package resolve

import (
	"github.com/gisa-go/gisa/extract/facts/internal/calendar"
	"github.com/gisa-go/gisa/extract/facts/internal/date/expr"
	"github.com/gisa-go/gisa/extract/facts/internal/date/words"
	"github.com/gisa-go/gisa/extract/facts/internal/runes"
)

// partOfYear gives the n-th part of so many months.
func (r *Resolver) partOfYear(y, n, months int, unit words.Unit) Period {
	from := calendar.Civil{Year: y, Month: months*(n-1) + 1, Day: 1}
	return days(from.Number(), calendar.DayOf(y, from.Month+months, 1), unit)
}

// relativePart gives 지난 분기.
func (r *Resolver) relativePart() (Period, bool) {
	r.Rel, r.How = true, byReference
	months := 3
	if r.E.First == words.HalfUnit {
		months = 6
	}
	n := (r.Ref.Month-1)/months + 1 + r.E.Year.N
	return r.partOfYear(r.Ref.Year, n, months, r.E.First), r.known
}

// year gives a year alone.
func (r *Resolver) year() (Period, bool) {
	y, ok := r.namedYear()
	if !ok {
		return Period{}, false
	}
	if r.E.YearKind == words.SchoolYear {
		return days(calendar.DayOf(y, 3, 1), calendar.DayOf(y+1, 3, 1), words.YearUnit), true
	}
	return days(calendar.DayOf(y, 1, 1), calendar.DayOf(y+1, 1, 1), words.YearUnit), true
}

// namedYear gives the year where one is named.
func (r *Resolver) namedYear() (year int, ok bool) {
	f := r.E.Year
	switch f.How {
	case expr.Absolute:
		if r.How == ByNothing {
			r.How = byNumber
		}
		r.Rel = r.Rel || r.E.Born
		return f.N, true
	case expr.Relative, expr.ThisYear:
		r.Rel, r.How = true, byReference
		return r.Ref.Year + f.N, r.known
	case expr.NewYear:
		r.Rel, r.How = true, byReference
		if r.Ref.Month >= 11 {
			return r.Ref.Year + 1, r.known
		}
		return r.Ref.Year, r.known
	case expr.Anaphoric:
		r.Rel, r.How = true, byText
		if l := &r.lastYear; f.N == 0 && l.OK && r.Last.How == expr.Absent && !paragraphEnds(r.Text, l.End, r.E.Start) {
			return l.last().Civil().Year, true
		}
		if r.Last.OK && (f.N >= 0 || runes.Sentence(r.Text, r.Last.End, r.E.Start)) {
			if r.Last.Unit >= words.MonthUnit {
				return r.Last.last().Civil().Year + f.N, true // behind a range, its end
			}
			return r.Last.First().Civil().Year + f.N, true
		}
		return r.Ref.Year + f.N, r.known
	}
	return 0, false
}

// inYear places what comes once a year: in the year that is named, else in the one that the direction, the
// tense or the distance asks for.
func (r *Resolver) inYear(at func(year int) (Period, bool)) (Period, bool) {
	e := r.E
	if e.Year.How == expr.ThisYear && e.Season == 12 && r.known {
		r.Rel, r.How = true, byThis
		return r.yearWith(at, func(p Period) bool { return p.last() >= r.today })
	}
	if e.Year.How != expr.Absent {
		y, ok := r.namedYear()
		if !ok {
			return Period{}, false
		}
		return at(y)
	}
	r.Rel = true
	if r.Bound {
		r.How = byOrder
		y := r.Floor.Civil().Year
		for ; y <= calendar.LastYear; y++ {
			if p, ok := at(y); ok && p.First() >= r.Floor {
				return p, true
			} else if !ok && y > expr.MaxYear {
				break
			}
		}
		return Period{}, false
	}
	if p, ok := r.carriedYear(at); ok {
		return p, true
	}
	if !r.known {
		return Period{}, false
	}
	switch e.Direction {
	case words.ToLast, words.Recently:
		r.How = byLast
		over := e.Season > 0 || e.Quarter > 0 || e.Half > 0
		return r.yearWith(func(y int) (Period, bool) { return at(2*r.Ref.Year - y) }, func(p Period) bool {
			return over && p.last() < r.today || !over && p.First() <= r.today
		})
	case words.ToNext, words.Comingly:
		r.How = byNext
		return r.yearWith(at, func(p Period) bool { return p.last() >= r.today })
	case words.ToFollowing:
		r.How = byNext
		return r.yearWith(at, func(p Period) bool { return p.First() > r.today })
	case words.ToThis:
		r.How = byThis
		if e.Season == 12 {
			return r.yearWith(at, func(p Period) bool { return p.last() >= r.today })
		}
		return at(r.Ref.Year)
	}
	return r.nearestYear(at)
}

// yearWith gives the first of a few years around the reference whose period fits, and has the weekday that was named.
func (r *Resolver) yearWith(at func(int) (Period, bool), fits func(Period) bool) (Period, bool) {
	var first Period
	found := false
	for y := r.Ref.Year - 2; y <= r.Ref.Year+8; y++ {
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
func (r *Resolver) rightWeekday(p Period) bool {
	return r.E.Weekday == 0 || r.E.Nth != 0 || p.Unit != words.DayUnit || p.First().Weekday() == r.E.Weekday
}

// carriedYear takes the year of a date before in the sentence: 2019년 3월 … 5월.
func (r *Resolver) carriedYear(at func(int) (Period, bool)) (Period, bool) {
	l := &r.Last
	if !l.OK || r.E.Direction != 0 || !l.Month || l.How == expr.Absent {
		return Period{}, false
	}
	y := l.First().Civil().Year
	if r.known && y == r.Ref.Year || !runes.Sentence(r.Text, l.End, r.E.Start) && !r.toldInOrder(y) {
		return Period{}, false
	}
	p, ok := at(y)
	if !ok || p.First() < l.First() || !r.rightWeekday(p) || r.known && p.First() > r.today && l.First() < r.today {
		return Period{}, false
	}
	r.How = BySentence
	return p, true
}

// toldInOrder tells whether a day goes on what a paragraph tells of the days of a year that is long past: 1945년 7월
// 24일 … 7월 26일.
func (r *Resolver) toldInOrder(year int) bool {
	l := &r.Last
	return r.known && year < r.Ref.Year-1 && l.How == expr.Absolute && l.Unit >= words.DayUnit &&
		r.E.Day.How == expr.Absolute &&
		!paragraphEnds(r.Text, l.End, r.E.Start) && tenseAfter(r.Words, r.Text, r.E.End) == past
}

// nearestYear chooses between the last and the next time by the tense and by the distance: news mostly means the year
// of the reference.
func (r *Resolver) nearestYear(at func(int) (Period, bool)) (Period, bool) {
	var before, after Period
	var hasBefore, hasAfter bool
	near := false // the weekday that is named is right in one of the years around; else it is wrong
	for y := r.Ref.Year - 1; y <= r.Ref.Year+1 && !near; y++ {
		p, ok := at(y)
		near = ok && r.rightWeekday(p)
	}
	reach := 8
	if r.E.Leap { // which is seldom: another year would be a guess
		reach = 1
	}
	for y := r.Ref.Year - reach; y <= r.Ref.Year+reach; y++ {
		p, ok := at(y)
		if !ok || near && !r.rightWeekday(p) {
			continue
		}
		if p.First() <= r.today && p.last() >= r.today {
			r.How = byNearest
			return p, true
		}
		if p.last() < r.today {
			before, hasBefore = p, true
		} else if !hasAfter {
			after, hasAfter = p, true
		}
	}
	if !hasBefore || !hasAfter {
		r.How = byNearest
		if hasBefore {
			return before, true
		}
		return after, hasAfter
	}
	back, ahead := int(r.today-before.last()), int(after.First()-r.today)
	next := false
	t := tenseAfter(r.Words, r.Text, r.E.End)
	r.How = byNearest
	switch thisYear := after.First().Civil().Year == r.Ref.Year && before.First().Civil().Year < r.Ref.Year; {
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
		r.How = byFuture
	case !next && t == past:
		r.How = byPast
	}
	if next {
		return after, true
	}
	return before, true
}
