// Package amount finds the amounts of a text: numbers with their units, and what the words around say of them.
package amount

import (
	"github.com/gisa-go/gisa"
	"github.com/gisa-go/gisa/extract/facts/internal/lexicon"
	"github.com/gisa-go/gisa/extract/facts/internal/number"
)

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

// Change is the direction of a change that an amount measures.
type Change string

// The directions of change.
const (
	Increase Change = "increase" // 증가, 늘었다, 올랐다
	Decrease Change = "decrease" // 감소, 줄었다, 내렸다
)

// Amount is a number with its unit. The span holds the number and the unit, without 약, 이상, 규모 or a particle.
type Amount struct {
	gisa.Span
	Raw   string
	Kind  Kind
	Value number.Decimal
	Max   number.Decimal // the upper end of a range, else zero
	Unit  string
	// Fraction is the exact value of a ratio whose Value is rounded to three places: "1/3".
	Fraction  string
	Bound     lexicon.Bound
	Approx    bool   // 약, 여, 가량
	Vague     bool   // 수백억: the value is the bare magnitude, one hundred 억
	Each      bool   // 씩, 각각
	Inferred  bool   // the currency is not in the text: 2300억 규모
	Converted bool   // a sum said again in another currency: 100만 달러(약 12억원)
	Per       string // 1인, 가구, 3.3㎡, 년, 월
	Change    Change // what the amount is the change of went up or down
	Base      string // what it is compared with: 전년, 지난해 같은 기간
	Rule      string
}

// versusRule names the pairs of numbers that are a rate.
const versusRule = "ratio:versus"
