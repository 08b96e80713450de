package expr

import (
	"strings"

	"github.com/gisa-go/gisa/extract/facts/internal/date/look"
	"github.com/gisa-go/gisa/extract/facts/internal/date/words"
	"github.com/gisa-go/gisa/extract/facts/internal/runes"
)

// DigitsLikely tells whether digits at i may begin a date or a length of time, by what stands behind them.
func (r *Reader) DigitsLikely(i int) bool {
	if i > 0 && (runes.ClassOf(int(r.Text[i-1])) == runes.Digit || r.Text[i-1] == '_') {
		return false
	}
	n := look.ReadInt(r.Text, i)
	if n.End >= len(r.Text) {
		return true
	}
	switch c := r.Text[n.End]; {
	case c == '.' || c == '-' || c == '/' || c == ':' || c == ')' || c == ',' || c == '~':
		return true
	case c == 'T' || c == 's' || c == 'n' || c == 'r' || c == 't':
		return true
	}
	p := runes.SkipBlanks(r.Text, r.scalesEnd(n.End))
	if k := runes.SyllableAt(r.Text, p); k < runes.Syllables {
		return r.Words.Kinds[k]&(1<<words.UnitWord|1<<words.LengthUnit) != 0 || n.End == p &&
			strings.HasPrefix(r.Text[p:], "번째") || n.Digits <= 2 && r.Text[p-1] == ' ' && p-n.End > 0 && r.englishBefore(i)
	}
	return p < len(r.Text) && (runes.ClassOf(int(r.Text[p])) != runes.Other || runes.RangeSign(r.Text, p) > 0) ||
		n.Digits <= 2 || n.Digits == 4
}

// scalesEnd passes over the scale words and digits that go on a number: 2천 in 2천300년.
func (r *Reader) scalesEnd(i int) int {
	for limit := i + 24; i < limit; {
		if k := runes.SyllableAt(r.Text, i); k < runes.Syllables && r.Words.Scales[k] {
			i += len("천")
		} else if _, w := runes.DigitAt(r.Text, i); w > 0 {
			i += w
		} else {
			break
		}
	}
	return i
}

// englishBefore tells whether the name of a month stands before i.
func (r *Reader) englishBefore(i int) bool {
	month, _ := r.monthBefore(i)
	return month > 0
}

// NumeralLikely tells whether a number in words at i may begin a length of time: its syllables are followed by more of
// them or by a unit.
func (r *Reader) NumeralLikely(i int) bool {
	if k := runes.SyllableAt(r.Text, i); k >= runes.Syllables || !r.Words.Numerals[k] {
		return false
	}
	k := runes.SyllableAt(r.Text, runes.SkipBlanks(r.Text, i+len("한")))
	return k < runes.Syllables &&
		(r.Words.Numerals[k] || r.Words.Scales[k] || r.Words.Kinds[k]&(1<<words.LengthUnit|1<<words.UnitWord) != 0)
}
