package amount

import (
	"strings"
	"unicode/utf8"

	"github.com/gisa-go/gisa/extract/facts/internal/amount/units"
	"github.com/gisa-go/gisa/extract/facts/internal/number"
	"github.com/gisa-go/gisa/extract/facts/internal/runes"
	"github.com/gisa-go/gisa/internal/korean"
)

// cued reports whether a noun before the number says that the careful counter counts. If none does, a place in a
// row is meant by those that 제 makes ordinals, and nothing by others.
func (s *Reader) cued(q *quantity) bool {
	if q.Form == number.Native && q.kind == units.Count || s.near(q.unit.Cues, q.Start, 40) {
		return true
	}
	if q.kind == units.Count && (q.Scale >= 3 || q.Approx || s.beforeIs(q.Start, "총") || s.beforeIs(q.Start, "모두")) {
		return true
	}
	if q.unit.Is(units.Numberable) && !q.Fraction {
		q.kind = units.Ordinal
		return true
	}
	return false
}

// near reports whether a cue for the counter ends a word in the bytes before p.
func (s *Reader) near(cues []string, p, bytes int) bool {
	before := s.clause(p, bytes)
	for _, cue := range cues {
		for rest := before; ; {
			k := strings.Index(rest, cue)
			if k < 0 {
				break
			}
			rest = rest[k+len(cue):]
			if r, w := utf8.DecodeRuneInString(rest); !korean.IsSyllable(r) || strings.ContainsRune("은는이가을를에의로도와과", r) &&
				!runes.StartsHangul(rest[w:]) {
				return true
			}
		}
	}
	return false
}

// endsWord reports whether the word before p ends in one of the list, whatever particle it bears.
func (s *Reader) endsWord(set *units.Table, p int) bool {
	for range 2 {
		p = len(strings.TrimRight(s.Text[:p], " "))
		if set.Ends(s.Text, p, false) != nil {
			return true
		}
		_, w := utf8.DecodeLastRuneInString(s.Text[:p])
		p -= w
	}
	return false
}

// beforeIs reports whether the word stands right before p, joined or after a space.
func (s *Reader) beforeIs(p int, word string) bool {
	if p > 0 && s.Text[p-1] == ' ' {
		p--
	}
	return strings.HasSuffix(s.Text[:p], word) && !runes.WordBefore(s.Text, p-len(word))
}

// followedBy reports whether the word follows, joined or after a space.
func (s *Reader) followedBy(p int, word string) bool {
	return strings.HasPrefix(s.Text[p+runes.SpaceAt(s.Text, p):], word)
}

// tailed reports whether one of the words follows in the same word.
func (s *Reader) tailed(p int, words ...string) bool {
	for _, w := range words {
		if strings.HasPrefix(s.Text[p:], w) {
			return true
		}
	}
	return false
}

// clause gives up to n bytes before p, of the same sentence.
func (s *Reader) clause(p, n int) string {
	from := max(0, p-n)
	for k := p - 1; k >= from; k-- {
		if c := s.Text[k]; c == '\n' || c == '.' && !(runes.DigitBefore(s.Text, k) && runes.IsDigitAt(s.Text, k+1)) {
			return s.Text[k+1 : p]
		}
	}
	return s.Text[from:p]
}
