package expr

import (
	"strings"

	"github.com/gisa-go/gisa/extract/facts/internal/calendar"
	"github.com/gisa-go/gisa/extract/facts/internal/date/look"
	"github.com/gisa-go/gisa/extract/facts/internal/date/words"
	"github.com/gisa-go/gisa/extract/facts/internal/runes"
)

// english reads Feb. 23, 2022 and Feb. 2022, found at the first number, and 23 February 2022.
func (r *Reader) english(e *Expr, i int, n look.Integer) int {
	if month, start := r.monthBefore(i); month > 0 {
		e.Start = start
		if n.Digits == 4 && n.Value >= minYear && n.Value <= MaxYear {
			return r.englishDate(e, n.Value, month, 0, n.End)
		}
		if n.Digits <= 2 {
			end := r.ordinalEnd(n.End)
			p := end
			if strings.HasPrefix(r.Text[p:], ",") {
				p++
			}
			if y := look.ReadInt(r.Text, runes.SkipBlanks(r.Text, p)); isYear(y) {
				return r.englishDate(e, y.Value, month, n.Value, y.End)
			}
			return r.englishDate(e, 0, month, n.Value, end)
		}
		return i
	}
	if n.Digits > 2 {
		return i
	}
	p := runes.SkipBlanks(r.Text, r.ordinalEnd(n.End))
	w, end := r.monthAt(p)
	if w == nil || p == n.End {
		return i
	}
	if y := look.ReadInt(r.Text, runes.SkipBlanks(r.Text, end)); isYear(y) {
		return r.englishDate(e, y.Value, w.N, n.Value, y.End)
	}
	return r.englishDate(e, 0, w.N, n.Value, end)
}

// englishDate adds a year or 0, a month, and a day or 0.
func (r *Reader) englishDate(e *Expr, year, month, day, end int) int {
	if day > 0 && !calendar.Valid(max(year, 2000), month, day) || day == 0 && year == 0 {
		return e.Start
	}
	if year > 0 {
		e.Year = Field{Absolute, year}
		e.Name(words.YearUnit)
	}
	e.Month = Field{Absolute, month}
	e.Name(words.MonthUnit)
	if day > 0 {
		e.Day = Field{Absolute, day}
		e.Name(words.DayUnit)
	}
	e.Form = EnglishForm
	return end
}

// ordinalEnd passes over st, nd, rd, th.
func (r *Reader) ordinalEnd(i int) int {
	for _, s := range [...]string{"st", "nd", "rd", "th"} {
		if strings.HasPrefix(r.Text[i:], s) {
			return i + len(s)
		}
	}
	return i
}

// monthAt reads the English name of a month at i.
func (r *Reader) monthAt(i int) (*words.Word, int) {
	if i >= len(r.Text) || runes.ClassOf(int(r.Text[i])) != runes.Letter {
		return nil, i
	}
	w, end := r.Words.Find(r.Text, i, 1<<words.MonthName)
	if w == nil || end < len(r.Text) && runes.ClassOf(int(r.Text[end])) == runes.Letter {
		return nil, i
	}
	if strings.HasPrefix(r.Text[end:], ".") {
		end++
	}
	return w, end
}

// monthBefore reads the English name of a month before i.
func (r *Reader) monthBefore(i int) (month, start int) {
	p := i
	for p > 0 && i-p < runes.MaxBlanks && r.Text[p-1] == ' ' {
		p--
	}
	if p == i {
		return 0, i
	}
	if p > 0 && r.Text[p-1] == '.' {
		p--
	}
	start = p
	for start > 0 && p-start < 10 && runes.ClassOf(int(r.Text[start-1])) == runes.Letter {
		start--
	}
	w, end := r.monthAt(start)
	if w == nil || end < p {
		return 0, i
	}
	return w.N, start
}
