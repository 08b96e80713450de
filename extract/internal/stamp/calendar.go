package stamp

import "time"

// buddhistYear is how many years the calendar of Thailand is ahead.
const buddhistYear = 543

// toGregorian turns a day of the Buddhist or the Persian calendar into one of the Gregorian calendar. A day that does
// not exist stays as it is and is no valid one.
func (s *Stamp) toGregorian() {
	if s.Year > 1900+buddhistYear && s.Year < 2100+buddhistYear {
		s.Year -= buddhistYear
	}
	if month := s.Month - persianMonth; month >= 1 && month <= 12 && isPersianDay(s.Year, month, s.Day) {
		t := persianDay(s.Year, month, s.Day)
		s.Year, s.Month, s.Day = t.Year(), int(t.Month()), t.Day()
	}
}

// firstPersianYear began on 21 March 1921. Until lastPersianYear the leap years repeat every 33 years.
const firstPersianYear, lastPersianYear = 1300, 1470

func isPersianDay(year, month, day int) bool {
	return year >= firstPersianYear && year <= lastPersianYear && day >= 1 && day <= persianMonthLength(year, month)
}

// persianMonthLength returns the days of a month: six of 31, five of 30, the last of 29 or 30.
func persianMonthLength(year, month int) int {
	switch {
	case month <= 6:
		return 31
	case month < 12 || isPersianLeap(year):
		return 30
	}
	return 29
}

func isPersianLeap(year int) bool {
	switch year % 33 {
	case 1, 5, 9, 13, 17, 22, 26, 30:
		return true
	}
	return false
}

func persianDay(year, month, day int) time.Time {
	days := day - 1
	for y := firstPersianYear; y < year; y++ {
		days += 365
		if isPersianLeap(y) {
			days++
		}
	}
	for m := 1; m < month; m++ {
		days += persianMonthLength(year, m)
	}
	return time.Date(1921, 3, 21+days, 0, 0, 0, 0, time.UTC)
}
