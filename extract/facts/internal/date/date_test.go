package date

import (
	"strings"
	"sync"
	"testing"
	"time"

	"github.com/gisa-go/gisa/extract/facts/internal/calendar"
	"github.com/gisa-go/gisa/extract/facts/internal/date/words"
	"github.com/gisa-go/gisa/extract/facts/internal/runes"
)

var builtin = sync.OnceValue(func() *words.Words { return words.New(words.Builtin()) })

// read asks for a date wherever a word or a number begins. The text is of Wednesday, 23 February 2022.
func read(text string) *Reader {
	r := Reader{Text: text, Words: builtin(), Reference: time.Date(2022, 2, 23, 17, 41, 0, 0, calendar.KST)}
	for i := 0; i < len(text); {
		end := i
		if runes.IsDigitAt(text, i) || runes.StartsHangul(text[i:]) && !runes.WordBefore(text, i) {
			end = r.At(i)
		}
		switch {
		case end > i:
			i, r.Last = end, end
		case runes.IsDigitAt(text, i):
			i = runes.DigitsEnd(text, i)
		default:
			i++
		}
	}
	return &r
}

func TestDates(t *testing.T) {
	for text, want := range map[string]string{
		"가람시는 15~17일 축제를 열었다":    "15~17일 02-15..02-18 day",
		"지난달 20일부터 이달 3일까지 받았다":  "지난달 20일부터 이달 3일 01-20..02-04 day",
		"오는 3월 2일 오전 10시에 연다":    "오는 3월 2일 오전 10시 03-02..03-02 hour",
		"18일 협약을 맺었다. 이날 모두 모였다": "18일 02-18..02-19 day, 이날 02-18..02-19 day",
		"사흘 뒤 다시 열린다":            "사흘 뒤 02-26..02-27 day",
		"최근 3년 줄었다":              "최근 3년 02-23..02-23 year",
		"1월 5일과 12일 모였다":         "1월 5일 01-05..01-06 day, 12일 01-12..01-13 day",
		"010-1234-5678로 3명이 알렸다": "",
		"내일로부터 이틀 뒤에 만난다":        "내일로부터 이틀 뒤 02-26..02-27 day",
	} {
		var got []string
		for _, d := range read(text).Dates {
			got = append(got, d.Raw+" "+d.From.Format("01-02")+".."+d.To.Format("01-02")+" "+string(d.Grain))
		}
		if got := strings.Join(got, ", "); got != want {
			t.Errorf("%s:\n got %s\nwant %s", text, got, want)
		}
	}
}

func TestDurations(t *testing.T) {
	for text, want := range map[string]string{
		"3년간 36일 이상 쉬었다": "3년 P3Y, 36일 P36D", "매주 금요일 오후 3시": "매주 금요일 오후 3시 P1W", "월요일마다": "월요일 P1W",
		"개막 3일 전": "3일 P3D", "15일 모였다": "",
	} {
		var got []string
		for _, d := range read(text).Durations {
			got = append(got, d.Raw+" "+d.ISO)
		}
		if got := strings.Join(got, ", "); got != want {
			t.Errorf("%s:\n got %s\nwant %s", text, got, want)
		}
	}
}
