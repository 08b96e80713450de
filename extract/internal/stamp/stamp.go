// Package stamp reads dates and times as the press of any language writes them, and the labels before and behind them.
// It knows text, not pages.
package stamp

import "time"

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

// SameMinute reports whether two times are written by the same digits, down to the minute.
func (s Stamp) SameMinute(o Stamp) bool {
	return s.Timed && o.Timed && s.SameDay(o) && s.Hour == o.Hour && s.Minute == o.Minute
}

// SameDay reports whether two times are of one day as they are written.
func (s Stamp) SameDay(o Stamp) bool { return s.Year == o.Year && s.Month == o.Month && s.Day == o.Day }

// Fills reports whether little but the date stands in the line that it was found in.
func (s Stamp) Fills(line string) bool { return len(line)-(s.End-s.Start) <= 24 }

// KST is Korean time; a fixed zone, so that no time zone data is needed.
var KST = time.FixedZone("", 9*3600)

// Zone returns the zone of an offset from UTC, in seconds.
func Zone(seconds int) *time.Location {
	switch seconds {
	case 0:
		return time.UTC
	case 9 * 3600:
		return KST
	}
	return time.FixedZone("", seconds)
}
