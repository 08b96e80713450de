// Package runes looks at the characters of a text by its bytes: syllables of Hangul, digits, blanks and marks.
package runes

import (
	"encoding/binary"
	"math/bits"
	"unicode/utf8"

	"github.com/gisa-go/gisa/internal/korean"
)

// Class sorts bytes for the walk.
type Class uint8

const (
	Other   Class = iota // ends a word
	Digit                // an anchor
	Letter               // inside a word
	Hangul               // lead byte of a syllable: an anchor at the start of a word
	wide                 // lead byte of other runes
	Control              // stands for a blank in some texts
)

const (
	FirstSyllable = 0xAC00
	Syllables     = 0xD7A4 - FirstSyllable
)

// ClassOf gives the class of a byte.
func ClassOf(c int) Class {
	switch {
	case '0' <= c && c <= '9':
		return Digit
	case 'a' <= c|0x20 && c|0x20 <= 'z':
		return Letter
	case 0xEA <= c && c <= 0xED:
		return Hangul
	case c < ' ' && c != '\t' && c != '\n' && c != '\v' && c != '\f' && c != '\r':
		return Control
	case c >= 0x80:
		return wide
	}
	return Other
}

// IsLetterAt reports whether an ASCII letter stands at i.
func IsLetterAt(text string, i int) bool {
	return i >= 0 && i < len(text) && text[i]|0x20 >= 'a' && text[i]|0x20 <= 'z'
}

// WordBefore reports whether a syllable, letter or digit ends at i.
func WordBefore(text string, i int) bool {
	if i <= 0 {
		return false
	}
	if c := text[i-1]; c < utf8.RuneSelf {
		return IsLetterAt(text, i-1) || c-'0' < 10
	}
	r, _ := utf8.DecodeLastRuneInString(text[:i])
	return korean.IsSyllable(r)
}

// StartsHangul tells whether s begins with a syllable of Hangul.
func StartsHangul(s string) bool {
	r, _ := utf8.DecodeRuneInString(s)
	return korean.IsSyllable(r)
}

// FirstRune gives the first rune of s.
func FirstRune(s string) rune {
	r, _ := utf8.DecodeRuneInString(s)
	return r
}

// SyllableAt gives the index of the Hangul syllable at i, or a number too large.
func SyllableAt(text string, i int) uint {
	if i+2 >= len(text) || text[i] < 0xEA || text[i] > 0xED {
		return Syllables
	}
	r := rune(text[i]&0xF)<<12 | rune(text[i+1]&0x3F)<<6 | rune(text[i+2]&0x3F)
	return uint(r - FirstSyllable)
}

// IsHangulLead tells whether a byte begins a syllable, or one of the few runes that share its first byte.
func IsHangulLead(c byte) bool { return c-0xEA < 4 }

// HangulEnd gives where the Hangul that i lies in ends: at the next ASCII byte or first byte of another rune. It reads
// eight bytes at a time.
func HangulEnd(text string, i int) int {
	const ones = 0x0101010101010101
	for ; i+8 <= len(text); i += 8 {
		x := binary.LittleEndian.Uint64([]byte(text[i : i+8]))
		low := x &^ (0x80 * ones) // the sums below carry into the eighth bit of a byte, never beyond
		lead, syllable, over := low+(0x80-0x40)*ones, low+(0x80-0x6A)*ones, low+(0x80-0x6E)*ones
		if end := (^x | lead&^syllable | over) & (0x80 * ones); end != 0 {
			return i + bits.TrailingZeros64(end)/8
		}
	}
	for i < len(text) && text[i] >= utf8.RuneSelf && (text[i] < 0xC0 || IsHangulLead(text[i])) {
		i++
	}
	return i
}
