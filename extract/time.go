package extract

import (
	"fmt"
	"strings"
	"time"
)

// Time is when something happened, as exactly as a page says it: a moment, or a day where Day is set. A day has no
// zone; its Time is the day's midnight in UTC, so that it prints and sorts as that day. Written as text and in JSON a
// day is "2022-02-23", a moment RFC 3339: "2022-02-23T17:41:00+09:00". The zero Time is not known.
type Time struct {
	time.Time
	Day bool
}

// timeOf returns a moment, or the day of it, with its offset as the zone: names of zones are not in JSON.
func timeOf(t time.Time, day bool) Time {
	switch {
	case t.IsZero():
		return Time{}
	case day:
		y, m, d := t.Date()
		return Time{time.Date(y, m, d, 0, 0, 0, 0, time.UTC), true}
	}
	_, offset := t.Zone()
	if offset == 0 {
		return Time{Time: t.UTC()}
	}
	return Time{Time: t.In(time.FixedZone("", offset))}
}

// Shown returns the time as readers write it: 2022-02-23, or 2022-02-23 17:41.
func (t Time) Shown() string {
	switch {
	case t.IsZero():
		return ""
	case t.Day:
		return t.Format(time.DateOnly)
	}
	return t.Format("2006-01-02 15:04")
}

// String returns the time as text, as MarshalText does; "" where it is not known.
func (t Time) String() string {
	switch {
	case t.IsZero():
		return ""
	case t.Day:
		return t.Format(time.DateOnly)
	}
	return t.Format(time.RFC3339Nano)
}

// MarshalText writes a day as 2022-02-23, a moment as RFC 3339.
func (t Time) MarshalText() ([]byte, error) { return []byte(t.String()), nil }

// UnmarshalText reads what MarshalText writes.
func (t *Time) UnmarshalText(b []byte) error {
	text := string(b)
	if text == "" {
		*t = Time{}
		return nil
	}
	layout := time.RFC3339
	if len(text) == len(time.DateOnly) {
		layout = time.DateOnly
	}
	u, err := time.Parse(layout, text)
	if err != nil {
		return fmt.Errorf("extract: time %q: want 2006-01-02 or RFC 3339: %w", text, err)
	}
	*t = timeOf(u, layout == time.DateOnly)
	return nil
}

// MarshalJSON writes a string as MarshalText does, null where the time is not known.
func (t Time) MarshalJSON() ([]byte, error) {
	if t.IsZero() {
		return []byte("null"), nil
	}
	return []byte(`"` + t.String() + `"`), nil
}

// UnmarshalJSON reads what MarshalJSON writes.
func (t *Time) UnmarshalJSON(b []byte) error {
	text := string(b)
	if text == "null" {
		*t = Time{}
		return nil
	}
	if len(text) < 2 || text[0] != '"' {
		return fmt.Errorf("extract: time %.40s: want a string", text)
	}
	return t.UnmarshalText([]byte(strings.Trim(text, `"`)))
}
