package amount

import (
	"fmt"
	"strings"
	"sync"
	"testing"

	"github.com/gisa-go/gisa/extract/facts/internal/amount/units"
	"github.com/gisa-go/gisa/extract/facts/internal/lexicon"
	"github.com/gisa-go/gisa/extract/facts/internal/runes"
)

var builtin = sync.OnceValue(func() *units.Words { return units.New(units.Builtin()) })

// read asks for an amount wherever a word or a number begins.
func read(text string) []Amount {
	r := Reader{Text: text, Words: builtin()}
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
	return r.Found
}

func TestReader(t *testing.T) {
	for text, want := range map[string]string{
		"가람시는 3억 5천만원을 들였다":  "3억 5천만원 money 350000000 KRW",
		"약 1300여 명이 왔다":      "1300여 명 count 1300 명",
		"수온이 20∼22도까지 올랐다":   "20∼22도 measure 20..22 ℃",
		"찬성이 3분의 2를 넘었다":     "3분의 2 ratio 0.667 배",
		"1·2위를 휩쓸었다":         "1 ordinal 1 위, 2위 ordinal 2 위",
		"1인당 쌀 10㎏씩":         "10㎏ measure 10 kg",
		"절반이 떠났다":            "절반 ratio 0.5 배",
		"20~30대 청년":          "20~30대 age 20..39 세",
		"해람천 제3회 걷기":         "3회 ordinal 3 회",
		"가람동 101동 1203호":     "",
		"회원과 구조대, 만일을 위해":    "",
		"형사합의21부, 2015도6809": "",
		"영하 8~영상 2도의 날씨":     "영하 8~영상 2도 measure -8..2 ℃",
	} {
		var got []string
		for _, a := range read(text) {
			value := a.Value.String()
			if a.Max.Valid() {
				value += ".." + a.Max.String()
			}
			got = append(got, fmt.Sprintf("%s %s %s %s", a.Raw, a.Kind, value, a.Unit))
		}
		if got := strings.Join(got, ", "); got != want {
			t.Errorf("%s:\n got %s\nwant %s", text, got, want)
		}
	}
}

func TestWordsAround(t *testing.T) {
	a := read("지난해보다 약 12.5% 증가했다")
	if len(a) != 1 || !a[0].Approx || a[0].Change != Increase || a[0].Base != "지난해" {
		t.Errorf("a change: %+v", a)
	}
	a = read("최대 30명 이상")
	if len(a) != 1 || a[0].Bound != lexicon.AtLeast {
		t.Errorf("two bounds: %+v", a)
	}
	a = read("가구당 월 5만원씩")
	if len(a) != 1 || a[0].Per == "" || !a[0].Each {
		t.Errorf("a rate: %+v", a)
	}
}

// TestSections: each section has a name of its own, and the built-in words use it, but for those that stand with the
// words of dates.
func TestSections(t *testing.T) {
	used := map[string]bool{}
	for _, e := range units.Builtin() {
		used[e.Section] = true
	}
	seen := map[string]bool{}
	for _, s := range units.Sections() {
		if s.Name == "" || seen[s.Name] || !used[s.Name] && !strings.HasPrefix(s.Name, "person") {
			t.Errorf("section %q: no name of its own, or no built-in word", s.Name)
		}
		seen[s.Name] = true
	}
}
