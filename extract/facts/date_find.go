package facts

import (
	"strings"
	"time"
	"unicode/utf8"

	"github.com/gisa-go/gisa/extract/facts/internal/calendar"
	"github.com/gisa-go/gisa/extract/facts/internal/runes"
)

// dateFinder reads the dates and lengths of time of a text, one after the other.
type dateFinder struct {
	text      string
	last      int // where what was claimed last ends
	reference time.Time
	weak      bool // what lacks context is wanted, too
	state     dateState

	dates     []Date
	durations []Duration
}

// dateAt reads a date, duration or clock time that begins at i, adds it to s.facts and returns where the text it
// claims ends; i if there is none. What it claims is no amount.
func (s *dateFinder) dateAt(i int) int {
	if !s.state.ready {
		s.state.setup(s.reference)
	}
	r := dateReader{text: s.text, words: s.state.words, now: s.state.ref.Year}
	counted := false // a number begins here
	if runes.IsDigitAt(s.text, i) {
		if counted = r.digitsLikely(i); !counted {
			return i
		}
	} else {
		w, end := r.words.find(s.text, i, anchorKinds)
		counted = r.numeralLikely(i)
		switch {
		case w == nil:
			if !counted {
				return i
			}
		case w.kind == noDateWord:
			return end
		case w.kind == everyWord:
			if r.open(end) {
				return s.set(&r, w, i, end)
			}
		case w.kind == lengthWord || w.kind == directionWord:
			counted = true
		}
	}
	if e, ok := r.read(i); ok && e.start >= s.last && !(e.weak && counted) {
		if end := s.dateOf(&r, &e, i); end > i {
			return end
		}
	}
	if counted {
		return s.lengthAt(&r, i)
	}
	return i
}

// digitsLikely tells whether digits at i may begin a date or a length of time, by what stands behind them.
func (r *dateReader) digitsLikely(i int) bool {
	if i > 0 && (runes.ClassOf(int(r.text[i-1])) == runes.Digit || r.text[i-1] == '_') {
		return false
	}
	n := readInt(r.text, i)
	if n.end >= len(r.text) {
		return true
	}
	switch c := r.text[n.end]; {
	case c == '.' || c == '-' || c == '/' || c == ':' || c == ')' || c == ',' || c == '~':
		return true
	case c == 'T' || c == 's' || c == 'n' || c == 'r' || c == 't':
		return true
	}
	p := runes.SkipBlanks(r.text, r.scalesEnd(n.end))
	if k := runes.SyllableAt(r.text, p); k < runes.Syllables {
		return r.words.kinds[k]&(1<<unitWord|1<<lengthUnit) != 0 || n.end == p && strings.HasPrefix(r.text[p:], "번째") || n.digits <= 2 && r.text[p-1] == ' ' && p-n.end > 0 && r.englishBefore(i)
	}
	return p < len(r.text) && (runes.ClassOf(int(r.text[p])) != runes.Other || runes.RangeSign(r.text, p) > 0) || n.digits <= 2 || n.digits == 4
}

// scalesEnd passes over the scale words and digits that go on a number: 2천 in 2천300년.
func (r *dateReader) scalesEnd(i int) int {
	for limit := i + 24; i < limit; {
		if k := runes.SyllableAt(r.text, i); k < runes.Syllables && r.words.scales[k] {
			i += len("천")
		} else if _, w := runes.DigitAt(r.text, i); w > 0 {
			i += w
		} else {
			break
		}
	}
	return i
}

// englishBefore tells whether the name of a month stands before i.
func (r *dateReader) englishBefore(i int) bool {
	month, _ := r.monthBefore(i)
	return month > 0
}

// numeralLikely tells whether a number in words at i may begin a length of time: its syllables are followed by more of
// them or by a unit.
func (r *dateReader) numeralLikely(i int) bool {
	if k := runes.SyllableAt(r.text, i); k >= runes.Syllables || !r.words.numerals[k] {
		return false
	}
	k := runes.SyllableAt(r.text, runes.SkipBlanks(r.text, i+len("한")))
	return k < runes.Syllables && (r.words.numerals[k] || r.words.scales[k] || r.words.kinds[k]&(1<<lengthUnit|1<<unitWord) != 0)
}

// dateOf resolves a date that was read, with the range it may begin, and adds it.
func (s *dateFinder) dateOf(r *dateReader, e *expr, i int) int {
	if e.void {
		return e.end
	}
	if e.weak && !s.weak {
		return s.weakEnd(e, i)
	}
	r.apposed(e)
	res := resolver{dateState: &s.state, text: s.text, e: e}
	p, ok := s.resolveJoined(&res)
	end := e.end
	unit := p.unit
	if top, topEnd, topUnit := s.rangeOf(r, &res, p, ok); topEnd > 0 {
		end, unit = topEnd, max(unit, topUnit)
		if ok = ok && top > p.from; ok {
			p.to = top
		}
		p.unit = unit
	}
	if !ok && s.impossible(e) {
		return i
	}
	d := Date{Span: Span{Start: e.start, End: end}, Raw: s.text[e.start:end], Grain: grains[e.unit], Relative: res.rel, Rule: ruleOf(e, res.how)}
	if ok && p.writable() {
		d.From, d.To = p.times()
		d.Grain = grains[p.unit]
		how := e.year.how
		if how == absent && res.how == bySentence {
			how = s.state.last.how
		}
		s.state.note(moment{period: p, how: how, month: e.month.how != absent && !strings.HasPrefix(s.text[end:], "생"), start: e.start, end: end, ok: true}, e)
	}
	if end, done := s.every(r, e, d); done {
		return end
	}
	d.Bound, d.Approx = r.behind(end)
	if end > e.end || e.top > 0 {
		d.Bound = "" // a range has both its ends
	}
	s.dates = append(s.dates, d)
	return end
}

// resolveJoined resolves a date; one that follows another after no more than a connective comes after it: 6월 18일과 19일.
func (s *dateFinder) resolveJoined(res *resolver) (period, bool) {
	e, l := res.e, &s.state.last
	if l.ok && e.direction == 0 && e.year.how == absent && (e.month.how == absolute || e.month.how == absent && e.day.how == absolute && l.unit == dayUnit) &&
		l.end <= e.start && e.start-l.end < 12 && joined(s.text[l.end:e.start]) && l.unit <= dayUnit && (l.month || e.month.how == absent && e.day.how == absolute) {
		res.floor, res.bound = l.first(), true
		p, ok := res.resolve()
		if ok && p.first()-l.first() < 62 {
			return p, ok
		}
		res.bound, res.how, res.rel = false, byNothing, false
	}
	return res.resolve()
}

// impossible tells of a date that no calendar has, such as 2월 31일.
func (s *dateFinder) impossible(e *expr) bool {
	return e.month.how == absolute && e.day.how == absolute && !e.lunar && !calendar.Valid(2000, e.month.n, e.day.n)
}

// weakEnd passes over what only Weak reports: a number is claimed, so that 14:30 is no amount, a word is not.
func (s *dateFinder) weakEnd(e *expr, i int) int {
	if runes.IsDigitAt(s.text, i) {
		return e.end
	}
	return i
}

// rangeOf reads the other end of a range: of the number itself, or behind a sign or a particle. It gives the end of
// the range in time and in the text, and its unit; an end in the text of 0 where there is no range.
func (s *dateFinder) rangeOf(r *dateReader, a *resolver, from period, ok bool) (to int64, end int, unit dateUnit) {
	e := a.e
	if e.top > 0 {
		b := *e
		b.upper()
		p, okB := s.second(a, &b, from, ok)
		if !okB {
			return 0, e.end, e.unit
		}
		if b.unit == hourUnit {
			return p.from, e.end, p.unit
		}
		return p.to, e.end, p.unit
	}
	if !r.rangeFollows(e) {
		return 0, 0, 0
	}
	b, found := r.otherEnd(e)
	if !found {
		return 0, 0, 0
	}
	p, okB := s.second(a, &b, from, ok)
	if !okB {
		return 0, b.end, b.unit
	}
	if b.hour >= 0 {
		return p.from, b.end, p.unit
	}
	return p.to, b.end, p.unit
}

// upper turns the first date of a range like 15~17일 into the second.
func (e *expr) upper() {
	switch e.unit {
	case yearUnit, schoolYear, budgetYear:
		e.year.n = e.top
	case quarterUnit:
		e.quarter = e.top
	case monthUnit:
		e.month.n = e.top
	case centuryUnit, decadeUnit:
		e.span = e.top
	case hourUnit:
		e.hour = e.top
	default:
		e.day.n = e.top
	}
	e.weekday = 0
}

// second resolves the second date of a range: the first such not before the first date.
func (s *dateFinder) second(a *resolver, b *expr, from period, ok bool) (period, bool) {
	if !ok {
		return period{}, false
	}
	res := resolver{dateState: &s.state, text: s.text, e: b, floor: from.first(), bound: true}
	if b.year.how == absent && b.first == a.e.first && a.e.top > 0 {
		res.floor = from.first()
	}
	if a.e.day.how == anaphoric && a.e.day.n < 0 && b.day.how == anaphoric && b.day.n == 0 { // 전날 밤부터 이날 아침
		res.floor -= calendar.Day(a.e.day.n)
	}
	p, okB := res.resolve()
	if b.hour >= 0 && okB && p.from <= from.from {
		p = b.later(a.e, p, from)
	}
	return p, okB
}

// later moves a clock time that would lie before the beginning of its range by half a day, or to the next day.
func (e *expr) later(a *expr, p, from period) period {
	step := int64(daySeconds)
	if e.daytime[1] == 0 && e.hour <= 12 && p.from+daySeconds/2 > from.from {
		step = daySeconds / 2
	}
	if e.day.how != absent {
		return p
	}
	return period{p.from + step, p.to + step, p.unit}
}

// rangeFollows tells whether what parts the ends of a range stands behind a date. Most dates have none.
func (r *dateReader) rangeFollows(e *expr) bool {
	p := runes.SkipBlanks(r.text, e.end)
	return runes.ParticleAt(r.text, p) || p < len(r.text) && (r.text[p] == '.' || runes.RangeSign(r.text, p) > 0)
}

// otherEnd reads the date behind a range sign, 부터, 에서, or 와 … 사이.
func (r *dateReader) otherEnd(a *expr) (b expr, found bool) {
	if b, found = r.digitsEnd(a); found {
		return b, true
	}
	p := runes.SkipBlanks(r.text, a.end)
	closing, since := false, false // 까지 or 사이 must follow; 부터 stands before
	switch rest := r.text[p:]; {
	case runes.RangeSign(r.text, p) > 0:
		p += runes.RangeSign(r.text, p)
	case strings.HasPrefix(rest, "부터"):
		p, since = p+len("부터"), true
	case strings.HasPrefix(rest, "에서"):
		p, closing = p+len("에서"), true
	case (strings.HasPrefix(rest, "과 ") || strings.HasPrefix(rest, "와 ")) && p == a.end:
		p, closing = p+len("과"), true
	default:
		return b, false
	}
	p = runes.SkipBlanks(r.text, p)
	r.closing = true
	b, ok := r.read(p)
	r.closing = false
	if !ok || b.weak && b.hour < 0 || b.void || b.start < p || b.ago != 0 {
		return b, false
	}
	if b.hour >= 0 && b.first >= dayUnit && b.day.how == absent && a.hour < 0 && b.weekday == 0 {
		return b, false
	}
	if a.unit < dayUnit && b.first >= dayUnit && a.unit != monthUnit || a.hour >= 0 && b.hour < 0 {
		return b, false
	}
	if (closing || since && a.unit >= dayUnit && (b.unit < monthUnit || b.unit >= schoolYear)) && !r.closes(b.end) { // 8일부터 2026학년도 원서를 받는다
		return b, false
	}
	if a.hour < 0 && b.hour >= 0 && b.dayEnd > 0 && r.hours(b.end) {
		b.end, b.unit, b.hour, b.minute, b.daytime = b.dayEnd, dayUnit, -1, -1, [2]int{} // 15~17일, each day from 10 to 5
	}
	return b, true
}

// hours tells whether a clock time that ends at i begins a range of them.
func (r *dateReader) hours(i int) bool {
	p := runes.SkipBlanks(r.text, i)
	return runes.RangeSign(r.text, p) > 0 || strings.HasPrefix(r.text[p:], "부터")
}

// digitsEnd reads the second date of 2022.3.15~3.20, 2022. 3. 15.~4. 10. and ’22.3.15.~’22.4.10.
func (r *dateReader) digitsEnd(a *expr) (b expr, found bool) {
	if a.form != numericForm || a.hour >= 0 || a.unit != dayUnit {
		return b, false
	}
	p := a.end
	if strings.HasPrefix(r.text[p:], ".") {
		p++
	}
	p = runes.SkipBlanks(r.text, p)
	w := runes.RangeSign(r.text, p)
	if w == 0 {
		return b, false
	}
	p = runes.SkipBlanks(r.text, p+w)
	if _, size := utf8.DecodeRuneInString(r.text[p:]); size > 0 && apostrophe(r.text, p+size) == size {
		p += size
	}
	if b, ok := r.read(p); ok && b.form == numericForm && b.unit == dayUnit && b.year.how == absolute {
		return b, true
	}
	b = newExpr(p)
	month := readInt(r.text, p)
	if month.digits == 0 || month.digits > 2 || !strings.HasPrefix(r.text[month.end:], ".") {
		return b, false
	}
	day := readInt(r.text, runes.SkipBlanks(r.text, month.end+1))
	if day.digits == 0 || day.digits > 2 || !calendar.Valid(2000, month.value, day.value) {
		return b, false
	}
	b.month, b.day, b.form, b.end = field{absolute, month.value}, field{absolute, day.value}, numericForm, day.end
	b.name(monthUnit)
	b.name(dayUnit)
	b.end = r.afterDigits(&b, day.end)
	return b, true
}

// closes tells whether the second date of a range may end at i: 까지, 사이, or the end of the clause.
func (r *dateReader) closes(i int) bool {
	p := runes.SkipBlanks(r.text, i)
	if p == len(r.text) {
		return true
	}
	for _, w := range [...]string{"까지", "사이", "입니다", "이다", "까진", "간"} {
		if strings.HasPrefix(r.text[p:], w) {
			return true
		}
	}
	return false
}

// behind reads a bound and an approximation behind a date.
func (r *dateReader) behind(i int) (bound Bound, approx bool) {
	w, end := r.words.find(r.text, i, 1<<aboutWord)
	if w == nil {
		if w, end = r.words.find(r.text, runes.SkipBlanks(r.text, i), 1<<aboutWord); w != nil && !r.open(end) {
			w = nil
		}
	}
	if w != nil && (r.open(end) || end-i > len("께")) {
		approx = true
		i = end
	}
	if w, end := r.words.find(r.text, runes.SkipBlanks(r.text, i), 1<<boundWord); w != nil && (r.open(end) || w.bound == From || w.bound == Until) {
		bound = w.bound
	}
	return bound, approx
}
