package facts

import (
	"strings"

	"github.com/gisa-go/gisa/extract/facts/internal/calendar"
	"github.com/gisa-go/gisa/extract/facts/internal/runes"
)

// brackets reads what stands in brackets behind a day, and gives where to go on.
func (r *dateReader) brackets(e *expr, i int) int {
	if e.unit != dayUnit {
		return i
	}
	end := i
	switch {
	case strings.HasPrefix(r.text[i:], "("):
		end = r.bracket(e, i)
	case e.weekday != 0 && e.day.how == absent && strings.HasPrefix(r.text[e.end:], "인 "):
		if n, p := r.dayNumber(e.end + len("인 ")); n > 0 && r.openTo(p) { // 토요일인 5일
			e.day, end = field{absolute, n}, p
		}
	case e.weekday != 0 && e.day.how == absent && e.first == dayUnit && e.daytime[1] == 0 && e.direction == 0 && i > e.end:
		if n, p := r.dayNumber(i); n > 0 && r.openTo(p) && !r.lasts(e, p) { // 토요일 5일
			e.day, end = field{absolute, n}, p
		}
	}
	if end == i {
		return i
	}
	e.end = end
	return runes.SkipBlanks(r.text, end)
}

// bracket reads (화), (화요일) behind a day and (15일) behind a weekday.
func (r *dateReader) bracket(e *expr, i int) int {
	p := runes.SkipBlanks(r.text, i+1)
	if w, end := r.words.find(r.text, p, 1<<weekdayWord|1<<weekdayShort); w != nil && e.weekday == 0 && e.day.how != absent {
		end = runes.SkipBlanks(r.text, end)
		if strings.HasPrefix(r.text[end:], ")") {
			e.weekday = w.n
			return end + 1
		}
	}
	if e.weekday != 0 && e.day.how == absent {
		if n, end := r.dayNumber(p); n > 0 && strings.HasPrefix(r.text[end:], ")") {
			e.day = field{absolute, n}
			return end + 1
		}
	}
	if e.day.how == relative || e.day.how == anaphoric { // 어제(13일)
		if n, end := r.dayNumber(p); n > 0 && strings.HasPrefix(r.text[end:], ")") {
			e.said = n
			return end + 1
		}
	}
	return i
}

// apposed notes the day that follows a word that names it: 전날이던 2023년 7월 18일, 다음 날인 9일.
func (r *dateReader) apposed(e *expr) {
	if e.day.how != relative && e.day.how != anaphoric {
		return
	}
	for _, copula := range [...]string{"인 ", "이던 ", "이었던 "} {
		if !strings.HasPrefix(r.text[e.end:], copula) {
			continue
		}
		same, ok := r.read(e.end + len(copula))
		switch {
		case !ok || same.day.how != absolute || same.top > 0:
		case same.month.how == absent:
			e.said = same.day.n
		case same.month.how == absolute && (same.year.how == absolute || same.year.how == absent):
			if c := (calendar.Civil{Year: 2000, Month: same.month.n, Day: same.day.n}); c.Valid() {
				c.Year = same.year.n
				e.told = c
			}
		}
	}
}

// dayNumber reads 15일; 0 where there is none.
func (r *dateReader) dayNumber(i int) (n, end int) {
	d := readInt(r.text, i)
	u, end := r.words.find(r.text, d.end, 1<<unitWord)
	if !d.ok() || u == nil || u.unit != dayUnit || d.value > 31 {
		return 0, i
	}
	return d.value, end
}
