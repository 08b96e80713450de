// Package stamp reads dates and times as the press of any language writes them, and the labels before and behind them. It knows
// text, not pages.
package stamp

import (
	"strconv"
	"strings"
	"time"
)

// Stamp is a date or a time as a page writes it.
type Stamp struct {
	Year, Month, Day  int
	Hour, Minute, Sec int
	Timed             bool // it has a clock time
	Zoned             bool // it has an offset from UTC, in seconds
	Offset            int
	Start, End        int // bytes of the text it was found in
}

// Time returns the stamp as a time, in zone where it has no offset of its own.
func (s Stamp) Time(zone *time.Location) time.Time {
	if s.Zoned {
		zone = Zone(s.Offset)
	}
	return time.Date(s.Year, time.Month(s.Month), s.Day, s.Hour, s.Minute, s.Sec, 0, zone)
}

// Order says how a date of three numbers without a four-digit first one is read.
type Order uint8

const (
	DayFirst   Order = iota // 23.2.2022, 23/02/22
	monthFirst              // 2/23/2022
	YearFirst               // 22-02-23
)

// stampLimit is how far into a text a date is looked for.
const stampLimit = 240

// Find finds the first date of a short text.
func Find(s string, order Order) (Stamp, bool) {
	return FindAfter(s, 0, order)
}

// FindAfter finds the first date that begins at or after a byte offset.
func FindAfter(s string, from int, order Order) (Stamp, bool) {
	var buf [64]token
	tokens := tokenize(s, from, buf[:0])
	r := stampReader{text: s, tokens: tokens, order: order}
	for i := range tokens {
		if st, ok := r.at(i); ok {
			return st, true
		}
	}
	return Stamp{}, false
}

// Parse reads a value that is meant for machines: it is a date from its beginning.
func Parse(s string, order Order) (Stamp, bool) {
	s = strings.TrimSpace(s)
	if st, ok := epochStamp(s); ok {
		return st, true
	}
	return Find(s, order)
}

// epochStamp reads seconds or milliseconds since 1970.
func epochStamp(s string) (Stamp, bool) {
	if len(s) != 10 && len(s) != 13 {
		return Stamp{}, false
	}
	n, err := strconv.ParseInt(s, 10, 64)
	if err != nil {
		return Stamp{}, false
	}
	if len(s) == 13 {
		n /= 1000
	}
	t := time.Unix(n, 0).UTC()
	if t.Year() < 1990 || t.Year() > 2100 {
		return Stamp{}, false
	}
	return Stamp{Year: t.Year(), Month: int(t.Month()), Day: t.Day(), Hour: t.Hour(), Minute: t.Minute(), Sec: t.Second(),
		Timed: true, Zoned: true, End: len(s)}, true
}

// SameMinute reports whether two times are written by the same digits, down to the minute.
func (s Stamp) SameMinute(o Stamp) bool {
	return s.Timed && o.Timed && s.SameDay(o) && s.Hour == o.Hour && s.Minute == o.Minute
}

func (s Stamp) SameDay(o Stamp) bool { return s.Year == o.Year && s.Month == o.Month && s.Day == o.Day }

// Fills reports whether little but the date stands in the line that it was found in.
func (s Stamp) Fills(line string) bool { return len(line)-(s.End-s.Start) <= 24 }
