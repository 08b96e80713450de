package expr

import (
	"strings"

	"github.com/gisa-go/gisa/extract/facts/internal/date/look"
	"github.com/gisa-go/gisa/extract/facts/internal/date/words"
	"github.com/gisa-go/gisa/extract/facts/internal/number"
	"github.com/gisa-go/gisa/extract/facts/internal/runes"
)

// numeral reads a number with its unit as a part of the date.
func (r *Reader) numeral(e *Expr, i int) int {
	if nth, end := r.Words.Find(r.Text, i, 1<<words.NthWord); nth != nil {
		if p := r.nth(e, nth, i, end); p > i {
			return p
		}
	}
	if end := r.clockDigits(e, i); end > i {
		return end
	}
	low := look.ReadInt(r.Text, i)
	if !low.OK() {
		return i
	}
	top, last := r.upper(low)
	// 3·4분기, the third of four
	if u, _ := r.Words.Find(r.Text, low.End, 1<<words.UnitWord); u != nil && u.Unit == words.QuarterUnit {
		top, last = 0, low
	}
	p := runes.SkipBlanks(r.Text, last.End)
	u, end := r.Words.Find(r.Text, p, 1<<words.UnitWord)
	if q := r.weekNumber(e, low); q > i {
		return q
	}
	if u == nil {
		return r.listed(e, low, i)
	}
	if u.Unit == words.MonthUnit && top > 0 && e.Unit == words.MonthUnit && low.Value <= 31 && low.Digits <= 2 {
		e.Day = Field{Absolute, low.Value} // 지난달 31~8월 1일
		e.Name(words.DayUnit)
		return low.End
	}
	if longer, q := r.Words.Find(r.Text, p, 1<<words.LengthUnit); longer != nil && q > end {
		return i
	}
	if top > 0 && u.Unit >= words.HourUnit && u.Unit <= words.SecondUnit &&
		(u.Unit != words.HourUnit || top > 24 || r.minutesFollow(end)) {
		return i
	}
	next := *e
	if !r.unitOf(&next, low, top, u.Unit, end) {
		return i
	}
	*e = next
	return end
}

// weekNumber reads the week of a month: 8월 3주차, 8월3주. It gives its end, 0 if there is none.
func (r *Reader) weekNumber(e *Expr, n look.Integer) int {
	if e.Unit != words.MonthUnit || e.Nth != 0 || e.Part != 0 || n.Digits > 1 || n.Value < 1 || n.Value > 5 ||
		!strings.HasPrefix(r.Text[n.End:], "주") {
		return 0
	}
	end := n.End + len("주")
	if strings.HasPrefix(r.Text[end:], "차") {
		end += len("차")
	} else if r.Lasting(runes.SkipBlanks(r.Text, end)) {
		return 0
	}
	if !r.OpenTo(end) {
		return 0
	}
	e.Nth = n.Value
	e.Name(words.WeekUnit)
	return end
}

// listed reads the first day of 3월 2·9일 and the first year of 2014·2018년, whose unit stands behind the last.
func (r *Reader) listed(e *Expr, low look.Integer, i int) int {
	w := runes.ListSign(r.Text, low.End)
	if w > 0 && !e.named() && r.yearsFollow(low, w) {
		e.Year = Field{Absolute, low.Value}
		e.Name(words.YearUnit)
		return low.End
	}
	if e.Unit != words.MonthUnit || w == 0 || low.Digits > 2 || low.Value < 1 || low.Value > 31 {
		return i
	}
	if n, _ := r.DayNumber(low.End + w); n <= low.Value {
		return i
	}
	e.Day = Field{Absolute, low.Value}
	e.Name(words.DayUnit)
	return low.End
}

// yearsFollow tells whether later years follow a year behind list signs of width w, and 년 behind the last.
func (r *Reader) yearsFollow(n look.Integer, w int) bool {
	for w > 0 && n.Digits == 4 && n.Value >= 1900 && n.Value <= MaxYear {
		next := look.ReadInt(r.Text, runes.SkipBlanks(r.Text, n.End+w))
		if next.Digits != 4 || next.Value <= n.Value {
			return false
		}
		if u, end := r.Words.Find(r.Text, next.End, 1<<words.UnitWord); u != nil {
			return u.Unit == words.YearUnit && !r.Lasting(runes.SkipBlanks(r.Text, end))
		}
		n, w = next, runes.ListSign(r.Text, next.End)
	}
	return false
}

// spelled reads numbers in words: 이천십오년, 삼일 behind a month, 삼분기.
func (r *Reader) spelled(e *Expr, i int) int {
	if runes.SyllableAt(r.Text, i) >= runes.Syllables || e.named() && e.Unit != words.YearUnit &&
		e.Unit != words.MonthUnit && e.Unit != words.HourUnit {
		return i
	}
	n, ok := number.At(r.Text, i, i)
	value, whole := n.Value.Int64()
	if !ok || !whole || n.Form != number.Sino || n.Vague || value < 1 || value > MaxYear {
		return i
	}
	u, end := r.Words.Find(r.Text, runes.SkipBlanks(r.Text, n.End), 1<<words.UnitWord)
	if u == nil {
		return i
	}
	digits := 1
	for v := value; v >= 10; v /= 10 {
		digits++
	}
	next := *e
	switch {
	case u.Unit == words.YearUnit && digits == 4 && n.End > i+len("천"),
		u.Unit == words.DayUnit && e.Unit == words.MonthUnit,
		u.Unit == words.QuarterUnit && n.End == i+len("삼"),
		u.Unit == words.MinuteUnit && e.Unit == words.HourUnit && (digits > 1 || i == e.End): // 3시오분, not 3시 구분
	default:
		return i
	}
	if !r.unitOf(&next, look.Integer{Value: int(value), Digits: digits, End: n.End}, 0, u.Unit, end) {
		return i
	}
	*e = next
	return end
}

// upper reads the second number of 15~17 and 15·16; the latter only where it follows the first.
func (r *Reader) upper(low look.Integer) (top int, last look.Integer) {
	p := runes.SkipBlanks(r.Text, low.End)
	w := runes.RangeSign(r.Text, p)
	list := w == 0
	if list {
		w = runes.ListSign(r.Text, p)
	}
	if w == 0 {
		return 0, low
	}
	n := look.ReadInt(r.Text, runes.SkipBlanks(r.Text, p+w))
	if !n.OK() || list && n.Value != low.Value+1 || n.Value == 0 {
		return 0, low
	}
	return n.Value, n
}

// unitOf adds a number of some unit to the date.
func (r *Reader) unitOf(e *Expr, n look.Integer, top int, u words.Unit, end int) bool {
	if top > 0 && e.Top > 0 {
		return false
	}
	if top > 0 && n.Digits == 4 && top < 100 { // 2019~21년, 1960~70년대
		if top += n.Value - n.Value%100; top <= n.Value {
			return false
		}
	}
	ok := false
	switch u {
	case words.YearUnit, words.SchoolYear, words.BudgetYear:
		ok = r.year(e, n, top, u, end)
	case words.DecadeUnit:
		ok = r.decade(e, n)
	case words.CenturyUnit:
		ok = !e.named() && n.Value >= 1 && n.Value <= 30 && !r.Lasting(runes.SkipBlanks(r.Text, end))
		e.Span = n.Value
	case words.QuarterUnit:
		ok = (!e.named() || e.ofWholeYear()) && n.Value >= 1 && n.Value <= 4 && n.Digits == 1 && top <= 4
		e.Quarter = n.Value
	case words.MonthUnit:
		ok = (!e.named() || e.ofWholeYear()) && e.Part == 0 && n.Value >= 1 && n.Value <= 12 && n.Digits <= 2 &&
			top <= 12 && r.Suffixed(end) &&
			!(e.First == words.NoUnit && r.PrecededBy(e.Start, words.TermWord)) // 징역 8월
		e.Month = Field{Absolute, n.Value}
	case words.DayUnit:
		ok = (!e.named() && e.Direction != words.ToFollowing || e.Unit == words.MonthUnit) && e.Part == 0 && n.Value >= 1 &&
			n.Value <= 31 && n.Digits <= 2 && top <= 31 &&
			(r.OpenTo(end) || e.Unit == words.MonthUnit && r.Suffixed(end)) &&
			(e.Unit == words.MonthUnit || !r.Lasts(e.Start, e.Direction, end) && !(n.Value == 1 && r.timesADay(end)))
		e.Day = Field{Absolute, n.Value}
	case words.HourUnit, words.MinuteUnit, words.SecondUnit:
		if !r.clockUnit(e, n, u, end) {
			return false
		}
		e.Top = max(e.Top, top)
		return true
	}
	if !ok {
		return false
	}
	e.Top = top
	e.Name(u)
	return true
}

// The years that four digits are read as.
const (
	minYear = 1000
	MaxYear = 2200
)

// year adds a year: of four digits, or of two with an apostrophe in front or a month behind.
func (r *Reader) year(e *Expr, n look.Integer, top int, u words.Unit, end int) bool {
	if e.named() {
		return false
	}
	value := n.Value
	switch {
	case n.Digits == 4 && value >= minYear && value <= MaxYear:
		if value%500 == 0 && r.Lasting(runes.SkipBlanks(r.Text, end)) {
			return false // 2000년 동안
		}
	case n.Digits == 2 && top == 0 &&
		(e.Form == shortForm || r.shortYear(value, u, e.Start, end) || r.monthFollows(end) &&
			!r.PrecededBy(e.Start, words.LastingBefore)):
		value = fullYear(value)
		if e.Born = value >= 2000 && strings.HasPrefix(r.Text[end:], "생"); e.Born && value > r.Now && r.Now > 0 { // 36년생
			value -= 100
		}
	case n.Digits == 3 && top == 0 && value%100 != 0 && r.shortYear(value, u, e.Start, end):
	default:
		return false
	}
	e.Year = Field{Absolute, value}
	switch u {
	case words.SchoolYear:
		e.YearKind = words.SchoolYear
	case words.YearUnit:
	}
	return true
}

// shortYear tells whether two digits before 년 are a year by what follows: 89년작, 98년에; of the lengths of time that are
// as long few are named so.
func (r *Reader) shortYear(n int, u words.Unit, start, end int) bool {
	switch {
	case u == words.YearUnit && (strings.HasPrefix(r.Text[end:], "생") || strings.HasPrefix(r.Text[end:], "작") ||
		strings.HasPrefix(r.Text[end:], "식")):
		return true
	case r.PrecededBy(start, words.LastingBefore):
		return false
	case n < 60:
		return r.isNear(fullYear(n)) && (u == words.BudgetYear && r.Ends(end) && !r.passed(end) || r.partFollows(end))
	case u != words.YearUnit:
		return r.Open(end) && !r.passed(end)
	}
	p := runes.SkipBlanks(r.Text, end)
	w, _ := r.Words.Find(r.Text, p, 1<<words.YearCue)
	return w != nil && !r.Lasting(p)
}

// isNear tells whether a year of two digits lies so near the reference that it is written short.
func (r *Reader) isNear(year int) bool {
	return r.Now == 0 || year-r.Now <= shortReach && r.Now-year <= shortReach
}

// shortReach is how far years of two digits without an apostrophe are from the reference: plans and budgets.
const shortReach = 10

// partFollows tells whether a part of a year follows, so that two digits before 년 are one: 26년 상반기, 27년 1분기.
func (r *Reader) partFollows(i int) bool {
	p := runes.SkipBlanks(r.Text, i)
	if w, end := r.Words.Find(r.Text, p, 1<<words.HalfWord); w != nil && w.M == 0 {
		return r.Open(end)
	}
	n := look.ReadInt(r.Text, p)
	u, _ := r.Words.Find(r.Text, n.End, 1<<words.UnitWord)
	return n.Digits == 1 && n.Value >= 1 && n.Value <= 4 && u != nil && u.Unit == words.QuarterUnit
}

// passed tells whether 도 before i is the particle of a length: 60년도 넘은.
func (r *Reader) passed(i int) bool {
	p := runes.SkipBlanks(r.Text, i)
	for _, w := range [...]string{"넘", "안", "채", "못", "더"} {
		if strings.HasPrefix(r.Text[p:], w) {
			return true
		}
	}
	return false
}

// fullYear places two digits in the years from 1950 to 2049.
func fullYear(n int) int {
	if n < 50 {
		return 2000 + n
	}
	return 1900 + n
}

// monthFollows tells whether a month follows a year of two digits.
func (r *Reader) monthFollows(i int) bool {
	n := look.ReadInt(r.Text, runes.SkipBlanks(r.Text, i))
	if !n.OK() || n.Value < 1 || n.Value > 12 {
		return false
	}
	_, last := r.upper(n)
	u, _ := r.Words.Find(r.Text, runes.SkipBlanks(r.Text, last.End), 1<<words.UnitWord)
	return u != nil && u.Unit == words.MonthUnit
}

func (r *Reader) decade(e *Expr, n look.Integer) bool {
	if e.named() || n.Value%10 != 0 {
		return false
	}
	switch n.Digits {
	case 2:
		e.Span = 1900 + n.Value
		if n.Value < 20 {
			e.Span = 2000 + n.Value
		}
	case 4:
		e.Span = n.Value
	default:
		return false
	}
	return e.Span >= minYear && e.Span <= MaxYear
}

// timesADay tells whether 1일 before i is any day: 1일 3회, 1일 8시간.
func (r *Reader) timesADay(i int) bool {
	n := look.ReadInt(r.Text, runes.SkipBlanks(r.Text, i))
	w, _ := r.Words.Find(r.Text, n.End, 1<<words.TimesADay)
	return n.Digits > 0 && w != nil
}
