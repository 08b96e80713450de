package expr

import (
	"strings"
	"unicode/utf8"

	"github.com/gisa-go/gisa/extract/facts/internal/calendar"
	"github.com/gisa-go/gisa/extract/facts/internal/date/look"
	"github.com/gisa-go/gisa/extract/facts/internal/date/words"
	"github.com/gisa-go/gisa/extract/facts/internal/lexicon"
	"github.com/gisa-go/gisa/extract/facts/internal/runes"
)

// Upper turns the first date of a range like 15~17일 into the second.
func (e *Expr) Upper() {
	if e.TopWeekday > 0 {
		e.Weekday = e.TopWeekday
		return
	}
	switch e.Unit {
	case words.YearUnit, words.SchoolYear, words.BudgetYear:
		e.Year.N = e.Top
	case words.QuarterUnit:
		e.Quarter = e.Top
	case words.MonthUnit:
		e.Month.N = e.Top
	case words.CenturyUnit, words.DecadeUnit:
		e.Span = e.Top
	case words.HourUnit:
		e.Hour = e.Top
	default:
		e.Day.N = e.Top
	}
	e.Weekday = 0
}

// RangeFollows tells whether what parts the ends of a range stands behind a date. Most dates have none.
func (r *Reader) RangeFollows(e *Expr) bool {
	p := runes.SkipBlanks(r.Text, e.End)
	return runes.ParticleAt(r.Text, p) || p < len(r.Text) && (r.Text[p] == '.' || runes.RangeSign(r.Text, p) > 0)
}

// OtherEnd reads the date behind a range sign, 부터, 에서, or 와 … 사이.
func (r *Reader) OtherEnd(a *Expr) (b Expr, found bool) {
	if b, found = r.digitsEnd(a); found {
		return b, true
	}
	p := runes.SkipBlanks(r.Text, a.End)
	closing, since := false, false // 까지 or 사이 must follow; 부터 stands before
	switch rest := r.Text[p:]; {
	case runes.RangeSign(r.Text, p) > 0:
		p += runes.RangeSign(r.Text, p)
	case strings.HasPrefix(rest, "부터"):
		p, since = p+len("부터"), true
	case strings.HasPrefix(rest, "에서"):
		p, closing = p+len("에서"), true
	case (strings.HasPrefix(rest, "과 ") || strings.HasPrefix(rest, "와 ")) && p == a.End:
		p, closing = p+len("과"), true
	default:
		return b, false
	}
	p = runes.SkipBlanks(r.Text, p)
	r.Closing = true
	b, ok := r.Read(p)
	r.Closing = false
	if !ok || b.Weak && b.Hour < 0 || b.Void || b.Start < p || b.Ago != 0 {
		return b, false
	}
	if b.Hour >= 0 && b.First >= words.DayUnit && b.Day.How == Absent && a.Hour < 0 && b.Weekday == 0 {
		return b, false
	}
	if a.Unit < words.DayUnit && b.First >= words.DayUnit && a.Unit != words.MonthUnit || a.Hour >= 0 && b.Hour < 0 {
		return b, false
	}
	// 8일부터 2026학년도 원서를 받는다
	if (closing || since && a.Unit >= words.DayUnit && (b.Unit < words.MonthUnit || b.Unit >= words.SchoolYear)) &&
		!r.closes(b.End) {
		return b, false
	}
	if a.Hour < 0 && b.Hour >= 0 && b.dayEnd > 0 && r.hours(b.End) {
		// 15~17일, each day from 10 to 5
		b.End, b.Unit, b.Hour, b.Minute, b.Daytime = b.dayEnd, words.DayUnit, -1, -1, [2]int{}
	}
	return b, true
}

// hours tells whether a clock time that ends at i begins a range of them.
func (r *Reader) hours(i int) bool {
	p := runes.SkipBlanks(r.Text, i)
	return runes.RangeSign(r.Text, p) > 0 || strings.HasPrefix(r.Text[p:], "부터")
}

// digitsEnd reads the second date of 2022.3.15~3.20, 2022. 3. 15.~4. 10. and ’22.3.15.~’22.4.10.
func (r *Reader) digitsEnd(a *Expr) (b Expr, found bool) {
	if a.Form != NumericForm || a.Hour >= 0 || a.Unit != words.DayUnit {
		return b, false
	}
	p := a.End
	if strings.HasPrefix(r.Text[p:], ".") {
		p++
	}
	p = runes.SkipBlanks(r.Text, p)
	w := runes.RangeSign(r.Text, p)
	if w == 0 {
		return b, false
	}
	p = runes.SkipBlanks(r.Text, p+w)
	if _, size := utf8.DecodeRuneInString(r.Text[p:]); size > 0 && apostrophe(r.Text, p+size) == size {
		p += size
	}
	if b, ok := r.Read(p); ok && b.Form == NumericForm && b.Unit == words.DayUnit && b.Year.How == Absolute {
		return b, true
	}
	b = NewExpr(p)
	month := look.ReadInt(r.Text, p)
	if month.Digits == 0 || month.Digits > 2 || month.End == len(r.Text) {
		return b, false
	}
	at := month.End + 1
	switch r.Text[month.End] {
	case '.':
		at = runes.SkipBlanks(r.Text, at)
	case '/':
	default:
		return b, false
	}
	day := look.ReadInt(r.Text, at)
	if day.Digits == 0 || day.Digits > 2 || !calendar.Valid(2000, month.Value, day.Value) {
		return b, false
	}
	b.Month, b.Day, b.Form, b.End = Field{Absolute, month.Value}, Field{Absolute, day.Value}, NumericForm, day.End
	b.Name(words.MonthUnit)
	b.Name(words.DayUnit)
	b.End = r.afterDigits(&b, day.End)
	return b, true
}

// closes tells whether the second date of a range may end at i: 까지, 사이, or the end of the clause.
func (r *Reader) closes(i int) bool {
	p := runes.SkipBlanks(r.Text, i)
	if p == len(r.Text) {
		return true
	}
	for _, w := range [...]string{"까지", "사이", "입니다", "이다", "까진", "간"} {
		if strings.HasPrefix(r.Text[p:], w) {
			return true
		}
	}
	return false
}

// Behind reads a bound and an approximation behind a date.
func (r *Reader) Behind(i int) (bound lexicon.Bound, approx bool) {
	w, end := r.Words.Find(r.Text, i, 1<<words.AboutWord)
	if w == nil {
		if w, end = r.Words.Find(r.Text, runes.SkipBlanks(r.Text, i), 1<<words.AboutWord); w != nil && !r.Open(end) {
			w = nil
		}
	}
	if w != nil && (r.Open(end) || end-i > len("께")) {
		approx = true
		i = end
	}
	if w, end := r.Words.Find(r.Text, runes.SkipBlanks(r.Text, i), 1<<words.BoundWord); w != nil &&
		(r.Open(end) || w.Bound == lexicon.From || w.Bound == lexicon.Until) {
		bound = w.Bound
	}
	return bound, approx
}

// Closes tells whether a date ends a time whose begin is not told: 접수(~26일), 기간: ~ 3월 5일.
func (e *Expr) Closes(text string) bool {
	before := strings.TrimRight(text[:e.Start], " ")
	sign, w := utf8.DecodeLastRuneInString(before)
	if sign != '~' && sign != '∼' && sign != '〜' {
		return false
	}
	before = before[:len(before)-w]
	open := strings.TrimRight(before, " ")
	if open == "" {
		return true
	}
	c, _ := utf8.DecodeLastRuneInString(open)
	return c == '(' || c == ':' || c == '\n' || len(open) < len(before) && runes.WordBefore(text, len(open))
}
