package facts

import "time"

// Options says how Find reads a text. Nil and the zero value mean the defaults. Options may be shared by goroutines.
type Options struct {
	// Reference is the moment the text was published. Relative dates (지난달, 내년) resolve against it;
	// where it is zero they stay unresolved.
	Reference time.Time
	// Lexicon holds units, counters, date words and names; nil means Builtin().
	Lexicon *Lexicon
	// Weak also returns what lacks context: bare numbers, bare seasons, ages in brackets.
	Weak bool
	// Names says how organization names are found.
	Names Names
	// SkipRoles leaves empty what amounts and dates are of: Amount.About, Amount.PartOf, Date.Event.
	SkipRoles bool
}
