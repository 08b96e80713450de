package dedupe

import (
	"math/rand/v2"
	"slices"
	"testing"
	"unicode/utf16"
)

func TestNormalise(t *testing.T) {
	for _, test := range []struct{ name, text, want string }{
		{"white space", " 해람시 는\t\n올해\u00a0\u3000예산\u200b을 ", "해람시는올해예산을"},
		{"letter case", "R&D ÀÉ Straße", "r&dàéstraße"},
		{"width", "２０２４년 ＡＢＣ！", "2024년abc!"},
		{"quotes", "“다온” ‘일보’ `한`", `"다온"'일보''한'`},
		{"dashes and dots", "가–나—다·라ㆍ마…", "가-나-다·라·마."},
		{"conjoining jamo", "\u1112\u1161\u11ab\u1100\u1173\u11af \u1112\u1161", "한글하"},
		{"a lone jamo", "\u1112a", "\u1112a"},
		{"beyond the basic plane", "😀 가", "😀가"},
		{"other scripts", "ภาษาไทย 中文 عربى", "ภาษาไทย中文عربى"},
		{"empty", "", ""},
		{"nothing but space", " \n\t\x00", ""},
	} {
		if got := normalise(nil, test.text); !slices.Equal(got, utf16.Encode([]rune(test.want))) {
			t.Errorf("%s: normalise(%q) = %q, want %q", test.name, test.text, string(utf16.Decode(got)), test.want)
		}
	}
	if a, b := normalise(nil, "\xff\xfe"), normalise(nil, "\xfe\xff"); slices.Equal(a, b) {
		t.Error("two different broken texts have the same units")
	}
}

func FuzzNormalise(f *testing.F) {
	f.Add("해람시 ＡＢ “c” 😀\xff \u1112\u1161\u11ab")
	f.Add("\u1112\u1161")
	f.Add("가 나다 라마바 사아자차, 카타파하 A가\x7f나\xea\xb0가나")
	f.Fuzz(func(t *testing.T, text string) {
		units, at := normalise(nil, text), places(nil, text)
		if len(units) != len(at) {
			t.Fatalf("%d units, %d places", len(units), len(at))
		}
		if slow := oneByOne(text); !slices.Equal(units, slow) {
			t.Fatalf("%q: %x, read one by one %x", text, units, slow)
		}
		for i, p := range at {
			if p.start < 0 || p.end <= p.start || p.end > len(text) || i > 0 && p.start < at[i-1].start {
				t.Fatalf("unit %d of %q stands at %v", i, text, p)
			}
			if got := normalise(nil, text[p.start:p.end]); !slices.Contains(got, units[i]) {
				t.Fatalf("unit %d of %q is %x, its place holds %x", i, text, units[i], got)
			}
		}
	})
}

// oneByOne returns the units of text, read a character at a time.
func oneByOne(text string) (units []uint16) {
	for text != "" {
		u0, u1, size := unit(text)
		for _, u := range []uint16{u0, u1} {
			if u != 0 {
				units = append(units, u)
			}
		}
		text = text[size:]
	}
	return units
}

func TestShinglesDependOnTheirUnitsAlone(t *testing.T) {
	rng := rand.New(rand.NewPCG(1, 2))
	units := make([]uint16, 300)
	for i := range units {
		units[i] = uint16(rng.IntN(4)) // few values, so that runs repeat
	}
	for _, k := range []int{2, 5, 64} {
		got := shingles(nil, units, k)
		if len(got) != len(units)-k+1 {
			t.Fatalf("k = %d: %d shingles of %d units", k, len(got), len(units))
		}
		seen := map[uint64][]uint16{}
		for i, h := range got {
			run := units[i : i+k]
			if alone := shingles(nil, run, k); alone[0] != h {
				t.Fatalf("k = %d: shingle %d is %x, alone %x", k, i, h, alone[0])
			}
			if other, ok := seen[h]; ok && !slices.Equal(other, run) {
				t.Fatalf("k = %d: %v and %v have the same hash", k, other, run)
			}
			seen[h] = run
		}
	}
	if got := shingles(nil, units[:4], 5); len(got) != 0 {
		t.Errorf("4 units have %d shingles of 5", len(got))
	}
}
