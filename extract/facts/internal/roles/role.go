package roles

import "github.com/gisa-go/gisa/extract/facts/internal/roles/fact"

// What goes in and comes out.
type (
	// Amount is an amount of a text as it was found.
	Amount = fact.Amount
	// Date is a date of a text as it was found.
	Date = fact.Date
	// Phrase is what a fact is of.
	Phrase = fact.Phrase
	// Role is what an amount is of.
	Role = fact.Role
)
