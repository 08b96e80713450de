package facts

import (
	"strings"

	"github.com/gisa-go/gisa/extract/facts/internal/number"
	"github.com/gisa-go/gisa/extract/facts/internal/runes"
)

// Syllables that numbers in words begin with, and further ones inside them or before a unit.
const (
	numeralStarts = "일이삼사오육칠팔구십백천한두세네다여아열스서마쉰예석넉수"
	numeralInner  = "십백천만억조여른흔섯덟곱홉물"
)

// lengthAt reads a length of time at i: an offset (3년 전) or a stretch of time (최근 3년) becomes a date, all else a duration.
func (s *dateFinder) lengthAt(r *dateReader, i int) int {
	at, direction := i, 0
	if w, end := r.words.find(s.text, i, 1<<directionWord); w != nil {
		direction = stretchDirection(w.n)
		at = runes.SkipBlanks(s.text, end)
	}
	l, end := r.length(at)
	if l.n == 0 {
		return i
	}
	if l.days && l.n == 1 && !l.approx && !r.isLength(i, at, end, direction, &l) {
		return i
	}
	e := newExpr(i)
	e.end, e.length, e.direction = end, l, direction
	e.name(l.unit())
	if w, p := r.words.find(s.text, runes.SkipBlanks(s.text, end), 1<<agoWord); w != nil && direction == 0 && !l.top.Valid() && l.unit() != nightUnit && r.open(p) && !r.former(p) {
		return s.offsetOf(r, &e, w.n, p)
	}
	if direction != 0 && !l.top.Valid() && l.unit() != nightUnit {
		e.period = true
		return s.dateOf(r, &e, i)
	}
	return s.addDuration(r, &l, at, end)
}

// stretchDirection turns 지난 and 다음 before a length into the direction of a stretch.
func stretchDirection(n int) int {
	switch n {
	case toLast, recently:
		return recently
	case toNext, toFollowing, comingly:
		return comingly
	}
	return 0
}

// isLength tells whether a bare number of days is a length and no day of the month.
func (r *dateReader) isLength(i, at, end, direction int, l *length) bool {
	n, ok := l.parts[0].value.Int64()
	if !ok || n < 1 || n > 31 || l.vague {
		return true
	}
	if w, _ := r.words.find(r.text, i, 1<<directionWord); w != nil && (w.n == recently || w.n == comingly || w.n == toFollowing) {
		return true // 최근 3일
	}
	probe := newExpr(at)
	probe.direction = direction
	return r.lasts(&probe, end)
}

// offsetOf adds the date of 3년 전, unless the offset is from an event: 개막 3일 전.
func (s *dateFinder) offsetOf(r *dateReader, e *expr, ago, end int) int {
	if r.precededBy(e.start, eventWord) {
		return s.addDuration(r, &e.length, e.start, e.end)
	}
	if ago < 0 && r.sameTime(e, end) {
		return s.dateOf(r, e, e.start)
	}
	e.ago, e.end = ago, end
	if w, p := r.words.find(s.text, runes.SkipBlanks(s.text, end), 1<<weekdayWord); w != nil && e.unit == weekUnit && r.open(p) {
		e.weekday, e.end = w.n, p // 2주 후 월요일
		e.name(dayUnit)
	}
	r.clockBehind(e)
	s.fromDay(e)
	return s.dateOf(r, e, e.start)
}

// sameTime turns 1년 전 before 같은 기간 or 같은 달 into the year of that time.
func (r *dateReader) sameTime(e *expr, i int) bool {
	years, whole := e.length.whole(yearUnit)
	w, end := r.words.find(r.text, runes.SkipBlanks(r.text, i), 1<<samePeriodWord|1<<anaphorWord)
	if !whole || e.length.n != 1 || years == 0 || w == nil || !r.open(end) {
		return false
	}
	switch {
	case w.kind == samePeriodWord:
		e.same = true
		e.name(dayUnit)
	case w.unit == monthUnit && w.n == 0:
		e.month = field{how: anaphoric}
		e.name(monthUnit)
	default:
		return false
	}
	e.year, e.end = field{relative, -years}, end
	return true
}

// clockBehind reads the time of a day that an offset gives: 사흘 뒤 오전 10시.
func (r *dateReader) clockBehind(e *expr) {
	for e.unit >= dayUnit && e.length.unit() == dayUnit {
		next, at := *e, runes.SkipBlanks(r.text, e.end)
		end := r.piece(&next, at)
		if end > at && next.hour < 0 && next.daytime == e.daytime || end <= at {
			return
		}
		next.end = r.halfHour(&next, end)
		*e = next
	}
}

// fromDay puts the offset of 내일로부터 이틀 뒤 and the day that it counts from into one date.
func (s *dateFinder) fromDay(e *expr) {
	k := len(s.dates) - 1
	l := &s.state.last
	if k < 0 || !l.ok || l.unit != dayUnit || e.ago < 0 || s.dates[k].End != l.end || !fromWords(s.text[l.end:e.start]) {
		return
	}
	e.start, e.counted = s.dates[k].Start, true
	s.dates[k] = Date{}
	s.dates = s.dates[:k]
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
func (s *dateFinder) addDuration(r *dateReader, l *length, start, end int) int {
	d := Duration{Span: Span{Start: start, End: end}, Raw: s.text[start:end], Max: l.top, ISO: l.iso(), Approx: l.approx, Rule: "duration"}
	if v, ok := l.in(); ok {
		d.Value, d.Unit = v, grains[l.unit()]
	}
	p := runes.SkipBlanks(s.text, end)
	rest := s.text[p:]
	switch {
	case strings.HasPrefix(rest, "마다"):
		d.Every, d.Rule = true, "set"
	case strings.HasPrefix(rest, "이상"):
		d.Bound = AtLeast
	case strings.HasPrefix(rest, "이하"), strings.HasPrefix(rest, "이내"):
		d.Bound = AtMost
	case strings.HasPrefix(rest, "미만"):
		d.Bound = LessThan
	case strings.HasPrefix(rest, "넘"), strings.HasPrefix(rest, "초과"):
		d.Bound = MoreThan
	case strings.HasPrefix(rest, "가량"), strings.HasPrefix(rest, "정도"), strings.HasPrefix(rest, "남짓"), strings.HasPrefix(rest, "안팎"):
		d.Approx = true
	case strings.HasPrefix(rest, "쯤"), strings.HasPrefix(rest, "가까이"):
		d.Approx = true
	}
	if strings.HasSuffix(strings.TrimRight(s.text[:start], " ")[:len(strings.TrimRight(s.text[:start], " "))], "약") {
		d.Approx = true
	}
	s.durations = append(s.durations, d)
	return end
}

// set adds 매년, 매주 금요일, 매월 15일, 매일 오후 3시.
func (s *dateFinder) set(r *dateReader, w *dateWord, i, end int) int {
	var l length
	l.add(number.New(int64(w.n), 0), w.unit)
	e := newExpr(i)
	e.first = w.unit
	e.unit = w.unit
	if p := runes.SkipBlanks(s.text, end); p > end {
		if q := r.repeated(p); q > p {
			end = q
			if next, ok := r.read(runes.SkipBlanks(s.text, end)); ok && next.hour >= 0 && next.first == dayUnit && next.day.how == absent && next.weekday == 0 {
				end = next.end
			}
		} else if next, ok := r.read(p); ok && (next.first > w.unit || next.first == w.unit && (next.hour >= 0 || next.daytime[1] > 0)) && next.day.how != relative && next.day.how != anaphoric && next.year.how == absent && next.direction == 0 {
			end = next.end
		}
	}
	v, _ := l.in()
	s.durations = append(s.durations, Duration{
		Span: Span{Start: i, End: end}, Raw: s.text[i:end], Value: v, Unit: grains[l.unit()], ISO: l.iso(), Every: true, Rule: "set",
	})
	return end
}

// repeated reads the days of a set that are more than a date: 매월 첫째·셋째 주 금요일, 매주 월·수·금요일, 매달 15일과 30일. It
// gives where they end, i if there are none.
func (r *dateReader) repeated(i int) int {
	nth := r.series(i, 1<<nthWord)
	week := nth
	if p := runes.SkipBlanks(r.text, nth); nth > i && strings.HasPrefix(r.text[p:], "주") && r.openTo(p+len("주")) {
		week = p + len("주")
	}
	p := runes.SkipBlanks(r.text, week)
	days := r.series(p, 1<<weekdayShort|1<<weekdayWord|1<<weekendWord)
	switch {
	case days > p && r.open(days) && (strings.HasSuffix(r.text[:days], "요일") || strings.HasSuffix(r.text[:days], "주말")):
		return days
	case week > nth && r.open(week):
		return week
	}
	n, end := r.dayNumber(i)
	for n > 0 && r.open(end) {
		i = end
		n, end = r.dayNumber(r.joint(i))
	}
	return i
}

// series reads words of some kinds with marks between them, and gives where the last one ends.
func (r *dateReader) series(i int, kinds uint64) int {
	w, end := r.words.find(r.text, i, kinds)
	for w != nil {
		i = end
		p := r.joint(i)
		if p == i {
			break
		}
		w, end = r.words.find(r.text, p, kinds)
	}
	return i
}

// joint passes over what joins the members of a series: ·, a comma, ~, 과, 와.
func (r *dateReader) joint(i int) int {
	for _, w := range [...]int{runes.ListSign(r.text, i), runes.RangeSign(r.text, i)} {
		if w > 0 {
			return runes.SkipBlanks(r.text, i+w)
		}
	}
	if strings.HasPrefix(r.text[i:], "과 ") || strings.HasPrefix(r.text[i:], "와 ") {
		return runes.SkipBlanks(r.text, i+len("과"))
	}
	return i
}

// every turns a date with 마다 behind it into a set: 월요일마다, 주말마다.
func (s *dateFinder) every(r *dateReader, e *expr, d Date) (end int, done bool) {
	if !strings.HasPrefix(s.text[d.End:], "마다") || e.year.how != absent {
		return d.End, false
	}
	unit := yearUnit
	switch {
	case e.weekday > 0 || e.weekend:
		unit = weekUnit
	case e.day.how != absent && e.month.how == absent:
		unit = monthUnit
	case e.hour >= 0 || e.daytime[1] > 0:
		unit = dayUnit
	}
	var l length
	l.add(number.New(1, 0), unit)
	s.durations = append(s.durations, Duration{
		Span: d.Span, Raw: d.Raw, Value: number.New(1, 0), Unit: grains[unit], ISO: l.iso(), Every: true, Rule: "set",
	})
	return d.End, true
}
