package date

import (
	"github.com/gisa-go/gisa/extract/facts/internal/date/expr"
	"github.com/gisa-go/gisa/extract/facts/internal/date/look"
	"github.com/gisa-go/gisa/extract/facts/internal/date/words"
	"github.com/gisa-go/gisa/extract/facts/internal/runes"
)

// At reads a date, duration or clock time that begins at i, adds it to s.facts and returns where the text it
// claims ends; i if there is none. What it claims is no amount.
func (s *Reader) At(i int) int {
	if !s.context.Ready {
		s.context.Setup(s.Words, s.Reference)
	}
	r := expr.Reader{Source: look.Source{Text: s.Text, Words: s.Words}, Now: s.context.Ref.Year}
	counted := false // a number begins here
	if runes.IsDigitAt(s.Text, i) {
		if counted = r.DigitsLikely(i); !counted {
			return i
		}
	} else {
		w, end := r.Words.Find(s.Text, i, words.AnchorKinds)
		counted = r.NumeralLikely(i)
		switch {
		case w == nil:
			if !counted {
				return i
			}
		case w.Kind == words.NoDateWord:
			return end
		case w.Kind == words.EveryWord:
			if r.Open(end) {
				return s.set(&r, w, i, end)
			}
		case w.Kind == words.LengthWord || w.Kind == words.DirectionWord:
			counted = true
		}
	}
	if e, ok := r.Read(i); ok && e.Start >= s.Last && !(e.Weak && counted) {
		if end := s.dateOf(&r, &e, i); end > i {
			return end
		}
	}
	if counted {
		return s.lengthAt(&r, i)
	}
	return i
}
