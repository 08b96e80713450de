package expr

import (
	"fmt"
	"strings"
	"sync"
	"testing"

	"github.com/gisa-go/gisa/extract/facts/internal/date/look"
	"github.com/gisa-go/gisa/extract/facts/internal/date/words"
)

var builtin = sync.OnceValue(func() *words.Words { return words.New(words.Builtin()) })

// describe says what was read in a few letters: the year, month and day as numbers or offsets, the weekday, the clock.
func describe(text string) string {
	r := Reader{Source: look.Source{Text: text, Words: builtin()}, Now: 2022}
	e, ok := r.Read(0)
	if !ok {
		return ""
	}
	s := []string{text[:e.End]}
	for _, f := range []struct {
		name string
		Field
	}{{"y", e.Year}, {"m", e.Month}, {"w", e.Week}, {"d", e.Day}} {
		switch f.How {
		case Absent:
		case Absolute:
			s = append(s, fmt.Sprintf("%s%d", f.name, f.N))
		default:
			s = append(s, fmt.Sprintf("%s%+d", f.name, f.N))
		}
	}
	if e.Top > 0 {
		s = append(s, fmt.Sprintf("to %d", e.Top))
	}
	if e.Weekday > 0 {
		s = append(s, fmt.Sprintf("weekday %d", e.Weekday))
	}
	if e.Hour >= 0 {
		s = append(s, fmt.Sprintf("%d:%d", e.HourOf(), e.Minute))
	}
	return strings.Join(s, " ")
}

func TestRead(t *testing.T) {
	for text, want := range map[string]string{
		"2022년 3월 15일(화) 오후 2시 30분에": "2022년 3월 15일(화) 오후 2시 30분 y2022 m3 d15 weekday 2 14:30",
		"지난해 12월":            "지난해 12월 y-1 m12",
		"15~17일 열린다":         "15~17일 d15 to 17",
		"2022-03-15T09:20":   "2022-03-15T09:20 y2022 m3 d15 9:20",
		"’22. 3. 15.~3. 20.": "",
		"23 February 2022":   "23 February 2022 y2022 m2 d23",
		"오는 금요일":             "오는 금요일 weekday 5",
		"지난주 화요일":            "지난주 화요일 w-1 weekday 2",
		"3월 32일":             "3월 m3",
		"가람시":                "",
		"12명":                "",
	} {
		if got := describe(text); got != want {
			t.Errorf("%s:\n got %q\nwant %q", text, got, want)
		}
	}
}

func TestOtherEnd(t *testing.T) {
	for text, want := range map[string]string{
		"3월 15일부터 4월 2일까지": "4월 2일", "15일~20일": "20일", "2022.3.15.~3.20.": "3.20", "3월 15일 가람시": "",
	} {
		r := Reader{Source: look.Source{Text: text, Words: builtin()}}
		e, _ := r.Read(0)
		b, found := r.OtherEnd(&e)
		if !found {
			b = NewExpr(0)
		}
		if got := text[b.Start:b.End]; got != want {
			t.Errorf("%s ends with %q, want %q", text, got, want)
		}
	}
}
