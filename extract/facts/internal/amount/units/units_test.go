package units

import (
	"sync"
	"testing"

	"github.com/gisa-go/gisa/extract/facts/internal/number"
)

var builtin = sync.OnceValue(func() *Words { return New(Builtin()) })

func TestUnitAt(t *testing.T) {
	for text, want := range map[string]string{
		"억원을": "", "원을": "원", "명이": "명", "㎞를": "㎞", "km": "km", "kmh": "", "개사가": "개사", "": "",
	} {
		got := ""
		if u := builtin().UnitAt(text, 0); u != nil && !u.Is(Nothing) {
			got = u.Word
		}
		if got != want {
			t.Errorf("%q begins with the unit %q, want %q", text, got, want)
		}
	}
}

func TestSignBefore(t *testing.T) {
	for text, want := range map[string]string{"US$": "USD", "$": "USD", "₩": "KRW", "원": "", "": ""} {
		got := ""
		if u := builtin().SignBefore(text, len(text)); u != nil {
			got = u.Symbol
		}
		if got != want {
			t.Errorf("%q before a number is of %q, want %q", text, got, want)
		}
	}
}

// What a numeral in words may count tells 두 곳 from 세종.
func TestCounts(t *testing.T) {
	for _, c := range []struct {
		unit        string
		native, one bool
		spaced      bool
		want        bool
	}{
		{"곳", true, false, true, true}, {"명", true, true, true, true}, {"원", true, false, true, false},
		{"가지", true, true, false, false},
	} {
		if got := builtin().UnitAt(c.unit, 0).NativeCounts(c.one, c.spaced); got != c.want {
			t.Errorf("%s is counted: %v, want %v", c.unit, got, c.want)
		}
	}
	if u := builtin().UnitAt("퍼센트", 0); !u.SinoCounts('오', true) {
		t.Error("오 퍼센트")
	}
}

// Every beginning is of a numeral in words or of a half.
func TestBeginnings(t *testing.T) {
	seen := map[string]bool{}
	builtin().Beginnings(func(word string, _ ...string) { seen[word] = true },
		func(number, gap, unit string) { seen[number+gap+unit] = true })
	for _, word := range []string{"두 곳", "절반", "삼백", "백만", "세 명"} {
		if !seen[word] {
			t.Errorf("%s is no beginning", word)
		}
	}
	if _, ok := number.At("세종", 0, 0); ok && seen["세종"] {
		t.Error("세종 is a beginning")
	}
}
