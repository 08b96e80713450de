package facts

import (
	"strings"
	"testing"
	"time"
	"unicode/utf8"

	"github.com/gisa-go/gisa/internal/race"
)

// Any text read at any time gives sound dates and durations, twice the same.
func FuzzDates(f *testing.F) {
	for i, line := range strings.Split(dateTexts(f), "\n") {
		f.Add(line, int64(i)*86400*400)
	}
	f.Add("2022.2.29 2월 30일 13월 32일 25시 61분 99년 0일 9999년", int64(-62135596800))
	f.Add("2022-02-23T17:41:00+14:00 2022-02-23T24:00 00:60 (9999) ’00년", int64(253402300799))
	f.Add("지난 9999년 9999년 전 9999년 뒤 최근 9999년 100년간 9999년 후 15~1일 12~1월 4~1분기", int64(1645605660))
	f.Add("2박2박", int64(8398080091))
	f.Fuzz(func(t *testing.T, text string, second int64) {
		ref := time.Unix(second, 0)
		checkDates(t, text, ref)
		if !utf8.ValidString(text) {
			return
		}
		opts := &Options{Reference: ref, Names: NamesNone, Weak: true}
		a, b := Find(text, opts), Find(text, opts)
		marked, answers := mark(text, a)
		if m, s := mark(text, b); m != marked || s != answers {
			t.Fatalf("%q: two answers", text)
		}
	})
}

// hostileDates would cost quadratic time if a reader looked back or ahead without a limit.
var hostileDates = []string{
	"15일 ", "2월 30일 ", "이날 ", "15일~", "15~", "2022.", "2022.2.", "12:", "12:30:", "3월·", "지난 ", "지난 3월 ", "(1636", "(화",
	"15일(", "오전 ",
	"15일 전 가", "전년 동기 ", "그로부터 3년 뒤 ", "매주 ", "월요일", "수", "한 ", "1년 1월 ", "이천", "3일부터 ", "Feb. ", "1 Feb ", "’98", "令和",
	"음력 ", "설 ",
	"2022년 3월 ", "가나다라 15일까지 ", "2020년 3월 다리 31일 ", "어제\n", "3·4·", "1,2,",
}

func TestHostileDates(t *testing.T) {
	for _, unit := range hostileDates {
		text := strings.Repeat(unit, race.Fewer(1<<16)/len(unit))
		for _, ref := range []time.Time{{}, corpusTime} {
			checkDates(t, text, ref)
		}
	}
}
