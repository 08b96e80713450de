package extract

import (
	"testing"
	"time"
)

// TestDatesOfLanguages reads visible dates as the press of each language writes them, and nothing from what only looks alike.
func TestDatesOfLanguages(t *testing.T) {
	tests := []struct {
		text  string
		order dayOrder
		want  string
	}{
		{"Wednesday, Feb. 23, 2022, 5:41 p.m. ET", monthFirst, "2022-02-23 17:41"},
		{"Wed 23 Feb 2022 17.41 GMT", dayFirst, "2022-02-23 17:41"},
		{"23rd of February 2022", dayFirst, "2022-02-23"},
		{"Mittwoch, 23. Februar 2022, 17:41 Uhr", dayFirst, "2022-02-23 17:41"},
		{"23.02.2022 um 17.41 Uhr", dayFirst, "2022-02-23 17:41"},
		{"1. Jänner 2022", dayFirst, "2022-01-01"},
		{"Publié le mercredi 23 février 2022 à 17h41", dayFirst, "2022-02-23 17:41"},
		{"le 1er mars 2022 à 9 h 05", dayFirst, "2022-03-01 09:05"},
		{"miércoles, 23 de febrero de 2022 - 17:41 h", dayFirst, "2022-02-23 17:41"},
		{"23 feb. 2022 | 17:41", dayFirst, "2022-02-23 17:41"},
		{"23 FEB 2022 a las 17:41", dayFirst, "2022-02-23 17:41"},
		{"23 de fevereiro de 2022 às 17h41", dayFirst, "2022-02-23 17:41"},
		{"quarta-feira, 23 de março de 2022, às 17:41", dayFirst, "2022-03-23 17:41"},
		{"mercoledì 23 febbraio 2022 alle ore 17:41", dayFirst, "2022-02-23 17:41"},
		{"1° marzo 2022", dayFirst, "2022-03-01"},
		{"woensdag 23 februari 2022 om 17:41", dayFirst, "2022-02-23 17:41"},
		{"23 lutego 2022, środa, godz. 17:41", dayFirst, "2022-02-23 17:41"},
		{"23 Şubat 2022 Çarşamba 17:41", dayFirst, "2022-02-23 17:41"},
		{"23 февраля 2022, среда, 17:41", dayFirst, "2022-02-23 17:41"},
		{"23 февраля 2022 г. в 17:41", dayFirst, "2022-02-23 17:41"},
		{"23 лютого 2022 року, 17:41", dayFirst, "2022-02-23 17:41"},
		{"23. februar 2022 kl. 17.41", dayFirst, "2022-02-23 17:41"},
		{"onsdag den 23. februar 2022 kl. 17:41", dayFirst, "2022-02-23 17:41"},
		{"23 februari 2022 klockan 17.41", dayFirst, "2022-02-23 17:41"},
		{"23. helmikuuta 2022 klo 17.41", dayFirst, "2022-02-23 17:41"},
		{"středa 23. února 2022 17:41", dayFirst, "2022-02-23 17:41"},
		{"2022. február 23. 17:41", yearFirst, "2022-02-23 17:41"},
		{"23 Februari 2022, pukul 17.41 WIB", dayFirst, "2022-02-23 17:41"},
		{"Rabu, 23 Agustus 2022 | 17:41 WIB", dayFirst, "2022-08-23 17:41"},
		{"Thứ Tư, 23/02/2022 - 17:41", dayFirst, "2022-02-23 17:41"},
		{"17:41 ngày 23/02/2022", dayFirst, "2022-02-23 17:41"},
		{"Ngày 23 tháng 2 năm 2022", dayFirst, "2022-02-23"},
		{"2022年2月23日(水) 17時41分", yearFirst, "2022-02-23 17:41"},
		{"令和4年2月23日 午後5時41分", yearFirst, "2022-02-23 17:41"},
		{"令和元年5月1日", yearFirst, "2019-05-01"},
		{"平成30年12月3日", yearFirst, "2018-12-03"},
		{"2022年02月23日 下午5:41", yearFirst, "2022-02-23 17:41"},
		{"2022年2月23日 星期三 17:41", yearFirst, "2022-02-23 17:41"},
		{"٢٣ فبراير ٢٠٢٢", dayFirst, "2022-02-23"},
		{"الأربعاء 23 فبراير 2022 17:41", dayFirst, "2022-02-23 17:41"},
		{"２０２２年２月２３日", yearFirst, "2022-02-23"},

		{"mar 5 personas", dayFirst, ""},
		{"令和の2月", yearFirst, ""},
		{"令和99年2月3日", yearFirst, ""},
		{"ngày 32 tháng 2 năm 2022", dayFirst, ""},
		{"23 février", dayFirst, ""},
		{"may be 2022", dayFirst, ""},
		{"2022 t 5 tháng", dayFirst, ""},
		{"Version 2022.2", dayFirst, ""},
	}
	for _, tt := range tests {
		got := ""
		if st, ok := findStamp(tt.text, tt.order); ok {
			layout := "2006-01-02"
			if st.timed {
				layout += " 15:04"
			}
			st.zoned = false
			got = st.time(time.UTC).Format(layout)
		}
		if got != tt.want {
			t.Errorf("%q: got %q, want %q", tt.text, got, tt.want)
		}
	}
}
