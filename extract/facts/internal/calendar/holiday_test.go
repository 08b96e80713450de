package calendar

import "testing"

// Days of 설, 추석 and 부처님오신날 as they were kept or are announced.
func TestLunarHolidays(t *testing.T) {
	for _, c := range []struct{ seol, buddha, chuseok Civil }{
		{Civil{1900, 1, 31}, Civil{1900, 5, 6}, Civil{1900, 9, 8}},
		{Civil{1985, 2, 20}, Civil{1985, 5, 27}, Civil{1985, 9, 29}},
		{Civil{1989, 2, 6}, Civil{1989, 5, 12}, Civil{1989, 9, 14}},
		{Civil{1997, 2, 8}, Civil{1997, 5, 14}, Civil{1997, 9, 16}},
		{Civil{2000, 2, 5}, Civil{2000, 5, 11}, Civil{2000, 9, 12}},
		{Civil{2004, 1, 22}, Civil{2004, 5, 26}, Civil{2004, 9, 28}},
		{Civil{2006, 1, 29}, Civil{2006, 5, 5}, Civil{2006, 10, 6}},
		{Civil{2010, 2, 14}, Civil{2010, 5, 21}, Civil{2010, 9, 22}},
		{Civil{2012, 1, 23}, Civil{2012, 5, 28}, Civil{2012, 9, 30}},
		{Civil{2014, 1, 31}, Civil{2014, 5, 6}, Civil{2014, 9, 8}},
		{Civil{2015, 2, 19}, Civil{2015, 5, 25}, Civil{2015, 9, 27}},
		{Civil{2016, 2, 8}, Civil{2016, 5, 14}, Civil{2016, 9, 15}},
		{Civil{2017, 1, 28}, Civil{2017, 5, 3}, Civil{2017, 10, 4}},
		{Civil{2018, 2, 16}, Civil{2018, 5, 22}, Civil{2018, 9, 24}},
		{Civil{2019, 2, 5}, Civil{2019, 5, 12}, Civil{2019, 9, 13}},
		{Civil{2020, 1, 25}, Civil{2020, 4, 30}, Civil{2020, 10, 1}},
		{Civil{2021, 2, 12}, Civil{2021, 5, 19}, Civil{2021, 9, 21}},
		{Civil{2022, 2, 1}, Civil{2022, 5, 8}, Civil{2022, 9, 10}},
		{Civil{2023, 1, 22}, Civil{2023, 5, 27}, Civil{2023, 9, 29}},
		{Civil{2024, 2, 10}, Civil{2024, 5, 15}, Civil{2024, 9, 17}},
		{Civil{2025, 1, 29}, Civil{2025, 5, 5}, Civil{2025, 10, 6}},
		{Civil{2026, 2, 17}, Civil{2026, 5, 24}, Civil{2026, 9, 25}},
		{Civil{2027, 2, 7}, Civil{2027, 5, 13}, Civil{2027, 9, 15}},
		{Civil{2028, 1, 27}, Civil{2028, 5, 2}, Civil{2028, 10, 3}},
		{Civil{2033, 1, 31}, Civil{2033, 5, 6}, Civil{2033, 9, 8}},
		{Civil{2050, 1, 23}, Civil{2050, 5, 28}, Civil{2050, 9, 30}},
	} {
		for _, d := range []struct {
			month, day int
			want       Civil
		}{{1, 1, c.seol}, {4, 8, c.buddha}, {8, 15, c.chuseok}} {
			got, ok := Lunar(c.seol.Year, d.month, d.day, false)
			if !ok || got.Civil() != d.want {
				t.Errorf("lunar %d-%d-%d is %v, want %v", c.seol.Year, d.month, d.day, got.Civil(), d.want)
			}
		}
	}
}

// Every day of the table has one lunar date, the next day after that of the day before, and the way back leads to it.
func TestLunarRoundTrip(t *testing.T) {
	first, _ := Lunar(firstLunarYear, 1, 1, false)
	last, _ := Lunar(lastLunarYear, 12, 29, false)
	for n := first; n <= last; n++ {
		y, m, d, leap, ok := lunarDate(n)
		if !ok {
			t.Fatalf("%v has no lunar date", n.Civil())
		}
		if back, ok := Lunar(y, m, d, leap); !ok || back != n {
			t.Fatalf("%v is lunar %d-%d-%d (leap %v), which is %v", n.Civil(), y, m, d, leap, back.Civil())
		}
	}
	if _, _, _, _, ok := lunarDate(first - 1); ok {
		t.Error("a lunar date before the table")
	}
	for _, bad := range [][3]int{{1899, 12, 1}, {2101, 1, 1}, {2022, 13, 1}, {2022, 0, 1}, {2022, 1, 0}, {2022, 1, 31}} {
		if n, ok := Lunar(bad[0], bad[1], bad[2], false); ok {
			t.Errorf("lunar %v is %v", bad, n.Civil())
		}
	}
	if _, ok := Lunar(2022, 3, 1, true); ok {
		t.Error("2022 has no leap month")
	}
	if n, ok := Lunar(2023, 2, 1, true); !ok || n.Civil() != (Civil{2023, 3, 22}) {
		t.Errorf("leap month of 2023 begins on %v", n.Civil())
	}
}

// lunarDate is the inverse of lunarDay.
func lunarDate(n Day) (year, month, day int, leap, ok bool) {
	year = n.Civil().Year
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
