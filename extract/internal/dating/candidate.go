package dating

import (
	"strings"
	"time"

	"github.com/gisa-go/gisa/extract/internal/body"
	"github.com/gisa-go/gisa/extract/internal/evidence"
	"github.com/gisa-go/gisa/extract/internal/stamp"
	"github.com/gisa-go/gisa/extract/internal/view"
)

// dating is a time that a page gives for its article, and how much its source is trusted.
type dating struct {
	stamp.Stamp
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
	trustTitled    = 48 // above the title, in one box with it
	trustBelow     = 45 // <time> behind the text
	trustTail      = 35
	trustBody      = 30
	trustTold      = 29 // in a line that says more
	trustBehind    = 27 // behind the text
	trustScript    = 25
	trustAddress   = 20

	labelBonus = 5  // of a label where the line alone is trusted little
	farMalus   = 25 // of a <time> that stands far from the article or in its navigation
)

// Found is when an article was published and changed; zero times are not known.
type Found struct {
	Published, Modified Moment
	Notes               evidence.Notes
}

// Moment is a time, or the day of it where the page says no more.
type Moment struct {
	time.Time
	Day bool
}

// datings gathers the times of a page.
type datings struct {
	*view.View
	order stamp.Order // how the page writes dates of three numbers
	title string
	body  *body.Body
	list  []dating
	found Found
}

// add reads a time and notes it unless it lies after the page was fetched.
func (d *datings) add(from, raw string, trust int, modified bool) bool {
	st, ok := stamp.Parse(raw, d.order)
	if !ok {
		return false
	}
	d.addStamp(st, from, raw, trust, modified)
	return true
}

func (d *datings) addStamp(st stamp.Stamp, from, raw string, trust int, modified bool) {
	if f := d.Fetched; !f.IsZero() && st.Time(d.Zone).After(f) {
		return
	}
	if st.Year == 1970 && st.Month == 1 && st.Day == 1 {
		return // the zero of clocks
	}
	if st.Timed && st.Hour == 0 && st.Minute == 0 && st.Sec == 0 && strings.Contains(raw, "T00:00:00") {
		st.Timed = false // a day that had to be written as a time
	}
	d.list = append(d.list, dating{st, from, strings.TrimSpace(raw), trust, modified})
}
