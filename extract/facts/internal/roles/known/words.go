// Package known holds what the readers of roles know of single words: particles, nouns that look like other words,
// verbs and their endings, events, and words around amounts.
//
// # Files
//
//	words.go  what is known, and the names of parts and forms
//	noun.go   a word as a noun and its particle
//	verb.go   a verb's form: its lemma and what follows it
//	load.go   reads data/*.txt
package known

import (
	"github.com/gisa-go/gisa/internal/korean"
)

// Set holds words.
type Set map[string]bool

// Words is what is known of single words. It is read on first use and never written again.
type Words struct {
	particles *korean.Suffixes[particle] // by their text
	alike     *korean.Suffixes[bool]     // ends of nouns as if a particle followed; true where more may stand before
	verbs     map[string]string          // shape of a stem → the lemma
	endings   map[rune][]ending          // by their last syllable, 0 for none; the longest first
	adjective Set
	states    Set                    // lemmas of verbs that tell how something is
	different Set                    // words that are no lookalikes
	pronouns  Set                    // nouns that with a particle look like a verb
	Skip      Set                    // verbs that do a particle's work
	Event     map[string]Set         // the sections of events.txt
	Measure   map[string]Set         // the sections of measures.txt
	Happens   *korean.Suffixes[bool] // nouns that happen; true for those that are ends of compounds only
	Receives  *korean.Suffixes[bool] // ends of nouns that money is given to
	Persons   *korean.Suffixes[bool] // ends of nouns that are people
	Regions   *korean.Suffixes[bool] // ends of nouns that are where something is
	Sums      *korean.Suffixes[bool] // ends of nouns that money comes as
}

// particle is what one text of a particle may be: the part it gives a noun behind each end.
type particle struct{ behind [3]Part }

// Part is what a word is in its clause, by its particle.
type Part uint8

// The parts. A word without a particle is bare, or the end of a clause where it is a verb.
const (
	Bare Part = iota
	Topic
	Subject
	Object
	Of
	And
	At
	Is
)

// ending is what is taken off a verb to get its stem.
type ending struct {
	text       string
	join       rune // the final that the stem's last syllable carries; 0 for none
	infinitive bool // it follows 해 and 열어, not 하 and 열
	Form       Form
}

func (e ending) size() int {
	if e.join != 0 {
		return len(e.text) + 1
	}
	return len(e.text)
}

// Form is what follows a verb.
type Form uint8

// The forms of verbs.
const (
	Final      Form = iota // 했다
	Connective             // 하고, 해
	Adnominal              // 한, 하는
	Purpose                // 하려고
	Reported               // 한다고
)

// forms names the sections of endings.txt.
var forms = map[string]Form{
	"final": Final, "connective": Connective, "adnominal": Adnominal, "purpose": Purpose, "reported": Reported,
}
