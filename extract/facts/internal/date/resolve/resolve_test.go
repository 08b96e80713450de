package resolve

import (
	"sync"
	"testing"
	"time"

	"github.com/gisa-go/gisa/extract/facts/internal/calendar"
	"github.com/gisa-go/gisa/extract/facts/internal/date/expr"
	"github.com/gisa-go/gisa/extract/facts/internal/date/look"
	"github.com/gisa-go/gisa/extract/facts/internal/date/words"
)

var builtin = sync.OnceValue(func() *words.Words { return words.New(words.Builtin()) })

// place reads the date that a text begins with and places it, as it is published on Wednesday, 23 February 2022.
func place(text string) (days, rule string) {
	var c Context
	c.Setup(builtin(), time.Date(2022, 2, 23, 17, 41, 0, 0, calendar.KST))
	r := expr.Reader{Source: look.Source{Text: text, Words: builtin()}, Now: c.Ref.Year}
	e, _ := r.Read(0)
	res := Resolver{Context: &c, Text: text, E: &e}
	p, ok := res.Resolve()
	if !ok {
		return "", ""
	}
	from, to := p.Times()
	return from.Format("2006-01-02") + " " + to.Format("2006-01-02"), Rule(&e, res.How)
}

func TestResolve(t *testing.T) {
	for text, want := range map[string][2]string{
		"2021년 3월":    {"2021-03-01 2021-04-01", "month: absolute"},
		"지난해":         {"2021-01-01 2022-01-01", "year: relative"},
		"3월 열린다":      {"2022-03-01 2022-04-01", "month: future tense"},
		"11월 열렸다":     {"2021-11-01 2021-12-01", "month: past tense"},
		"지난 15일":      {"2022-02-15 2022-02-16", "day: last"},
		"다음 주 월요일":    {"2022-02-28 2022-03-01", "day: relative"},
		"음력 1월 15일":   {"2022-02-15 2022-02-16", "lunar: nearest"},
		"추석 연휴 때":     {"2022-09-09 2022-09-12", "holiday: nearest"},
		"올해 상반기":      {"2022-01-01 2022-07-01", "half: relative"},
		"3월 둘째 주 수요일": {"2022-03-09 2022-03-10", "day: nearest"},
	} {
		if days, rule := place(text); days != want[0] || rule != want[1] {
			t.Errorf("%s is %q by %q, want %q", text, days, rule, want)
		}
	}
}

func TestTense(t *testing.T) {
	for text, want := range map[string]tense{
		" 협약을 맺었다.": past, " 축제를 연다.": future, " 문을 열 예정이다.": farFuture, " 가람시 해람군.": noTense,
		" “갔다”고 말한다": future, " 열기로 했다": farFuture, ".\n열었다": noTense,
	} {
		if got := tenseAfter(builtin(), text, 0); got != want {
			t.Errorf("%q: tense %d, want %d", text, got, want)
		}
	}
}

// Without a reference only what is absolute has a place.
func TestResolveWithoutReference(t *testing.T) {
	for text, want := range map[string]bool{"2021년 3월": true, "지난해": false, "3월": false, "15일": false, "화요일": false} {
		var c Context
		c.Setup(builtin(), time.Time{})
		r := expr.Reader{Source: look.Source{Text: text, Words: builtin()}}
		e, _ := r.Read(0)
		res := Resolver{Context: &c, Text: text, E: &e}
		if _, ok := res.Resolve(); ok != want {
			t.Errorf("%s has a place: %v, want %v", text, ok, want)
		}
	}
}
