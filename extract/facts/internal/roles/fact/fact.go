// Package fact holds what the readers of roles share: the facts of a text as they were found, and what is said of them.
//
// # Files
//
//	fact.go  amounts, dates, phrases, roles
//	adds.go  which amounts add up to another
package fact

import (
	"slices"

	"github.com/gisa-go/gisa/extract/facts/internal/number"
)

// Amount is an amount of a text as it was found.
type Amount struct {
	Start, End int
	Kind, Unit string
	Value      number.Decimal
	Change     bool // a difference, not a level
	Rate       bool // so much for each: 1인당 10만원
}

// Begin returns where the amount begins.
func (a Amount) Begin() int { return a.Start }

// Date is a date of a text as it was found.
type Date struct{ Start, End int }

// Begin returns where the date begins.
func (d Date) Begin() int { return d.Start }

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

// Fact is an amount or a date.
type Fact interface{ Begin() int }

// First returns which of the facts, in order, is the first that begins at or behind start.
func First[F Fact](list []F, start int) int {
	i, _ := slices.BinarySearchFunc(list, start, func(x F, s int) int { return x.Begin() - s })
	return i
}
