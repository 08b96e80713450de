package expr

import (
	"strings"

	"github.com/gisa-go/gisa/extract/facts/internal/date/words"
	"github.com/gisa-go/gisa/extract/facts/internal/runes"
)

// Repeated reads the days of a set that are more than a date: 매월 첫째·셋째 주 금요일, 매주 월·수·금요일, 매달 15일과 30일. It
// gives where they end, i if there are none.
func (r *Reader) Repeated(i int) int {
	nth := r.series(i, 1<<words.NthWord)
	week := nth
	if p := runes.SkipBlanks(r.Text, nth); nth > i && strings.HasPrefix(r.Text[p:], "주") && r.OpenTo(p+len("주")) {
		week = p + len("주")
	}
	p := runes.SkipBlanks(r.Text, week)
	days := r.series(p, 1<<words.WeekdayShort|1<<words.WeekdayWord|1<<words.WeekendWord)
	switch {
	case days > p && r.Open(days) && (strings.HasSuffix(r.Text[:days], "요일") || strings.HasSuffix(r.Text[:days], "주말")):
		return days
	case week > nth && r.Open(week):
		return week
	}
	n, end := r.DayNumber(i)
	for n > 0 && r.Open(end) {
		i = end
		n, end = r.DayNumber(r.joint(i))
	}
	return i
}

// series reads words of some kinds with marks between them, and gives where the last one ends.
func (r *Reader) series(i int, kinds uint64) int {
	w, end := r.Words.Find(r.Text, i, kinds)
	for w != nil {
		i = end
		p := r.joint(i)
		if p == i {
			break
		}
		w, end = r.Words.Find(r.Text, p, kinds)
	}
	return i
}

// joint passes over what joins the members of a series: ·, a comma, ~, 과, 와.
func (r *Reader) joint(i int) int {
	for _, w := range [...]int{runes.ListSign(r.Text, i), runes.RangeSign(r.Text, i)} {
		if w > 0 {
			return runes.SkipBlanks(r.Text, i+w)
		}
	}
	if strings.HasPrefix(r.Text[i:], "과 ") || strings.HasPrefix(r.Text[i:], "와 ") {
		return runes.SkipBlanks(r.Text, i+len("과"))
	}
	return i
}
