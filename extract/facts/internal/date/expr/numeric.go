package expr

import (
	"strings"
	"unicode/utf8"

	"github.com/gisa-go/gisa/extract/facts/internal/calendar"
	"github.com/gisa-go/gisa/extract/facts/internal/date/look"
	"github.com/gisa-go/gisa/extract/facts/internal/date/words"
	"github.com/gisa-go/gisa/extract/facts/internal/runes"
)

// leading reads what only the beginning of a date can be: dates in digits, English months, a year alone in brackets.
// It gives the end, or i.
func (r *Reader) leading(e *Expr, i int) int {
	n := look.ReadInt(r.Text, i)
	if n.Digits == 0 || n.Digits > 4 && n.Digits != 8 {
		return i
	}
	quote := apostrophe(r.Text, i)
	short := quote > 0 && n.Digits == 2
	if short && r.quoted(i, n.End) {
		quote, short = 0, n.Value >= 50 // ‘87년 체제’ is a year, ‘30년 전쟁’ a length
	}
	if short {
		if u, _ := r.Words.Find(r.Text, runes.SkipBlanks(r.Text, n.End), 1<<words.UnitWord); u != nil &&
			(u.Unit == words.YearUnit || u.Unit == words.SchoolYear || u.Unit == words.BudgetYear) {
			e.Form, e.Start = shortForm, i-quote
			return i
		}
	}
	if w, start := r.eraBefore(i); w != nil {
		e.Start, e.Year, e.Void = start, Field{Relative, w.N}, w.N >= words.NoEra
		return r.era(e, i, i)
	}
	if !cleanBefore(r.Text, i) {
		return i
	}
	end := r.inDigits(e, i, n)
	switch {
	case end == i:
		if e.Start != i || e.named() || e.Top != 0 { // a try left something
			*e = NewExpr(i)
		}
	case quote > 0 && (e.Form == NumericForm || e.Unit == words.MonthUnit):
		e.Start = i - quote
	}
	return end
}

// quoted tells whether the mark in front of i opens a quotation rather than stands for a century.
func (r *Reader) quoted(i, end int) bool {
	if !strings.HasSuffix(r.Text[:i], "‘") {
		return false
	}
	rest := r.Text[end:min(len(r.Text), end+quotationReach)]
	mark := strings.IndexAny(rest, "‘’\n")
	return mark >= 0 && strings.HasPrefix(rest[mark:], "’") && !runes.IsDigitAt(rest, mark+len("’"))
}

// quotationReach is how far the end of a quoted name may be, in bytes.
const quotationReach = 60

// inDigits chooses how to read digits by what stands beside them.
func (r *Reader) inDigits(e *Expr, i int, n look.Integer) int {
	next, last := byte(0), byte(0)
	if n.End < len(r.Text) {
		next = r.Text[n.End]
	}
	if i > 0 {
		last = r.Text[i-1]
	}
	switch {
	case next == '-' || next == '/' || next == '.':
		if end := r.numeric(e, i, n); end > i {
			return end
		}
	case n.Digits == 8:
		return r.compact(e, i, n)
	}
	if n.Digits == 4 && (next == '-' || next == '~') {
		if end := r.yearRange(e, i, n); end > i {
			return end
		}
	}
	if last == '(' || last >= utf8.RuneSelf {
		if end := r.bareYear(e, i, n); end > i {
			return end
		}
	}
	if last == ' ' || last == '.' || next == ' ' || runes.ClassOf(int(next)) == runes.Letter {
		return r.english(e, i, n)
	}
	return i
}

// apostrophe gives the width of an apostrophe before i that stands for the century, or 0.
func apostrophe(text string, i int) int {
	r, w := utf8.DecodeLastRuneInString(text[:i])
	switch r {
	case '’', '‘', '\'', '`', '´', '＇':
		return w
	}
	return 0
}

// cleanBefore tells whether digits at i are not the continuation of a number or a word of Latin letters.
func cleanBefore(text string, i int) bool {
	if i == 0 {
		return true
	}
	switch c := text[i-1]; {
	case c == '.' || c == ',' || c == '-' || c == '/' || c == ':':
		return i < 2 || !runes.IsDigitAt(text, i-2) && runes.ClassOf(int(text[i-2])) != runes.Letter
	case runes.ClassOf(int(c)) == runes.Letter || runes.ClassOf(int(c)) == runes.Digit || c == '_' || c == '#' || c == '$':
		return false
	}
	return true
}

// numeric reads 2022-02-23, 2022.02.23, 2022. 2. 23., 22/2/23, and 3.15(화).
func (r *Reader) numeric(e *Expr, i int, first look.Integer) int {
	var part [3]look.Integer
	part[0] = first
	count := 1
	sep := byte(0)
	spaced := false
	for p := first.End; count < 3 && p < len(r.Text); count++ {
		c := r.Text[p]
		if c != '-' && c != '/' && c != '.' || sep != 0 && c != sep {
			break
		}
		q := p + 1
		if c == '.' {
			q = runes.SkipBlanks(r.Text, q)
			spaced = spaced || q > p+1
		}
		n := look.ReadInt(r.Text, q)
		if n.Digits == 0 || n.Digits > 2 {
			break
		}
		sep, part[count] = c, n
		p = n.End
	}
	if part[0].Digits > 4 {
		return i
	}
	switch {
	case count == 3:
		return r.yearMonthDay(e, i, part, sep, spaced)
	case count == 2 && sep == '.':
		return r.dotted(e, i, part)
	case count == 2 && sep == '/':
		return r.slashed(e, i, part)
	}
	return i
}

// yearMonthDay adds the three parts of a date in digits.
func (r *Reader) yearMonthDay(e *Expr, i int, part [3]look.Integer, sep byte, spaced bool) int {
	year, end := part[0].Value, part[2].End
	switch part[0].Digits {
	case 4:
		if year < minYear || year > MaxYear {
			return i
		}
	case 2:
		year = fullYear(year)
		tight := part[1].Digits == 2 && (!spaced || part[2].Digits == 2)
		official := spaced && strings.HasPrefix(r.Text[end:], ".") && r.isNear(year)
		if sep != '/' && apostrophe(r.Text, i) == 0 && !tight && !official {
			return i
		}
	case 1:
		if sep != '/' || year == 0 {
			return i
		}
		year = fullYear(year)
	default:
		return i
	}
	if !calendar.Valid(year, part[1].Value, part[2].Value) {
		return i
	}
	if end < len(r.Text) {
		if c := r.Text[end]; c == sep && sep != '.' || runes.ClassOf(int(c)) == runes.Letter && c != 'T' {
			return i
		}
		if c := r.Text[end]; c == '.' && runes.IsDigitAt(r.Text, end+1) {
			return i
		}
	}
	e.Year, e.Month, e.Day = Field{Absolute, year}, Field{Absolute, part[1].Value}, Field{Absolute, part[2].Value}
	e.Form = NumericForm
	e.Name(words.YearUnit)
	e.Name(words.DayUnit)
	return r.afterDigits(e, end)
}

// dotted reads 3.15(화), which wants its weekday, and 2022.3. and 2022.03, which want a range or brackets.
func (r *Reader) dotted(e *Expr, i int, part [3]look.Integer) int {
	end := part[1].End
	year := part[0].Value
	if q := r.shortMonth(e, i, part); q > i {
		return q
	}
	if part[0].Digits == 2 && apostrophe(r.Text, i) > 0 {
		year = fullYear(year)
	} else if part[0].Digits <= 2 {
		return r.monthDay(e, i, part)
	}
	if year < minYear || year > MaxYear || part[1].Value < 1 || part[1].Value > 12 {
		return i
	}
	if strings.HasPrefix(r.Text[end:], "월") && r.Suffixed(end+len("월")) { // 2022. 3월
		e.Year, e.Month = Field{Absolute, year}, Field{Absolute, part[1].Value}
		e.Name(words.YearUnit)
		e.Name(words.MonthUnit)
		return end + len("월")
	}
	stop := end < len(r.Text) && r.Text[end] == '.'
	if stop {
		end++
	}
	signed := runes.RangeSign(r.Text, runes.SkipBlanks(r.Text, end)) > 0
	before, _ := utf8.DecodeLastRuneInString(strings.TrimRight(r.Text[:i], " "))
	enclosed := (before == '(' || before == '~' || before == '∼') && (strings.HasPrefix(r.Text[end:], ")") || signed)
	if !signed && !enclosed && apostrophe(r.Text, i) == 0 || part[1].Digits == 1 && !stop && !enclosed {
		return i
	}
	e.Year, e.Month = Field{Absolute, year}, Field{Absolute, part[1].Value}
	e.Form = NumericForm
	e.Name(words.YearUnit)
	e.Name(words.MonthUnit)
	return part[1].End
}

func (r *Reader) monthDay(e *Expr, i int, part [3]look.Integer) int {
	if !calendar.Valid(2000, part[0].Value, part[1].Value) {
		return i
	}
	e.Month, e.Day = Field{Absolute, part[0].Value}, Field{Absolute, part[1].Value}
	e.Form = NumericForm
	e.Name(words.MonthUnit)
	e.Name(words.DayUnit)
	if end := r.afterDigits(e, part[1].End); e.Weekday > 0 {
		return end
	}
	if r.daysFollow(i, part[1].End) || r.dayStands(i, part[1].End) {
		return part[1].End
	}
	return i
}

// dayStands tells that two numbers with full stops are a day: 3. 28.까지, 오는 6. 3. 선거.
func (r *Reader) dayStands(i, end int) bool {
	if !strings.HasPrefix(r.Text[end:], ".") {
		return false
	}
	end++
	if w, q := r.Words.Find(r.Text, end, 1<<words.BoundWord); w != nil {
		return r.Ends(q)
	}
	return r.PrecededBy(i, words.DirectionWord) && (end == len(r.Text) || r.Text[end] == ' ')
}

// shortMonth reads a month behind a year of two digits and a full stop: 26.3월, 26.3~4월.
func (r *Reader) shortMonth(e *Expr, i int, part [3]look.Integer) int {
	year := fullYear(part[0].Value)
	if part[0].Digits != 2 || part[1].Value < 1 || part[1].Value > 12 || !r.isNear(year) {
		return i
	}
	top, last := r.upper(part[1])
	end := last.End + len("월")
	if !strings.HasPrefix(r.Text[last.End:], "월") || top > 12 || top > 0 && top <= part[1].Value || !r.Suffixed(end) {
		return i
	}
	e.Year, e.Month, e.Top = Field{Absolute, year}, Field{Absolute, part[1].Value}, top
	e.Name(words.YearUnit)
	e.Name(words.MonthUnit)
	return end
}

// daysFollow tells whether a range of days goes on behind its first: 8.7.~8.13., (8.14~8.20).
func (r *Reader) daysFollow(i, end int) bool {
	stop := strings.HasPrefix(r.Text[end:], ".")
	if stop {
		end++
	}
	end = runes.SkipBlanks(r.Text, end)
	w := runes.RangeSign(r.Text, end)
	month := look.ReadInt(r.Text, runes.SkipBlanks(r.Text, end+w))
	if w == 0 || month.Digits == 0 || !strings.HasPrefix(r.Text[month.End:], ".") {
		return false
	}
	day := look.ReadInt(r.Text, runes.SkipBlanks(r.Text, month.End+1))
	enclosed := strings.HasSuffix(r.Text[:i], "(") && strings.HasPrefix(r.Text[day.End:], ")")
	return (stop || enclosed) && day.Digits > 0 && day.Digits <= 2 && calendar.Valid(2000, month.Value, day.Value)
}

// clockBehind gives where a date in digits may go on: behind its last full stop a time of day may follow, 2022. 2.
// 15. 오후 2시.
func (r *Reader) clockBehind(e *Expr, end int) int {
	at := runes.SkipBlanks(r.Text, end)
	if e.Form != NumericForm || e.Unit != words.DayUnit || !strings.HasPrefix(r.Text[end:], ".") {
		return at
	}
	p := runes.SkipBlanks(r.Text, end+1)
	probe := *e
	if q := r.clockDigits(&probe, p); q > p {
		return p
	}
	w, q := r.Words.Find(r.Text, p, 1<<words.DaytimeWord)
	if w == nil || !runes.IsDigitAt(r.Text, runes.SkipBlanks(r.Text, q)) {
		return at
	}
	return p
}

// compact reads 20220223.
func (r *Reader) compact(e *Expr, i int, n look.Integer) int {
	c := calendar.Civil{Year: n.Value / 10000, Month: n.Value / 100 % 100, Day: n.Value % 100}
	if n.Digits != 8 || c.Year < 1900 || c.Year > 2100 || !c.Valid() ||
		n.End < len(r.Text) && runes.ClassOf(int(r.Text[n.End])) == runes.Letter {
		return i
	}
	e.Year, e.Month, e.Day = Field{Absolute, c.Year}, Field{Absolute, c.Month}, Field{Absolute, c.Day}
	e.Form, e.Weak = NumericForm, true
	e.Name(words.YearUnit)
	e.Name(words.DayUnit)
	return n.End
}

// bareYear reads a year, or a range of years, that stands alone in brackets.
func (r *Reader) bareYear(e *Expr, i int, n look.Integer) int {
	if n.Digits != 4 || n.Value < minYear || n.Value > MaxYear ||
		!strings.HasSuffix(r.Text[:i], "(") && !strings.HasSuffix(r.Text[:i], "（") {
		return i
	}
	end := n.End
	p := runes.SkipBlanks(r.Text, end)
	if w := runes.RangeSign(r.Text, p); w > 0 {
		top := look.ReadInt(r.Text, runes.SkipBlanks(r.Text, p+w))
		if top.Digits == 4 && top.Value > n.Value && top.Value <= MaxYear {
			e.Top, end = top.Value, top.End
		}
	}
	if p := runes.SkipBlanks(r.Text, end); !strings.HasPrefix(r.Text[p:], ")") && !strings.HasPrefix(r.Text[p:], "）") {
		return i
	}
	e.Year = Field{Absolute, n.Value}
	e.Form = BareForm
	e.Name(words.YearUnit)
	return end
}

// yearRange reads two years with a sign between them that stand alone: 2013-2017.
func (r *Reader) yearRange(e *Expr, i int, n look.Integer) int {
	top := look.ReadInt(r.Text, n.End+1)
	if n.Value < 1900 || top.Digits != 4 || top.Value <= n.Value || top.Value > 2100 || top.Value-n.Value > 100 {
		return i
	}
	if runes.WordBefore(r.Text, i) || !r.Ends(top.End) || !r.standsAlone(top.End) {
		return i
	}
	e.Year, e.Top, e.Form = Field{Absolute, n.Value}, top.Value, BareForm
	e.Name(words.YearUnit)
	return top.End
}

// standsAlone tells that what ends at i is followed by a particle, a mark or nothing, and by no further number or noun.
func (r *Reader) standsAlone(i int) bool {
	if i == len(r.Text) || runes.SyllableAt(r.Text, i) < runes.Syllables {
		return true
	}
	switch c := r.Text[i]; c {
	case ')', ',', '\n':
		return true
	case '.':
		return !runes.IsDigitAt(r.Text, i+1)
	}
	return false
}

// isYear tells a year of four digits.
func isYear(n look.Integer) bool { return n.Digits == 4 && n.Value >= minYear && n.Value <= MaxYear }

// eraBefore reads the name of an era in Chinese characters before i, where the scan does not stop.
func (r *Reader) eraBefore(i int) (*words.Word, int) {
	if i < 3 || r.Text[i-3] < 0xE4 || r.Text[i-3] > 0xE9 {
		return nil, i
	}
	for _, start := range [...]int{i - 6, i - 3} {
		if start < 0 {
			continue
		}
		if w, end := r.Words.Find(r.Text, start, 1<<words.EraWord); w != nil && end == i {
			return w, start
		}
	}
	return nil, i
}

// era reads a year behind the name of its era.
func (r *Reader) era(e *Expr, start, i int) int {
	n := look.ReadInt(r.Text, i)
	u, end := r.Words.Find(r.Text, runes.SkipBlanks(r.Text, n.End), 1<<words.UnitWord)
	if !n.OK() || u == nil {
		return start
	}
	switch {
	case e.Void:
		e.Name(u.Unit)
		return end
	case u.Unit != words.YearUnit:
		return start
	}
	year := n.Value + e.Year.N
	if year < calendar.FirstYear || year > MaxYear {
		return start
	}
	e.Year = Field{Absolute, year}
	e.Name(words.YearUnit)
	return end
}
