package date

import (
	"strings"
	"time"

	"github.com/gisa-go/gisa"
	"github.com/gisa-go/gisa/extract/facts/internal/calendar"
	"github.com/gisa-go/gisa/extract/facts/internal/date/expr"
	"github.com/gisa-go/gisa/extract/facts/internal/date/resolve"
	"github.com/gisa-go/gisa/extract/facts/internal/date/words"
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
		return e.End
	}
	if e.Weak && !s.Weak {
		return s.weakEnd(e, i)
	}
	r.Apposed(e)
	res := resolve.Resolver{Context: &s.context, Text: s.Text, E: e}
	p, ok := s.resolveJoined(&res)
	end := e.End
	unit := p.Unit
	if top, topEnd, topUnit := s.rangeOf(r, &res, p, ok); topEnd > 0 {
		end, unit = topEnd, max(unit, topUnit)
		if ok = ok && top > p.From; ok {
			p.To = top
		}
		p.Unit = unit
	}
	if !ok && s.impossible(e) {
		return i
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
	}
	s.Dates = append(s.Dates, d)
	return end
}

// resolveJoined resolves a date; one that follows another after no more than a connective comes after it: 6월 18일과 19일.
func (s *Reader) resolveJoined(res *resolve.Resolver) (resolve.Period, bool) {
	e, l := res.E, &s.context.Last
	if l.OK && e.Direction == 0 && e.Year.How == expr.Absent &&
		(e.Month.How == expr.Absolute || e.Month.How == expr.Absent && e.Day.How == expr.Absolute &&
			l.Unit == words.DayUnit) &&
		l.End <= e.Start && e.Start-l.End < 12 && resolve.Joined(s.Text[l.End:e.Start]) && l.Unit <= words.DayUnit &&
		(l.Month || e.Month.How == expr.Absent && e.Day.How == expr.Absolute) {
		res.Floor, res.Bound = l.First(), true
		p, ok := res.Resolve()
		if ok && p.First()-l.First() < 62 {
			return p, ok
		}
		res.Bound, res.How, res.Rel = false, resolve.ByNothing, false
	}
	return res.Resolve()
}

// impossible tells of a date that no calendar has, such as 2월 31일.
func (s *Reader) impossible(e *expr.Expr) bool {
	return e.Month.How == expr.Absolute && e.Day.How == expr.Absolute && !e.Lunar &&
		!calendar.Valid(2000, e.Month.N, e.Day.N)
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
	if e.Top > 0 {
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
	var l expr.Length
	l.Add(number.New(1, 0), unit)
	s.Durations = append(s.Durations, Duration{
		Span: d.Span, Raw: d.Raw, Value: number.New(1, 0), Unit: words.Grains[unit], ISO: l.ISO(), Every: true, Rule: "set",
	})
	return d.End, true
}
