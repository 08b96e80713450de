package stamp

import (
	"strings"
	"time"
)

// KST is Korean time; a fixed zone, so that no time zone data is needed.
var KST = time.FixedZone("KST", 9*3600)

func Zone(seconds int) *time.Location {
	switch seconds {
	case 0:
		return time.UTC
	case 9 * 3600:
		return KST
	}
	return time.FixedZone("", seconds)
}

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

// ZoneOf returns the zone of times without an offset in a language: its zone where it has one, else UTC.
func ZoneOf(language string) *time.Location {
	switch lang, _, _ := strings.Cut(language, "-"); lang {
	case "ko", "ja":
		return KST
	case "zh":
		return Zone(8 * 3600)
	case "vi", "th":
		return Zone(7 * 3600)
	case "tr":
		return Zone(3 * 3600)
	}
	return time.UTC
}

// zoneNames are the abbreviations of zones behind times, and their offsets in seconds.
var zoneNames = map[string]int{"Z": 0, "UTC": 0, "GMT": 0, "WET": 0, "WEST": 3600, "BST": 3600, "CET": 3600, "MEZ": 3600, "CEST": 2 * 3600,
	"MESZ": 2 * 3600, "EET": 2 * 3600, "EEST": 3 * 3600, "MSK": 3 * 3600, "МСК": 3 * 3600, "TSI": 3 * 3600, "TRT": 3 * 3600, "IDT": 3 * 3600,
	"WAT": 3600, "CAT": 2 * 3600, "SAST": 2 * 3600, "EAT": 3 * 3600, "IRST": 12600, "GST": 4 * 3600, "PKT": 5 * 3600, "IST": 19800,
	"NPT": 20700, "ICT": 7 * 3600, "WIB": 7 * 3600, "WITA": 8 * 3600, "WIT": 9 * 3600, "SGT": 8 * 3600, "MYT": 8 * 3600, "PHT": 8 * 3600,
	"HKT": 8 * 3600, "AWST": 8 * 3600, "KST": 9 * 3600, "JST": 9 * 3600, "ACST": 34200, "AEST": 10 * 3600, "AEDT": 11 * 3600,
	"NZST": 12 * 3600, "NZDT": 13 * 3600, "AST": -4 * 3600, "ADT": -3 * 3600, "EST": -5 * 3600, "EDT": -4 * 3600, "CST": -6 * 3600,
	"CDT": -5 * 3600, "MST": -7 * 3600, "MDT": -6 * 3600, "PST": -8 * 3600, "PDT": -7 * 3600, "AKST": -9 * 3600, "AKDT": -8 * 3600,
	"HST": -10 * 3600, "BRT": -3 * 3600, "ART": -3 * 3600, "ET": -5 * 3600, "CT": -6 * 3600, "MT": -7 * 3600, "PT": -8 * 3600}

// americanZones are the names that stand for standard and for daylight time.
var americanZones = map[string]bool{"ET": true, "CT": true, "MT": true, "PT": true}

// zoneOffset returns the offset that a zone's name stands for on a day.
func zoneOffset(name string, day Stamp) (seconds int, ok bool) {
	name = strings.ToUpper(name)
	seconds, ok = zoneNames[name]
	if americanZones[name] && isAmericanSummer(day) {
		seconds += 3600
	}
	return seconds, ok
}

// isAmericanSummer reports whether daylight time is kept in North America: from the second Sunday of March to the first of
// November.
func isAmericanSummer(day Stamp) bool {
	date := func(month time.Month, d int) time.Time { return time.Date(day.Year, month, d, 0, 0, 0, 0, time.UTC) }
	sunday := func(t time.Time) time.Time { return t.AddDate(0, 0, (7-int(t.Weekday()))%7) }
	t := date(time.Month(day.Month), day.Day)
	return !t.Before(sunday(date(time.March, 8))) && t.Before(sunday(date(time.November, 1)))
}
