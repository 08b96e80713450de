package roles

import "github.com/gisa-go/gisa/extract/facts/internal/number"

// Amount is an amount of a text as it was found.
type Amount struct {
	Start, End int
	Kind, Unit string
	Value      number.Decimal
	Change     bool // a difference, not a level
	Rate       bool // so much for each: 1인당 10만원
}

// Date is a date of a text as it was found.
type Date struct{ Start, End int }

// Phrase is what a fact is of: words of the text. The zero Phrase is none.
type Phrase struct {
	Start, End int
	Lemma      string // of an event: 착공, 열다
}

// None reports whether nothing is said.
func (p Phrase) None() bool { return p.End == 0 }

// Role is what an amount is of.
type Role struct {
	About Phrase
	Whole int  // which amount it is a part of; -1 for none
	Off   bool // the text says a total, and the parts do not add up to it
}
