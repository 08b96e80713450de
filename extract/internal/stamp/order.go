package stamp

import "strings"

// Order says how a date of three numbers without a four-digit first one is read.
type Order uint8

// The orders.
const (
	DayFirst   Order = iota // 23.2.2022, 23/02/22
	monthFirst              // 2/23/2022
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
			return monthFirst
		}
	}
	return DayFirst
}
