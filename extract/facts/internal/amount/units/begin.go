package units

import (
	"github.com/gisa-go/gisa/extract/facts/internal/number"
	"github.com/gisa-go/gisa/extract/facts/internal/runes"
)

// Beginnings gives what amounts in words begin with: the numbers before units, and the halves. Parts may be joined to a
// word or stand apart; join is given the three parts of each number with its unit, which are as many as there are
// numbers times units.
func (w *Words) Beginnings(add func(word string, parts ...string), join func(number, gap, unit string)) {
	number.Beginnings(add, func(n number.Numeral) {
		for _, u := range w.every {
			if u.counted(n, false) {
				join(n.Word, "", u.Word)
			}
			if u.counted(n, true) {
				join(n.Word, " ", u.Word)
			}
		}
	})
	add("절반")
	add("과반")
	for _, u := range w.every {
		if u.Kind == Measure { // 반 리터
			add("반", u.Word)
		}
	}
}

// counted tells whether the unit may stand behind the numeral.
func (u *Unit) counted(n number.Numeral, spaced bool) bool {
	if n.Native {
		return u.NativeCounts(n.Word == "한", spaced)
	}
	return u.SinoCounts(runes.FirstRune(n.Word), spaced)
}
