package korean

import (
	"slices"
	"unicode"
	"unicode/utf8"
)

// Word is a run of letters and digits, [Start, End) in bytes: an 어절 without its punctuation.
type Word struct{ Start, End int }

// Words appends the words of text to dst.
func Words(text string, dst []Word) []Word {
	for i := 0; i < len(text); {
		size := letterAt(text, i)
		if size == 0 {
			_, n := utf8.DecodeRuneInString(text[i:])
			i += n
			continue
		}
		start := i
		for size > 0 {
			if i += size; i >= len(text) {
				break
			}
			if size = letterAt(text, i); size == 0 {
				size = joinerAt(text, i)
			}
		}
		if len(dst) == cap(dst) && len(dst) >= manyWords { // as many for the rest as there were so far
			dst = slices.Grow(dst, int(float64(len(dst))/float64(i)*float64(len(text)-i))+manyWords)
		}
		dst = append(dst, Word{start, i})
	}
	return dst
}

// manyWords is how many words a list holds at least of which it is foreseen how long it becomes.
const manyWords = 1 << 12

// longWord is how far WordEnd looks, in bytes: so that asking at every letter of a text without spaces takes linear time.
const longWord = 192

// WordEnd returns where the word ends that byte i is in or behind, or where it is longer than any word. Marks that join
// Latin letters end it.
func WordEnd(text string, i int) int {
	for far := i + longWord; i < len(text) && i < far; {
		n := letterAt(text, i)
		if n == 0 {
			break
		}
		i += n
	}
	return i
}

// letterAt returns the length of the letter or digit at byte i, or zero.
func letterAt(text string, i int) int {
	c := text[i]
	switch {
	case c < utf8.RuneSelf:
		if 'a' <= c|0x20 && c|0x20 <= 'z' || '0' <= c && c <= '9' {
			return 1
		}
		return 0
	case 0xEA <= c && c <= 0xED && i+2 < len(text): // Hangul syllables and a few neighbours
		if r := rune(c&15)<<12 | rune(text[i+1]&63)<<6 | rune(text[i+2]&63); r >= '가' && r <= '힣' {
			return 3
		}
	}
	if r, n := utf8.DecodeRuneInString(text[i:]); unicode.IsLetter(r) || unicode.IsDigit(r) {
		return n
	}
	return 0
}

// joinerAt returns the length of a mark that joins two Latin letters or digits into one word (S&P, K-water).
func joinerAt(text string, i int) int {
	if c := text[i]; c != '&' && c != '-' || i == 0 || i+1 >= len(text) {
		return 0
	}
	if isLatin(text[i-1]) && isLatin(text[i+1]) {
		return 1
	}
	return 0
}

func isLatin(c byte) bool { return 'a' <= c|0x20 && c|0x20 <= 'z' || '0' <= c && c <= '9' }
