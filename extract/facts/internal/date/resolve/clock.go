package resolve

import (
	"strings"

	"github.com/gisa-go/gisa/extract/facts/internal/calendar"
	"github.com/gisa-go/gisa/extract/facts/internal/date/expr"
	"github.com/gisa-go/gisa/extract/facts/internal/date/words"
	"github.com/gisa-go/gisa/extract/facts/internal/number"
	"github.com/gisa-go/gisa/extract/facts/internal/runes"
)

// clock narrows a day to the time that is named. A part of the day (오전, 밤) narrows only a day named from the
// speaker, as in 내일 오전 and 화요일 저녁; behind a day of the calendar it stands in the span alone.
func (r *Resolver) clock(p Period) Period {
	e := r.E
	if p.Unit != words.DayUnit {
		return p
	}
	switch {
	case e.Hour >= 0:
		from := p.From + int64(r.hour())*3600
		step, unit := int64(3600), words.HourUnit
		if e.Minute > 0 || e.Minute == 0 && e.Unit >= words.MinuteUnit {
			step, unit = 60, words.MinuteUnit
			from += int64(e.Minute) * 60
		}
		if e.Second >= 0 {
			step, unit = 1, words.SecondUnit
			from += int64(e.Second)
		}
		if e.Zoned {
			from += int64(9*60-e.Zone) * 60
		}
		return Period{from, from + step, unit}
	case e.Daytime[1] > 0 && e.Deictic:
		return Period{p.From + int64(e.Daytime[0])*3600, p.From + int64(e.Daytime[1])*3600, words.HourUnit}
	}
	return p
}

// bareClock gives the day of a time without one.
func (r *Resolver) bareClock() (Period, bool) {
	r.Rel, r.How = true, byText
	if r.Bound {
		return days(r.Floor, r.Floor+1, words.DayUnit), true
	}
	if r.Last.OK && r.Last.Unit < words.DayUnit && r.Last.End <= r.E.Start &&
		runes.Sentence(r.Text, r.Last.End, r.E.Start) && !r.inBracket() {
		return Period{}, false // 2020년 4월 오후 11시: the day is not told
	}
	if day, ok := r.heading(); ok {
		return days(day, day+1, words.DayUnit), true
	}
	day, ok := r.thisDay(r.Text, r.E)
	if ok && r.known && r.minute > 0 && r.isToCome() {
		switch t := tenseAfter(r.Words, r.Text, r.E.End); {
		case day == r.today && t == past:
			day-- // 오후 9시께 불이 났다, told in the morning
		case day < r.today && t == farFuture:
			day = r.today
		}
	}
	return days(day, day+1, words.DayUnit), ok
}

// inBracket tells whether a bracket opens between the date before and this one: '2024년 판례' 세미나(오후 3시).
func (r *Resolver) inBracket() bool {
	return strings.LastIndexByte(r.Text[r.Last.End:r.E.Start], '(') > strings.LastIndexByte(r.Text[r.Last.End:r.E.Start],
		')')
}

// isToCome tells whether a time of the day of the reference is after it.
func (r *Resolver) isToCome() bool {
	return r.E.Hour >= 0 && 60*r.hour()+max(r.E.Minute, 0) > r.minute
}

// hour gives the hour of a clock. That of a public event which is named without a part of the day is in the afternoon:
// 25일 3시 공청회.
func (r *Resolver) hour() int {
	if e := r.E; e.Daytime[1] == 0 && e.Hour > 0 && e.Hour <= 6 && !e.Digital() && r.Words.GathersSoon(r.Text, e.End) {
		return e.Hour + 12
	}
	h := r.E.HourOf()
	if e := r.E; h < smallHours && e.Daytime[0] >= 18 && e.Day.How == expr.Relative { // 오늘 밤 1시
		h += 24
	}
	return h
}

// smallHours is the first hour of a day that is no more of the night before.
const smallHours = 5

// heading gives the day that heads the lines of a time, as in programmes: △24일(목), and -본회의(오전 10시) below.
func (r *Resolver) heading() (calendar.Day, bool) {
	l := &r.lastDay
	if !l.OK || l.First() != l.last() || l.End > r.E.Start || r.E.Start-l.End > runes.SentenceReach {
		return 0, false
	}
	if r.heads(l) {
		r.head = *l
	}
	h := &r.head
	return h.First(), h.OK && h.First() == l.First() && r.E.Start-h.End < runes.SentenceReach &&
		!strings.Contains(r.Text[h.End:r.E.Start], "\n\n")
}

// heads tells whether a day stands alone in its line.
func (r *Resolver) heads(m *Moment) bool {
	start := max(0, m.Start-headingReach)
	k := strings.LastIndexByte(r.Text[start:m.Start], '\n')
	end := strings.IndexByte(r.Text[m.End:r.E.Start], '\n')
	if end < 0 || k < 0 && start > 0 {
		return false
	}
	return strings.Trim(r.Text[start+k+1:m.Start]+r.Text[m.End:m.End+end], headingMarks) == ""
}

// headingReach is how many bytes of marks may stand before the day of a heading.
const headingReach = 24

// headingMarks may stand beside the day of a heading.
const headingMarks = " \t\r△▲▽▼○●◇◆□■▶▷◎☆★*-·ㆍ•<>[]()〈〉【】:"

// counted are the units that offsets and stretches are told in.
var counted = [...]words.Unit{
	words.YearUnit, words.MonthUnit, words.WeekUnit, words.DayUnit, words.HourUnit, words.MinuteUnit, words.SecondUnit,
}

// offset gives 3년 전, 사흘 뒤: the year, month, week, day, hour that lies so far from the reference.
func (r *Resolver) offset() (Period, bool) {
	r.Rel, r.How = true, byReference
	l := &r.E.Length
	if !r.known || l.Vague {
		return Period{}, false
	}
	var n [words.NightUnit + 1]int
	for _, u := range counted {
		whole, ok := l.Whole(u)
		if !ok {
			return r.halfOffset()
		}
		n[u] = whole * r.E.Ago
	}
	base := r.Ref
	if r.E.Counted || r.fromText() {
		if r.How = byText; !r.Last.OK || r.Last.Unit >= words.HourUnit && l.Unit() >= words.HourUnit {
			return Period{}, false
		}
		base = r.Last.First().Civil()
	}
	c := base.AddMonths(12*n[words.YearUnit] + n[words.MonthUnit])
	day := c.Number() + calendar.Day(7*n[words.WeekUnit]+n[words.DayUnit])
	c = day.Civil()
	switch l.Unit() {
	case words.YearUnit:
		return days(calendar.DayOf(c.Year, 1, 1), calendar.DayOf(c.Year+1, 1, 1), words.YearUnit), true
	case words.MonthUnit:
		return days(calendar.DayOf(c.Year, c.Month, 1), calendar.DayOf(c.Year, c.Month+1, 1), words.MonthUnit), true
	case words.WeekUnit:
		if r.E.Weekday > 0 {
			day = day.Monday() + calendar.Day(r.E.Weekday-1)
			return days(day, day+1, words.DayUnit), true
		}
		return days(day.Monday(), day.Monday()+7, words.WeekUnit), true
	case words.DayUnit:
		return r.clock(days(day, day+1, words.DayUnit)), true
	}
	minute := int64(r.minute+60*n[words.HourUnit]+n[words.MinuteUnit]) * 60
	from := int64(day)*DaySeconds + minute
	if l.Unit() == words.HourUnit {
		from = int64(calendar.FloorDiv(int(from), 3600)) * 3600
		return Period{from, from + 3600, words.HourUnit}, true
	}
	return Period{from, from + 60, words.MinuteUnit}, true
}

// fromText tells whether an offset counts from the last date of the text: behind 그로부터, and where something is
// told of that happened after a while.
func (r *Resolver) fromText() bool {
	before := strings.TrimRight(r.Text[:r.E.Start], " ")
	for _, w := range [...]string{"그로부터", "이로부터", "이때로부터", "이날로부터"} {
		if strings.HasSuffix(before, w) {
			return true
		}
	}
	return r.E.Ago > 0 && !strings.HasSuffix(before, "로부터") && tenseAfter(r.Words, r.Text, r.E.End) == past
}

// halfOffset gives 2년 반 전, to the month, and 두 시간 반 전, to the minute.
func (r *Resolver) halfOffset() (Period, bool) {
	l := &r.E.Length
	months := l.Parts[0].Value
	half, ok := number.Sum(months, months).Int64()
	if l.N != 1 || !ok || half > 10000 {
		return Period{}, false
	}
	switch l.Parts[0].Unit {
	case words.HourUnit:
		from := int64(r.today)*DaySeconds + int64(r.minute+30*int(half)*r.E.Ago)*60
		return Period{from, from + 60, words.MinuteUnit}, true
	case words.WeekUnit:
		day := r.today + calendar.Day(r.E.Ago*int(half)*7/2)
		return days(day.Monday(), day.Monday()+7, words.WeekUnit), true
	case words.YearUnit:
	default:
		return Period{}, false
	}
	c := r.Ref.AddMonths(6 * int(half) * r.E.Ago)
	return days(calendar.DayOf(c.Year, c.Month, 1), calendar.DayOf(c.Year, c.Month+1, 1), words.MonthUnit), true
}

// stretch gives 최근 3년, 앞으로 사흘: so long before the day of the reference, or from it on.
func (r *Resolver) stretch() (Period, bool) {
	r.Rel, r.How = true, byReference
	l := &r.E.Length
	if !r.known || l.Vague {
		return Period{}, false
	}
	sign := 1
	if r.E.Direction == words.ToLast || r.E.Direction == words.Recently {
		sign = -1
	}
	var n [words.NightUnit + 1]int
	for _, u := range counted {
		whole, ok := l.Whole(u)
		if !ok {
			return r.halfStretch(sign)
		}
		n[u] = whole * sign
	}
	if l.Unit() >= words.HourUnit {
		at := int64(r.today)*DaySeconds + int64(r.minute)*60
		to := at + int64(n[words.DayUnit])*DaySeconds + int64(n[words.HourUnit])*3600 +
			int64(n[words.MinuteUnit])*60 + int64(n[words.SecondUnit])
		return Period{min(at, to), max(at, to), words.MinuteUnit}, at != to
	}
	to := r.Ref.AddMonths(12*n[words.YearUnit]+n[words.MonthUnit]).Number() +
		calendar.Day(7*n[words.WeekUnit]+n[words.DayUnit])
	return days(min(to, r.today), max(to, r.today), l.Unit()), to != r.today
}

// halfStretch gives 최근 5년 반.
func (r *Resolver) halfStretch(sign int) (Period, bool) {
	l := &r.E.Length
	half, ok := number.Sum(l.Parts[0].Value, l.Parts[0].Value).Int64()
	if l.N != 1 || !ok || half > 10000 || l.Unit() != words.YearUnit {
		return Period{}, false
	}
	to := r.Ref.AddMonths(6 * int(half) * sign).Number()
	return days(min(to, r.today), max(to, r.today), words.YearUnit), true
}

// samePeriod gives 지난해 같은 기간: the period named before, moved to the year that is named.
func (r *Resolver) samePeriod() (Period, bool) {
	base := r.Last
	if !base.OK || base.Unit == words.YearUnit && base.last()-base.First() < 367 {
		if r.E.Year.How == expr.Anaphoric && r.E.Year.N == 0 {
			r.Rel, r.How = true, byText
			return r.Last.Period, r.Last.OK
		}
		p, ok := r.year()
		return p, ok
	}
	r.Rel, r.How = true, byText
	first, last := base.First().Civil(), (base.last() + 1).Civil()
	y := first.Year + r.E.Year.N
	if r.E.Year.How != expr.Anaphoric {
		named, ok := r.namedYear()
		if !ok {
			return Period{}, false
		}
		y = named
	}
	moved := y - first.Year
	from, to := first.AddMonths(12*moved).Number(), last.AddMonths(12*moved).Number()
	return days(from, to, base.Unit), from < to
}
