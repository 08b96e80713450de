// Package amount finds the amounts of a text: numbers with their units, and what the words around say of them.
package amount

import (
	"github.com/gisa-go/gisa"
	"github.com/gisa-go/gisa/extract/facts/internal/amount/units"
	"github.com/gisa-go/gisa/extract/facts/internal/lexicon"
	"github.com/gisa-go/gisa/extract/facts/internal/number"
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
	Kind  units.Kind
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
