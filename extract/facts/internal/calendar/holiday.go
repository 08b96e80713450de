package calendar

import (
	_ "embed"
	"fmt"
	"strconv"
	"strings"
	"sync"
)

// Holiday is a day with a name.
type Holiday struct {
	lunar      bool
	month, day int // day 0: the last of the lunar year, or nth and weekday
	nth        int
	weekday    int
	Around     int // days on both sides that belong to its 연휴
}

// ParseHoliday reads the head of an entry: "03-01", "lunar 08-15 ± 1", "lunar last", "11 4 4".
func ParseHoliday(head string) (h Holiday, err error) {
	bad := fmt.Errorf("no such day of the year: %q", head)
	day, around, framed := strings.Cut(head, " ± ")
	if framed {
		if h.Around, err = strconv.Atoi(around); err != nil {
			return h, bad
		}
	}
	day, h.lunar = strings.CutPrefix(day, "lunar ")
	if h.lunar && day == "last" {
		h.month = 12
		return h, nil
	}
	if _, err := fmt.Sscanf(day, "%d-%d", &h.month, &h.day); err == nil {
		if !(Civil{2000, h.month, h.day}).Valid() {
			return h, bad
		}
		return h, nil
	}
	if _, err := fmt.Sscanf(day, "%d %d %d", &h.month, &h.nth, &h.weekday); err != nil || h.weekday < 1 || h.weekday > 7 {
		return h, bad
	}
	return h, nil
}

// In gives the day of the holiday in a year; ok is false where the lunar table does not reach.
func (h Holiday) In(year int) (day Day, ok bool) {
	switch {
	case h.lunar && h.day == 0:
		day, ok = Lunar(year+1, 1, 1, false)
		return day - 1, ok
	case h.lunar:
		return Lunar(year, h.month, h.day, false)
	case h.nth != 0:
		return WeekdayOf(Civil{year, h.month, 1}.Number(), Civil{year, h.month + 1, 1}.Number(), h.weekday, h.nth), true
	}
	return Civil{year, h.month, h.day}.Number(), true
}

// The years of the lunar table.
const (
	firstLunarYear = 1900
	lastLunarYear  = 2100
)

//go:embed data/lunar.tsv
var lunarTable string

// lunarYear is a year of the Korean lunar calendar.
type lunarYear struct {
	first  Day
	leap   int    // the month that is followed by a leap month, or 0
	months string // '1' for each month of 30 days, '0' for 29
}

var lunarYears = sync.OnceValue(func() *[lastLunarYear - firstLunarYear + 1]lunarYear {
	years := new([lastLunarYear - firstLunarYear + 1]lunarYear)
	for line := range strings.Lines(lunarTable) {
		var year, month, day int
		var y lunarYear
		if strings.HasPrefix(line, "#") {
			continue
		}
		if _, err := fmt.Sscanf(line, "%d\t%d-%d\t%d\t%s", &year, &month, &day, &y.leap, &y.months); err != nil {
			panic("data/lunar.tsv: " + err.Error()) // embedded: a test computes it
		}
		y.first = Civil{year, month, day}.Number()
		years[year-firstLunarYear] = y
	}
	return years
})

// Lunar gives the day of a lunar date, of the leap month of that number where leap is set.
func Lunar(year, month, day int, leap bool) (Day, bool) {
	if year < firstLunarYear || year > lastLunarYear || month < 1 || month > 12 || day < 1 || day > 30 {
		return 0, false
	}
	y := &lunarYears()[year-firstLunarYear]
	index := month - 1
	if leap && y.leap != month {
		return 0, false
	}
	if leap || y.leap > 0 && month > y.leap {
		index++
	}
	n := y.first
	for _, long := range y.months[:index] {
		n += 29 + Day(long-'0')
	}
	if day == 30 && y.months[index] == '0' {
		return 0, false
	}
	return n + Day(day-1), true
}
