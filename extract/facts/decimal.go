package facts

import (
	"math/big"

	"github.com/gisa-go/gisa/extract/facts/internal/number"
)

// Decimal is an exact decimal number, coef × 10^exp, of at most 18 significant digits: 조 and 경 with
// fractions are exact, and nothing is ever rounded silently. Decimals are comparable with == (one number
// has one representation). The zero value means "no number" and differs from the number 0; see [Decimal.Valid].
// It marshals to a JSON string of plain digits.
type Decimal number.Decimal

// ErrDecimal is returned for text that is no decimal number of at most 18 significant digits.
var ErrDecimal = number.ErrDecimal

// ParseDecimal reads plain digits with an optional sign and fraction, as String writes them.
// Its errors wrap [ErrDecimal].
func ParseDecimal(s string) (Decimal, error) {
	d, err := number.ParseDecimal(s)
	return Decimal(d), err
}

// Valid reports whether d is a number: the zero Decimal is none.
func (d Decimal) Valid() bool { return number.Decimal(d).Valid() }

// Sign is -1, 0 or 1.
func (d Decimal) Sign() int { return number.Decimal(d).Sign() }

// String gives the number in plain digits, without exponent or trailing zeros of the fraction; "" if there is none.
func (d Decimal) String() string { return number.Decimal(d).String() }

// MarshalJSON writes the number as a string of plain digits, null where there is none.
func (d Decimal) MarshalJSON() ([]byte, error) { return number.Decimal(d).MarshalJSON() }

// UnmarshalJSON reads what MarshalJSON writes, and plain JSON numbers without exponent.
func (d *Decimal) UnmarshalJSON(b []byte) error { return (*number.Decimal)(d).UnmarshalJSON(b) }

// Cmp compares the numbers: -1 if d < e, 0 if they are equal, 1 if d > e. No number sorts as 0.
func (d Decimal) Cmp(e Decimal) int { return number.Decimal(d).Cmp(number.Decimal(e)) }

// Int64 gives the number if it is whole and fits.
func (d Decimal) Int64() (n int64, ok bool) { return number.Decimal(d).Int64() }

// Float64 gives the nearest float64.
func (d Decimal) Float64() float64 { return number.Decimal(d).Float64() }

// Rat gives the number as a fraction, 0 where there is none.
func (d Decimal) Rat() *big.Rat { return number.Decimal(d).Rat() }
