package extract

import (
	"strings"
	"time"
)

// dating is a time that a page gives for its article, and how much its source is trusted.
type dating struct {
	stamp
	from, raw string
	trust     int
	modified  bool
}

// How much the sources of times are trusted.
const (
	trustRule      = 100
	trustLD        = 90
	trustMeta      = 85
	trustProp      = 80
	trustMetaOther = 75
	trustLabelled  = 70
	trustTime      = 60
	trustDateClass = 55
	trustHead      = 50
	trustTail      = 35
	trustBody      = 30
	trustScript    = 25
	trustAddress   = 20
)

// datings gathers the times of a page.
type datings struct {
	p     *page
	order dayOrder
	zone  *time.Location
	list  []dating
}

// findPublished decides when the article was published and changed: by the source that is trusted most, with the clock
// time of another source where that one has none. No time after Page.Fetched is believed.
func findPublished(p *page) {
	d := datings{p: p, order: orderOf(p), zone: zoneOf(p)}
	d.fromRule()
	d.fromLD()
	d.fromTags()
	d.fromElements()
	d.fromLines()
	d.fromAddress()
	if best := d.best(false); best == nil || best.trust <= trustBody {
		d.fromScripts()
	}
	d.set("published", false, &p.art.Published)
	d.set("modified", true, &p.art.Modified)
	if p.art.Published.IsZero() { // the page shows no other time than "updated …"
		d.set("published", true, &p.art.Published)
	}
	if p.art.Modified.Before(p.art.Published) {
		p.art.Modified = time.Time{}
	}
	findCounts(p)
}

// add reads a time and notes it unless it lies after the page was fetched.
func (d *datings) add(from, raw string, trust int, modified bool) bool {
	st, ok := parseStamp(raw, d.order)
	if !ok {
		return false
	}
	d.addStamp(st, from, raw, trust, modified)
	return true
}

func (d *datings) addStamp(st stamp, from, raw string, trust int, modified bool) {
	if f := d.p.Fetched; !f.IsZero() && st.time(d.zone).After(f) {
		return
	}
	if st.year == 1970 && st.month == 1 && st.day == 1 {
		return // the zero of clocks
	}
	if st.timed && st.hour == 0 && st.minute == 0 && st.sec == 0 && strings.Contains(raw, "T00:00:00") {
		st.timed = false // a day that had to be written as a time
	}
	d.list = append(d.list, dating{st, from, strings.TrimSpace(raw), trust, modified})
}

func startsDigit(s string) bool { return s != "" && s[0] >= '0' && s[0] <= '9' }

func hasWord(list, word string) bool {
	for w := range strings.FieldsSeq(list) {
		if strings.EqualFold(w, word) {
			return true
		}
	}
	return false
}

func hasDigit(s string) bool {
	for _, r := range s {
		if digitOf(r) >= 0 {
			return true
		}
	}
	return false
}

// set decides one of the two times.
func (d *datings) set(field string, modified bool, out *time.Time) {
	best := d.best(modified)
	if best == nil {
		return
	}
	best = d.shownBefore(best)
	st := best.stamp
	raw := best.raw
	if !st.timed {
		if other := d.clockFor(best); other != nil {
			st, raw = other.stamp, other.raw
		}
	}
	switch {
	case !st.timed:
	case !st.zoned:
		d.takeZone(&st, best.modified)
	case st.offset == 0 && d.zone == kst && d.shownAs(st):
		st.zoned = false // local time that calls itself UTC
	}
	*out = st.time(d.zone)
	if d.zone == kst {
		*out = out.In(kst)
	}
	d.p.note(field, best.from, raw)
}

// sameMinute reports whether two times are written by the same digits, down to the minute.
func (s stamp) sameMinute(o stamp) bool {
	return s.timed && o.timed && s.sameDay(o) && s.hour == o.hour && s.minute == o.minute
}

func (s stamp) sameDay(o stamp) bool { return s.year == o.year && s.month == o.month && s.day == o.day }

// takeZone completes a time without an offset by that of another source which gives the same time and one.
func (d *datings) takeZone(st *stamp, modified bool) {
	for i := range d.list {
		c := &d.list[i]
		if c.offset == 0 && d.zone != time.UTC {
			continue // local time that calls itself UTC
		}
		if c.zoned && c.modified == modified && c.sameMinute(*st) {
			st.zoned, st.offset = true, c.offset
			if st.sec == 0 {
				st.sec = c.sec
			}
			return
		}
	}
}

// shownBefore returns the time of another source for machines where the page shows that one at its head and not the best.
func (d *datings) shownBefore(best *dating) *dating {
	if !best.timed || d.isShown(best) {
		return best
	}
	var shown *dating
	for i := range d.list {
		c := &d.list[i]
		if c.modified == best.modified && c.timed && c.zoned == best.zoned && c.trust >= trustMetaOther && c.from != "text" && c.sameDay(best.stamp) &&
			(shown == nil || c.trust > shown.trust) && d.isShown(c) {
			shown = c
		}
	}
	if shown != nil {
		return shown
	}
	return best
}

// isShown reports whether a line at the head of the article says a time.
func (d *datings) isShown(t *dating) bool {
	for i := range d.list {
		if c := &d.list[i]; c.from == "text" && c.trust >= trustHead && c.sameMinute(t.stamp) {
			return true
		}
	}
	return false
}

func (d *datings) best(modified bool) *dating {
	var best *dating
	for i := range d.list {
		if c := &d.list[i]; c.modified == modified && (best == nil || c.trust > best.trust) {
			best = c
		}
	}
	return best
}

// clockFor finds a dating of the same day that has a clock time.
func (d *datings) clockFor(day *dating) *dating {
	var best *dating
	for i := range d.list {
		c := &d.list[i]
		if c.modified == day.modified && c.timed && c.trust > trustTail && c.sameDay(day.stamp) &&
			(best == nil || c.trust > best.trust) {
			best = c
		}
	}
	return best
}

// shownAs reports whether the page shows a time by the same digits, with no offset.
func (d *datings) shownAs(st stamp) bool {
	for i := range d.list {
		c := &d.list[i]
		if !c.zoned && c.from == "text" && c.sameMinute(st) {
			return true
		}
	}
	return false
}
