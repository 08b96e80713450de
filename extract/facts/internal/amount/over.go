package amount

import (
	"strings"

	"github.com/gisa-go/gisa/extract/facts/internal/amount/units"
	"github.com/gisa-go/gisa/extract/facts/internal/runes"
)

// over reads what an amount is divided by behind a slash: 25㎏/㎡, 3만원/월, 300kg/10a. A measure takes it into its
// unit and its span; of money and counts it is what the rate is per. It gives where the whole ends.
func (s *Reader) over(a *Amount) (end int) {
	start := a.End + 1
	if start >= len(s.Text) || s.Text[a.End] != '/' || a.Per != "" {
		return a.End
	}
	if end = s.denominator(start); end == start {
		return a.End
	}
	switch a.Kind {
	case units.Measure:
		a.Unit, a.End = a.Unit+"/"+s.Text[start:end], end
	case units.Money:
		a.Per = s.Text[start:end]
	case units.Count:
		if !runes.StartsHangul(s.Text[start:]) { // 800포/40㎏ tells two amounts
			return a.End
		}
		a.Per = s.Text[start:end]
	default:
		return a.End
	}
	return end
}

// denominator gives where the unit at i ends that may stand behind a slash, i if there is none: 월, ㎡, 10a.
func (s *Reader) denominator(i int) int {
	p := i
	for p < len(s.Text) && p-i < 4 && (s.Text[p]-'0' < 10 || p > i && s.Text[p] == '.') {
		p++
	}
	end := p
	if u := s.Words.UnitAt(s.Text, p); u != nil && u.Kind == units.Measure {
		end = p + len(u.Word)
	}
	for _, w := range s.Words.Rated {
		if len(w) > end-p && strings.HasPrefix(s.Text[p:], w) {
			end = p + len(w)
		}
	}
	if end == p || !s.tailFits(end) || runes.IsLetterAt(s.Text, end) {
		return i
	}
	if q := runes.SkipBlanks(s.Text, end); runes.IsDigitAt(s.Text, q) { // 월 10회/주 3회: a line of two
		return i
	}
	return end
}
