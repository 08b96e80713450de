package expr

import (
	"strings"

	"github.com/gisa-go/gisa/extract/facts/internal/date/look"
	"github.com/gisa-go/gisa/extract/facts/internal/date/words"
	"github.com/gisa-go/gisa/extract/facts/internal/number"
	"github.com/gisa-go/gisa/extract/facts/internal/runes"
)

// clockWord reads 오후, 정오, and hours in words behind 오후: 세 시.
func (r *Reader) clockWord(e *Expr, w *words.Word, i, end int) int {
	if e.named() && (e.Unit != words.DayUnit || e.Part != 0) || e.Hour >= 0 {
		return i
	}
	switch w.Kind {
	case words.HourWord:
		u, p := r.Words.Find(r.Text, runes.SkipBlanks(r.Text, end), 1<<words.UnitWord)
		if u == nil || u.Unit != words.HourUnit || strings.HasPrefix(r.Text[p:], "간") || !r.OpenTo(p) && !r.minutesAt(p) {
			return i
		}
		if e.Daytime[1] == 0 && !r.minutesFollow(p) && !(e.named() && r.atHour(p)) {
			return i // 이날 한 시의원
		}
		e.Hour = w.N
		e.Name(words.HourUnit)
		return p
	case words.NoonWord:
		if !r.Open(end) {
			return i
		}
		e.Hour, e.Minute = w.N, 0
		e.Name(words.HourUnit)
		return end
	}
	if e.Daytime[1] > 0 {
		return i
	}
	p := runes.SkipBlanks(r.Text, end)
	_, digit := runes.DigitAt(r.Text, p)
	if digit == 0 && !r.Open(end) {
		if h, _ := r.Words.Find(r.Text, p, 1<<words.HourWord); h == nil {
			return i
		}
	}
	e.Daytime = [2]int{w.N, w.M}
	e.Name(words.DayUnit)
	return end
}

// clockUnit adds 2시, 30분, 15초.
func (r *Reader) clockUnit(e *Expr, n look.Integer, u words.Unit, end int) bool {
	if n.Digits > 2 {
		return false
	}
	switch u {
	case words.HourUnit:
		if e.named() && e.Unit != words.DayUnit || e.Hour >= 0 || n.Value > 24 || e.Part != 0 || !r.OpenTo(end) &&
			!r.minutesAt(end) {
			return false
		}
		e.Hour = n.Value
	case words.MinuteUnit:
		if e.Unit != words.HourUnit || e.Minute >= 0 || n.Value > 59 || !r.OpenTo(end) {
			return false
		}
		e.Minute = n.Value
	default:
		if e.Unit != words.MinuteUnit || n.Value > 59 || !r.OpenTo(end) {
			return false
		}
		e.Second = n.Value
	}
	e.Name(u)
	return true
}

// minutesAt tells whether minutes follow an hour without a blank: 2시반, 세시이십분.
func (r *Reader) minutesAt(i int) bool {
	return strings.HasPrefix(r.Text[i:], "반") || runes.SyllableAt(r.Text, i) < runes.Syllables && r.minutesFollow(i)
}

// atHour tells whether a particle of times stands at i: 내일 세 시에.
func (r *Reader) atHour(i int) bool {
	for _, particle := range [...]string{"에", "까지", "부터", "쯤", "경", "께"} {
		if strings.HasPrefix(r.Text[i:], particle) {
			return true
		}
	}
	return false
}

// minutesFollow tells whether minutes follow an hour that ends at i: 다섯 시 십 분, 두 시 반.
func (r *Reader) minutesFollow(i int) bool {
	p := runes.SkipBlanks(r.Text, i)
	if r.Half(p) {
		return true
	}
	n, ok := number.At(r.Text, p, p)
	if !ok || n.Form != number.Sino && n.Form != number.Arabic {
		return false
	}
	u, end := r.Words.Find(r.Text, runes.SkipBlanks(r.Text, n.End), 1<<words.UnitWord)
	return u != nil && u.Unit == words.MinuteUnit && !strings.HasPrefix(r.Text[end:], "의")
}

// clockDigits reads 14:30 and 14:30:15, and a zone behind them.
func (r *Reader) clockDigits(e *Expr, i int) int {
	if e.named() && e.Unit != words.DayUnit || e.Hour >= 0 || e.Part != 0 {
		return i
	}
	h := look.ReadInt(r.Text, i)
	if h.Digits < 1 || h.Digits > 2 || h.Value > 24 || runes.MarkAt(r.Text, h.End, ':') == 0 {
		return i
	}
	m := look.ReadInt(r.Text, h.End+runes.MarkAt(r.Text, h.End, ':'))
	if m.Digits != 2 || m.Value > 59 || h.Value == 24 && m.Value > 0 {
		return i
	}
	e.Hour, e.Minute, e.digital = h.Value, m.Value, h.Digits == 2
	end := m.End
	e.Weak = !e.named() && e.Daytime[1] == 0
	e.Name(words.MinuteUnit)
	if w := runes.MarkAt(r.Text, end, ':'); w > 0 {
		if s := look.ReadInt(r.Text, end+w); s.Digits == 2 && s.Value < 60 {
			e.Second, end = s.Value, s.End
			e.Name(words.SecondUnit)
			if strings.HasPrefix(r.Text[end:], ".") { // parts of a second
				if f := look.ReadInt(r.Text, end+1); f.Digits > 0 {
					end = f.End
				}
			}
		}
	}
	if strings.HasPrefix(r.Text[end:], ":") && runes.IsDigitAt(r.Text, end+1) {
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
	h := look.ReadInt(text, i+1)
	if h.Digits == 4 {
		return sign * (h.Value/100*60 + h.Value%100), h.End, h.Value/100 < 15 && h.Value%100 < 60
	}
	if h.Digits != 2 || h.Value > 14 || h.End >= len(text) || text[h.End] != ':' {
		return 0, i, false
	}
	m := look.ReadInt(text, h.End+1)
	return sign * (h.Value*60 + m.Value), m.End, m.Digits == 2 && m.Value < 60
}

// Digital tells that the hour is written with two digits and a colon, as those of the whole day are: 03:20.
func (e *Expr) Digital() bool { return e.digital }

// dusk is the first hour that 저녁 and 밤 may mean in the afternoon.
const dusk = 5

// HourOf places the hour of a clock in the part of the day that was named: 오후 2시 is 14.
func (e *Expr) HourOf() int {
	h, from, to := e.Hour, e.Daytime[0], e.Daytime[1]
	if to == 0 || h > 12 {
		return h
	}
	for _, k := range [...]int{h % 12, h%12 + 12, h%12 + 24} {
		if k >= from && k < to || k == 24 && from >= 18 {
			return k
		}
	}
	if from >= 12 && h >= dusk { // 저녁 5시, but 밤 1시
		return h%12 + 12
	}
	return h
}

// half hours: 2시 반.
func (r *Reader) halfHour(e *Expr, i int) int {
	p := runes.SkipBlanks(r.Text, i)
	if e.Unit == words.HourUnit && e.Minute < 0 && r.Half(p) {
		e.Minute = 30
		e.Name(words.MinuteUnit)
		return p + len("반")
	}
	return i
}
