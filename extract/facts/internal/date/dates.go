package date

import (
	"strings"
	"time"

	"github.com/gisa-go/gisa"
	"github.com/gisa-go/gisa/extract/facts/internal/calendar"
	"github.com/gisa-go/gisa/extract/facts/internal/date/expr"
	"github.com/gisa-go/gisa/extract/facts/internal/date/length"
	"github.com/gisa-go/gisa/extract/facts/internal/date/resolve"
	"github.com/gisa-go/gisa/extract/facts/internal/date/words"
	"github.com/gisa-go/gisa/extract/facts/internal/lexicon"
	"github.com/gisa-go/gisa/extract/facts/internal/number"
	"github.com/gisa-go/gisa/extract/facts/internal/runes"
)

// Reader reads the dates and lengths of time of a text, one after the other.
type Reader struct {
	Text      string
	Last      int // where what was claimed last ends
	Words     *words.Words
	Reference time.Time
	Weak      bool // what lacks context is wanted, too
	context   resolve.Context

	Dates     []Date
	Durations []Duration
}

// dateOf resolves a date that was read, with the range it may begin, and adds it.
func (s *Reader) dateOf(r *expr.Reader, e *expr.Expr, i int) int {
	if e.Void {
		if e.Year.N == words.BeforeEra {
			s.Dates = append(s.Dates, Date{Span: gisa.Span{Start: e.Start, End: e.End}, Raw: s.Text[e.Start:e.End],
				Grain: words.Grains[e.Unit], Rule: resolve.Rule(e, resolve.ByNothing)})
		}
		return e.End
	}
	if e.Weak && !s.Weak && !s.isSamePeriod(e) {
		return s.weakEnd(e, i)
	}
	if e.Month.How == expr.Absolute && e.Year.How == expr.Absent && s.behindUnread(e.Start, "년") ||
		e.First >= words.DayUnit && s.behindUnread(e.Start, "일") {
		return e.End
	}
	r.Apposed(e)
	res := resolve.Resolver{Context: &s.context, Text: s.Text, E: e}
	p, ok := s.resolveJoined(&res)
	if ok && s.isSamePeriod(e) {
		p.From = s.firstOfSentence(e.Start, p.From)
	}
	end := e.End
	unit := p.Unit
	if top, topEnd, topUnit := s.rangeOf(r, &res, p, ok); topEnd > 0 {
		end, unit = topEnd, max(unit, topUnit)
		if ok = ok && top > p.From; ok {
			p.To = top
		}
		p.Unit = unit
	}
	d := Date{Span: gisa.Span{Start: e.Start, End: end}, Raw: s.Text[e.Start:end], Grain: words.Grains[e.Unit],
		Relative: res.Rel, Rule: resolve.Rule(e, res.How)}
	if ok && p.Writable() {
		d.From, d.To = p.Times()
		d.Grain = words.Grains[p.Unit]
		how := e.Year.How
		if how == expr.Absent && res.How == resolve.BySentence {
			how = s.context.Last.How
		}
		s.context.Note(resolve.Moment{Period: p, How: how, Month: e.Month.How != expr.Absent &&
			!strings.HasPrefix(s.Text[end:], "생"), Start: e.Start, End: end, OK: true}, e)
	}
	if end, done := s.every(r, e, d); done {
		return end
	}
	d.Bound, d.Approx = r.Behind(end)
	if end > e.End || e.Top > 0 {
		d.Bound = "" // a range has both its ends
	} else if d.Bound == "" && e.Closes(s.Text) {
		d.Bound = lexicon.Until
	}
	s.Dates = append(s.Dates, d)
	return s.weekdayList(r, e, end)
}

// behindUnread tells whether a date goes on a number with a unit that is none: the 5월 of 2300년 5월, the 3시 of 0월 0일 3시.
func (s *Reader) behindUnread(i int, unit string) bool {
	before := strings.TrimRight(s.Text[:i], " ")
	at := len(before) - len(unit)
	return strings.HasSuffix(before, unit) && at >= s.Last && i-len(before) <= 1 && runes.DigitBefore(s.Text, at)
}

// weekdayList adds the weekdays in the middle of a list: the 수 of 다음 주 월·수·금요일. It gives where the last of them ends.
func (s *Reader) weekdayList(r *expr.Reader, e *expr.Expr, end int) int {
	for e.Weekday > 0 && e.TopWeekday == 0 {
		start := runes.SkipBlanks(s.Text, end+runes.ListSign(s.Text, end))
		day, p := r.Words.Find(s.Text, start, 1<<words.WeekdayShort)
		if day == nil || start == end || runes.ListSign(s.Text, p) == 0 {
			break
		}
		b := *e
		b.Start, b.End, b.Weekday, b.Week, b.Direction = start, p, day.N, expr.Field{}, 0
		res := resolve.Resolver{Context: &s.context, Text: s.Text, E: &b, Floor: s.context.Last.First(), Bound: true}
		d := Date{Span: gisa.Span{Start: start, End: p}, Raw: s.Text[start:p], Grain: words.Grains[b.Unit], Relative: true}
		if period, ok := res.Resolve(); ok && s.context.Last.OK {
			d.From, d.To = period.Times()
			s.context.Note(resolve.Moment{Period: period, Start: start, End: p, OK: true}, &b)
		}
		d.Rule = resolve.Rule(&b, res.How)
		s.Dates, end = append(s.Dates, d), p
	}
	return end
}

// isSamePeriod tells that 같은 기간 alone means the period named before it in the sentence.
func (s *Reader) isSamePeriod(e *expr.Expr) bool {
	l := &s.context.Last
	if !e.Same || e.First != words.DayUnit || !l.OK || !runes.Sentence(s.Text, l.End, e.Start) {
		return false
	}
	k := len(s.Durations) - 1
	return k < 0 || s.Durations[k].Start < l.End // 3년간 … 같은 기간
}

// mostBack is how many dates of a sentence are looked back at.
const mostBack = 4

// firstOfSentence gives where the first date of the sentence that goes on at i begins, if it is before the last one,
// which begins at from: 2021년 519개에서 작년 460곳으로 줄었고, 같은 기간 …
func (s *Reader) firstOfSentence(i int, from int64) int64 {
	for k := len(s.Dates) - 1; k >= max(0, len(s.Dates)-mostBack) && runes.Sentence(s.Text, s.Dates[k].End, i); k-- {
		if d := s.Dates[k].From; !d.IsZero() {
			from = min(from, d.Unix()+9*60*60)
		}
	}
	return from
}

// resolveJoined resolves a date; one that follows another after no more than a connective comes after it: 6월 18일과 19일.
func (s *Reader) resolveJoined(res *resolve.Resolver) (resolve.Period, bool) {
	if l := &s.context.Last; l.OK && (s.joins(res.E) || s.listedWeekday(res.E)) {
		res.Floor, res.Bound = l.First(), true
		p, ok := res.Resolve()
		if ok && p.First()-l.First() < 62 {
			return p, ok
		}
		res.Bound, res.How, res.Rel = false, resolve.ByNothing, false
	}
	return res.Resolve()
}

// joins tells whether a date without a year follows the last one after no more than a connective.
func (s *Reader) joins(e *expr.Expr) bool {
	l := &s.context.Last
	bareDay := e.Month.How == expr.Absent && e.Day.How == expr.Absolute
	return e.Direction == 0 && e.Year.How == expr.Absent &&
		(e.Month.How == expr.Absolute || bareDay && l.Unit == words.DayUnit) &&
		l.End <= e.Start && e.Start-l.End < 12 && resolve.Joined(s.Text[l.End:e.Start]) &&
		l.Unit <= words.DayUnit && (l.Month || bareDay)
}

// listedWeekday tells that a weekday goes on a list: 다음 주 화·목요일.
func (s *Reader) listedWeekday(e *expr.Expr) bool {
	l := &s.context.Last
	return l.OK && e.Weekday > 0 && e.First == words.DayUnit && e.Day.How == expr.Absent && e.Direction == 0 &&
		l.End < e.Start &&
		runes.ListSign(s.Text, l.End) > 0 && e.Start == runes.SkipBlanks(s.Text, l.End+runes.ListSign(s.Text, l.End))
}

// weakEnd passes over what only Weak reports: a number is claimed, so that 14:30 is no amount, a word is not.
func (s *Reader) weakEnd(e *expr.Expr, i int) int {
	if runes.IsDigitAt(s.Text, i) {
		return e.End
	}
	return i
}

// rangeOf reads the other end of a range: of the number itself, or behind a sign or a particle. It gives the end of
// the range in time and in the text, and its unit; an end in the text of 0 where there is no range.
func (s *Reader) rangeOf(r *expr.Reader, a *resolve.Resolver, from resolve.Period, ok bool) (
	to int64, end int, unit words.Unit,
) {
	e := a.E
	if e.Top > 0 || e.TopWeekday > 0 {
		b := *e
		b.Upper()
		p, okB := s.second(a, &b, from, ok)
		if !okB {
			return 0, e.End, e.Unit
		}
		if b.Unit == words.HourUnit {
			return p.From, e.End, p.Unit
		}
		return p.To, e.End, p.Unit
	}
	if !r.RangeFollows(e) {
		return 0, 0, 0
	}
	b, found := r.OtherEnd(e)
	if !found {
		return 0, 0, 0
	}
	p, okB := s.second(a, &b, from, ok)
	if !okB {
		return 0, b.End, b.Unit
	}
	if b.Hour >= 0 {
		return p.From, b.End, p.Unit
	}
	return p.To, b.End, p.Unit
}

// second resolves the second date of a range: the first such not before the first date.
func (s *Reader) second(a *resolve.Resolver, b *expr.Expr, from resolve.Period, ok bool) (resolve.Period, bool) {
	if !ok {
		return resolve.Period{}, false
	}
	res := resolve.Resolver{Context: &s.context, Text: s.Text, E: b, Floor: from.First(), Bound: true}
	if b.Year.How == expr.Absent && b.First == a.E.First && a.E.Top > 0 {
		res.Floor = from.First()
	}
	if a.E.Day.How == expr.Anaphoric && a.E.Day.N < 0 && b.Day.How == expr.Anaphoric && b.Day.N == 0 { // 전날 밤부터 이날 아침
		res.Floor -= calendar.Day(a.E.Day.N)
	}
	p, okB := res.Resolve()
	if b.Hour >= 0 && okB && p.From <= from.From {
		p = later(b, p, from)
	}
	return p, okB
}

// later moves a clock time that would lie before the beginning of its range by half a day, or to the next day.
func later(e *expr.Expr, p, from resolve.Period) resolve.Period {
	step := int64(resolve.DaySeconds)
	if e.Daytime[1] == 0 && e.Hour <= 12 && p.From+resolve.DaySeconds/2 > from.From {
		step = resolve.DaySeconds / 2
	}
	if e.Day.How != expr.Absent {
		return p
	}
	return resolve.Period{From: p.From + step, To: p.To + step, Unit: p.Unit}
}

// every turns a date with 마다 behind it into a set: 월요일마다, 주말마다.
func (s *Reader) every(r *expr.Reader, e *expr.Expr, d Date) (end int, done bool) {
	if !strings.HasPrefix(s.Text[d.End:], "마다") || e.Year.How != expr.Absent {
		return d.End, false
	}
	unit := words.YearUnit
	switch {
	case e.Weekday > 0 || e.Weekend:
		unit = words.WeekUnit
	case e.Day.How != expr.Absent && e.Month.How == expr.Absent:
		unit = words.MonthUnit
	case e.Hour >= 0 || e.Daytime[1] > 0:
		unit = words.DayUnit
	}
	var l length.Length
	l.Add(number.New(1, 0), unit)
	s.Durations = append(s.Durations, Duration{
		Span: d.Span, Raw: d.Raw, Value: number.New(1, 0), Unit: words.Grains[unit], ISO: l.ISO(), Every: true, Rule: "set",
	})
	return d.End, true
}
