package amount

import (
	"github.com/gisa-go/gisa/extract/facts/internal/amount/units"
	"github.com/gisa-go/gisa/extract/facts/internal/number"
)

// Reader reads the amounts of a text, one after the other.
type Reader struct {
	Text  string
	Last  int // where what was claimed last ends
	Words *units.Words
	Weak  bool // numbers without a unit are wanted, too
	Found []Amount
}

// quantity is a number with its unit.
type quantity struct {
	number.Number
	unit   *units.Unit
	kind   units.Kind // the unit's, unless the words around say otherwise
	sign   string     // what Amount.Unit says
	end    int
	coined bool           // coins are counted, too: 사달러십오센트
	left   *number.Number // the lower end of a range
}

func (q *quantity) set(kind units.Kind, sign string) { q.kind, q.sign = kind, sign }

// take makes q the number with the unit, which ends at end.
func (q *quantity) take(n *number.Number, u *units.Unit, end int) {
	*q = quantity{Number: *n, unit: u, kind: u.Kind, sign: u.Symbol, end: end}
}

// unitless is the unit of bare numbers.
var unitless = units.Unit{Kind: units.Count}

// won is the unit of sums that do not say theirs.
var won = units.Unit{Symbol: "KRW", Kind: units.Money, Traits: units.Inferred}

func (q *quantity) isOne() bool { return q.Value == number.New(1, 0) && !q.Max.Valid() }

// isSharedBy tells whether a counter is of those who get a share of so much each; of turns, only money is.
func isSharedBy(word string, kind units.Kind) bool {
	switch word {
	case "인", "가구", "세대", "농가", "기관", "업체":
		return true
	case "회":
		return kind == units.Money
	}
	return false
}
