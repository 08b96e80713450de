package facts

import "testing"

// Days of 설, 추석 and 부처님오신날 as they were kept or are announced.
func TestLunarHolidays(t *testing.T) {
	for _, c := range []struct{ seol, buddha, chuseok civil }{
		{civil{1900, 1, 31}, civil{1900, 5, 6}, civil{1900, 9, 8}},
		{civil{1985, 2, 20}, civil{1985, 5, 27}, civil{1985, 9, 29}},
		{civil{1989, 2, 6}, civil{1989, 5, 12}, civil{1989, 9, 14}},
		{civil{1997, 2, 8}, civil{1997, 5, 14}, civil{1997, 9, 16}},
		{civil{2000, 2, 5}, civil{2000, 5, 11}, civil{2000, 9, 12}},
		{civil{2004, 1, 22}, civil{2004, 5, 26}, civil{2004, 9, 28}},
		{civil{2006, 1, 29}, civil{2006, 5, 5}, civil{2006, 10, 6}},
		{civil{2010, 2, 14}, civil{2010, 5, 21}, civil{2010, 9, 22}},
		{civil{2012, 1, 23}, civil{2012, 5, 28}, civil{2012, 9, 30}},
		{civil{2014, 1, 31}, civil{2014, 5, 6}, civil{2014, 9, 8}},
		{civil{2015, 2, 19}, civil{2015, 5, 25}, civil{2015, 9, 27}},
		{civil{2016, 2, 8}, civil{2016, 5, 14}, civil{2016, 9, 15}},
		{civil{2017, 1, 28}, civil{2017, 5, 3}, civil{2017, 10, 4}},
		{civil{2018, 2, 16}, civil{2018, 5, 22}, civil{2018, 9, 24}},
		{civil{2019, 2, 5}, civil{2019, 5, 12}, civil{2019, 9, 13}},
		{civil{2020, 1, 25}, civil{2020, 4, 30}, civil{2020, 10, 1}},
		{civil{2021, 2, 12}, civil{2021, 5, 19}, civil{2021, 9, 21}},
		{civil{2022, 2, 1}, civil{2022, 5, 8}, civil{2022, 9, 10}},
		{civil{2023, 1, 22}, civil{2023, 5, 27}, civil{2023, 9, 29}},
		{civil{2024, 2, 10}, civil{2024, 5, 15}, civil{2024, 9, 17}},
		{civil{2025, 1, 29}, civil{2025, 5, 5}, civil{2025, 10, 6}},
		{civil{2026, 2, 17}, civil{2026, 5, 24}, civil{2026, 9, 25}},
		{civil{2027, 2, 7}, civil{2027, 5, 13}, civil{2027, 9, 15}},
		{civil{2028, 1, 27}, civil{2028, 5, 2}, civil{2028, 10, 3}},
		{civil{2033, 1, 31}, civil{2033, 5, 6}, civil{2033, 9, 8}},
		{civil{2050, 1, 23}, civil{2050, 5, 28}, civil{2050, 9, 30}},
	} {
		for _, d := range []struct {
			month, day int
			want       civil
		}{{1, 1, c.seol}, {4, 8, c.buddha}, {8, 15, c.chuseok}} {
			got, ok := lunarDay(c.seol.year, d.month, d.day, false)
			if !ok || got.civil() != d.want {
				t.Errorf("lunar %d-%d-%d is %v, want %v", c.seol.year, d.month, d.day, got.civil(), d.want)
			}
		}
	}
}

// Every day of the table has one lunar date, the next day after that of the day before, and the way back leads to it.
func TestLunarRoundTrip(t *testing.T) {
	first, _ := lunarDay(firstLunarYear, 1, 1, false)
	last, _ := lunarDay(lastLunarYear, 12, 29, false)
	for n := first; n <= last; n++ {
		y, m, d, leap, ok := lunarDate(n)
		if !ok {
			t.Fatalf("%v has no lunar date", n.civil())
		}
		if back, ok := lunarDay(y, m, d, leap); !ok || back != n {
			t.Fatalf("%v is lunar %d-%d-%d (leap %v), which is %v", n.civil(), y, m, d, leap, back.civil())
		}
	}
	if _, _, _, _, ok := lunarDate(first - 1); ok {
		t.Error("a lunar date before the table")
	}
	for _, bad := range [][3]int{{1899, 12, 1}, {2101, 1, 1}, {2022, 13, 1}, {2022, 0, 1}, {2022, 1, 0}, {2022, 1, 31}} {
		if n, ok := lunarDay(bad[0], bad[1], bad[2], false); ok {
			t.Errorf("lunar %v is %v", bad, n.civil())
		}
	}
	if _, ok := lunarDay(2022, 3, 1, true); ok {
		t.Error("2022 has no leap month")
	}
	if n, ok := lunarDay(2023, 2, 1, true); !ok || n.civil() != (civil{2023, 3, 22}) {
		t.Errorf("leap month of 2023 begins on %v", n.civil())
	}
}
