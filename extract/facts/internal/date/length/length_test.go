package length

import (
	"sync"
	"testing"

	"github.com/gisa-go/gisa/extract/facts/internal/date/look"
	"github.com/gisa-go/gisa/extract/facts/internal/date/words"
)

var builtin = sync.OnceValue(func() *words.Words { return words.New(words.Builtin()) })

func TestLength(t *testing.T) {
	for text, want := range map[string]string{
		"3년간": "P3Y", "2시간 30분": "PT2H30M", "2박 3일": "P3D", "한 달": "P1M", "1년 반": "P1.5Y", "사흘": "P3D", "3명": "P",
	} {
		r := Reader{Source: look.Source{Text: text, Words: builtin()}}
		l, _ := r.Length(0)
		if got := l.ISO(); got != want {
			t.Errorf("%s is %s, want %s", text, got, want)
		}
	}
	r := Reader{Source: look.Source{Text: "2시간 30분", Words: builtin()}}
	l, _ := r.Length(0)
	if v, ok := l.In(); !ok || v.String() != "150" || l.Unit() != words.MinuteUnit {
		t.Errorf("2시간 30분 is %v of unit %d", v, l.Unit())
	}
}
