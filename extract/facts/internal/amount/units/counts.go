package units

import (
	"unicode/utf8"

	"github.com/gisa-go/gisa/extract/facts/internal/number"
)

// SinoCounts tells whether a Sino-Korean numeral of one syllable counts the unit.
func (u *Unit) SinoCounts(numeral rune, spaced bool) bool {
	foreign := u.Kind == Measure || u.Kind == Percent || u.Kind == PercentPoint || u.Kind == Money && u.Word != "원"
	length := utf8.RuneCountInString(u.Word)
	scale := number.ScaleOf(numeral)
	switch {
	case u.Is(Careful):
		return false
	case scale == 0 && length == 2 && !spaced && u.Kind == Money && foreign: // 일유로, not 이유로 and 사유로
		return u.Is(Fused) || numeral != '이' && numeral != '사' && numeral != '구'
	case scale == 0:
		return foreign && (spaced && length > 1 || length > 2 || u.Is(Fused))
	case foreign:
		return spaced || length > 2 || u.Kind == Money || u.Is(Fused)
	}
	return u.Kind == Money || spaced && scale < 8
}

// NativeCounts tells whether a native numeral, one if it is 한, counts the unit.
func (u *Unit) NativeCounts(one, spaced bool) bool {
	switch u.Kind {
	case Money, Percent, PercentPoint:
		return false
	case Ordinal:
		return u.Word == "번째" || u.Word == "째" && !one
	case Measure, Ratio:
		return spaced || u.Is(Fused)
	case Count:
		if one {
			return u.Is(single) && (spaced || u.Is(singleFused))
		}
		if u.Part.Valid() || u.Is(bodily) {
			return false
		}
	}
	return spaced || u.Is(Fused) || !u.Is(Careful) && utf8.RuneCountInString(u.Word) > 1
}
