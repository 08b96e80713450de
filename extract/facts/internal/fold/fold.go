// Package fold writes a text as the rules read it: every blank as a space, decomposed Hangul composed, what cannot be
// seen left out, Chinese characters that Unicode has twice as the usual ones. It remembers where each byte comes
// from.
package fold

import (
	"strings"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

// Text is a folded text.
type Text struct {
	Text  string
	edits edits
}

// Of folds a text.
func Of(text string) (t Text) {
	var b strings.Builder
	b.Grow(len(text))
	done := 0
	for next := nextFolded(text, 0); next < len(text); next = nextFolded(text, done) {
		b.WriteString(text[done:next])
		at := b.Len()
		r, n := utf8.DecodeRuneInString(text[next:])
		switch s, width := syllableAt(text, next, r); {
		case width > 0:
			b.WriteRune(s)
			n = width
		case isBlank(r):
			b.WriteByte(' ')
		case isUnseen(r):
		case isTwin(r):
			b.WriteString(norm.NFKC.String(text[next : next+n]))
		default:
			b.WriteString(text[next : next+n])
		}
		done = next + n
		t.edits.add(edit{at, b.Len(), next, done})
	}
	t.edits.end()
	b.WriteString(text[done:])
	t.Text = b.String()
	return t
}

// In tells whether something of a text is folded.
func In(text string) bool { return nextFolded(text, 0) < len(text) }

// nextFolded gives the next place at which something is folded, or the end of the text.
func nextFolded(text string, i int) int {
	for ; i < len(text); i++ {
		switch c := text[i]; {
		case c >= 0xEA && c <= 0xED:
			i += len("가") - 1
		case !folds[c]:
		case c < ' ':
			return i
		default:
			if r, n := utf8.DecodeRuneInString(text[i:]); n > 1 && Rune(r) {
				return i
			}
		}
	}
	return i
}

// folds holds the first bytes of runes that are folded, and of some others.
var folds = func() (first [256]bool) {
	for c := range ' ' {
		first[c] = isBlank(c)
	}
	for _, c := range [...]byte{0xC2, 0xE1, 0xE2, 0xE3, 0xEF} {
		first[c] = true
	}
	return first
}()

// Rune tells whether a rune is one of those that are folded.
func Rune(r rune) bool { return isJamo(r) || isBlank(r) || isUnseen(r) || isTwin(r) }

// isBlank tells what stands for a blank: spaces of other widths, those where no line may break, and the control
// characters that some fonts of PDF files have in place of one.
func isBlank(r rune) bool {
	switch {
	case r < ' ':
		return r != '\t' && r != '\n' && r != '\v' && r != '\f' && r != '\r'
	case r >= '\u2000' && r <= '\u200a':
		return true
	}
	return r == '\u00a0' || r == '\u202f' || r == '\u205f' || r == '\u3000'
}

// isUnseen tells what takes no room: joiners, marks of direction, hyphens that may come.
func isUnseen(r rune) bool {
	return r == '\u00ad' || r >= '\u200b' && r <= '\u200f' || r == '\u2060' || r == '\ufeff'
}

// isTwin tells the Chinese characters that Unicode has twice: radicals, and those that Korean standards have once for
// each reading.
func isTwin(r rune) bool { return r >= '\u2f00' && r <= '\u2fd5' || r >= '\uf900' && r <= '\ufad9' }

// The first jamo of each kind and how many there are, as Unicode composes Hangul syllables.
const (
	firstL, firstV, firstT = 0x1100, 0x1161, 0x11A7
	countL, countV, countT = 19, 21, 28
)

// isJamo tells what a decomposed syllable begins with.
func isJamo(r rune) bool { return r >= firstL && r < firstL+countL }

// syllableAt composes the syllable that begins with the jamo l at i, width 0 if there is none.
func syllableAt(text string, i int, l rune) (s rune, width int) {
	if !isJamo(l) {
		return 0, 0
	}
	width = len("ᄀ")
	v, n := utf8.DecodeRuneInString(text[i+width:])
	if v < firstV || v >= firstV+countV {
		return 0, 0
	}
	width += n
	s = '가' + ((l-firstL)*countV+v-firstV)*countT
	if t, n := utf8.DecodeRuneInString(text[i+width:]); t > firstT && t < firstT+countT {
		s, width = s+t-firstT, width+n
	}
	return s, width
}
