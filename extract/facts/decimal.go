package facts

import "github.com/gisa-go/gisa/extract/facts/internal/number"

// Decimal is an exact decimal number.
type Decimal = number.Decimal

// ErrDecimal is returned for text that is no decimal number of at most 18 significant digits.
var ErrDecimal = number.ErrDecimal

// ParseDecimal reads plain digits with an optional sign and fraction, as String writes them.
// Its errors wrap [ErrDecimal].
func ParseDecimal(s string) (Decimal, error) { return number.ParseDecimal(s) }
