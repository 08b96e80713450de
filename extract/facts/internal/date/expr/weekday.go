package expr

import (
	"github.com/gisa-go/gisa/extract/facts/internal/date/words"
	"github.com/gisa-go/gisa/extract/facts/internal/runes"
)

// weekdays reads the weekdays of a week whose last one alone is written in full: 다음 주 월~수요일, 다음 주 화·목요일. Of a list
// it reads the first. It gives where what it read ends, or i.
func (r *Reader) weekdays(e *Expr, i int) int {
	if e.Unit != words.WeekUnit && (e.named() || e.Direction == 0) {
		return i
	}
	first, end := r.Words.Find(r.Text, i, 1<<words.WeekdayShort|1<<words.WeekdayWord)
	if first == nil || e.Weekday != 0 || e.Nth != 0 || e.Part != 0 {
		return i
	}
	p := runes.SkipBlanks(r.Text, end)
	if w := runes.RangeSign(r.Text, p); w > 0 && first.Kind == words.WeekdayShort {
		last, q := r.Words.Find(r.Text, runes.SkipBlanks(r.Text, p+w), 1<<words.WeekdayWord)
		if last == nil || last.N <= first.N || !r.OpenTo(q) {
			return i
		}
		e.ofWeek(first.N)
		e.TopWeekday = last.N
		return q
	}
	last := r.listedWeekdays(p)
	if last == i || last == p {
		return i
	}
	e.ofWeek(first.N)
	behind := NewExpr(last)
	behind.Unit, behind.First = words.DayUnit, words.DayUnit
	for at := runes.SkipBlanks(r.Text, last); r.goesOn(&behind, at); { // the time of all of them
		next := behind
		q := r.piece(&next, at)
		if q <= at {
			break
		}
		behind = next
		q = r.halfHour(&behind, q)
		at = runes.SkipBlanks(r.Text, q)
	}
	if behind.Hour >= 0 {
		e.Clock = behind.Clock
		e.Unit = behind.Unit
	}
	return end
}

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
