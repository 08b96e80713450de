package facts

import (
	"github.com/gisa-go/gisa/extract/facts/internal/number"
	"github.com/gisa-go/gisa/extract/facts/internal/runes"
)

// beginnings gives the words that dates and lengths of time begin with, and the numbers before units of time. Parts may
// be joined to a word or stand apart.
func (d *dateWords) beginnings(add func(word string, parts ...string)) {
	for w := range d.in(anchorKinds) {
		switch first := w.segments[0]; {
		case !runes.IsHangul(runes.FirstRune(first)):
		case w.kind == holidayShort: // 설 연휴, not 설명
			for next := range d.in(1<<holidayAfter | 1<<holidayPeriod | 1<<holidaySeason) {
				add(first, next.segments...)
			}
		case w.kind == thisYearWord, w.kind == directionWord && len(w.segments) == 1:
			d.open(first, add)
		default:
			add(first, w.segments[1:]...)
		}
	}
	units := func(n number.Numeral) {
		for u := range d.in(1<<lengthUnit | 1<<unitWord) {
			add(n.Word, u.segments...)
		}
	}
	number.Beginnings(add, units)
	units(number.Numeral{Word: "수"}) // counts units of time, too
}

// open adds a word that is no date before another one, or a number, follows: 이번, 올.
func (d *dateWords) open(word string, add func(word string, parts ...string)) {
	for next := range d.in(laterKinds | 1<<lengthWord) {
		add(word, next.segments...)
	}
	for _, next := range numeralStarts + "1" {
		add(word, string(next))
	}
	add(word, "들어")
}
