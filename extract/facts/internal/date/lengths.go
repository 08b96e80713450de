package date

import (
	"strings"

	"github.com/gisa-go/gisa"
	"github.com/gisa-go/gisa/extract/facts/internal/date/expr"
	"github.com/gisa-go/gisa/extract/facts/internal/date/length"
	"github.com/gisa-go/gisa/extract/facts/internal/date/words"
	"github.com/gisa-go/gisa/extract/facts/internal/lexicon"
	"github.com/gisa-go/gisa/extract/facts/internal/number"
	"github.com/gisa-go/gisa/extract/facts/internal/runes"
)

// lengthAt reads a length of time at i: an offset (3년 전) or a stretch of time (최근 3년) becomes a date, all else a
// duration.
func (s *Reader) lengthAt(r *expr.Reader, i int) int {
	at, direction := i, 0
	if w, end := r.Words.Find(s.Text, i, 1<<words.DirectionWord); w != nil {
		direction = length.StretchDirection(w.N)
		at = runes.SkipBlanks(s.Text, end)
	}
	lengths := length.Reader{Source: r.Source}
	l, end := lengths.Length(at)
	if l.N == 0 {
		return i
	}
	if l.Days && l.N == 1 && !l.Approx && !r.IsLength(i, at, end, direction, &l) {
		return i
	}
	e := expr.NewExpr(i)
	e.End, e.Length, e.Direction = end, l, direction
	e.Name(l.Unit())
	if w, p := r.Ago(runes.SkipBlanks(s.Text, end)); w != nil && direction == 0 && !l.Top.Valid() &&
		l.Unit() != words.NightUnit {
		return s.offsetOf(r, &e, w.N, p)
	}
	if direction != 0 && !l.Top.Valid() && l.Unit() != words.NightUnit {
		e.Period = true
		return s.dateOf(r, &e, i)
	}
	return s.addDuration(r, &l, at, end)
}

// offsetOf adds the date of 3년 전, unless the offset is from an event: 개막 3일 전.
func (s *Reader) offsetOf(r *expr.Reader, e *expr.Expr, ago, end int) int {
	if r.PrecededBy(e.Start, words.EventWord) {
		return s.addDuration(r, &e.Length, e.Start, e.End)
	}
	if ago < 0 && r.SameTime(e, end) {
		return s.dateOf(r, e, e.Start)
	}
	e.Ago, e.End = ago, end
	if w, p := r.Words.Find(s.Text, runes.SkipBlanks(s.Text, end), 1<<words.WeekdayWord); w != nil &&
		e.Unit == words.WeekUnit && r.Open(p) {
		e.Weekday, e.End = w.N, p // 2주 후 월요일
		e.Name(words.DayUnit)
	}
	r.ClockBehind(e)
	s.fromDay(e)
	return s.dateOf(r, e, e.Start)
}

// fromDay puts the offset of 내일로부터 이틀 뒤 and the day that it counts from into one date.
func (s *Reader) fromDay(e *expr.Expr) {
	k := len(s.Dates) - 1
	l := &s.context.Last
	if k < 0 || !l.OK || l.Unit != words.DayUnit || e.Ago < 0 || s.Dates[k].End != l.End ||
		!fromWords(s.Text[l.End:e.Start]) {
		return
	}
	e.Start, e.Counted = s.Dates[k].Start, true
	s.Dates[k] = Date{}
	s.Dates = s.Dates[:k]
}

// fromWords tells whether between stands between a day and what is counted from it.
func fromWords(between string) bool {
	switch strings.TrimRight(between, " ") {
	case "부터", "로부터", "으로부터":
		return true
	}
	return false
}

// addDuration adds a length of time.
func (s *Reader) addDuration(r *expr.Reader, l *length.Length, start, end int) int {
	d := Duration{Span: gisa.Span{Start: start, End: end}, Raw: s.Text[start:end], Max: l.Top, ISO: l.ISO(),
		Approx: l.Approx, Rule: "duration"}
	if v, ok := l.In(); ok {
		d.Value, d.Unit = v, words.Grains[l.Unit()]
	}
	p := runes.SkipBlanks(s.Text, end)
	rest := s.Text[p:]
	switch whole := isWhole(r, min(p+len("이상"), len(s.Text))); {
	case strings.HasPrefix(rest, "마다"):
		d.Every, d.Rule = true, "set"
	case strings.HasPrefix(rest, "이상") && whole: // not 이상한
		d.Bound = lexicon.AtLeast
	case (strings.HasPrefix(rest, "이하") || strings.HasPrefix(rest, "이내")) && whole:
		d.Bound = lexicon.AtMost
	case strings.HasPrefix(rest, "미만"):
		d.Bound = lexicon.LessThan
	case strings.HasPrefix(rest, "넘") && !r.Begins(p, words.NotLasting), strings.HasPrefix(rest, "초과"):
		d.Bound = lexicon.MoreThan
	case strings.HasPrefix(rest, "가량"), strings.HasPrefix(rest, "정도"), strings.HasPrefix(rest, "남짓"),
		strings.HasPrefix(rest, "안팎"):
		d.Approx = true
	case strings.HasPrefix(rest, "쯤"), strings.HasPrefix(rest, "가까이"):
		d.Approx = true
	}
	if strings.HasSuffix(strings.TrimRight(s.Text[:start], " ")[:len(strings.TrimRight(s.Text[:start], " "))], "약") {
		d.Approx = true
	}
	s.Durations = append(s.Durations, d)
	return end
}

// isWhole tells whether a word of two syllables that bounds a length ends at i: 이상의, 이상씩, 이하면서, not 이상한.
func isWhole(r *expr.Reader, i int) bool {
	return r.Ends(i) || strings.HasPrefix(r.Text[i:], "씩") || strings.HasPrefix(r.Text[i:], "면")
}

// set adds 매년, 매주 금요일, 매월 15일, 매일 오후 3시.
func (s *Reader) set(r *expr.Reader, w *words.Word, i, end int) int {
	var l length.Length
	l.Add(number.New(int64(w.N), 0), w.Unit)
	e := expr.NewExpr(i)
	e.First = w.Unit
	e.Unit = w.Unit
	if p := runes.SkipBlanks(s.Text, end); p > end {
		if q := r.Repeated(p); q > p {
			end = q
			if next, ok := r.Read(runes.SkipBlanks(s.Text, end)); ok && next.Hour >= 0 && next.First == words.DayUnit &&
				next.Day.How == expr.Absent && next.Weekday == 0 {
				end = next.End
			}
		} else if next, ok := r.Read(p); ok &&
			(next.First > w.Unit || next.First == w.Unit && (next.Hour >= 0 || next.Daytime[1] > 0)) &&
			next.Day.How != expr.Relative && next.Day.How != expr.Anaphoric && next.Year.How == expr.Absent &&
			next.Direction == 0 {
			end = next.End
		}
	}
	v, _ := l.In()
	s.Durations = append(s.Durations, Duration{
		Span: gisa.Span{Start: i, End: end}, Raw: s.Text[i:end], Value: v, Unit: words.Grains[l.Unit()], ISO: l.ISO(),
		Every: true, Rule: "set",
	})
	return end
}
