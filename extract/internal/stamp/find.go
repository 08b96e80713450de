package stamp

import (
	"strconv"
	"strings"
	"time"
)

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
