package facts

import (
	"strings"
	"unicode/utf8"

	"github.com/gisa-go/gisa/extract/facts/internal/calendar"
	"github.com/gisa-go/gisa/extract/facts/internal/runes"
)

// how says by what a part of a date is fixed.
type how uint8

const (
	absent    how = iota
	absolute      // 2022년, 3월, 15일
	relative      // 지난해, 내달, 어제: an offset from the reference
	anaphoric     // 이듬해, 같은 달, 이날: an offset from the last date of the text
	newYear       // 새해
	thisYear      // 올 before a part of the year
)

// field is one part of a date.
type field struct {
	how how
	n   int
}

// expr is a date as it is written, not yet resolved. Its fields are those that were named.
type expr struct {
	start, end int
	dayEnd     int      // where the day ends, before a clock time
	first      dateUnit // the coarsest unit named
	unit       dateUnit // the finest unit named, clock times included
	direction  int

	year, month, week, day field
	yearKind               dateUnit // schoolYear, or noUnit
	span                   int      // the decade's first year, or the century's number
	half, quarter, season  int
	lunar                  bool
	nth                    int // of a week or a weekday; -1 the last
	weekday                int // 1 Monday
	weekend                bool
	holiday                *calendar.Holiday
	frame                  bool // the 연휴 of the holiday
	part                   int
	daytime                [2]int         // hours
	said                   int            // the number of a day that a word names: 어제(13일), 전날인 9일
	told                   calendar.Civil // the same in full: 전날이던 2023년 7월 18일
	deictic                bool           // the day is named from the speaker: 오늘, 내일, 화요일
	hour, minute, second   int            // -1 where not named
	zone                   int            // minutes east of Greenwich
	zoned                  bool
	same                   bool // 같은 기간
	top                    int  // the upper number of 15~17일, for the finest unit; 0 if none
	form                   dateForm
	born                   bool // a year of two digits that is not after the reference
	void                   bool // of an era that is not resolved
	weak                   bool
	length                 length // of an offset or a period
	ago                    int    // -1 전, 1 뒤; 0 no offset
	counted                bool   // the offset is from the day named last: 내일부터 이틀 뒤
	period                 bool   // 최근 3년
}

// dateForm says how a date is written.
type dateForm uint8

const (
	plainForm   dateForm = iota // numbers and words with their units
	wordForm                    // 삼월
	shortForm                   // ’98년
	numericForm                 // 2022-02-23
	englishForm                 // Feb. 23, 2022
	bareForm                    // (1636)
	weekForm                    // 둘째 주 월요일: the weekday of that week
)

func newExpr(start int) expr {
	return expr{start: start, end: start, hour: -1, minute: -1, second: -1}
}

// name notes that a unit was read.
func (e *expr) name(u dateUnit) {
	if e.first == noUnit {
		e.first = u
	}
	e.unit = u
}

// named tells whether anything but a direction was read.
func (e *expr) named() bool { return e.unit != noUnit }

// dateReader reads dates at one place of a text.
type dateReader struct {
	text    string
	words   *dateWords
	now     int  // the year of the reference, or 0
	closing bool // the second date of a range is read: 사이 may follow
}

// read reads the longest date that starts at i.
func (r *dateReader) read(i int) (e expr, ok bool) {
	e = newExpr(i)
	at := i
	if end := r.leading(&e, i); end > i {
		e.end, at = end, runes.SkipBlanks(r.text, end)
	}
	for !e.closed() && r.goesOn(&e, at) {
		next := e
		end := r.piece(&next, at)
		if end <= at {
			break
		}
		next.end = end
		e = next
		if at = r.halfHour(&e, end); at > end {
			e.end = at
		}
		at = r.brackets(&e, runes.SkipBlanks(r.text, at))
		if e.unit == dayUnit && e.daytime[1] == 0 {
			e.dayEnd = e.end
		}
	}
	return e, e.named() && r.complete(&e)
}

// goesOn tells whether a further part of the date may begin at i. It looks at one syllable; most dates end here.
func (r *dateReader) goesOn(e *expr, i int) bool {
	if i >= len(r.text) {
		return false
	}
	k := runes.SyllableAt(r.text, i)
	switch {
	case k < runes.Syllables:
		return r.words.kinds[k]&e.nextKinds() != 0 || r.words.numerals[k] || i == e.end && strings.HasPrefix(r.text[i:], "의")
	case r.text[i] < utf8.RuneSelf:
		return r.text[i]-'0' < 10 || r.words.asciis[r.text[i]]&e.nextKinds() != 0
	}
	return true
}

// closed tells that nothing can be added: a year or a range in digits alone.
func (e *expr) closed() bool { return e.form == bareForm || e.top > 0 && e.unit < dayUnit }

// complete tells whether what was read is a date.
func (r *dateReader) complete(e *expr) bool {
	switch {
	case e.year.how == thisYear && e.unit == yearUnit:
		return strings.HasPrefix(r.text[runes.SkipBlanks(r.text, e.end):], "들어")
	case e.season > 0 && e.direction == 0 && e.year.how == absent:
		e.weak = true
	case e.first == dayUnit && e.day.how == absent && e.weekday == 0 && e.holiday == nil && !e.weekend && e.hour < 0:
		e.weak = true // a part of a day
	}
	if e.month.how == absolute && e.form == wordForm && e.first == monthUnit && e.day.how == absent {
		return e.direction != 0 // 삼월
	}
	return true
}

// piece reads one more part of the date at i and gives its end, or i.
func (r *dateReader) piece(e *expr, i int) int {
	if _, w := runes.DigitAt(r.text, i); w > 0 {
		return r.numeral(e, i)
	}
	if end := r.belonging(e, i); end > i {
		return end
	}
	if end := r.word(e, i); end > i {
		return end
	}
	return r.spelled(e, i)
}

// belonging reads what 의 joins to a month or a year: 3월의 마지막 주말, 2월의 마지막 날.
func (r *dateReader) belonging(e *expr, i int) int {
	if e.unit != monthUnit && e.unit != yearUnit || i != e.end || !strings.HasPrefix(r.text[i:], "의 ") {
		return i
	}
	p := runes.SkipBlanks(r.text, i+len("의"))
	w, end := r.words.find(r.text, p, 1<<nthWord|1<<partWord)
	switch {
	case w == nil:
	case w.kind == nthWord:
		if q := r.nth(e, w, p, end); q > p {
			return q
		}
	case w.n == firstDayPart || w.n == lastDayPart:
		if q := r.partWord(e, w, p, end); q > p {
			return q
		}
	}
	return i
}

const (
	laterKinds = 1<<relativeWord | 1<<halfWord | 1<<seasonWord | 1<<partWord | 1<<weekdayWord | 1<<weekendWord | 1<<nthWord | 1<<daytimeWord |
		1<<noonWord | 1<<hourWord | 1<<monthWord | 1<<holidayWord | 1<<holidayPeriod | 1<<holidayShort | 1<<anaphorWord | 1<<samePeriodWord | 1<<lunarWord
	openKinds = 1<<particleWord | 1<<aboutWord | 1<<boundWord
)

// open tells whether a word may end at i: no syllable follows, or one that begins something allowed there.
func (r *dateReader) open(i int) bool {
	if runes.SyllableAt(r.text, i) >= runes.Syllables {
		return true
	}
	w, _ := r.words.find(r.text, i, openKinds)
	return w != nil
}

// openTo is open, or something more of a date follows.
func (r *dateReader) openTo(i int) bool {
	if r.open(i) {
		return true
	}
	w, _ := r.words.find(r.text, i, laterKinds)
	return w != nil
}

// nextKinds gives the kinds of words that may come next.
func (e *expr) nextKinds() uint64 {
	switch {
	case e.named():
		return laterKinds
	case e.direction != 0:
		return laterKinds &^ (1<<relativeWord | 1<<anaphorWord | 1<<samePeriodWord)
	}
	return laterKinds | anchorKinds
}

// word reads a word that adds to the date.
func (r *dateReader) word(e *expr, i int) int {
	w, end := r.words.find(r.text, i, e.nextKinds())
	if w == nil {
		return i
	}
	switch w.kind {
	case noDateWord, lengthWord, everyWord:
		return i
	case eraWord:
		e.year, e.void = field{relative, w.n}, w.n == noEra
		return r.era(e, i, runes.SkipBlanks(r.text, end))
	case relativeWord, anaphorWord, newYearWord, thisYearWord:
		return r.deictic(e, w, i, end)
	case directionWord:
		if e.named() || e.direction != 0 || w.n == recently || w.n == comingly {
			return i
		}
		e.direction = w.n
		return end
	case holidayWord, holidayPeriod, holidayShort:
		return r.holiday(e, w, i, end)
	case daytimeWord, noonWord, hourWord:
		return r.clockWord(e, w, i, end)
	case nthWord:
		return r.nth(e, w, i, end)
	}
	return r.partWord(e, w, i, end)
}

// deictic reads a word like 지난해, 내달, 이날, 새해, 올.
func (r *dateReader) deictic(e *expr, w *dateWord, i, end int) int {
	f := field{how: relative, n: w.n}
	unit := w.unit
	switch w.kind {
	case anaphorWord:
		f.how = anaphoric
	case newYearWord:
		f.how, unit = newYear, yearUnit
	case thisYearWord:
		f.how, unit = thisYear, yearUnit
	}
	if e.named() && (w.n != 0 || e.unit >= unit || w.kind != anaphorWord || e.year.how == absolute) {
		return i
	}
	if w.segments[0] == "당일" && r.precededBy(i, eventWord) {
		return i // 경기 당일
	}
	if f.how != thisYear && !r.openTo(end) && !runes.IsDigitAt(r.text, end) {
		return i
	}
	switch unit {
	case yearUnit:
		e.year = f
		if b, p := r.words.find(r.text, end, 1<<unitWord); b != nil && b.unit == budgetYear {
			end = p
		} else if strings.HasPrefix(r.text[end:], "도") && r.words.yearDegree(r.text, end) {
			end += len("도")
		}
	case halfUnit, quarterUnit:
		e.year, e.nth = f, 0 // resolved by unit
	case monthUnit:
		e.month = f
	case weekUnit:
		e.week = f
	case dayUnit:
		e.day = f
		e.deictic = f.how == relative
	}
	e.part = w.m
	if w.hours[1] > 0 {
		e.daytime = w.hours
	}
	e.name(unit)
	return end
}

// yearDegree tells 내년도 예산 from 내년도 (내년, too).
func (d *dateWords) yearDegree(text string, i int) bool {
	i = runes.SkipBlanks(text, i+len("도"))
	for _, w := range [...]string{"예산", "국비", "정부", "최저임금", "사업", "국가", "세입", "예결", "시정", "업무", "본예산", "회계", "계획", "결산"} {
		if strings.HasPrefix(text[i:], w) {
			return true
		}
	}
	return false
}

// partWord reads halves, seasons, months in words, parts of periods, weekdays and weekends.
func (r *dateReader) partWord(e *expr, w *dateWord, i, end int) int {
	if !r.openTo(end) {
		return i
	}
	ok := false
	switch w.kind {
	case halfWord, seasonWord, monthWord, lunarWord:
		ok = r.ofYear(e, w)
	case samePeriodWord:
		ok = r.samePeriod(e, i)
	case partWord:
		ok = e.named() && e.part == 0 && e.unit <= weekUnit && e.nth == 0 && r.open(end)
		if ok {
			e.part = w.n
		}
		if ok && e.unit == weekUnit && w.n == endPart { // 이번 주 말
			e.part, e.weekend = 0, true
			e.name(dayUnit)
		}
	case weekdayWord:
		ok = e.unit <= dayUnit && e.weekday == 0 && e.unit != monthUnit && e.unit != yearUnit && e.part == 0
		if ok {
			e.ofWeek(w.n)
		}
	case weekendWord:
		if ok = !e.named() || e.unit == weekUnit; ok {
			e.weekend = true
			if e.nth != 0 { // 첫째 주 주말
				e.form = weekForm
			}
			e.name(dayUnit)
		}
	}
	if !ok {
		return i
	}
	return end
}

// ofYear adds what is a part of a year.
func (r *dateReader) ofYear(e *expr, w *dateWord) bool {
	if e.named() && e.unit != yearUnit {
		return false
	}
	switch w.kind {
	case halfWord:
		if w.m > 0 && e.unit != yearUnit { // 전반기 of what?
			return false
		}
		e.half = w.n
		e.name(halfUnit)
	case seasonWord:
		e.season = w.n
		e.name(seasonUnit)
	case monthWord:
		e.month, e.form = field{absolute, w.n}, wordForm
		e.name(monthUnit)
	case lunarWord:
		if e.lunar {
			return false
		}
		e.lunar = true
	}
	return true
}

// samePeriod adds 같은 기간, 동기; the latter only behind a year.
func (r *dateReader) samePeriod(e *expr, i int) bool {
	if e.unit != yearUnit || e.year.how == absolute && e.part != 0 {
		if e.named() || strings.HasPrefix(r.text[i:], "동기") {
			return false
		}
		e.year = field{anaphoric, 0}
	}
	e.same = true
	e.name(dayUnit)
	return true
}

// ofWeek adds a weekday.
func (e *expr) ofWeek(weekday int) {
	if e.nth != 0 {
		e.form = weekForm
	}
	e.weekday = weekday
	e.deictic = e.deictic || e.day.how == absent
	e.name(dayUnit)
}

// nth reads 둘째 주, 마지막 일요일.
func (r *dateReader) nth(e *expr, w *dateWord, i, end int) int {
	if e.unit != yearUnit && e.unit != monthUnit || e.nth != 0 || e.part != 0 {
		return i
	}
	p := runes.SkipBlanks(r.text, end)
	if week, q := r.words.find(r.text, p, 1<<weekdayWord); week != nil && r.openTo(q) {
		e.nth, e.weekday = w.n, week.n
		e.name(dayUnit)
		return q
	}
	if weekend, q := r.words.find(r.text, p, 1<<weekendWord); weekend != nil && r.openTo(q) {
		e.nth, e.weekend = w.n, true
		e.name(dayUnit)
		return q
	}
	if strings.HasPrefix(r.text[p:], "주") && r.openTo(p+len("주")) {
		e.nth = w.n
		e.name(weekUnit)
		return p + len("주")
	}
	return i
}

// holiday reads the name of a day and what may follow it.
func (r *dateReader) holiday(e *expr, w *dateWord, i, end int) int {
	switch {
	case w.kind == holidayPeriod:
		if e.holiday == nil || e.frame || !r.open(end) {
			return i
		}
		e.frame = true
		return end
	case e.named() && e.unit != yearUnit:
		return i
	case w.kind == holidayShort:
		p := runes.SkipBlanks(r.text, end)
		if e.direction != 0 || e.year.how != absent {
			if !r.open(end) && !strings.HasPrefix(r.text[end:], "연휴") {
				return i
			}
		} else if after, _ := r.words.find(r.text, p, 1<<holidayAfter|1<<holidayPeriod|1<<holidaySeason); after == nil {
			return i
		}
		full, _ := r.words.find(w.segments[0]+"날", 0, 1<<holidayWord)
		if full == nil {
			return i
		}
		w = full
	case !r.open(end):
		if next, _ := r.words.find(r.text, end, 1<<holidayPeriod|1<<holidaySeason); next == nil {
			return i
		}
	}
	e.holiday = &r.words.holidays[w.n]
	e.name(dayUnit)
	if season, p := r.words.find(r.text, runes.SkipBlanks(r.text, end), 1<<holidaySeason); season != nil && r.open(p) {
		end = p
	}
	return end
}
