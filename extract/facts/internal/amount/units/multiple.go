package units

import (
	"strconv"

	"github.com/gisa-go/gisa/extract/facts/internal/lexicon"
)

// multiple is an English word or letter behind the number of a currency sign: $1.5 million, £2bn.
type multiple struct {
	Word  string // with the blank in front, if it has one
	Power int
}

// multiplesOf reads the multiples of a lexicon. Words stand apart from the number, letters are joined to it.
func multiplesOf(l lexicon.Entries) (list []multiple) {
	for e := range l.In(sections[multipleSection]) {
		power, _ := strconv.Atoi(e.Head) // checkPower reported it
		for _, word := range e.Words {
			if len(word) > len("bn") {
				word = " " + word
			}
			list = append(list, multiple{word, power})
		}
	}
	return list
}
