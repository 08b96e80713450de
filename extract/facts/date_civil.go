package facts

import "time"

// kst is Korean Standard Time, in which every date is given.
var kst = time.FixedZone("KST", 9*60*60)

// A dayNumber counts days in the proleptic Gregorian calendar; 1 January 1970 is day 0.
type dayNumber int

// The years that a date may lie in: what time.Time writes as JSON.
const (
	firstYear = 1
	lastYear  = 9999
)

// The same in days.
const (
	firstDay dayNumber = -719162
	lastDay  dayNumber = 2932896
)

// civil is a day of the calendar.
type civil struct{ year, month, day int }

// days gives the number of a day. Months outside 1 to 12 run into the years before and after, days into months.
//
// Years are counted from March, so that a leap day is the last of its year: the 400 years of a cycle have
// 146097 days, and the m-th month begins (153 m + 2) / 5 days after the first.
func (c civil) days() dayNumber {
	month := c.month - 3
	year := c.year + floorDiv(month, 12)
	month -= 12 * floorDiv(month, 12)
	cycle := floorDiv(year, 400)
	year -= 400 * cycle
	return dayNumber(cycle*146097 + year*365 + year/4 - year/100 + (153*month+2)/5 + c.day - 1 - 719468)
}

// civil is the inverse of days.
func (n dayNumber) civil() civil {
	z := int(n) + 719468
	cycle := floorDiv(z, 146097)
	z -= cycle * 146097
	year := (z - z/1460 + z/36524 - z/146096) / 365
	z -= year*365 + year/4 - year/100
	month := (5*z + 2) / 153
	c := civil{cycle*400 + year, month + 3, z - (153*month+2)/5 + 1}
	if c.month > 12 {
		c.month -= 12
		c.year++
	}
	return c
}

// weekday is 1 on Monday, 7 on Sunday, as in ISO 8601.
func (n dayNumber) weekday() int { return floorMod(int(n)+3, 7) + 1 }

// monday gives the first day of the week.
func (n dayNumber) monday() dayNumber { return n - dayNumber(n.weekday()-1) }

// time gives the beginning of the day plus some minutes.
func (n dayNumber) time(minutes int) time.Time {
	return time.Unix(int64(n)*86400+int64(minutes)*60-9*3600, 0).In(kst)
}

// dayOf gives the day of t in Korea.
func dayOf(t time.Time) dayNumber {
	return dayNumber(floorDiv(int(t.Unix())+9*3600, 86400))
}

// valid tells whether there is such a day in the calendar.
func (c civil) valid() bool {
	return c.month >= 1 && c.month <= 12 && c.day >= 1 && c.day <= monthDays(c.year, c.month)
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

// addMonths moves a day by months and keeps the day of the month, or takes the last where the month is shorter.
func (c civil) addMonths(n int) civil {
	first := civil{c.year, c.month + n, 1}.days().civil()
	first.day = min(c.day, monthDays(first.year, first.month))
	return first
}

// weekOf gives the Monday of the n-th week of a month or a year that begins at first: as in ISO 8601 a week belongs
// to where its Thursday lies. Negative n counts from the end, which is the day before next.
func weekOf(first, next dayNumber, n int) dayNumber {
	if n < 0 {
		return (next - 4).monday() + dayNumber(7*(n+1))
	}
	return (first + 3).monday() + dayNumber(7*(n-1))
}

// weekdayOf gives the n-th of some weekday from first on; negative n counts back from the day before next.
func weekdayOf(first, next dayNumber, weekday, n int) dayNumber {
	if n < 0 {
		last := next - 1
		return last - dayNumber(floorMod(last.weekday()-weekday, 7)) + dayNumber(7*(n+1))
	}
	return first + dayNumber(floorMod(weekday-first.weekday(), 7)) + dayNumber(7*(n-1))
}

func floorDiv(a, b int) int {
	q := a / b
	if a%b < 0 {
		q--
	}
	return q
}

func floorMod(a, b int) int { return a - b*floorDiv(a, b) }
