package stamp

import (
	_ "embed"
	"errors"
	"strings"
	"sync"
	"time"

	"github.com/gisa-go/gisa/extract/internal/table"
)

// ZoneOf returns the zone of times without an offset in a language, of a page of Korea in any: its zone where it has
// one, else UTC.
func ZoneOf(language, host string) *time.Location {
	if strings.HasSuffix(host, ".kr") {
		return KST
	}
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

//go:embed data/zones.txt
var zoneLines string

// zoneName is what the abbreviation of a zone stands for.
type zoneName struct {
	offset   int // from UTC, in seconds
	american bool
}

// zoneNames holds data/zones.txt.
var zoneNames = sync.OnceValue(func() map[string]zoneName {
	zones := map[string]zoneName{}
	table.Must(table.Keys("stamp/data/zones.txt", zoneLines,
		[]string{"american"}, func(kind, key string, names []string) error {
			t, err := time.Parse("-0700", key)
			if err != nil {
				return errors.New("want an offset such as +0900")
			}
			_, offset := t.Zone()
			for _, name := range names {
				zones[name] = zoneName{offset, kind == "american"}
			}
			return nil
		}))
	return zones
})

// zoneOffset returns the offset that a zone's name stands for on a day.
func zoneOffset(name string, day Stamp) (seconds int, ok bool) {
	zone, ok := zoneNames()[strings.ToUpper(name)]
	if zone.american && isAmericanSummer(day) {
		return zone.offset + 3600, ok
	}
	return zone.offset, ok
}

// isAmericanSummer reports whether daylight time is kept in North America: from the second Sunday of March to the
// first of November.
func isAmericanSummer(day Stamp) bool {
	date := func(month time.Month, d int) time.Time { return time.Date(day.Year, month, d, 0, 0, 0, 0, time.UTC) }
	sunday := func(t time.Time) time.Time { return t.AddDate(0, 0, (7-int(t.Weekday()))%7) }
	t := date(time.Month(day.Month), day.Day)
	return !t.Before(sunday(date(time.March, 8))) && t.Before(sunday(date(time.November, 1)))
}
