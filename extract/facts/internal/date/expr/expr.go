// Package expr reads dates and lengths of time as they are written, at one place of a text. It resolves nothing.
package expr

import (
	"strings"

	"github.com/gisa-go/gisa/extract/facts/internal/calendar"
	"github.com/gisa-go/gisa/extract/facts/internal/date/length"
	"github.com/gisa-go/gisa/extract/facts/internal/date/look"
	"github.com/gisa-go/gisa/extract/facts/internal/date/words"
	"github.com/gisa-go/gisa/extract/facts/internal/runes"
)

// How says by what a part of a date is fixed.
type How uint8

const (
	Absent    How = iota
	Absolute      // 2022년, 3월, 15일
	Relative      // 지난해, 내달, 어제: an offset from the reference
	Anaphoric     // 이듬해, 같은 달, 이날: an offset from the last date of the text
	NewYear       // 새해
	ThisYear      // 올 before a part of the year
)

// Field is one part of a date.
type Field struct {
	How How
	N   int
}

// Expr is a date as it is written, not yet resolved. Its fields are those that were named.
type Expr struct {
	Extent
	OnCalendar
	Clock
	Offset
}

// Extent says where a date stands and how it is written.
type Extent struct {
	Start, End int
	dayEnd     int        // where the day ends, before a clock time
	First      words.Unit // the coarsest unit named
	Unit       words.Unit // the finest unit named, clock times included
	Form       Form
	Top        int  // the upper number of 15~17일, for the finest unit; 0 if none
	Weak       bool // it lacks context
	Void       bool // of an era that is not resolved
}

// OnCalendar is what names a year, a month, a week or a day.
type OnCalendar struct {
	Direction int

	Year, Month, Week, Day Field
	YearKind               words.Unit // schoolYear, or noUnit
	Span                   int        // the decade's first year, or the century's number
	Half, Quarter, Season  int
	Lunar                  bool
	Leap                   bool // of a lunar month: the second of its number
	Nth                    int  // of a week or a weekday; -1 the last
	Weekday                int  // 1 Monday
	TopWeekday             int  // the last one of 월~수요일; 0 if none
	Weekend                bool
	Holiday                *calendar.Holiday
	Frame                  bool // the 연휴 of the holiday
	Part                   int
	Said                   int            // the number of a day that a word names: 어제(13일), 전날인 9일
	Told                   calendar.Civil // the same in full: 전날이던 2023년 7월 18일
	Deictic                bool           // the day is named from the speaker: 오늘, 내일, 화요일
	Same                   bool           // 같은 기간
	Born                   bool           // a year of two digits that is not after the reference
}

// Clock is a time of the day.
type Clock struct {
	Daytime              [2]int // hours
	Hour, Minute, Second int    // -1 where not named
	Zone                 int    // minutes east of Greenwich
	Zoned                bool
	digital              bool // 09:20
}

// Offset is how far a date lies from another, or how long it lasts.
type Offset struct {
	Length  length.Length
	Ago     int  // -1 전, 1 뒤; 0 no offset
	Counted bool // the offset is from the day named last: 내일부터 이틀 뒤
	Period  bool // 최근 3년
}

// Form says how a date is written.
type Form uint8

const (
	plainForm   Form = iota // numbers and words with their units
	wordForm                // 삼월
	shortForm               // ’98년
	NumericForm             // 2022-02-23
	EnglishForm             // Feb. 23, 2022
	BareForm                // (1636)
	WeekForm                // 둘째 주 월요일: the weekday of that week
)

// NewExpr gives an empty date at start.
func NewExpr(start int) Expr {
	return Expr{Extent: Extent{Start: start, End: start}, Clock: Clock{Hour: -1, Minute: -1, Second: -1}}
}

// Name notes that a unit was read.
func (e *Expr) Name(u words.Unit) {
	if e.First == words.NoUnit {
		e.First = u
	}
	e.Unit = u
}

// named tells whether anything but a direction was read.
func (e *Expr) named() bool { return e.Unit != words.NoUnit }

// Reader reads dates at one place of a text.
type Reader struct {
	look.Source
	Now int // the year of the reference, or 0
}

// closed tells that nothing can be added: a year or a range in digits alone.
func (e *Expr) closed() bool { return e.Form == BareForm || e.Top > 0 && e.Unit < words.DayUnit }

// complete tells whether what was read is a date.
func (r *Reader) complete(e *Expr) bool {
	switch {
	case e.Year.How == ThisYear && e.Unit == words.YearUnit:
		return strings.HasPrefix(r.Text[runes.SkipBlanks(r.Text, e.End):], "들어")
	case e.Season > 0 && e.Direction == 0 && e.Year.How == Absent:
		e.Weak = true
	case e.First == words.DayUnit && e.Day.How == Absent && e.Weekday == 0 && e.Holiday == nil && !e.Weekend && e.Hour < 0:
		e.Weak = true // a part of a day
	}
	if e.Month.How == Absolute && e.Form == wordForm && e.First == words.MonthUnit && e.Day.How == Absent {
		return e.Direction != 0 // 삼월
	}
	return true
}

// ofWholeYear tells that a year was named last, whose parts may follow.
func (e *Expr) ofWholeYear() bool { return e.Unit == words.YearUnit || e.Unit == words.BudgetYear }

// deictic reads a word like 지난해, 내달, 이날, 새해, 올.
func (r *Reader) deictic(e *Expr, w *words.Word, i, end int) int {
	f := Field{How: Relative, N: w.N}
	unit := w.Unit
	switch w.Kind {
	case words.AnaphorWord:
		f.How = Anaphoric
	case words.NewYearWord:
		f.How, unit = NewYear, words.YearUnit
	case words.ThisYearWord:
		f.How, unit = ThisYear, words.YearUnit
	}
	if e.named() && (w.N != 0 || e.Unit >= unit || w.Kind != words.AnaphorWord || e.Year.How == Absolute) {
		return i
	}
	if w.Segments[0] == "당일" && r.PrecededBy(i, words.EventWord) {
		return i // 경기 당일
	}
	if unit == words.DayUnit && f.How == Relative && r.PrecededBy(i, words.NameHead) {
		return i // 법무법인 내일
	}
	if f.How != ThisYear && !r.OpenTo(end) && !runes.IsDigitAt(r.Text, end) {
		return i
	}
	switch unit {
	case words.YearUnit:
		e.Year = f
		if b, p := r.Words.Find(r.Text, end, 1<<words.UnitWord); b != nil && b.Unit == words.BudgetYear {
			end = p
		} else if strings.HasPrefix(r.Text[end:], "도") && r.Words.YearDegree(r.Text, end) {
			end += len("도")
		}
	case words.HalfUnit, words.QuarterUnit:
		e.Year, e.Nth = f, 0 // resolved by unit
	case words.MonthUnit:
		e.Month = f
	case words.WeekUnit:
		e.Week = f
	case words.DayUnit:
		e.Day = f
		e.Deictic = f.How == Relative
	}
	e.Part = w.M
	if w.Hours[1] > 0 {
		e.Daytime = w.Hours
	}
	e.Name(unit)
	return end
}

// partWord reads halves, seasons, months in words, parts of periods, weekdays and weekends.
func (r *Reader) partWord(e *Expr, w *words.Word, i, end int) int {
	if !r.OpenTo(end) {
		return i
	}
	ok := false
	switch w.Kind {
	case words.HalfWord, words.SeasonWord, words.MonthWord, words.LunarWord:
		ok = r.ofYear(e, w)
	case words.SamePeriodWord:
		ok = r.samePeriod(e, i)
	case words.PartWord:
		ok = e.named() && e.Part == 0 && e.Unit <= words.WeekUnit && e.Nth == 0 && r.Open(end) &&
			!(i > e.End && r.Begins(i, words.NotPart))
		if ok {
			e.Part = w.N
		}
		if ok && e.Unit == words.WeekUnit && w.N == words.EndPart { // 이번 주 말
			e.Part, e.Weekend = 0, true
			e.Name(words.DayUnit)
		}
	case words.WeekdayWord:
		ok = e.Unit <= words.DayUnit && e.Weekday == 0 && e.Unit != words.MonthUnit && e.Unit != words.YearUnit && e.Part == 0
		if ok {
			e.ofWeek(w.N)
		}
	case words.WeekendWord:
		if ok = !e.named() || e.Unit == words.WeekUnit; ok {
			e.Weekend = true
			if e.Nth != 0 { // 첫째 주 주말
				e.Form = WeekForm
			}
			e.Name(words.DayUnit)
		}
	}
	if !ok {
		return i
	}
	return end
}

// ofYear adds what is a part of a year.
func (r *Reader) ofYear(e *Expr, w *words.Word) bool {
	if e.named() && !e.ofWholeYear() {
		return false
	}
	switch w.Kind {
	case words.HalfWord:
		if w.M > 0 && !e.ofWholeYear() { // 전반기 of what?
			return false
		}
		e.Half = w.N
		e.Name(words.HalfUnit)
	case words.SeasonWord:
		e.Season = w.N
		e.Name(words.SeasonUnit)
	case words.MonthWord:
		e.Month, e.Form = Field{Absolute, w.N}, wordForm
		e.Name(words.MonthUnit)
	case words.LunarWord:
		if e.Lunar {
			return false
		}
		e.Lunar = true
	}
	return true
}

// samePeriod adds 같은 기간, 동기; the latter only behind a year.
func (r *Reader) samePeriod(e *Expr, i int) bool {
	if e.Unit != words.YearUnit || e.Year.How == Absolute && e.Part != 0 {
		if e.named() || strings.HasPrefix(r.Text[i:], "동기") {
			return false
		}
		e.Year = Field{Anaphoric, 0}
	}
	e.Same = true
	e.Name(words.DayUnit)
	return true
}

// ofWeek adds a weekday.
func (e *Expr) ofWeek(weekday int) {
	if e.Nth != 0 {
		e.Form = WeekForm
	}
	e.Weekday = weekday
	e.Deictic = e.Deictic || e.Day.How == Absent
	e.Name(words.DayUnit)
}

// nth reads 둘째 주, 마지막 일요일.
func (r *Reader) nth(e *Expr, w *words.Word, i, end int) int {
	if e.Unit != words.YearUnit && e.Unit != words.MonthUnit || e.Nth != 0 || e.Part != 0 {
		return i
	}
	p := runes.SkipBlanks(r.Text, end)
	if week, q := r.Words.Find(r.Text, p, 1<<words.WeekdayWord); week != nil && r.OpenTo(q) {
		e.Nth, e.Weekday = w.N, week.N
		e.Name(words.DayUnit)
		return q
	}
	if weekend, q := r.Words.Find(r.Text, p, 1<<words.WeekendWord); weekend != nil && r.OpenTo(q) {
		e.Nth, e.Weekend = w.N, true
		e.Name(words.DayUnit)
		return q
	}
	if strings.HasPrefix(r.Text[p:], "주") && r.OpenTo(p+len("주")) {
		e.Nth = w.N
		e.Name(words.WeekUnit)
		return p + len("주")
	}
	return i
}

// holiday reads the name of a day and what may follow it.
func (r *Reader) holiday(e *Expr, w *words.Word, i, end int) int {
	switch {
	case w.Kind == words.HolidayPeriod:
		if e.Holiday == nil || e.Frame || !r.Open(end) {
			return i
		}
		e.Frame = true
		return end
	case e.named() && e.Unit != words.YearUnit:
		return i
	case w.Kind == words.HolidayShort:
		p := runes.SkipBlanks(r.Text, end)
		if e.Direction != 0 || e.Year.How != Absent {
			if !r.Open(end) && !strings.HasPrefix(r.Text[end:], "연휴") {
				return i
			}
		} else if after, _ := r.Words.Find(r.Text, p, words.HolidayKinds); after == nil {
			return i
		}
		full, _ := r.Words.Find(w.Segments[0]+"날", 0, 1<<words.HolidayWord)
		if full == nil {
			return i
		}
		w = full
	case !r.Open(end):
		if next, _ := r.Words.Find(r.Text, end, 1<<words.HolidayPeriod|1<<words.HolidaySeason); next == nil {
			return i
		}
	}
	e.Holiday = &r.Words.Holidays[w.N]
	e.Name(words.DayUnit)
	if season, p := r.Words.Find(r.Text, runes.SkipBlanks(r.Text, end), 1<<words.HolidaySeason); season != nil &&
		r.Open(p) {
		end = p
	}
	return end
}
