package expr

import (
	"github.com/gisa-go/gisa/extract/facts/internal/date/words"
	"github.com/gisa-go/gisa/extract/facts/internal/runes"
)

// listedWeekdays passes over the further weekdays of a list, from the sign before them at p on, to the end of the one
// that is written in full; p if there is no such list.
func (r *Reader) listedWeekdays(p int) int {
	for at := p; ; {
		w := runes.ListSign(r.Text, at)
		if w == 0 {
			return p
		}
		day, end := r.Words.Find(r.Text, runes.SkipBlanks(r.Text, at+w), 1<<words.WeekdayShort|1<<words.WeekdayWord)
		switch {
		case day == nil:
			return p
		case day.Kind == words.WeekdayWord && r.OpenTo(end):
			return end
		}
		at = runes.SkipBlanks(r.Text, end)
	}
}
