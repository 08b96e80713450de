package extract

import (
	"strings"
	"time"

	"github.com/gisa-go/gisa/extract/sites"
)

// kst is Korean time; a fixed zone, so that no time zone data is needed.
var kst = time.FixedZone("KST", 9*3600)

func offsetZone(seconds int) *time.Location {
	switch seconds {
	case 0:
		return time.UTC
	case 9 * 3600:
		return kst
	}
	return time.FixedZone("", seconds)
}

// orderOf tells how the page's language writes dates.
func orderOf(p *page) dayOrder {
	switch lang, region, _ := strings.Cut(p.art.Language, "-"); lang {
	case "ko", "ja", "zh", "hu", "lt", "mn", "fa":
		return yearFirst
	case "en":
		host := sites.Host(firstOf(p.URL, p.art.URL))
		for _, tld := range []string{".uk", ".au", ".nz", ".ie", ".in", ".za", ".my", ".sg", ".hk", ".ng", ".ke", ".pk"} {
			if strings.HasSuffix(host, tld) {
				return dayFirst
			}
		}
		if region == "" || region == "US" || region == "CA" || region == "PH" {
			return monthFirst
		}
	}
	return dayFirst
}

// zoneOf returns the zone of times without an offset: the rule's, else that of a language with one zone, else UTC.
func zoneOf(p *page) *time.Location {
	if p.site.Rule != nil && p.site.Rule.Zone != nil {
		_, offset := time.Time{}.In(p.site.Rule.Zone).Zone()
		return offsetZone(offset)
	}
	switch lang, _, _ := strings.Cut(p.art.Language, "-"); lang {
	case "ko", "ja":
		return kst
	case "zh":
		return offsetZone(8 * 3600)
	case "vi", "th":
		return offsetZone(7 * 3600)
	case "tr":
		return offsetZone(3 * 3600)
	}
	return time.UTC
}

var zoneNames = map[string]int{"Z": 0, "UTC": 0, "GMT": 0, "KST": 9 * 3600, "JST": 9 * 3600, "CET": 3600, "MEZ": 3600, "CEST": 2 * 3600,
	"MESZ": 2 * 3600, "EST": -5 * 3600, "EDT": -4 * 3600, "ET": -5 * 3600, "CST": -6 * 3600, "CDT": -5 * 3600, "MST": -7 * 3600,
	"MDT": -6 * 3600, "PST": -8 * 3600, "PDT": -7 * 3600, "BST": 3600, "IST": 19800, "SGT": 8 * 3600, "HKT": 8 * 3600, "MSK": 3 * 3600,
	"AEST": 10 * 3600, "AEDT": 11 * 3600, "SAST": 2 * 3600, "WIB": 7 * 3600, "EAT": 3 * 3600, "TSI": 3 * 3600}
