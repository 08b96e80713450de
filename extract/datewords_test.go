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
		{"2022年2月23日午後5時41分", yearFirst, "2022-02-23 17:41"},
		{"2022年2月23日下午5:41", yearFirst, "2022-02-23 17:41"},
		{"2022年2月23日17时41分", yearFirst, "2022-02-23 17:41"},
		{"2022년 2월 23일오후 5시 41분", yearFirst, "2022-02-23 17:41"},
		{"民國111年2月23日 17:41", yearFirst, "2022-02-23 17:41"},
		{"٢٣ فبراير ٢٠٢٢", dayFirst, "2022-02-23"},
		{"23 كانون الثاني 2022 - 17:41", dayFirst, "2022-01-23 17:41"},
		{"23 شباط/فبراير 2022 الساعة 5:41 مساءً", dayFirst, "2022-02-23 17:41"},
		{"23 فيفري 2022", dayFirst, "2022-02-23"},
		{"23 فبراير 2022م - 17:41", dayFirst, "2022-02-23 17:41"},
		{"۴ اسفند ۱۴۰۰ - ۱۷:۴۱", yearFirst, "2022-02-23 17:41"},
		{"چهارشنبه ۴ اسفند ۱۴۰۰ ساعت ۱۷:۴۱", yearFirst, "2022-02-23 17:41"},
		{"۱۴۰۰/۱۲/۰۴ - ۱۷:۴۱", yearFirst, "2022-02-23 17:41"},
		{"30 اسفند 1403", yearFirst, "2025-03-20"},
		{"1 فروردین 1404", yearFirst, "2025-03-21"},
		{"23 جنوری 2022", dayFirst, "2022-01-23"},
		{"23 בפברואר 2022, 17:41", dayFirst, "2022-02-23 17:41"},
		{"יום רביעי, 23.02.2022 בשעה 17:41", dayFirst, "2022-02-23 17:41"},
		{"23 กุมภาพันธ์ 2565 เวลา 17.41 น.", dayFirst, "2022-02-23 17:41"},
		{"วันพุธที่ 23 กุมภาพันธ์ พ.ศ. 2565", dayFirst, "2022-02-23"},
		{"23 ก.พ. 2565 | 17:41 น.", dayFirst, "2022-02-23 17:41"},
		{"23 ก.พ. 65 17:41", dayFirst, "2022-02-23 17:41"},
		{"๒๓ กุมภาพันธ์ ๒๕๖๕", dayFirst, "2022-02-23"},
		{"23/02/2565", dayFirst, "2022-02-23"},
		{"23 फ़रवरी 2022, 05:41 PM", dayFirst, "2022-02-23 17:41"},
		{"२३ फरवरी २०२२", dayFirst, "2022-02-23"},
		{"২৩ ফেব্রুয়ারি ২০২২, ১৭:৪১", dayFirst, "2022-02-23 17:41"},
		{"23 செப்டம்பர் 2022", dayFirst, "2022-09-23"},
		{"23 Tháng Hai, 2022", dayFirst, "2022-02-23"},
		{"Tháng mười hai 23, 2022", dayFirst, "2022-12-23"},
		{"17h41 ngày 23/02/2022", dayFirst, "2022-02-23 17:41"},
		{"23 Mac 2022, 5:41 PTG", dayFirst, "2022-03-23 17:41"},
		{"Pebrero 23, 2022", monthFirst, "2022-02-23"},
		{"Ika-23 ng Pebrero, 2022", dayFirst, "2022-02-23"},
		{"23 Φεβρουαρίου 2022, 5:41 μ.μ.", dayFirst, "2022-02-23 17:41"},
		{"23 Φεβ 2022 | 17:41", dayFirst, "2022-02-23 17:41"},
		{"23 февр. 2022, 17:41 МСК", dayFirst, "2022-02-23 17:41"},
		{"23 лют. 2022, 17:41", dayFirst, "2022-02-23 17:41"},
		{"23 февруари 2022 г., 17:41 ч.", dayFirst, "2022-02-23 17:41"},
		{"среда, 23. фебруара 2022. у 17:41", dayFirst, "2022-02-23 17:41"},
		{"srijeda, 23. veljače 2022. u 17:41", dayFirst, "2022-02-23 17:41"},
		{"23. listopada 2022.", dayFirst, "2022-10-23"},
		{"23 listopada 2022 r. godz. 17:41", dayFirst, "2022-11-23 17:41"},
		{"23. listopadu 2022", dayFirst, "2022-11-23"},
		{"23. február 2022 o 17:41", dayFirst, "2022-02-23 17:41"},
		{"23. februar 2022 ob 17.41", dayFirst, "2022-02-23 17:41"},
		{"miercuri, 23 februarie 2022, ora 17:41", dayFirst, "2022-02-23 17:41"},
		{"23 ianuarie 2022", dayFirst, "2022-01-23"},
		{"2022. febr. 23., szerda 17:41", yearFirst, "2022-02-23 17:41"},
		{"2022 m. vasario 23 d. 17:41", yearFirst, "2022-02-23 17:41"},
		{"23. veebruar 2022 kell 17.41", dayFirst, "2022-02-23 17:41"},
		{"23. febrúar 2022 kl. 17:41", dayFirst, "2022-02-23 17:41"},
		{"2022-02-23 17.41", dayFirst, "2022-02-23 17:41"},
		{"23 de febrer del 2022 a les 17:41", dayFirst, "2022-02-23 17:41"},
		{"23 d’abril de 2022", dayFirst, "2022-04-23"},
		{"23 d'agost de 2022", dayFirst, "2022-08-23"},
		{"2022ko otsailaren 23a", dayFirst, "2022-02-23"},
		{"23 de xaneiro de 2022", dayFirst, "2022-01-23"},
		{"23 de febrero de 2022 5:41 de la tarde", dayFirst, "2022-02-23 17:41"},
		{"23 de febrero de 2022 a las 5:41 p. m.", dayFirst, "2022-02-23 17:41"},
		{"23 KASIM 2022 17:41", dayFirst, "2022-11-23 17:41"},
		{"23 NİSAN 2022 17:41", dayFirst, "2022-04-23 17:41"},
		{"23 Fevral 2022", dayFirst, "2022-02-23"},
		{"23 ақпан 2022", dayFirst, "2022-02-23"},
		{"23 თებერვალი 2022", dayFirst, "2022-02-23"},
		{"23 Desember 2022", dayFirst, "2022-12-23"},
		{"23 лютага 2022", dayFirst, "2022-02-23"},
		{"الأربعاء 23 فبراير 2022 17:41", dayFirst, "2022-02-23 17:41"},
		{"２０２２年２月２３日", yearFirst, "2022-02-23"},

		{"mar 5 personas", dayFirst, ""},
		{"令和の2月", yearFirst, ""},
		{"令和99年2月3日", yearFirst, ""},
		{"ngày 32 tháng 2 năm 2022", dayFirst, ""},
		{"23 février", dayFirst, ""},
		{"30 اسفند 1404", yearFirst, ""},
		{"4 اسفند 2022", yearFirst, ""},
		{"1400/12/04", yearFirst, ""},
		{"23 كانون 2022", dayFirst, ""},
		{"23 ก.พ.", dayFirst, ""},
		{"23 Feb 65", dayFirst, ""},
		{"2 hours ago", dayFirst, ""},
		{"hace 3 horas", dayFirst, ""},
		{"vor 12 Minuten", dayFirst, ""},
		{"3시간 전", yearFirst, ""},
		{"il y a 5 h", dayFirst, ""},
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
