package facts

import "github.com/gisa-go/gisa/extract/facts/internal/amount"

// Kind is the kind of an amount.
type Kind string

// The kinds of amounts.
const (
	Money        Kind = "money"         // Unit is the ISO 4217 code
	Percent      Kind = "percent"       // %, ‰
	PercentPoint Kind = "percent-point" // %p, bp
	Ratio        Kind = "ratio"         // 배: 두 배, 3분의 1, 절반, 경쟁률 3.5대 1
	Count        Kind = "count"         // Unit is the counter as written: 명, 개사, 건
	Measure      Kind = "measure"       // Unit is the SI or customary symbol: m2, km, t, ℃, 평
	Age          Kind = "age"           // 세; 30대 is 30 to 39
	Ordinal      Kind = "ordinal"       // a place in a row: 제3회, 2위, 1단계, 27층
)

// Bound says on which side of its value an amount or a date is open.
type Bound string

// The bounds of amounts (first four) and of dates.
const (
	AtLeast  Bound = "atLeast"  // 이상
	MoreThan Bound = "moreThan" // 초과, 넘는
	AtMost   Bound = "atMost"   // 이하, 이내
	LessThan Bound = "lessThan" // 미만
	From     Bound = "from"     // 부터
	Until    Bound = "until"    // 까지
	After    Bound = "after"    // 이후
	Before   Bound = "before"   // 이전
)

// Change is the direction of a change that an amount measures.
type Change string

// The directions of change.
const (
	Increase Change = "increase" // 증가, 늘었다, 올랐다
	Decrease Change = "decrease" // 감소, 줄었다, 내렸다
)

// Amount is a number with its unit. The span holds the number and the unit, without 약, 이상, 규모 or a particle.
type Amount struct {
	Span
	Raw   string  `json:"raw"`
	Kind  Kind    `json:"kind"`
	Value Decimal `json:"value"`
	Max   Decimal `json:"max,omitzero"` // the upper end of a range, else zero
	Unit  string  `json:"unit,omitempty"`
	// Fraction is the exact value of a ratio whose Value is rounded to three places: "1/3".
	Fraction  string `json:"fraction,omitempty"`
	Bound     Bound  `json:"bound,omitempty"`
	Approx    bool   `json:"approx,omitempty"`    // 약, 여, 가량
	Vague     bool   `json:"vague,omitempty"`     // 수백억: the value is the bare magnitude, one hundred 억
	Each      bool   `json:"each,omitempty"`      // 씩, 각각
	Inferred  bool   `json:"inferred,omitempty"`  // the currency is not in the text: 2300억 규모
	Converted bool   `json:"converted,omitempty"` // a sum said again in another currency: 100만 달러(약 12억원)
	Per       string `json:"per,omitempty"`       // 1인, 가구, 3.3㎡, 년, 월
	Change    Change `json:"change,omitempty"`    // what the amount is the change of went up or down
	Base      string `json:"base,omitempty"`      // what it is compared with: 전년, 지난해 같은 기간
	About     Phrase `json:"about,omitzero"`      // the phrase that names what is measured: 총사업비
	PartOf    Span   `json:"partOf,omitzero"`     // the amount that the text says this one is a part of
	PartsOff  bool   `json:"partsOff,omitempty"`  // the parts that the text gives of this total do not add up to it
	Rule      string `json:"rule,omitempty"`
}

// amountOf gives an amount as it is returned.
func amountOf(a *amount.Amount) Amount {
	return Amount{
		Span: a.Span, Raw: a.Raw, Kind: Kind(a.Kind), Value: Decimal(a.Value), Max: Decimal(a.Max), Unit: a.Unit,
		Fraction: a.Fraction, Bound: Bound(a.Bound), Approx: a.Approx, Vague: a.Vague, Each: a.Each, Inferred: a.Inferred,
		Converted: a.Converted, Per: a.Per, Change: Change(a.Change), Base: a.Base, Rule: a.Rule,
	}
}
