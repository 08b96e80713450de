package facts

import (
	"encoding/json"
	"time"

	"github.com/gisa-go/gisa/extract/facts/internal/date"
)

// Grain is the unit that a date is exact to.
type Grain string

// The grains of dates.
const (
	Second  Grain = "second"
	Minute  Grain = "minute"
	Hour    Grain = "hour"
	Day     Grain = "day"
	Week    Grain = "week"
	Month   Grain = "month"
	Quarter Grain = "quarter"
	Half    Grain = "half"
	Season  Grain = "season"
	Year    Grain = "year"
	Decade  Grain = "decade"
	Century Grain = "century"
)

// Date is a time expression resolved to the interval [From, To) at +09:00. Both are zero where a relative
// date has no reference. The conventions stand in the documentation of the package.
type Date struct {
	Span
	Raw      string    `json:"raw"`
	From     time.Time `json:"from,omitzero"`
	To       time.Time `json:"to,omitzero"`
	Grain    Grain     `json:"grain,omitempty"`    // the unit that From and To are exact to
	Bound    Bound     `json:"bound,omitempty"`    // From, Until, After or Before: 부터, 까지, 이후, 이전
	Relative bool      `json:"relative,omitempty"` // it depends on the reference or on other dates of the text
	Approx   bool      `json:"approx,omitempty"`   // 께, 쯤, 경, 무렵
	Event    Event     `json:"event,omitzero"`     // what happens then: 착공
	Rule     string    `json:"rule,omitempty"`     // what matched and how it was resolved: "month: past tense"
}

// dateOf gives a date as it is returned.
func dateOf(d *date.Date) Date {
	return Date{
		Span: d.Span, Raw: d.Raw, From: d.From, To: d.To, Grain: Grain(d.Grain), Bound: Bound(d.Bound),
		Relative: d.Relative, Approx: d.Approx, Rule: d.Rule,
	}
}

// UnmarshalJSON reads what Marshal writes; times have their offset as the zone, whatever that of the machine is.
func (d *Date) UnmarshalJSON(b []byte) error {
	type plain Date
	if err := json.Unmarshal(b, (*plain)(d)); err != nil {
		return err
	}
	d.From, d.To = zoned(d.From), zoned(d.To)
	return nil
}

// zoned returns a time with its offset as the zone.
func zoned(t time.Time) time.Time {
	_, offset := t.Zone()
	if t.IsZero() || offset == 0 {
		return t.UTC()
	}
	return t.In(time.FixedZone("", offset))
}
