package stamp

import (
	_ "embed"
	"errors"
	"strings"
	"sync"
	"time"

	"github.com/gisa-go/gisa/extract/internal/table"
)

//go:embed data/countries.txt
var countryLines string

// countryZone is the zone of a whole country.
type countryZone struct {
	offset   int // from UTC, in seconds
	european bool
}

// countries holds data/countries.txt, by the endings of hosts.
var countries = sync.OnceValue(func() map[string]countryZone {
	zones := map[string]countryZone{}
	table.Must(table.Keys("stamp/data/countries.txt", countryLines, []string{"europe"},
		func(kind, key string, names []string) error {
			t, err := time.Parse("-0700", key)
			if err != nil {
				return errors.New("want an offset such as +0900")
			}
			_, offset := t.Zone()
			for _, name := range names {
				zones[name] = countryZone{offset, kind == "europe"}
			}
			return nil
		}))
	return zones
})

// CountryOffset returns the offset, in seconds, of the clocks in a country on the day and at the hour of a time that
// its pages show. The country is known by the page's language, where that names one, or by the ending of its host; ok
// is false where it is not known or has several zones.
func CountryOffset(st Stamp, language, host string) (offset int, ok bool) {
	zone, ok := countries()[host[strings.LastIndexByte(host, '.')+1:]]
	if _, region, named := strings.Cut(language, "-"); !ok && named {
		if region = strings.ToLower(region); region == "gb" {
			region = "uk"
		}
		zone, ok = countries()[region]
	}
	if zone.european && isEuropeanSummer(st, zone.offset) {
		return zone.offset + 3600, ok
	}
	return zone.offset, ok
}

// isEuropeanSummer reports whether summer time is kept in Europe: from the last Sunday of March to that of October, at
// one o'clock by UTC.
func isEuropeanSummer(st Stamp, winter int) bool {
	change := func(month time.Month) time.Time {
		t := time.Date(st.Year, month, 31, 1, 0, 0, 0, time.UTC)
		return t.AddDate(0, 0, -int(t.Weekday()))
	}
	t := time.Date(st.Year, time.Month(st.Month), st.Day, st.Hour, st.Minute, 0, 0, Zone(winter))
	return !t.Before(change(time.March)) && t.Before(change(time.October))
}
