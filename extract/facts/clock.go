package facts

import (
	"strings"

	"github.com/gisa-go/gisa/extract/facts/internal/number"
	"github.com/gisa-go/gisa/extract/facts/internal/runes"
)

// clockWord reads 오후, 정오, and hours in words behind 오후: 세 시.
func (r *dateReader) clockWord(e *expr, w *dateWord, i, end int) int {
	if e.named() && (e.unit != dayUnit || e.part != 0) || e.hour >= 0 {
		return i
	}
	switch w.kind {
	case hourWord:
		u, p := r.words.find(r.text, runes.SkipBlanks(r.text, end), 1<<unitWord)
		if u == nil || u.unit != hourUnit || strings.HasPrefix(r.text[p:], "간") || !r.openTo(p) && !r.minutesAt(p) {
			return i
		}
		if e.daytime[1] == 0 && !r.minutesFollow(p) && !(e.named() && r.atHour(p)) {
			return i // 이날 한 시의원
		}
		e.hour = w.n
		e.name(hourUnit)
		return p
	case noonWord:
		if !r.open(end) {
			return i
		}
		e.hour, e.minute = w.n, 0
		e.name(hourUnit)
		return end
	}
	if e.daytime[1] > 0 {
		return i
	}
	p := runes.SkipBlanks(r.text, end)
	_, digit := runes.DigitAt(r.text, p)
	if digit == 0 && !r.open(end) {
		if h, _ := r.words.find(r.text, p, 1<<hourWord); h == nil {
			return i
		}
	}
	e.daytime = [2]int{w.n, w.m}
	e.name(dayUnit)
	return end
}

// clockUnit adds 2시, 30분, 15초.
func (r *dateReader) clockUnit(e *expr, n integer, u dateUnit, end int) bool {
	if n.digits > 2 {
		return false
	}
	switch u {
	case hourUnit:
		if e.named() && e.unit != dayUnit || e.hour >= 0 || n.value > 24 || e.part != 0 || !r.openTo(end) && !r.minutesAt(end) {
			return false
		}
		e.hour = n.value
	case minuteUnit:
		if e.unit != hourUnit || e.minute >= 0 || n.value > 59 || !r.openTo(end) {
			return false
		}
		e.minute = n.value
	default:
		if e.unit != minuteUnit || n.value > 59 || !r.openTo(end) {
			return false
		}
		e.second = n.value
	}
	e.name(u)
	return true
}

// minutesAt tells whether minutes follow an hour without a blank: 2시반, 세시이십분.
func (r *dateReader) minutesAt(i int) bool {
	return strings.HasPrefix(r.text[i:], "반") || runes.SyllableAt(r.text, i) < runes.Syllables && r.minutesFollow(i)
}

// atHour tells whether a particle of times stands at i: 내일 세 시에.
func (r *dateReader) atHour(i int) bool {
	for _, particle := range [...]string{"에", "까지", "부터", "쯤", "경", "께"} {
		if strings.HasPrefix(r.text[i:], particle) {
			return true
		}
	}
	return false
}

// minutesFollow tells whether minutes follow an hour that ends at i: 다섯 시 십 분, 두 시 반.
func (r *dateReader) minutesFollow(i int) bool {
	p := runes.SkipBlanks(r.text, i)
	if strings.HasPrefix(r.text[p:], "반") && r.open(p+len("반")) {
		return true
	}
	n, ok := number.At(r.text, p, p)
	if !ok || n.Form != number.Sino && n.Form != number.Arabic {
		return false
	}
	u, end := r.words.find(r.text, runes.SkipBlanks(r.text, n.End), 1<<unitWord)
	return u != nil && u.unit == minuteUnit && !strings.HasPrefix(r.text[end:], "의")
}

// clockDigits reads 14:30 and 14:30:15, and a zone behind them.
func (r *dateReader) clockDigits(e *expr, i int) int {
	if e.named() && e.unit != dayUnit || e.hour >= 0 || e.part != 0 {
		return i
	}
	h := readInt(r.text, i)
	if h.digits < 1 || h.digits > 2 || h.value > 24 || runes.MarkAt(r.text, h.end, ':') == 0 {
		return i
	}
	m := readInt(r.text, h.end+runes.MarkAt(r.text, h.end, ':'))
	if m.digits != 2 || m.value > 59 || h.value == 24 && m.value > 0 {
		return i
	}
	e.hour, e.minute = h.value, m.value
	end := m.end
	e.weak = !e.named() && e.daytime[1] == 0
	e.name(minuteUnit)
	if w := runes.MarkAt(r.text, end, ':'); w > 0 {
		if s := readInt(r.text, end+w); s.digits == 2 && s.value < 60 {
			e.second, end = s.value, s.end
			e.name(secondUnit)
			if strings.HasPrefix(r.text[end:], ".") { // parts of a second
				if f := readInt(r.text, end+1); f.digits > 0 {
					end = f.end
				}
			}
		}
	}
	if strings.HasPrefix(r.text[end:], ":") && runes.IsDigitAt(r.text, end+1) {
		return i
	}
	return end
}

// zoneAt reads Z or +09:00 and gives minutes east of Greenwich.
func zoneAt(text string, i int) (minutes, end int, ok bool) {
	if i >= len(text) {
		return 0, i, false
	}
	sign := 1
	switch text[i] {
	case 'Z':
		return 0, i + 1, true
	case '-':
		sign = -1
	case '+':
	default:
		return 0, i, false
	}
	h := readInt(text, i+1)
	if h.digits == 4 {
		return sign * (h.value/100*60 + h.value%100), h.end, h.value/100 < 15 && h.value%100 < 60
	}
	if h.digits != 2 || h.value > 14 || h.end >= len(text) || text[h.end] != ':' {
		return 0, i, false
	}
	m := readInt(text, h.end+1)
	return sign * (h.value*60 + m.value), m.end, m.digits == 2 && m.value < 60
}

// hourOf places the hour of a clock in the part of the day that was named: 오후 2시 is 14.
func (e *expr) hourOf() int {
	h, from, to := e.hour, e.daytime[0], e.daytime[1]
	if to == 0 || h > 12 {
		return h
	}
	for _, k := range [...]int{h % 12, h%12 + 12, h%12 + 24} {
		if k >= from && k < to || k == 24 && from >= 18 {
			return k
		}
	}
	return h
}

// half hours: 2시 반.
func (r *dateReader) halfHour(e *expr, i int) int {
	p := runes.SkipBlanks(r.text, i)
	if e.unit == hourUnit && e.minute < 0 && strings.HasPrefix(r.text[p:], "반") && r.open(p+len("반")) {
		e.minute = 30
		e.name(minuteUnit)
		return p + len("반")
	}
	return i
}
