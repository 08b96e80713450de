package extract

import (
	_ "embed"
	"strconv"
	"strings"
	"time"
)

// stamp is a date or a time as a page writes it.
type stamp struct {
	year, month, day  int
	hour, minute, sec int
	timed             bool // it has a clock time
	zoned             bool // it has an offset from UTC, in seconds
	offset            int
	start, end        int // bytes of the text it was found in
}

// time returns the stamp as a time, in zone where it has no offset of its own.
func (s stamp) time(zone *time.Location) time.Time {
	if s.zoned {
		zone = offsetZone(s.offset)
	}
	return time.Date(s.year, time.Month(s.month), s.day, s.hour, s.minute, s.sec, 0, zone)
}

// dayOrder says how a date of three numbers without a four-digit first one is read.
type dayOrder uint8

const (
	dayFirst   dayOrder = iota // 23.2.2022, 23/02/22
	monthFirst                 // 2/23/2022
	yearFirst                  // 22-02-23
)

// stampLimit is how far into a text a date is looked for.
const stampLimit = 240

// findStamp finds the first date of a short text.
func findStamp(s string, order dayOrder) (stamp, bool) {
	return findStampAfter(s, 0, order)
}

// findStampAfter finds the first date that begins at or after a byte offset.
func findStampAfter(s string, from int, order dayOrder) (stamp, bool) {
	var buf [64]token
	tokens := tokenize(s, from, buf[:0])
	r := stampReader{text: s, tokens: tokens, order: order}
	for i := range tokens {
		if st, ok := r.at(i); ok {
			return st, true
		}
	}
	return stamp{}, false
}

// parseStamp reads a value that is meant for machines: it is a date from its beginning.
func parseStamp(s string, order dayOrder) (stamp, bool) {
	s = strings.TrimSpace(s)
	if st, ok := epochStamp(s); ok {
		return st, true
	}
	return findStamp(s, order)
}

// epochStamp reads seconds or milliseconds since 1970.
func epochStamp(s string) (stamp, bool) {
	if len(s) != 10 && len(s) != 13 {
		return stamp{}, false
	}
	n, err := strconv.ParseInt(s, 10, 64)
	if err != nil {
		return stamp{}, false
	}
	if len(s) == 13 {
		n /= 1000
	}
	t := time.Unix(n, 0).UTC()
	if t.Year() < 1990 || t.Year() > 2100 {
		return stamp{}, false
	}
	return stamp{year: t.Year(), month: int(t.Month()), day: t.Day(), hour: t.Hour(), minute: t.Minute(), sec: t.Second(),
		timed: true, zoned: true, end: len(s)}, true
}
