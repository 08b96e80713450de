package stamp

import "testing"

// TestIsLine tells lines that say nothing but when from those of a text.
func TestIsLine(t *testing.T) {
	for line, want := range map[string]bool{
		"수정 : 2월 24일 15시":         true,
		"어제 15시":                  true,
		"3시간 전":                   true,
		"방금 전":                    true,
		"3일전":                     true,
		"입력 2022.02.15 (화) 09:20": true,
		"최종수정 : 2022년 2월 15일 오후 3시":  true,
		"오전 11시 5분":                  true,
		"3 hours ago":                true,
		"an hour ago":                false, // no number
		"vor 5 Minuten":              true,
		"il y a 3 heures":            true,
		"hace 2 días":                true,
		"2 ore fa":                   true,
		"há 3 horas":                 true,
		"3 uur geleden":              true,
		"2 godziny temu":             true,
		"för 3 timmar sedan":         true,
		"for 3 timer siden":          true,
		"3 часа назад":               true,
		"5 dakika önce":              true,
		"3 jam yang lalu":            true,
		"3時間前":                       true,
		"5分前":                        true,
		"3小时前":                       true,
		"昨天 15:20":                   true,
		"Gestern, 15:20 Uhr":         true,
		"Hier à 15h20":               true,
		"Thursday, 14:05 GMT":        true,
		"Donnerstag, 25. April 2024": true,
		"Last updated: 4 May, 10:20": true,
		"Posted at 5:41 pm":          true,
		"일시 : 2월 24일 15시":            false, // of an event
		"2월 24일 15시 시민회관":            false,
		"15일":                        false,
		"2022":                       false,
		"3 hours of rain":            false,
		"11.04 Uhr: Brücke gesperrt": false,
		"3시간 전 대피령":                  false,
		"3시간":                        false,
		"100% 국산":                    false,
		"1-0":                        false,
		"9 out of ten":               false,
		"Today":                      true,
		"오늘의 날씨":                     false,
	} {
		if got := IsLine(line); got != want {
			n, when, _ := readLine(line)
			t.Errorf("%q: got %v (%d other words, a time: %v)", line, got, n, when)
		}
	}
}

// TestIsEntry tells the headings of a ticker from lines about when an article was written.
func TestIsEntry(t *testing.T) {
	for line, want := range map[string]bool{
		"11.04 Uhr: Gemeinde sperrt die Brücke": true,
		"09:20 Der Zug fährt wieder":            true,
		"9:20 a.m. Trains run again":            true,
		"오전 11시 5분 대피령 풀려":                      true,
		"17h05 : la route est rouverte":         true,
		"11.04 Uhr":                             false,
		"11:04 Uhr, aktualisiert":               false,
		"10:58, 23 April 2024 by Odo Farrant":   false,
		"2시간 반 만에 끝난 회의":                        false,
		"15시간 줄 서서 산 표":                         false,
		"23 April 2024":                         false,
		"11 Häuser geräumt":                     false,
	} {
		if got := IsEntry(line); got != want {
			t.Errorf("%q: got %v", line, got)
		}
	}
}

// TestIsAge tells how long ago from other times, and from sentences that say it.
func TestIsAge(t *testing.T) {
	for line, want := range map[string]bool{
		"3시간 전": true, "업데이트 2시간 전": true, "5 minutes ago": true, "vor 3 Stunden": true, "il y a 2 heures": true,
		"15:30": false, "15 ago 2024": false, "2월 24일 15시": false, "어제": false, "3시간 전 불이 났다": false,
		"30분 뒤": false, "10년": false,
	} {
		if got := IsAge(line); got != want {
			t.Errorf("%s: %v", line, got)
		}
	}
}
