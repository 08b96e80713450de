package extract

import (
	_ "embed"
	"unicode"
	"unicode/utf8"
)

// token is a run of digits, of letters, or one other character. Blanks make no token.
type token struct {
	kind       byte // '0', 'a', or the character itself where it is ASCII, else '?'
	start, end int
	value      int
	digits     int
}

func tokenize(s string, from int, out []token) []token {
	limit := min(len(s), from+stampLimit)
	for i := from; i < limit; {
		c := s[i]
		switch {
		case c <= ' ':
			i++
			continue
		case digitAt(s, i) > 0:
			number := numberAt(s, i)
			out = append(out, number)
			i = number.end
			continue
		}
		r, n := utf8.DecodeRuneInString(s[i:])
		if unicode.IsLetter(r) {
			j := i + n
			for j < len(s) {
				r, n := utf8.DecodeRuneInString(s[j:])
				if !unicode.IsLetter(r) && !unicode.IsMark(r) {
					break
				}
				j += n
			}
			out = append(out, token{kind: 'a', start: i, end: j})
			i = j
			continue
		}
		kind := byte('?')
		if n == 1 {
			kind = c
		}
		if !unicode.IsSpace(r) {
			out = append(out, token{kind: kind, start: i, end: i + n})
		}
		i += n
	}
	return out
}

// numberAt reads the digits at i: those of ASCII, of full width, and of the Arabic and Persian scripts.
func numberAt(s string, i int) token {
	t := token{kind: '0', start: i}
	for n := digitAt(s, i); n > 0; n = digitAt(s, i) {
		if t.digits < 9 {
			t.value = t.value*10 + int(s[i+n-1]&0x0f)
		}
		t.digits++
		i += n
	}
	t.end = i
	return t
}

// digitAt returns the length of the digit at i, or 0. Its value is in the low bits of its last byte, ０ and ٠ as well as 0.
func digitAt(s string, i int) int {
	if i >= len(s) {
		return 0
	}
	switch c := s[i]; {
	case c >= '0' && c <= '9':
		return 1
	case c == 0xd9 && i+1 < len(s) && s[i+1] >= 0xa0 && s[i+1] <= 0xa9, c == 0xdb && i+1 < len(s) && s[i+1] >= 0xb0 && s[i+1] <= 0xb9:
		return 2
	case c == 0xef && i+2 < len(s) && s[i+1] == 0xbc && s[i+2] >= 0x90 && s[i+2] <= 0x99:
		return 3
	}
	return 0
}

type stampReader struct {
	text   string
	tokens []token
	order  dayOrder
}

func (r *stampReader) kind(i int) byte {
	if i < 0 || i >= len(r.tokens) {
		return 0
	}
	return r.tokens[i].kind
}

func (r *stampReader) word(i int) string {
	if r.kind(i) != 'a' {
		return ""
	}
	return r.text[r.tokens[i].start:r.tokens[i].end]
}

// skip passes over tokens that are among the words.
func (r *stampReader) skip(i int, words ...string) int {
next:
	for i < len(r.tokens) {
		t := r.text[r.tokens[i].start:r.tokens[i].end]
		for _, w := range words {
			if t == w {
				i++
				continue next
			}
		}
		break
	}
	return i
}
