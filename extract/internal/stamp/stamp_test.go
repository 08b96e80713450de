package stamp

import (
	"testing"
	"time"
)

func TestFindStamp(t *testing.T) {
	tests := []struct {
		text  string
		order Order
		want  string
	}{
		{"입력 2022.02.23 17:41", YearFirst, "2022-02-23 17:41"},
		{"승인 2016.03.16 21:14", YearFirst, "2016-03-16 21:14"},
		{"작성일 22-02-23 17:41본문", YearFirst, "2022-02-23 17:41"},
		{"2023.09.07. 오후 12:22", YearFirst, "2023-09-07 12:22"},
		{"2023.09.07. 오전 12:22", YearFirst, "2023-09-07 00:22"},
		{"2020.07.13. 오후 5:04", YearFirst, "2020-07-13 17:04"},
		{"입력 2018. 05. 16. 16:23", YearFirst, "2018-05-16 16:23"},
		{"기사입력 :[ 2018-08-25 15:24 ]", YearFirst, "2018-08-25 15:24"},
		{"등록일 : 2025년 12월 5일(금) 16시 40분", YearFirst, "2025-12-05 16:40"},
		{"2026년 1월 26일", YearFirst, "2026-01-26"},
		{"입력 2024년 5월 7일 오후 8시 3분", YearFirst, "2024-05-07 20:03"},
		{"입력 2024.05.07 저녁 6:04", YearFirst, "2024-05-07 18:04"},
		{"등록 2024.05.07 새벽 3:09", YearFirst, "2024-05-07 03:09"},
		{"등록일시 2021-08-11(수) 00:15", YearFirst, "2021-08-11 00:15"},
		{"2026.06.08.", YearFirst, "2026-06-08"},
		{"20180516162312", YearFirst, "2018-05-16 16:23:12"},
		{"2025-05-15T20:00:52.000+0900", YearFirst, "2025-05-15 20:00:52 +0900"},
		{"2021-03-04T05:06:07Z", DayFirst, "2021-03-04 05:06:07 +0000"},
		{"2024-05-03T15:47:42.389+02:00", DayFirst, "2024-05-03 15:47:42 +0200"},
		{"2021-03-04T05:06", DayFirst, "2021-03-04 05:06"},
		{"April 27, 2024", MonthFirst, "2024-04-27"},
		{"Published Apr. 27th, 2024 at 3:56 p.m. EDT", MonthFirst, "2024-04-27 15:56 -0400"},
		{"Saturday 27 April 2024 15:56 BST", DayFirst, "2024-04-27 15:56 +0100"},
		{"10:58, 23 APR 2024", DayFirst, "2024-04-23 10:58"},
		{"Stand: 28. April 2023, 19:20 Uhr", DayFirst, "2023-04-28 19:20"},
		{"28.04.2023 | 20.15 Uhr", DayFirst, "2023-04-28 20:15"},
		{"publié le 18 juillet 2024 à 17h05", DayFirst, "2024-07-18 17:05"},
		{"13 de enero de 2025", DayFirst, "2025-01-13"},
		{"05 Gennaio 2025 alle 14:44", DayFirst, "2025-01-05 14:44"},
		{"2 lutego 2025, 20:07", DayFirst, "2025-02-02 20:07"},
		{"3 марта 2024 в 12:00", DayFirst, "2024-03-03 12:00"},
		{"03 Temmuz 2024 - 18:24", DayFirst, "2024-07-03 18:24"},
		{"2025年1月14日 20:00", YearFirst, "2025-01-14 20:00"},
		{"Thứ tư, 22/10/2025, 19:25 (GMT+7)", DayFirst, "2025-10-22 19:25 +0700"},
		{"Wed Feb 23 17:41:09 CET 2022", DayFirst, "2022-02-23 17:41:09 +0100"},
		{"Feb 23 17:41:09 2022", DayFirst, "2022-02-23 17:41:09"},
		{"February 23, 2022 5:41 PM ET", MonthFirst, "2022-02-23 17:41 -0500"},
		{"July 23, 2022, 5:41 p.m. ET", MonthFirst, "2022-07-23 17:41 -0400"},
		{"Mar 12, 2023 9:00 a.m. PT", MonthFirst, "2023-03-12 09:00 -0700"},
		{"Nov 6, 2022 9:00 AM CT", MonthFirst, "2022-11-06 09:00 -0600"},
		{"23 Feb 2022, 17:41 WITA", DayFirst, "2022-02-23 17:41 +0800"},
		{"23 февраля 2022, 17:41 МСК", DayFirst, "2022-02-23 17:41 +0300"},
		{"02/23/2022 5:41 PM", MonthFirst, "2022-02-23 17:41"},
		{"23/02/2022", MonthFirst, "2022-02-23"},
		{"작성일 22. 2. 15. 오후 12:05", YearFirst, "2022-02-15 12:05"},
		{"등록일 : 22. 02. 15.", YearFirst, "2022-02-15"},
		{"2022 . 2 . 15 (화) 09:20", YearFirst, "2022-02-15 09:20"},
		{"2022 - 02 - 15", YearFirst, "2022-02-15"},
		{"2 0 2 2 . 2 . 15", YearFirst, "2022-02-15"},
		{"작 성 일 : 2 0 2 2 . 0 2 . 1 5", YearFirst, "2022-02-15"},
		{"2 0 2 2 - 1 1 - 5 09:20", YearFirst, "2022-11-05 09:20"},
		{"버전 22.2.15", YearFirst, ""},
		{"1 2 3 4 5", YearFirst, ""},
		{"last updated 4 April 17", DayFirst, "2017-04-04"},
		{"4. Mai 17 | Von Runa Falk", DayFirst, "2017-05-04"},
		{"4 April 17:30", DayFirst, ""},
		{"on 4 April 17 people came", DayFirst, ""},
		{"전화 061-430-3054", YearFirst, ""},
		{"1.2.3.4", DayFirst, ""},
		{"등록번호 : 813-80-01498", YearFirst, ""},
		{"2022.13.40", YearFirst, ""},
		{"30 February 2022", DayFirst, ""},
		{"may 5", DayFirst, ""},
		{"", DayFirst, ""},
	}
	for _, tt := range tests {
		if got := stampIn(tt.text, tt.order, true); got != tt.want {
			t.Errorf("%q: got %q, want %q", tt.text, got, tt.want)
		}
	}
}

// stampIn returns the time that text shows, with a clock and a zone where it shows them, "" for none.
func stampIn(text string, order Order, zones bool) string {
	st, ok := Find(text, order)
	if !ok {
		return ""
	}
	layout := "2006-01-02"
	if st.Timed {
		layout += " 15:04"
		if st.Sec != 0 {
			layout += ":05"
		}
	}
	if st.Zoned = st.Zoned && zones; st.Zoned {
		layout += " -0700"
	}
	return st.Time(time.UTC).Format(layout)
}

func FuzzFindStamp(f *testing.F) {
	for _, s := range []string{"입력 2022.02.23 17:41", "April 27, 2024 at 3:56 pm", "20180516162312",
		"2025-05-15T20:00:52.000+0900"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		for order := DayFirst; order <= YearFirst; order++ {
			st, ok := Find(s, order)
			if ok && (st.Start < 0 || st.End > len(s) || st.Start >= st.End || !ValidDay(st) || st.Hour > 23 ||
				st.Minute > 59) {
				t.Errorf("%q: %+v", s, st)
			}
		}
	})
}
