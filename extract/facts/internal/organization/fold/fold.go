// Package fold writes a text as lists and model read it, and remembers where each byte comes from.
package fold

import (
	"strings"
	"unicode/utf8"
)

// spaces are what browsers and word processors write where a reader sees a space, or nothing.
var spaces = strings.NewReplacer("\u00a0", " ", "\u202f", " ", "\u3000", " ", "\u200b", "", "\ufeff", "")

// conjoining are the first bytes of the jamo of decomposed Hangul.
const conjoining = "\xe1"

// IsPlain reports whether text needs no fold.
func IsPlain(text string) bool {
	for _, s := range [...]string{"\u00a0", "\u200b", "\u3000", "\u202f", "\ufeff", conjoining} {
		if strings.Contains(text, s) {
			return false
		}
	}
	return true
}

// Text writes a text as rules and model read it: every space as one, decomposed Hangul composed. at holds for each byte
// of the result where it comes from in text, and the end.
func Text(text string) (folded string, at []int32) {
	b := make([]byte, 0, len(text))
	for i := 0; i < len(text); {
		r, n := utf8.DecodeRuneInString(text[i:])
		var out string
		if s, m := compose(text[i:]); m > 0 {
			out, n = s, m
		} else if out = text[i : i+n]; r >= utf8.RuneSelf {
			out = spaces.Replace(out)
		}
		b = append(b, out...)
		for len(at) < len(b) {
			at = append(at, int32(i))
		}
		i += n
	}
	return string(b), append(at, int32(len(text)))
}

// The first jamo of each kind and how many there are, as Unicode composes Hangul syllables.
const (
	firstL, firstV, firstT = 0x1100, 0x1161, 0x11A7
	countL, countV, countT = 19, 21, 28
)

// compose returns the syllable whose jamo text begins with, and their length, or 0.
func compose(text string) (string, int) {
	l, n := utf8.DecodeRuneInString(text)
	v, m := utf8.DecodeRuneInString(text[n:])
	if l < firstL || l >= firstL+countL || v < firstV || v >= firstV+countV {
		return "", 0
	}
	s := '가' + ((l-firstL)*countV+v-firstV)*countT
	if t, k := utf8.DecodeRuneInString(text[n+m:]); t > firstT && t < firstT+countT {
		s, m = s+t-firstT, m+k
	}
	return string(s), n + m
}
