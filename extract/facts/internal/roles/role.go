package roles

import (
	"github.com/gisa-go/gisa/extract/facts/internal/roles/fact"
	"github.com/gisa-go/gisa/extract/facts/internal/roles/known"
)

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

// verb is what a word is as a verb.
type verb = known.Verb

// part is what a word is in its clause.
type part = known.Part

const (
	bare    = known.Bare
	topic   = known.Topic
	subject = known.Subject
	object  = known.Object
	of      = known.Of
	and     = known.And
	at      = known.At
	is      = known.Is
)

const (
	final      = known.Final
	connective = known.Connective
	adnominal  = known.Adnominal
	purpose    = known.Purpose
	reported   = known.Reported
)
