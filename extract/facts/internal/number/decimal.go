package number

import (
	"cmp"
	"encoding/json"
	"errors"
	"fmt"
	"math/big"
	"strconv"
	"strings"
)

// Decimal is an exact decimal number, coef × 10^exp, of at most 18 significant digits: 조 and 경 with
// fractions are exact, and nothing is ever rounded silently. Decimals are comparable with == (one number
// has one representation). The zero value means "no number" and differs from the number 0; see [Decimal.Valid].
// It marshals to a JSON string of plain digits.
type Decimal struct {
	coef  int64 // not a multiple of ten, unless 0
	exp   int16
	valid bool
}

// ErrDecimal is returned for text that is no decimal number of at most 18 significant digits.
var ErrDecimal = errors.New("facts: not a decimal number of at most 18 digits")

const (
	maxCoef = 999_999_999_999_999_999
	maxExp  = 64
)

var pow10 = [...]int64{1, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15, 1e16,
	1e17, 1e18}

// New gives coef × 10^exp. The result is not valid where it does not fit.
func New(coef int64, exp int) Decimal {
	if coef == 0 {
		return Decimal{valid: true}
	}
	for coef%10 == 0 {
		coef /= 10
		exp++
	}
	if coef > maxCoef || coef < -maxCoef || exp > maxExp || exp < -maxExp {
		return Decimal{}
	}
	return Decimal{coef, int16(exp), true}
}

// ParseDecimal reads plain digits with an optional sign and fraction, as String writes them.
// Its errors wrap [ErrDecimal].
func ParseDecimal(s string) (Decimal, error) {
	whole, fraction, dotted := strings.Cut(s, ".")
	digits := strings.TrimPrefix(whole, "-") + fraction
	bad := fmt.Errorf("%w: %q", ErrDecimal, s)
	if digits == "" || dotted && fraction == "" || strings.Trim(digits, "0123456789") != "" || len(digits) > 2*maxExp {
		return Decimal{}, bad
	}
	exp := -len(fraction)
	for len(digits) > 1 && digits[len(digits)-1] == '0' {
		digits = digits[:len(digits)-1]
		exp++
	}
	coef, err := strconv.ParseInt(digits, 10, 64)
	if err != nil {
		return Decimal{}, bad
	}
	if strings.HasPrefix(whole, "-") {
		coef = -coef
	}
	d := New(coef, exp)
	if !d.valid {
		return Decimal{}, bad
	}
	return d, nil
}

// Valid reports whether d is a number: the zero Decimal is none.
func (d Decimal) Valid() bool { return d.valid }

// Sign is -1, 0 or 1.
func (d Decimal) Sign() int { return cmp.Compare(d.coef, 0) }

// String gives the number in plain digits, without exponent or trailing zeros of the fraction; "" if there is none.
func (d Decimal) String() string {
	if !d.valid {
		return ""
	}
	digits := strconv.FormatInt(d.coef, 10)
	sign := ""
	if d.coef < 0 {
		sign, digits = "-", digits[1:]
	}
	if d.exp >= 0 {
		return sign + digits + strings.Repeat("0", int(d.exp))
	}
	places := int(-d.exp)
	if len(digits) <= places {
		digits = strings.Repeat("0", places+1-len(digits)) + digits
	}
	return sign + digits[:len(digits)-places] + "." + digits[len(digits)-places:]
}

// MarshalJSON writes the number as a string of plain digits, null where there is none.
func (d Decimal) MarshalJSON() ([]byte, error) {
	if !d.valid {
		return []byte("null"), nil
	}
	return []byte(`"` + d.String() + `"`), nil
}

// UnmarshalJSON reads what MarshalJSON writes, and plain JSON numbers without exponent.
func (d *Decimal) UnmarshalJSON(b []byte) error {
	s := string(b)
	if s == "null" {
		*d = Decimal{}
		return nil
	}
	if strings.HasPrefix(s, `"`) {
		if err := json.Unmarshal(b, &s); err != nil {
			return err
		}
	}
	v, err := ParseDecimal(s)
	if err == nil {
		*d = v
	}
	return err
}

// Cmp compares the numbers: -1 if d < e, 0 if they are equal, 1 if d > e. No number sorts as 0.
func (d Decimal) Cmp(e Decimal) int {
	if d.Sign() != e.Sign() || d.coef == 0 {
		return cmp.Compare(d.Sign(), e.Sign())
	}
	if top, other := d.top(), e.top(); top != other {
		return cmp.Compare(top, other) * d.Sign()
	}
	// The first digits stand in one place, so that both fit 18 digits when they end in one place too.
	a, b := d.coef, e.coef
	if d.exp > e.exp {
		a *= pow10[d.exp-e.exp]
	} else {
		b *= pow10[e.exp-d.exp]
	}
	return cmp.Compare(a, b)
}

// top gives the place of the first digit: 1 for ones, 2 for tens.
func (d Decimal) top() int {
	n := max(d.coef, -d.coef)
	digits := 0
	for digits < len(pow10) && n >= pow10[digits] {
		digits++
	}
	return digits + int(d.exp)
}

// Int64 gives the number if it is whole and fits.
func (d Decimal) Int64() (n int64, ok bool) {
	if !d.valid || d.exp < 0 || int(d.exp) >= len(pow10) {
		return 0, false
	}
	n = d.coef * pow10[d.exp]
	return n, n/pow10[d.exp] == d.coef
}

// Float64 gives the nearest float64.
func (d Decimal) Float64() float64 {
	f, _ := d.Rat().Float64()
	return f
}

// Rat gives the number as a fraction, 0 where there is none.
func (d Decimal) Rat() *big.Rat {
	power := new(big.Int).Exp(big.NewInt(10), big.NewInt(int64(max(d.exp, -d.exp))), nil)
	coef := big.NewInt(d.coef)
	if d.exp < 0 {
		return new(big.Rat).SetFrac(coef, power)
	}
	return new(big.Rat).SetInt(coef.Mul(coef, power))
}

// Zeros gives how many zeros d ends in, less than none for the digits of a fraction.
func (d Decimal) Zeros() int { return int(d.exp) }

// Shift gives d × 10^n.
func (d Decimal) Shift(n int) Decimal {
	if !d.valid || d.coef == 0 {
		return d
	}
	return New(d.coef, int(d.exp)+n)
}

// Neg gives -d.
func (d Decimal) Neg() Decimal {
	d.coef = -d.coef
	return d
}

// Plus gives d + e; the sum is not valid where it does not fit.
func (d Decimal) Plus(e Decimal) Decimal {
	if !d.valid || !e.valid {
		return Decimal{}
	}
	if d.coef == 0 {
		return e
	}
	if e.coef == 0 {
		return d
	}
	if d.exp < e.exp {
		d, e = e, d
	}
	gap := int(d.exp) - int(e.exp)
	if gap >= len(pow10) || max(d.coef, -d.coef) > maxCoef/pow10[gap] {
		return Decimal{}
	}
	return New(d.coef*pow10[gap]+e.coef, int(e.exp)) // both under 1e18: no overflow
}

// Sum adds what is there: no number counts as nothing.
func Sum(a, b Decimal) Decimal {
	if !a.valid {
		return b
	}
	if !b.valid {
		return a
	}
	return a.Plus(b)
}

// Times gives d × e; the product is not valid where it does not fit.
func (d Decimal) Times(e Decimal) Decimal {
	if !d.valid || !e.valid {
		return Decimal{}
	}
	if d.coef == 0 || e.coef == 0 {
		return New(0, 0)
	}
	if max(d.coef, -d.coef) > maxCoef/max(e.coef, -e.coef) {
		return Decimal{}
	}
	return New(d.coef*e.coef, int(d.exp)+int(e.exp))
}

// Per gives d ÷ e: exact where the quotient ends within nine places, else rounded to three.
func (d Decimal) Per(e Decimal) (q Decimal, exact bool) {
	if !d.valid || !e.valid || e.coef == 0 {
		return Decimal{}, false
	}
	r := new(big.Rat).Quo(d.Rat(), e.Rat())
	places, exact := r.FloatPrec()
	if !exact || places > 9 {
		places, exact = 3, false
	}
	q, err := ParseDecimal(r.FloatString(places))
	return q, exact && err == nil
}
