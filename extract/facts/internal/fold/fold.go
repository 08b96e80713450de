// Package fold writes a text as the rules read it: every blank as a space, decomposed Hangul composed, what cannot be seen
// left out, Chinese characters that Unicode has twice as the usual ones. It remembers where each byte comes from.
package fold

import (
	"encoding/binary"
	"strings"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

// Text is a folded text.
type Text struct {
	Text string
	from []int32 // for each byte, where its rune begins in the text as it was
	to   []int32 // and where it ends
}

// Span leads a span of the folded text, not an empty one, back to the text as it was.
func (t *Text) Span(start, end int) (int, int) { return int(t.from[start]), int(t.to[end-1]) }

// Of folds a text. Where nothing is to be folded ok is false, which costs next to nothing.
func Of(text string) (t Text, ok bool) {
	if isPlain(text) {
		return t, false
	}
	b := make([]byte, 0, len(text))
	for i := 0; i < len(text); {
		r, n := utf8.DecodeRuneInString(text[i:])
		start := i
		switch s, width := syllableAt(text, i, r); {
		case width > 0:
			b, i = utf8.AppendRune(b, s), i+width
		case isBlank(r):
			b, i = append(b, ' '), i+n
		case isUnseen(r):
			i += n
			continue
		case isTwin(r):
			b, i = norm.NFKC.AppendString(b, text[i:i+n]), i+n
		default:
			b, i = append(b, text[i:i+n]...), i+n
		}
		for len(t.from) < len(b) {
			t.from, t.to = append(t.from, int32(start)), append(t.to, int32(i))
		}
	}
	t.Text = string(b)
	return t, true
}

// isPlain tells that a text holds nothing that is folded. It looks at the first bytes of the few runes that are.
func isPlain(text string) bool {
	for _, lead := range [...]byte{0xC2, 0xE1, 0xE2, 0xE3, 0xEF} {
		for i := strings.IndexByte(text, lead); i >= 0; {
			if r, n := utf8.DecodeRuneInString(text[i:]); isFolded(r) && n > 1 {
				return false
			}
			k := strings.IndexByte(text[i+1:], lead)
			if k < 0 {
				break
			}
			i += 1 + k
		}
	}
	return !hasControl(text)
}

func isFolded(r rune) bool { return isJamo(r) || isBlank(r) || isUnseen(r) || isTwin(r) }

// hasControl tells whether one of the control characters that stand for a blank is in the text. It reads eight bytes at
// a time.
func hasControl(text string) bool {
	const ones = 0x0101010101010101
	i := 0
	for ; i+8 <= len(text); i += 8 {
		x := binary.LittleEndian.Uint64([]byte(text[i : i+8]))
		if (x-0x20*ones)&^x&(0x80*ones) != 0 && anyControl(text[i:i+8]) {
			return true
		}
	}
	return anyControl(text[i:])
}

func anyControl(text string) bool {
	for i := range len(text) {
		if text[i] < ' ' && isBlank(rune(text[i])) {
			return true
		}
	}
	return false
}

// isBlank tells what stands for a blank: spaces of other widths, those where no line may break, and the control characters
// that some fonts of PDF files have in place of one.
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

// isTwin tells the Chinese characters that Unicode has twice: radicals, and those that Korean standards have once for each
// reading.
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
