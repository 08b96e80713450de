package stamp

import (
	"bytes"
	"strings"
)

// Order says how a date of three numbers without a four-digit first one is read.
type Order uint8

// The orders.
const (
	DayFirst   Order = iota // 23.2.2022, 23/02/22
	MonthFirst              // 2/23/2022
	YearFirst               // 22-02-23
)

// OrderOf tells how a language writes dates, English by the host of the page.
func OrderOf(language, host string) Order {
	switch lang, region, _ := strings.Cut(language, "-"); lang {
	case "ko", "ja", "zh", "hu", "lt", "mn", "fa":
		return YearFirst
	case "en":
		for _, tld := range []string{".uk", ".au", ".nz", ".ie", ".in", ".za", ".my", ".sg", ".hk", ".ng", ".ke", ".pk"} {
			if strings.HasSuffix(host, tld) {
				return DayFirst
			}
		}
		if region == "" || region == "US" || region == "CA" || region == "PH" {
			return MonthFirst
		}
	}
	return DayFirst
}

// SaysDayFirst reports whether the dates of three numbers in a text tell that the day comes first in them: 23/02/2022
// stands among them, and 02/23/2022 does not.
func SaysDayFirst(text []byte) bool {
	found := false
	for at := 0; ; {
		i := bytes.IndexByte(text[at:], '/')
		if i < 0 {
			return found
		}
		i += at
		at = i + 1
		a, b, c := digitsBefore(text[:i]), digitsBehind(text[at:]), 0
		if a == 0 || b == 0 || at+2 >= len(text) {
			continue
		}
		rest := bytes.TrimLeft(text[at:min(len(text), at+3)], "0123456789")
		n := min(len(text), at+3) - at - len(rest)
		if at+n < len(text) && text[at+n] == '/' {
			c = digitsBehind(text[at+n+1:])
		}
		switch {
		case c < 1990 || c > 2100:
		case b > 12 && a <= 12:
			return false
		case a > 12 && a <= 31 && b <= 12:
			found = true
		}
	}
}

// digitsBefore returns the number of one or two digits at the end of a text, else 0.
func digitsBefore(text []byte) (n int) {
	i := len(text)
	for i > 0 && len(text)-i < 3 && text[i-1] >= '0' && text[i-1] <= '9' {
		i--
	}
	if len(text)-i > 2 {
		return 0
	}
	return digitsBehind(text[i:])
}

// digitsBehind returns the number at the beginning of a text, of four digits at most, else 0.
func digitsBehind(text []byte) (n int) {
	for i, c := range text {
		if c < '0' || c > '9' {
			break
		}
		if i == 4 {
			return 0
		}
		n = n*10 + int(c-'0')
	}
	return n
}
