package korean

import (
	"slices"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/google/go-cmp/cmp"
)

func TestFinalOf(t *testing.T) {
	for r, want := range map[rune]Final{'도': Vowel, '일': Rieul, '원': Consonant, 'K': AnyFinal, '3': AnyFinal} {
		if got := FinalOf(r); got != want {
			t.Errorf("FinalOf(%c) = %v, want %v", r, got, want)
		}
	}
}

const someParticles = "# comment\nc 은 이\nv 는 가\nl 로\nn 으로\n* 도 에서 에서는\n"

func TestStems(t *testing.T) {
	p, err := ParseParticles("p", someParticles)
	if err != nil {
		t.Fatal(err)
	}
	for word, want := range map[string][]string{
		"창원은":   {"창원"},
		"창원는":   nil, // 는 asks for a vowel
		"경기도":   {"경기"},
		"서울로":   {"서울"}, // ㄹ counts as a vowel before 로
		"창원으로":  {"창원", "창원으"},
		"해람에서는": {"해람", "해람에서"},
		"도":     nil, // nothing would be left
		"SK는":   {"SK"},
		"":      nil,
	} {
		var got []string
		for _, n := range p.Stems(word, nil) {
			got = append(got, word[:n])
		}
		if diff := cmp.Diff(want, got); diff != "" {
			t.Errorf("%s: %s", word, diff)
		}
	}
	if p.Follows('원', "는") || !p.Follows('원', "은") || p.Follows('원', "") {
		t.Error("agreement of particles")
	}
}

func TestParseParticlesNamesTheLine(t *testing.T) {
	_, err := ParseParticles("words.txt", "c 은\nx 는\n")
	if err == nil || !strings.Contains(err.Error(), "words.txt:2") {
		t.Errorf("error %v", err)
	}
}

func TestWords(t *testing.T) {
	text := "‘가온’(S&P)은 3년-만에 K-water, 값 A-"
	var got []string
	for _, w := range Words(text, nil) {
		got = append(got, text[w.Start:w.End])
	}
	want := []string{"가온", "S&P", "은", "3년", "만에", "K-water", "값", "A"}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Error(diff)
	}
}

func TestWordEnd(t *testing.T) {
	for text, want := range map[string]int{"창원시는 13일": len("창원시는"), "A&B": 1, "": 0, "가": 3, strings.Repeat("가", 1000): longWord} {
		if got := WordEnd(text, 0); got != want {
			t.Errorf("the word of %.20q ends at %d, want %d", text, got, want)
		}
	}
}

// FuzzSuffixes holds Each against the plain way.
func FuzzSuffixes(f *testing.F) {
	f.Add("공단 공사 관리공단 단 TP", "해람시시설관리공단")
	f.Add("은 는 에서는 서는", "창원에서는")
	f.Fuzz(func(t *testing.T, list, word string) {
		var s Suffixes[string]
		endings := strings.Fields(list)
		for _, e := range endings {
			s.Put(e, e)
		}
		var got []string
		s.Each(word, func(start int, v *string) {
			if word[start:] != *v {
				t.Fatalf("%q at %d of %q", *v, start, word)
			}
			got = append(got, *v)
		})
		if !utf8.ValidString(list) || !utf8.ValidString(word) {
			return
		}
		var want []string
		for _, e := range endings {
			if strings.HasSuffix(word, e) && !slices.Contains(want, e) {
				want = append(want, e)
			}
		}
		slices.SortFunc(want, func(a, b string) int { return len(a) - len(b) })
		if diff := cmp.Diff(want, got); diff != "" {
			t.Error(diff)
		}
	})
}

func FuzzWords(f *testing.F) {
	f.Add("가온&나온 A&B \xff\xea\xb0 -")
	f.Fuzz(func(t *testing.T, text string) {
		end := 0
		for _, w := range Words(text, nil) {
			if w.Start < end || w.End <= w.Start || w.End > len(text) {
				t.Fatalf("word %v of %q", w, text)
			}
			end = w.End
		}
	})
}
