// Package calendar counts days: the Gregorian calendar, the Korean lunar one, and the holidays of both.
package calendar

import "time"

// KST is Korean Standard Time, in which every date is given.
var KST = time.FixedZone("", 9*60*60)

// A Day counts days in the proleptic Gregorian calendar; 1 January 1970 is day 0.
type Day int

// The years that a date may lie in: what time.Time writes as JSON.
const (
	FirstYear = 1
	LastYear  = 9999
)

// The same in days.
const (
	FirstDay Day = -719162
	LastDay  Day = 2932896
)

// Civil is a day of the calendar.
type Civil struct{ Year, Month, Day int }

// Number gives the number of a day. Months outside 1 to 12 run into the years before and after, days into months.
//
// Years are counted from March, so that a leap day is the last of its year: the 400 years of a cycle have
// 146097 days, and the m-th month begins (153 m + 2) / 5 days after the first.
func (c Civil) Number() Day {
	month := c.Month - 3
	year := c.Year + FloorDiv(month, 12)
	month -= 12 * FloorDiv(month, 12)
	cycle := FloorDiv(year, 400)
	year -= 400 * cycle
	return Day(cycle*146097 + year*365 + year/4 - year/100 + (153*month+2)/5 + c.Day - 1 - 719468)
}

// Civil is the inverse of days.
func (n Day) Civil() Civil {
	z := int(n) + 719468
	cycle := FloorDiv(z, 146097)
	z -= cycle * 146097
	year := (z - z/1460 + z/36524 - z/146096) / 365
	z -= year*365 + year/4 - year/100
	month := (5*z + 2) / 153
	c := Civil{cycle*400 + year, month + 3, z - (153*month+2)/5 + 1}
	if c.Month > 12 {
		c.Month -= 12
		c.Year++
	}
	return c
}

// Weekday is 1 on Monday, 7 on Sunday, as in ISO 8601.
func (n Day) Weekday() int { return FloorMod(int(n)+3, 7) + 1 }

// Monday gives the first day of the week.
func (n Day) Monday() Day { return n - Day(n.Weekday()-1) }

// DayOf gives the day of the calendar with this date, as Civil.Number does.
func DayOf(year, month, day int) Day { return Civil{year, month, day}.Number() }

// DayAt gives the day of t in Korea.
func DayAt(t time.Time) Day {
	return Day(FloorDiv(int(t.Unix())+9*3600, 86400))
}

// Valid tells whether the calendar has such a day.
func Valid(year, month, day int) bool { return Civil{year, month, day}.Valid() }

// Valid tells whether there is such a day in the calendar.
func (c Civil) Valid() bool {
	return c.Month >= 1 && c.Month <= 12 && c.Day >= 1 && c.Day <= monthDays(c.Year, c.Month)
}

// monthDays gives the length of a month.
func monthDays(year, month int) int {
	switch month {
	case 2:
		if year%4 == 0 && (year%100 != 0 || year%400 == 0) {
			return 29
		}
		return 28
	case 4, 6, 9, 11:
		return 30
	}
	return 31
}

// AddMonths moves a day by months and keeps the day of the month, or takes the last where the month is shorter.
func (c Civil) AddMonths(n int) Civil {
	first := Civil{c.Year, c.Month + n, 1}.Number().Civil()
	first.Day = min(c.Day, monthDays(first.Year, first.Month))
	return first
}

// WeekOf gives the Monday of the n-th week of a month or a year that begins at first: as in ISO 8601 a week belongs
// to where its Thursday lies. Negative n counts from the end, which is the day before next.
func WeekOf(first, next Day, n int) Day {
	if n < 0 {
		return (next - 4).Monday() + Day(7*(n+1))
	}
	return (first + 3).Monday() + Day(7*(n-1))
}

// WeekdayOf gives the n-th of some weekday from first on; negative n counts back from the day before next.
func WeekdayOf(first, next Day, weekday, n int) Day {
	if n < 0 {
		last := next - 1
		return last - Day(FloorMod(last.Weekday()-weekday, 7)) + Day(7*(n+1))
	}
	return first + Day(FloorMod(weekday-first.Weekday(), 7)) + Day(7*(n-1))
}

// FloorDiv gives a ÷ b for b > 0, rounded down.
func FloorDiv(a, b int) int {
	q := a / b
	if a%b < 0 {
		q--
	}
	return q
}

// FloorMod gives what FloorDiv leaves: 0 to b-1.
func FloorMod(a, b int) int { return a - b*FloorDiv(a, b) }
