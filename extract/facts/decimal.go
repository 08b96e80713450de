package facts

import (
	"database/sql/driver"
	"fmt"
	"math/big"
	"strconv"

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

// AppendText appends the number in plain digits, nothing where there is none.
func (d Decimal) AppendText(b []byte) ([]byte, error) { return append(b, d.String()...), nil }

// MarshalText writes the number in plain digits, "" where there is none: as the key of a JSON object, in XML.
func (d Decimal) MarshalText() ([]byte, error) { return []byte(d.String()), nil }

// UnmarshalText reads what MarshalText writes. Its errors wrap [ErrDecimal].
func (d *Decimal) UnmarshalText(b []byte) error {
	if len(b) == 0 {
		*d = Decimal{}
		return nil
	}
	e, err := ParseDecimal(string(b))
	if err == nil {
		*d = e
	}
	return err
}

// Value gives the number to a database as a string of plain digits, so that none are lost; NULL where there is none.
func (d Decimal) Value() (driver.Value, error) {
	if !d.Valid() {
		return nil, nil
	}
	return d.String(), nil
}

// Scan reads what a database holds: text, a whole number, NULL. A float has lost digits and is an error that wraps
// [ErrDecimal].
func (d *Decimal) Scan(src any) error {
	switch v := src.(type) {
	case nil:
		*d = Decimal{}
		return nil
	case string:
		return d.UnmarshalText([]byte(v))
	case []byte:
		return d.UnmarshalText(v)
	case int64:
		return d.UnmarshalText(strconv.AppendInt(nil, v, 10))
	}
	return fmt.Errorf("%w: a database gave %T", ErrDecimal, src)
}

// Cmp compares the numbers: -1 if d < e, 0 if they are equal, 1 if d > e. No number sorts as 0.
func (d Decimal) Cmp(e Decimal) int { return number.Decimal(d).Cmp(number.Decimal(e)) }

// Int64 gives the number if it is whole and fits.
func (d Decimal) Int64() (n int64, ok bool) { return number.Decimal(d).Int64() }

// Float64 gives the nearest float64.
func (d Decimal) Float64() float64 { return number.Decimal(d).Float64() }

// Rat gives the number as a fraction, 0 where there is none.
func (d Decimal) Rat() *big.Rat { return number.Decimal(d).Rat() }
