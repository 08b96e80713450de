package facts

import (
	"testing"
	"time"
)

// The calendar is the one of package time, on every day of the years that dates may lie in.
func TestCivilAgreesWithTime(t *testing.T) {
	day := civil{firstYear, 1, 1}.days()
	at := time.Date(firstYear, 1, 1, 0, 0, 0, 0, kst)
	for ; at.Year() <= 3000; day, at = day+1, at.AddDate(0, 0, 1) {
		want := civil{at.Year(), int(at.Month()), at.Day()}
		if got := day.civil(); got != want || want.days() != day {
			t.Fatalf("day %d is %v, number %d; want %v", day, got, want.days(), want)
		}
		if got := day.weekday() % 7; got != int(at.Weekday()) {
			t.Fatalf("%v: weekday %d, want %v", want, got, at.Weekday())
		}
		if dayOf(at) != day || dayOf(at.Add(24*time.Hour-1)) != day || !day.time(0).Equal(at) {
			t.Fatalf("%v: day %d, want %d", at, dayOf(at), day)
		}
	}
}

func TestCivilNormalizes(t *testing.T) {
	for _, c := range []struct{ in, want civil }{
		{civil{2022, 13, 1}, civil{2023, 1, 1}},
		{civil{2022, 0, 31}, civil{2021, 12, 31}},
		{civil{2022, -11, 1}, civil{2021, 1, 1}},
		{civil{2022, 2, 29}, civil{2022, 3, 1}},
		{civil{2020, 2, 29}, civil{2020, 2, 29}},
		{civil{1, 1, 0}, civil{0, 12, 31}},
	} {
		if got := c.in.days().civil(); got != c.want {
			t.Errorf("%v is %v, want %v", c.in, got, c.want)
		}
	}
	if first, last := (civil{firstYear, 1, 1}).days(), (civil{lastYear, 12, 31}).days(); first != firstDay || last != lastDay {
		t.Errorf("the first and last day are %d and %d, not %d and %d", first, last, firstDay, lastDay)
	}
	if got := (civil{2022, 3, 31}).addMonths(-1); got != (civil{2022, 2, 28}) {
		t.Errorf("a month before 31 March is %v", got)
	}
}

func TestWeeksOfMonthsAndYears(t *testing.T) {
	for _, c := range []struct {
		first, next, want civil
		n                 int
	}{
		{civil{2022, 3, 1}, civil{2022, 4, 1}, civil{2022, 3, 7}, 2},
		{civil{2018, 4, 1}, civil{2018, 5, 1}, civil{2018, 4, 9}, 2},
		{civil{2015, 1, 1}, civil{2016, 1, 1}, civil{2014, 12, 29}, 1},
		{civil{2027, 1, 1}, civil{2028, 1, 1}, civil{2027, 1, 18}, 3},
		{civil{2016, 1, 1}, civil{2017, 1, 1}, civil{2016, 12, 26}, -1},
	} {
		if got := weekOf(c.first.days(), c.next.days(), c.n).civil(); got != c.want {
			t.Errorf("week %d from %v: %v, want %v", c.n, c.first, got, c.want)
		}
	}
	if got := weekdayOf(civil{2013, 3, 1}.days(), civil{2013, 4, 1}.days(), 1, -1).civil(); got != (civil{2013, 3, 25}) {
		t.Errorf("last Monday of March 2013: %v", got)
	}
	if got := weekdayOf(civil{2014, 9, 1}.days(), civil{2014, 10, 1}.days(), 2, 3).civil(); got != (civil{2014, 9, 16}) {
		t.Errorf("third Tuesday of September 2014: %v", got)
	}
}
