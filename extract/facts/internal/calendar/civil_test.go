package calendar

import (
	"testing"
	"time"
)

// The calendar is the one of package time, on every day of the years that dates may lie in.
func TestCivilAgreesWithTime(t *testing.T) {
	day := Civil{FirstYear, 1, 1}.Number()
	at := time.Date(FirstYear, 1, 1, 0, 0, 0, 0, KST)
	for ; at.Year() <= 3000; day, at = day+1, at.AddDate(0, 0, 1) {
		want := Civil{at.Year(), int(at.Month()), at.Day()}
		if got := day.Civil(); got != want || want.Number() != day {
			t.Fatalf("day %d is %v, number %d; want %v", day, got, want.Number(), want)
		}
		if got := day.Weekday() % 7; got != int(at.Weekday()) {
			t.Fatalf("%v: weekday %d, want %v", want, got, at.Weekday())
		}
		if DayAt(at) != day || DayAt(at.Add(24*time.Hour-1)) != day || !midnightOf(day).Equal(at) {
			t.Fatalf("%v: day %d, want %d", at, DayAt(at), day)
		}
	}
}

func TestCivilNormalizes(t *testing.T) {
	for _, c := range []struct{ in, want Civil }{
		{Civil{2022, 13, 1}, Civil{2023, 1, 1}},
		{Civil{2022, 0, 31}, Civil{2021, 12, 31}},
		{Civil{2022, -11, 1}, Civil{2021, 1, 1}},
		{Civil{2022, 2, 29}, Civil{2022, 3, 1}},
		{Civil{2020, 2, 29}, Civil{2020, 2, 29}},
		{Civil{1, 1, 0}, Civil{0, 12, 31}},
	} {
		if got := c.in.Number().Civil(); got != c.want {
			t.Errorf("%v is %v, want %v", c.in, got, c.want)
		}
	}
	if first, last := (Civil{FirstYear, 1, 1}).Number(), (Civil{LastYear, 12, 31}).Number(); first != FirstDay ||
		last != LastDay {
		t.Errorf("the first and last day are %d and %d, not %d and %d", first, last, FirstDay, LastDay)
	}
	if got := (Civil{2022, 3, 31}).AddMonths(-1); got != (Civil{2022, 2, 28}) {
		t.Errorf("a month before 31 March is %v", got)
	}
}

func TestWeeksOfMonthsAndYears(t *testing.T) {
	for _, c := range []struct {
		first, next, want Civil
		n                 int
	}{
		{Civil{2022, 3, 1}, Civil{2022, 4, 1}, Civil{2022, 3, 7}, 2},
		{Civil{2018, 4, 1}, Civil{2018, 5, 1}, Civil{2018, 4, 9}, 2},
		{Civil{2015, 1, 1}, Civil{2016, 1, 1}, Civil{2014, 12, 29}, 1},
		{Civil{2027, 1, 1}, Civil{2028, 1, 1}, Civil{2027, 1, 18}, 3},
		{Civil{2016, 1, 1}, Civil{2017, 1, 1}, Civil{2016, 12, 26}, -1},
	} {
		if got := WeekOf(c.first.Number(), c.next.Number(), c.n).Civil(); got != c.want {
			t.Errorf("week %d from %v: %v, want %v", c.n, c.first, got, c.want)
		}
	}
	if got := WeekdayOf(Civil{2013, 3, 1}.Number(), Civil{2013, 4, 1}.Number(), 1,
		-1).Civil(); got != (Civil{2013, 3, 25}) {
		t.Errorf("last Monday of March 2013: %v", got)
	}
	if got := WeekdayOf(Civil{2014, 9, 1}.Number(), Civil{2014, 10, 1}.Number(), 2,
		3).Civil(); got != (Civil{2014, 9, 16}) {
		t.Errorf("third Tuesday of September 2014: %v", got)
	}
}

// midnightOf gives the moment at which a day begins.
func midnightOf(n Day) time.Time { return time.Unix(int64(n)*86400-9*3600, 0).In(KST) }
