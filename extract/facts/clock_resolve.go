package facts

import (
	"strings"

	"github.com/gisa-go/gisa/extract/facts/internal/calendar"
	"github.com/gisa-go/gisa/extract/facts/internal/number"
	"github.com/gisa-go/gisa/extract/facts/internal/runes"
)

// clock narrows a day to the time that is named. A part of the day (오전, 밤) narrows only a day named from the
// speaker, as in 내일 오전 and 화요일 저녁; behind a day of the calendar it stands in the span alone.
func (r *resolver) clock(p period) period {
	e := r.e
	if p.unit != dayUnit {
		return p
	}
	switch {
	case e.hour >= 0:
		from := p.from + int64(e.hourOf())*3600
		step, unit := int64(3600), hourUnit
		if e.minute > 0 || e.minute == 0 && e.unit >= minuteUnit {
			step, unit = 60, minuteUnit
			from += int64(e.minute) * 60
		}
		if e.second >= 0 {
			step, unit = 1, secondUnit
			from += int64(e.second)
		}
		if e.zoned {
			from += int64(9*60-e.zone) * 60
		}
		return period{from, from + step, unit}
	case e.daytime[1] > 0 && e.deictic:
		return period{p.from + int64(e.daytime[0])*3600, p.from + int64(e.daytime[1])*3600, hourUnit}
	}
	return p
}

// bareClock gives the day of a time without one.
func (r *resolver) bareClock() (period, bool) {
	r.rel, r.how = true, byText
	if r.bound {
		return days(r.floor, r.floor+1, dayUnit), true
	}
	if r.last.ok && r.last.unit < dayUnit && r.last.end <= r.e.start && runes.Sentence(r.text, r.last.end, r.e.start) {
		return period{}, false // 2020년 4월 오후 11시: the day is not told
	}
	day, ok := r.thisDay(r.text, r.e.start, r.e.end)
	return days(day, day+1, dayUnit), ok
}

// offset gives 3년 전, 사흘 뒤: the year, month, week, day, hour that lies so far from the reference.
func (r *resolver) offset() (period, bool) {
	r.rel, r.how = true, byReference
	l := &r.e.length
	if !r.known || l.vague {
		return period{}, false
	}
	var n [nightUnit + 1]int
	for _, u := range [...]dateUnit{yearUnit, monthUnit, weekUnit, dayUnit, hourUnit, minuteUnit, secondUnit} {
		whole, ok := l.whole(u)
		if !ok {
			return r.halfOffset()
		}
		n[u] = whole * r.e.ago
	}
	base := r.ref
	if r.e.counted || r.fromText() {
		if r.how = byText; !r.last.ok || r.last.unit >= hourUnit && l.unit() >= hourUnit {
			return period{}, false
		}
		base = r.last.first().Civil()
	}
	c := base.AddMonths(12*n[yearUnit] + n[monthUnit])
	day := c.Number() + calendar.Day(7*n[weekUnit]+n[dayUnit])
	c = day.Civil()
	switch l.unit() {
	case yearUnit:
		return days(calendar.DayOf(c.Year, 1, 1), calendar.DayOf(c.Year+1, 1, 1), yearUnit), true
	case monthUnit:
		return days(calendar.DayOf(c.Year, c.Month, 1), calendar.DayOf(c.Year, c.Month+1, 1), monthUnit), true
	case weekUnit:
		if r.e.weekday > 0 {
			day = day.Monday() + calendar.Day(r.e.weekday-1)
			return days(day, day+1, dayUnit), true
		}
		return days(day.Monday(), day.Monday()+7, weekUnit), true
	case dayUnit:
		return r.clock(days(day, day+1, dayUnit)), true
	}
	minute := int64(r.minute+60*n[hourUnit]+n[minuteUnit]) * 60
	from := int64(day)*daySeconds + minute
	if l.unit() == hourUnit {
		from = int64(calendar.FloorDiv(int(from), 3600)) * 3600
		return period{from, from + 3600, hourUnit}, true
	}
	return period{from, from + 60, minuteUnit}, true
}

// fromText tells whether an offset counts from the last date of the text: behind 그로부터, and where something is
// told of that happened after a while.
func (r *resolver) fromText() bool {
	before := strings.TrimRight(r.text[:r.e.start], " ")
	for _, w := range [...]string{"그로부터", "이로부터", "이때로부터", "이날로부터"} {
		if strings.HasSuffix(before, w) {
			return true
		}
	}
	return r.e.ago > 0 && !strings.HasSuffix(before, "로부터") && tenseAfter(r.text, r.e.end) == past
}

// halfOffset gives 2년 반 전, to the month, and 두 시간 반 전, to the minute.
func (r *resolver) halfOffset() (period, bool) {
	l := &r.e.length
	months := l.parts[0].value
	half, ok := number.Sum(months, months).Int64()
	if l.n != 1 || !ok || half > 10000 {
		return period{}, false
	}
	switch l.parts[0].unit {
	case hourUnit:
		from := int64(r.today)*daySeconds + int64(r.minute+30*int(half)*r.e.ago)*60
		return period{from, from + 60, minuteUnit}, true
	case weekUnit:
		day := r.today + calendar.Day(r.e.ago*int(half)*7/2)
		return days(day.Monday(), day.Monday()+7, weekUnit), true
	case yearUnit:
	default:
		return period{}, false
	}
	c := r.ref.AddMonths(6 * int(half) * r.e.ago)
	return days(calendar.DayOf(c.Year, c.Month, 1), calendar.DayOf(c.Year, c.Month+1, 1), monthUnit), true
}

// stretch gives 최근 3년, 앞으로 사흘: so long before the day of the reference, or from it on.
func (r *resolver) stretch() (period, bool) {
	r.rel, r.how = true, byReference
	l := &r.e.length
	if !r.known || l.vague {
		return period{}, false
	}
	sign := 1
	if r.e.direction == toLast || r.e.direction == recently {
		sign = -1
	}
	var n [nightUnit + 1]int
	for _, u := range [...]dateUnit{yearUnit, monthUnit, weekUnit, dayUnit, hourUnit, minuteUnit, secondUnit} {
		whole, ok := l.whole(u)
		if !ok {
			return r.halfStretch(sign)
		}
		n[u] = whole * sign
	}
	if l.unit() >= hourUnit {
		at := int64(r.today)*daySeconds + int64(r.minute)*60
		to := at + int64(n[dayUnit])*daySeconds + int64(n[hourUnit])*3600 + int64(n[minuteUnit])*60 + int64(n[secondUnit])
		return period{min(at, to), max(at, to), minuteUnit}, at != to
	}
	to := r.ref.AddMonths(12*n[yearUnit]+n[monthUnit]).Number() + calendar.Day(7*n[weekUnit]+n[dayUnit])
	return days(min(to, r.today), max(to, r.today), l.unit()), to != r.today
}

// halfStretch gives 최근 5년 반.
func (r *resolver) halfStretch(sign int) (period, bool) {
	l := &r.e.length
	half, ok := number.Sum(l.parts[0].value, l.parts[0].value).Int64()
	if l.n != 1 || !ok || half > 10000 || l.unit() != yearUnit {
		return period{}, false
	}
	to := r.ref.AddMonths(6 * int(half) * sign).Number()
	return days(min(to, r.today), max(to, r.today), yearUnit), true
}

// samePeriod gives 지난해 같은 기간: the period named before, moved to the year that is named.
func (r *resolver) samePeriod() (period, bool) {
	base := r.last
	if !base.ok || base.unit == yearUnit && base.last()-base.first() < 367 {
		if r.e.year.how == anaphoric && r.e.year.n == 0 {
			return r.last.period, r.last.ok
		}
		p, ok := r.year()
		return p, ok
	}
	r.rel, r.how = true, byText
	first, last := base.first().Civil(), (base.last() + 1).Civil()
	y := first.Year + r.e.year.n
	if r.e.year.how != anaphoric {
		named, ok := r.namedYear()
		if !ok {
			return period{}, false
		}
		y = named
	}
	moved := y - first.Year
	from, to := first.AddMonths(12*moved).Number(), last.AddMonths(12*moved).Number()
	return days(from, to, base.unit), from < to
}
