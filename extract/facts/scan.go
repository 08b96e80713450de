package facts

import (
	"strings"
	"unicode/utf8"

	"github.com/gisa-go/gisa/extract/facts/internal/amount"
	"github.com/gisa-go/gisa/extract/facts/internal/amount/units"
	"github.com/gisa-go/gisa/extract/facts/internal/date"
	"github.com/gisa-go/gisa/extract/facts/internal/date/words"
	"github.com/gisa-go/gisa/extract/facts/internal/fold"
	"github.com/gisa-go/gisa/extract/facts/internal/number"
	"github.com/gisa-go/gisa/extract/facts/internal/runes"
)

// scan goes over a text once. It stops at anchors (a digit; a word whose first syllable may begin a number or a
// date), asks for a date there, then for an amount, and goes on behind what was claimed.
type scan struct {
	text    string
	anchors *anchorTable
	dates   date.Reader
	folded  bool // what is to be folded is
	odd     bool // something is to be folded: the walk has stopped there
	amounts amount.Reader
	found   found // what was taken out of the readers' lists, which would grow without end
}

// anchorTable says where the walk stops.
type anchorTable struct {
	class    [256]runes.Class
	triggers triggers
}

func newAnchorTable(dates *words.Words, amounts *units.Words) *anchorTable {
	t := new(anchorTable)
	for c := range 256 {
		t.class[c] = runes.ClassOf(c)
	}
	dates.Beginnings(t.triggers.addParts)
	amounts.Beginnings(t.triggers.addParts, t.triggers.addJoined)
	return t
}

// run walks the text. Of a word of Hangul it looks at the beginning, and skips the rest with the blank behind it.
func (s *scan) run() {
	text, anchors := s.text, s.anchors
	inWord := false
	for i := 0; i < len(text); {
		class := anchors.class[text[i]]
		if class != runes.Hangul {
			i, inWord = s.pass(i, class, inWord)
			continue
		}
		if !inWord && anchors.triggers.at(text, i) {
			if end := s.claim(i); end > i {
				i, inWord = end, true
				continue
			}
		}
		inWord = true
		if i = runes.HangulEnd(text, i+len("가")); i < len(text) && text[i] == ' ' {
			i, inWord = i+1, false
		}
	}
}

// pass goes on from what is no Hangul, and tells whether it is inside a word then.
func (s *scan) pass(i int, class runes.Class, inWord bool) (next int, inside bool) {
	text := s.text
	switch class {
	case runes.Control:
		s.odd = !s.folded
		if s.odd {
			return len(text), false
		}
		return i + 1, false
	case runes.Other:
		if text[i] == ':' && strings.HasPrefix(text[i:], "://") {
			return addressEnd(text, i), false
		}
		return i + 1, false
	case runes.Letter:
		if !inWord && text[i] == 'w' && strings.HasPrefix(text[i:], "www.") {
			return addressEnd(text, i), false
		}
		return i + 1, true
	case runes.Digit:
		return s.at(i), true
	}
	if _, w := runes.DigitAt(text, i); w > 0 {
		return s.at(i), true
	}
	r, w := utf8.DecodeRuneInString(text[i:])
	if !s.folded && fold.Rune(r) {
		s.odd = true
		return len(text), false
	}
	if !inWord && number.IsChinese(r) {
		if end := s.claim(i); end > i {
			return end, true
		}
	}
	return i + w, text[i] >= 0xE4 && text[i] < 0xEF // Chinese characters
}

// at asks for a fact at a digit and goes behind the digits in any case.
func (s *scan) at(i int) int {
	if end := s.claim(i); end > i {
		return end
	}
	return runes.DigitsEnd(s.text, i)
}

// claim asks for a date, then for an amount. It returns where the claimed text ends, i if there is none.
func (s *scan) claim(i int) int {
	end := s.dates.At(i)
	if end <= i {
		end = s.amounts.At(i)
	}
	if end > i {
		s.dates.Last, s.amounts.Last = end, end
		s.odd = s.odd || !s.folded && fold.In(s.text[i:end])
		if max(len(s.amounts.Found), len(s.dates.Dates), len(s.dates.Durations)) >= mostRoom {
			s.take(lookBack)
		}
	}
	return end
}

// addressEnd gives the end of a web address: the next byte that cannot be part of one.
func addressEnd(text string, i int) int {
	for i < len(text) && text[i] > ' ' && text[i] < utf8.RuneSelf {
		i++
	}
	return i
}
