package roles

import (
	"github.com/gisa-go/gisa/internal/korean"
)

// set holds words.
type set map[string]bool

// words is what the package knows of single words. It is read on first use and never written again.
type words struct {
	particles *korean.Suffixes[particle] // by their text
	alike     *korean.Suffixes[bool]     // ends of nouns as if a particle followed; true where more may stand before
	verbs     map[string]string          // shape of a stem → the lemma
	endings   map[rune][]ending          // by their last syllable, 0 for none; the longest first
	adjective set
	states    set // lemmas of verbs that tell how something is
	different set // words that are no lookalikes
	pronouns  set // nouns that with a particle look like a verb
	skip      set
	event     map[string]set
	measure   map[string]set
	happens   *korean.Suffixes[bool] // nouns that happen; true for those that are ends of compounds only
	receives  *korean.Suffixes[bool]
	persons   *korean.Suffixes[bool] // ends of nouns that are people
	regions   *korean.Suffixes[bool] // ends of nouns that are where something is
	sums      *korean.Suffixes[bool] // ends of nouns that money comes as
}

// particle is what one text of a particle may be: the part it gives a noun behind each end.
type particle struct{ behind [3]part }

// part is what a word is in its clause, by its particle.
type part uint8

// The parts. A word without a particle is bare, or the end of a clause where it is a verb.
const (
	bare part = iota
	topic
	subject
	object
	of
	and
	at
	is
)

// ending is what is taken off a verb to get its stem.
type ending struct {
	text       string
	join       rune // the final that the stem's last syllable carries; 0 for none
	infinitive bool // it follows 해 and 열어, not 하 and 열
	form       form
}

func (e ending) size() int {
	if e.join != 0 {
		return len(e.text) + 1
	}
	return len(e.text)
}

// form is what follows a verb.
type form uint8

// The forms of verbs.
const (
	final      form = iota // 했다
	connective             // 하고, 해
	adnominal              // 한, 하는
	purpose                // 하려고
	reported               // 한다고
)

// forms names the sections of endings.txt.
var forms = map[string]form{
	"final": final, "connective": connective, "adnominal": adnominal, "purpose": purpose, "reported": reported,
}
