package facts

import (
	_ "embed"
	"fmt"
	"strconv"
	"strings"
	"sync"
)

// holiday is a day with a name.
type holiday struct {
	lunar      bool
	month, day int // day 0: the last of the lunar year, or nth and weekday
	nth        int
	weekday    int
	around     int // days on both sides that belong to its 연휴
}

// parseHoliday reads the head of an entry: "03-01", "lunar 08-15 ± 1", "lunar last", "11 4 4".
func parseHoliday(head string) (h holiday, err error) {
	bad := fmt.Errorf("%w: no day %q", errHead, head)
	day, around, framed := strings.Cut(head, " ± ")
	if framed {
		if h.around, err = strconv.Atoi(around); err != nil {
			return h, bad
		}
	}
	day, h.lunar = strings.CutPrefix(day, "lunar ")
	if h.lunar && day == "last" {
		h.month = 12
		return h, nil
	}
	if _, err := fmt.Sscanf(day, "%d-%d", &h.month, &h.day); err == nil {
		if !(civil{2000, h.month, h.day}).valid() {
			return h, bad
		}
		return h, nil
	}
	if _, err := fmt.Sscanf(day, "%d %d %d", &h.month, &h.nth, &h.weekday); err != nil || h.weekday < 1 || h.weekday > 7 {
		return h, bad
	}
	return h, nil
}

// in gives the day of the holiday in a year; ok is false where the lunar table does not reach.
func (h holiday) in(year int) (day dayNumber, ok bool) {
	switch {
	case h.lunar && h.day == 0:
		day, ok = lunarDay(year+1, 1, 1, false)
		return day - 1, ok
	case h.lunar:
		return lunarDay(year, h.month, h.day, false)
	case h.nth != 0:
		return weekdayOf(civil{year, h.month, 1}.days(), civil{year, h.month + 1, 1}.days(), h.weekday, h.nth), true
	}
	return civil{year, h.month, h.day}.days(), true
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
	first  dayNumber
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
		y.first = civil{year, month, day}.days()
		years[year-firstLunarYear] = y
	}
	return years
})

// lunarDay gives the day of a lunar date, of the leap month of that number where leap is set.
func lunarDay(year, month, day int, leap bool) (dayNumber, bool) {
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
		n += 29 + dayNumber(long-'0')
	}
	if day == 30 && y.months[index] == '0' {
		return 0, false
	}
	return n + dayNumber(day-1), true
}

// lunarDate is the inverse of lunarDay.
func lunarDate(n dayNumber) (year, month, day int, leap, ok bool) {
	year = n.civil().year
	if year > lastLunarYear || year >= firstLunarYear && n < lunarYears()[year-firstLunarYear].first {
		year--
	}
	if year < firstLunarYear || year > lastLunarYear {
		return 0, 0, 0, false, false
	}
	y := &lunarYears()[year-firstLunarYear]
	left := int(n - y.first)
	for i, long := range y.months {
		length := 29 + int(long-'0')
		if left < length {
			month = i + 1
			if y.leap > 0 && i >= y.leap {
				month, leap = i, i == y.leap
			}
			return year, month, left + 1, leap, true
		}
		left -= length
	}
	return 0, 0, 0, false, false
}
