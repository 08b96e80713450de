package facts

import "github.com/gisa-go/gisa/extract/facts/internal/date"

// Duration is a length of time or a set of times: 3년간, 36일, 2시간 반, 10년 만에, 매년. It stands on no calendar.
// Its span holds the number and the unit, without 간, 동안, 만에 or a particle; a set's holds what is repeated as
// well: 매주 금요일, 매일 오후 3시.
type Duration struct {
	Span
	Raw    string  `json:"raw"`
	Value  Decimal `json:"value,omitzero"`  // in Unit; none where no one unit is exact, as in 한 달 이틀
	Max    Decimal `json:"max,omitzero"`    // the upper end of a range, else none
	Unit   Grain   `json:"unit,omitempty"`  // Second to Century
	ISO    string  `json:"iso"`             // ISO 8601: P3Y, PT2H30M; of a set what lies between two times
	Every  bool    `json:"every,omitempty"` // a set: 매년, 매주 금요일, 사흘마다
	Bound  Bound   `json:"bound,omitempty"`
	Approx bool    `json:"approx,omitempty"`
	Rule   string  `json:"rule,omitempty"`
}

// durationOf gives a duration as it is returned.
func durationOf(d *date.Duration) Duration {
	return Duration{
		Span: d.Span, Raw: d.Raw, Value: Decimal(d.Value), Max: Decimal(d.Max), Unit: Grain(d.Unit), ISO: d.ISO,
		Every: d.Every, Bound: Bound(d.Bound), Approx: d.Approx, Rule: d.Rule,
	}
}
