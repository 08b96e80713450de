package extract

import (
	"strings"
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
		r, n := utf8.DecodeRuneInString(s[i:])
		t := token{kind: '?', start: i, end: i + n}
		switch {
		case r <= ' ' || unicode.IsSpace(r):
			i += n
			continue
		case digitOf(r) >= 0:
			t = numberAt(s, i)
		case unicode.IsLetter(r):
			t.kind = 'a'
			if !(strings.ContainsRune(dateUnits, r) && endsInNumber(out, i)) {
				t.end = lettersEnd(s, t.end)
			}
		case n == 1:
			t.kind = s[i]
		}
		out = append(out, t)
		i = t.end
	}
	return out
}

// endsInNumber reports whether the last token is a number that ends at i.
func endsInNumber(tokens []token, i int) bool {
	n := len(tokens)
	return n > 0 && tokens[n-1].kind == '0' && tokens[n-1].end == i
}

// dateUnits are what stands behind the numbers of a date without a blank before the next word: 23日午後.
const dateUnits = "년월일시분年月日号號時时点點分"

// lettersEnd returns where the letters and marks from i on end.
func lettersEnd(s string, i int) int {
	for i < len(s) {
		r, n := utf8.DecodeRuneInString(s[i:])
		if !unicode.IsLetter(r) && !unicode.IsMark(r) {
			break
		}
		i += n
	}
	return i
}

// numberAt reads the digits at i.
func numberAt(s string, i int) token {
	t := token{kind: '0', start: i}
	for v, n := digitAt(s, i); n > 0; v, n = digitAt(s, i) {
		if t.digits < 9 {
			t.value = t.value*10 + v
		}
		t.digits++
		i += n
	}
	t.end = i
	return t
}

// zeros are the digits 0 of the scripts whose numbers are read, beside those of ASCII and full width: Arabic, Persian,
// Devanagari, Bengali and Thai.
var zeros = [...]rune{'٠', '۰', '०', '০', '๐'}

// digitOf returns the value of a digit, -1 for any other character.
func digitOf(r rune) int {
	switch {
	case r < '٠':
		if r >= '0' && r <= '9' {
			return int(r - '0')
		}
	case r >= '０':
		if r <= '９' {
			return int(r - '０')
		}
	case r <= '๙':
		for _, zero := range zeros {
			if r >= zero && r < zero+10 {
				return int(r - zero)
			}
		}
	}
	return -1
}

// digitAt returns the value and the length of the digit at i; the length is 0 where there is none.
func digitAt(s string, i int) (value, size int) {
	if i >= len(s) {
		return 0, 0
	}
	r, n := utf8.DecodeRuneInString(s[i:])
	if value = digitOf(r); value < 0 {
		return 0, 0
	}
	return value, n
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
