package words

import (
	"github.com/gisa-go/gisa/extract/facts/internal/number"
	"github.com/gisa-go/gisa/extract/facts/internal/runes"
	"github.com/gisa-go/gisa/internal/korean"
)

// Beginnings gives the words that dates and lengths of time begin with, and the numbers before units of time. Parts may
// be joined to a word or stand apart.
func (d *Words) Beginnings(add func(word string, parts ...string)) {
	for w := range d.in(AnchorKinds) {
		switch first := w.Segments[0]; {
		case !korean.IsSyllable(runes.FirstRune(first)):
		case w.Kind == HolidayShort: // 설 연휴, not 설명
			for next := range d.in(HolidayKinds) {
				add(first, next.Segments...)
			}
		case w.Kind == LeapWord: // 윤6월, not 윤씨
			for _, next := range [...]string{"1", "일", "이", "삼", "사", "오", "유", "칠", "팔", "구", "시", "십", "정", "동", "섣"} {
				add(first, next)
			}
		case w.Kind == ThisYearWord, w.Kind == DirectionWord && len(w.Segments) == 1:
			d.open(first, add)
		default:
			add(first, w.Segments[1:]...)
		}
	}
	units := func(n number.Numeral) {
		for u := range d.in(1<<LengthUnit | 1<<UnitWord) {
			add(n.Word, u.Segments...)
		}
	}
	number.Beginnings(add, units)
	units(number.Numeral{Word: "수"}) // counts units of time, too
}

// open adds a word that is no date before another one, or a number, follows: 이번, 올.
func (d *Words) open(word string, add func(word string, parts ...string)) {
	for next := range d.in(LaterKinds | 1<<LengthWord) {
		add(word, next.Segments...)
	}
	for _, next := range numeralStarts + "1" {
		add(word, string(next))
	}
	add(word, "들어")
}
