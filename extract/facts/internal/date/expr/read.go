package expr

import (
	"strings"
	"unicode/utf8"

	"github.com/gisa-go/gisa/extract/facts/internal/calendar"
	"github.com/gisa-go/gisa/extract/facts/internal/date/words"
	"github.com/gisa-go/gisa/extract/facts/internal/runes"
)

// Read reads the longest date that starts at i.
func (r *Reader) Read(i int) (e Expr, ok bool) {
	e = NewExpr(i)
	at := i
	if end := r.leading(&e, i); end > i {
		e.End, at = end, r.clockBehind(&e, end)
	}
	for !e.closed() && r.goesOn(&e, at) {
		next := e
		end := r.piece(&next, at)
		if end <= at {
			break
		}
		next.End = end
		e = next
		if at = r.halfHour(&e, end); at > end {
			e.End = at
		}
		at = r.brackets(&e, runes.SkipBlanks(r.Text, at))
		if e.Unit == words.DayUnit && e.Daytime[1] == 0 {
			e.dayEnd = e.End
		}
	}
	return e, e.named() && r.complete(&e)
}

// goesOn tells whether a further part of the date may begin at i. It looks at one syllable; most dates end here.
func (r *Reader) goesOn(e *Expr, i int) bool {
	if i >= len(r.Text) {
		return false
	}
	k := runes.SyllableAt(r.Text, i)
	switch {
	case k < runes.Syllables:
		return r.Words.Kinds[k]&e.nextKinds() != 0 || r.Words.Numerals[k] || i == e.End && strings.HasPrefix(r.Text[i:], "의")
	case r.Text[i] < utf8.RuneSelf:
		return r.Text[i]-'0' < 10 || r.Words.Asciis[r.Text[i]]&e.nextKinds() != 0
	}
	return true
}

// piece reads one more part of the date at i and gives its end, or i.
func (r *Reader) piece(e *Expr, i int) int {
	if _, w := runes.DigitAt(r.Text, i); w > 0 {
		return r.numeral(e, i)
	}
	if end := r.belonging(e, i); end > i {
		return end
	}
	if end := r.weekdays(e, i); end > i {
		return end
	}
	if end := r.word(e, i); end > i {
		return end
	}
	return r.spelled(e, i)
}

// belonging reads what 의 joins to a month or a year: 3월의 마지막 주말, 2월의 마지막 날.
func (r *Reader) belonging(e *Expr, i int) int {
	if e.Unit != words.MonthUnit && e.Unit != words.YearUnit || i != e.End || !strings.HasPrefix(r.Text[i:], "의 ") {
		return i
	}
	p := runes.SkipBlanks(r.Text, i+len("의"))
	w, end := r.Words.Find(r.Text, p, 1<<words.NthWord|1<<words.PartWord)
	switch {
	case w == nil:
	case w.Kind == words.NthWord:
		if q := r.nth(e, w, p, end); q > p {
			return q
		}
	case w.N == words.FirstDayPart || w.N == words.LastDayPart:
		if q := r.partWord(e, w, p, end); q > p {
			return q
		}
	}
	return i
}

// word reads a word that adds to the date.
func (r *Reader) word(e *Expr, i int) int {
	w, end := r.Words.Find(r.Text, i, e.nextKinds())
	if w == nil {
		return i
	}
	switch w.Kind {
	case words.NoDateWord, words.LengthWord, words.EveryWord:
		return i
	case words.EraWord:
		e.Year, e.Void = Field{Relative, w.N}, w.N >= words.NoEra
		return r.era(e, i, runes.SkipBlanks(r.Text, end))
	case words.RelativeWord, words.AnaphorWord, words.NewYearWord, words.ThisYearWord:
		return r.deictic(e, w, i, end)
	case words.DirectionWord:
		if e.named() || e.Direction != 0 || w.N == words.Recently || w.N == words.Comingly {
			return i
		}
		e.Direction = w.N
		if w.N == words.ToNext { // 다가오는 주, not 주말
			if p := runes.SkipBlanks(r.Text, end); strings.HasPrefix(r.Text[p:], "주") && r.Ends(p+len("주")) {
				e.Week, end = Field{Relative, 1}, p+len("주")
				e.Name(words.WeekUnit)
			}
		}
		return end
	case words.LeapWord:
		return r.leapMonth(e, end)
	case words.HolidayWord, words.HolidayPeriod, words.HolidayShort:
		return r.holiday(e, w, i, end)
	case words.DaytimeWord, words.NoonWord, words.HourWord:
		return r.clockWord(e, w, i, end)
	case words.NthWord:
		return r.nth(e, w, i, end)
	}
	return r.partWord(e, w, i, end)
}

// leapMonth reads 윤 before a month: 음력 윤6월.
func (r *Reader) leapMonth(e *Expr, end int) int {
	p := runes.SkipBlanks(r.Text, end)
	w, _ := r.Words.Find(r.Text, p, 1<<words.MonthWord)
	if e.named() && !e.ofWholeYear() || w == nil && !runes.IsDigitAt(r.Text, p) {
		return -1
	}
	e.Lunar, e.Leap = true, true
	return end
}

// nextKinds gives the kinds of words that may come next.
func (e *Expr) nextKinds() uint64 {
	switch {
	case e.named():
		return words.LaterKinds
	case e.Direction != 0:
		return words.LaterKinds &^ (1<<words.RelativeWord | 1<<words.AnaphorWord | 1<<words.SamePeriodWord)
	}
	return words.LaterKinds | words.AnchorKinds
}

// Apposed notes the day that follows a word that names it: 전날이던 2023년 7월 18일, 다음 날인 9일.
func (r *Reader) Apposed(e *Expr) {
	if e.Day.How != Relative && e.Day.How != Anaphoric && !e.Weekend {
		return
	}
	for _, copula := range [...]string{"인 ", "이던 ", "이었던 "} {
		if !strings.HasPrefix(r.Text[e.End:], copula) {
			continue
		}
		same, ok := r.Read(e.End + len(copula))
		switch {
		case !ok || same.Day.How != Absolute || same.Top > 0 && !e.Weekend: // 주말인 8~9일
		case same.Month.How == Absent:
			e.Said = same.Day.N
		case same.Month.How == Absolute && (same.Year.How == Absolute || same.Year.How == Absent):
			if c := (calendar.Civil{Year: 2000, Month: same.Month.N, Day: same.Day.N}); c.Valid() {
				c.Year = same.Year.N
				e.Told = c
			}
		}
	}
}

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
