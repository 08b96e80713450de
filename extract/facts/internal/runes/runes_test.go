package runes

import (
	"slices"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/gisa-go/gisa/internal/korean"
)

// texts are looked at byte by byte.
var texts = []string{
	"", "가", "가람시는 12일 3,000명이\u00a0모였다.", "１２월　３일~4일", "ABC가나다라마바사아자차카타파하 xyz", "\xea\xb0", "가\xff나", "漢字와 ’22년·23년",
}

func TestSyllableAt(t *testing.T) {
	for _, text := range texts {
		for i := range len(text) {
			r, _ := utf8.DecodeRuneInString(text[i:])
			want := uint(Syllables)
			if korean.IsSyllable(r) {
				want = uint(r - FirstSyllable)
			}
			if got := SyllableAt(text, i); min(got, Syllables) != want {
				t.Errorf("%q at %d: syllable %d, want %d", text, i, got, want)
			}
		}
	}
}

// HangulEnd reads eight bytes at a time what could be read by one.
func TestHangulEnd(t *testing.T) {
	for _, text := range texts {
		for i := range len(text) {
			want := i
			for want < len(text) && text[want] >= 0x80 && (text[want] < 0xC0 || IsHangulLead(text[want])) {
				want++
			}
			if got := HangulEnd(text, i); got != want {
				t.Errorf("%q at %d: ends at %d, want %d", text, i, got, want)
			}
		}
	}
}

func TestDigits(t *testing.T) {
	for text, want := range map[string]int{"12일": 2, "1,106명": 5, "010-1234-5678": 13, "３．５배": 9, "1.": 1, "1,": 1,
		"명": 0} {
		if got := DigitsEnd(text, 0); got != want {
			t.Errorf("%q: digits end at %d, want %d", text, got, want)
		}
	}
	if d, w := DigitAt("７", 0); d != 7 || w != 3 {
		t.Errorf("a wide digit is %d of width %d", d, w)
	}
	if !IsDigitAt("a1", 1) || IsDigitAt("a1", 0) || IsDigitAt("a1", 2) || !DigitBefore("1a", 1) || DigitBefore("1a", 0) {
		t.Error("digits beside a letter")
	}
}

func TestBlanksAndMarks(t *testing.T) {
	for text, want := range map[string]int{"가": 0, " 가": 1, "\u00a0\u3000가": 5, "    가": MaxBlanks, "\n가": 0} {
		if got := SkipBlanks(text, 0); got != want {
			t.Errorf("%q: blanks end at %d, want %d", text, got, want)
		}
	}
	for text, want := range map[string]int{"~": 1, "∼": 3, "–": 3, "가": 0, "": 0, "·": 0} {
		if got := RangeSign(text, 0); got != want {
			t.Errorf("%q: a range sign of width %d, want %d", text, got, want)
		}
	}
	if ListSign("·", 0) != 2 || ListSign(",", 0) != 1 || ListSign("~", 0) != 0 {
		t.Error("list signs")
	}
}

func TestSentence(t *testing.T) {
	for text, want := range map[string]bool{
		"3월에 열고 5월": true, "3.5배로 5월": true, "열었다. 5월": false, "열었다\n5월": false, "2022. 5월": true,
	} {
		if got := Sentence(text, 0, len(text)); got != want {
			t.Errorf("%q is one sentence: %v, want %v", text, got, want)
		}
	}
	if long := strings.Repeat("가", SentenceReach); Sentence(long, 0, len(long)) {
		t.Error("a sentence without end")
	}
}

// A table finds the words that begin as the text does, the longest first, and all of them.
func TestTable(t *testing.T) {
	list := []string{"가나다라", "가나다", "가나", "가", "나", "ab", "a", "é가"}
	starts := NewTable(list, func(w string) (one, two uint64) { return StartOf(w, 0) })
	ends := NewTable(list, func(w string) (one, two uint64) { return EndOf(w, len(w)) })
	for _, text := range append(texts, list...) {
		for i := range len(text) + 1 {
			for _, w := range list {
				if one, two := StartOf(text, i); strings.HasPrefix(text[i:], w) && !slices.Contains(starts.At(one, two), w) {
					t.Errorf("%q at %d: %q is not found", text, i, w)
				}
				if one, two := EndOf(text, i); strings.HasSuffix(text[:i], w) && !slices.Contains(ends.At(one, two), w) {
					t.Errorf("%q before %d: %q is not found", text, i, w)
				}
			}
		}
	}
	if got := starts.At(StartOf("가나다라마", 0)); !slices.Equal(got, list[:4]) {
		t.Errorf("words of 가나다라마: %q", got)
	}
}
