// Package dating decides when an article was published and changed, by how much the sources of a page are trusted: the
// site's rule, JSON-LD, meta elements, <time>, lines at the head, the address, the data for scripts.
package dating

import (
	"time"

	"github.com/gisa-go/gisa/extract/internal/body"
	"github.com/gisa-go/gisa/extract/internal/stamp"
	"github.com/gisa-go/gisa/extract/internal/view"
	"github.com/gisa-go/gisa/extract/sites"
)

// Find decides when the article was published and changed: by the source that is trusted most, with the clock time of
// another source where that one has none. No time after the page was fetched is believed.
func Find(v *view.View, title string, b *body.Body) Found {
	d := newDatings(v)
	d.title, d.body = title, b
	d.fromRule()
	d.fromLD()
	d.fromTags()
	d.fromElements()
	d.fromLines()
	d.fromAddress()
	if best := d.best(false); best == nil || best.trust <= trustBody {
		d.fromScripts()
	}
	d.set("published", false, &d.found.Published)
	d.set("modified", true, &d.found.Modified)
	if d.found.Published.IsZero() { // the page shows no other time than "updated …"
		d.set("published", true, &d.found.Published)
	}
	if d.found.Modified.Before(d.found.Published.Time) {
		d.found.Modified = Moment{}
	}
	return d.found
}

// newDatings returns room for the times of a page.
func newDatings(v *view.View) *datings {
	d := &datings{View: v, order: v.Order}
	if v.Order == stamp.MonthFirst && v.Tag == "en" && stamp.SaysDayFirst(v.Index.Text) {
		d.order = stamp.DayFirst // English of no country, whose other dates tell
	}
	return d
}

// set decides one of the two times.
func (d *datings) set(field string, modified bool, out *Moment) {
	best := d.best(modified)
	if best == nil {
		return
	}
	best = d.shownBefore(best)
	timed := best
	if !best.Timed {
		if other := d.clockFor(best); other != nil {
			timed = other
		}
	}
	st := timed.Stamp
	switch {
	case !st.Timed:
	case !st.Zoned:
		d.takeZone(&st, best.modified)
		if d.Zone == time.UTC && !st.Zoned && timed.isSeen() {
			st.Offset, st.Zoned = stamp.CountryOffset(st, d.Tag, sites.Host(d.Address()))
		}
	case st.Offset == 0 && d.Zone == stamp.KST && d.shownAs(st):
		st.Zoned = false // local time that calls itself UTC
	case st.Offset == 0 && d.Zone == time.UTC:
		d.showZone(&st, best.modified)
	}
	*out = Moment{st.Time(d.Zone), !st.Timed}
	if d.Zone == stamp.KST {
		out.Time = out.In(stamp.KST)
	}
	d.found.Notes.Add(field, best.from, timed.raw)
}

// takeZone completes a time without an offset by that of another source which gives the same time and one.
func (d *datings) takeZone(st *stamp.Stamp, modified bool) {
	for i := range d.list {
		c := &d.list[i]
		if c.Offset == 0 && d.Zone != time.UTC {
			continue // local time that calls itself UTC
		}
		if c.Zoned && c.modified == modified && c.SameMinute(*st) {
			st.Zoned, st.Offset = true, c.Offset
			if st.Sec == 0 {
				st.Sec = c.Sec
			}
			return
		}
	}
}

// isSeen reports whether a reader sees a time, which is then by the clocks of the country. One for machines alone that
// has no offset may as well be by UTC.
func (c *dating) isSeen() bool { return c.from == "text" || c.from == "time" || c.from == "title" }

// showZone gives a time by UTC the offset of the clock that the page shows the same moment by.
func (d *datings) showZone(st *stamp.Stamp, modified bool) {
	moment := st.Time(time.UTC)
	for i := range d.list {
		c := &d.list[i]
		if c.modified != modified || !c.Timed || !c.isShown() || c.Zoned && c.Offset == 0 {
			continue
		}
		shown := c.Stamp
		shown.Zoned, shown.Offset, shown.Sec = true, 0, st.Sec
		offset := shown.Time(time.UTC).Sub(moment)
		if c.Zoned && offset != time.Duration(c.Offset)*time.Second || offset%(30*time.Minute) != 0 ||
			offset < -11*time.Hour || offset > 14*time.Hour {
			continue
		}
		local := moment.Add(offset)
		*st = stamp.Stamp{Year: local.Year(), Month: int(local.Month()), Day: local.Day(), Hour: local.Hour(),
			Minute: local.Minute(), Sec: local.Second(), Timed: true, Zoned: true, Offset: int(offset / time.Second)}
		return
	}
}

// shownBefore returns the time of another source for machines where the page shows that one at its head and not the
// best.
func (d *datings) shownBefore(best *dating) *dating {
	if best.trust == trustMetaOther {
		return d.shownDay(best)
	}
	if !best.Timed || d.isShown(best) {
		return best
	}
	var shown *dating
	for i := range d.list {
		c := &d.list[i]
		if c.modified == best.modified && c.Timed && c.Zoned == best.Zoned && c.trust >= trustMetaOther &&
			c.from != "text" && c.SameDay(best.Stamp) &&
			(shown == nil || c.trust > shown.trust) && d.isShown(c) {
			shown = c
		}
	}
	if shown != nil {
		return shown
	}
	return best
}

// shownDay returns the time that the head of the article shows where that is of another day than a meta element which
// is trusted less: many give the day when the page was made or saved.
func (d *datings) shownDay(meta *dating) *dating {
	var shown *dating
	for i := range d.list {
		c := &d.list[i]
		if !c.isShown() || c.modified {
			continue
		}
		if c.SameDay(meta.Stamp) {
			return meta
		}
		if shown == nil || c.trust > shown.trust {
			shown = c
		}
	}
	if meta.modified || shown == nil {
		return meta
	}
	return shown
}

// isShown reports whether a time stands where the reader looks for it.
func (c *dating) isShown() bool {
	return (c.from == "text" || c.from == "time" || c.from == "title") && c.trust >= trustTitled
}

// isShown reports whether a line at the head of the article says a time.
func (d *datings) isShown(t *dating) bool {
	for i := range d.list {
		if c := &d.list[i]; c.from == "text" && c.trust >= trustHead && c.SameMinute(t.Stamp) {
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
		if c.modified == day.modified && c.Timed && c.trust > trustTail && c.SameDay(day.Stamp) &&
			(best == nil || c.trust > best.trust) {
			best = c
		}
	}
	return best
}

// shownAs reports whether the page shows a time by the same digits, with no offset.
func (d *datings) shownAs(st stamp.Stamp) bool {
	for i := range d.list {
		c := &d.list[i]
		if !c.Zoned && c.from == "text" && c.SameMinute(st) {
			return true
		}
	}
	return false
}
