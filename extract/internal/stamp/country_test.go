package stamp

import "testing"

func TestCountryOffset(t *testing.T) {
	tests := []struct {
		date, language, host string
		hours                float64
		ok                   bool
	}{
		{"2024-03-31 00:30", "de", "www.haeram.de", 1, true},
		{"2024-03-31 03:30", "de", "www.haeram.de", 2, true},
		{"2024-10-27 03:30", "de", "www.haeram.de", 1, true},
		{"2024-07-01 12:00", "en", "haeram.co.uk", 1, true},
		{"2024-12-01 12:00", "en-GB", "haeram.example", 0, true},
		{"2024-07-01 12:00", "fi", "haeram.fi", 3, true},
		{"2024-07-01 12:00", "hi", "haeram.in", 5.5, true},
		{"2024-07-01 12:00", "en", "haeram.co.za", 2, true},
		{"2024-07-01 12:00", "de-AT", "haeram.example", 2, true},
		{"2024-07-01 12:00", "de", "haeram.example", 0, false},
		{"2024-07-01 12:00", "en-US", "haeram.com", 0, false},
		{"2024-07-01 12:00", "en", "haeram.au", 0, false},
		{"2024-07-01 12:00", "", "", 0, false},
	}
	for _, tt := range tests {
		st, _ := Find(tt.date, DayFirst)
		offset, ok := CountryOffset(st, tt.language, tt.host)
		if ok != tt.ok || float64(offset)/3600 != tt.hours {
			t.Errorf("%s %s %s: got %d %v", tt.date, tt.language, tt.host, offset, ok)
		}
	}
}

func TestSaysDayFirst(t *testing.T) {
	for text, want := range map[string]bool{
		"from 23/02/2022 on":                  true,
		"02/10/2020, then 31/10/2020":         true,
		"02/10/2020":                          false,
		"02/23/2022 and 23/02/2022":           false,
		"23/02/2022 and 02/23/2022":           false,
		"24/7, 13/5 and 1/2":                  false,
		"https://x.example/2022/23/02/2022/1": true,
		"123/02/2022":                         false,
		"23/02/":                              false,
		"/":                                   false,
		"":                                    false,
	} {
		if got := SaysDayFirst([]byte(text)); got != want {
			t.Errorf("%q: got %v", text, got)
		}
	}
}
