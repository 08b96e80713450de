package stamp

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/gisa-go/gisa/extract/internal/letters"
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
		case letters.Digit(r) >= 0:
			t = numberAt(s, i)
		case unicode.IsLetter(r):
			t.kind = 'a'
			if !(strings.ContainsRune(dateUnits, r) && endsInNumber(out, i)) {
				t.end = letters.End(s, t.end)
			}
		case n == 1:
			t.kind = s[i]
		}
		out = append(out, t)
		i = t.end
	}
	return joinSpaced(s, out)
}

// joinSpaced joins the digits of lines whose characters stand apart: 2 0 2 2 . 2 . 1 5. Four single digits tell them,
// which a dot or the like follows.
func joinSpaced(s string, tokens []token) []token {
	spaced := func(i int) bool { // a digit one blank behind another
		return i > 0 && tokens[i].kind == '0' && tokens[i].digits == 1 && tokens[i-1].kind == '0' &&
			tokens[i].start == tokens[i-1].end+1 && s[tokens[i-1].end] == ' '
	}
	year := false
	for i := 3; i+1 < len(tokens) && !year; i++ {
		year = spaced(i) && spaced(i-1) && spaced(i-2) && tokens[i-3].digits == 1 && !spaced(i-3) &&
			strings.IndexByte(".-/", tokens[i+1].kind) >= 0
	}
	if !year {
		return tokens
	}
	joined := tokens[:0]
	for i, t := range tokens {
		if n := len(joined) - 1; i > 0 && n >= 0 && t.kind == '0' && t.digits == 1 && joined[n].kind == '0' &&
			joined[n].digits < 4 && t.start == joined[n].end+1 && s[joined[n].end] == ' ' {
			joined[n].value = joined[n].value*10 + t.value
			joined[n].digits++
			joined[n].end = t.end
			continue
		}
		joined = append(joined, t)
	}
	return joined
}

// endsInNumber reports whether the last token is a number that ends at i.
func endsInNumber(tokens []token, i int) bool {
	n := len(tokens)
	return n > 0 && tokens[n-1].kind == '0' && tokens[n-1].end == i
}

// dateUnits are what stands behind the numbers of a date without a blank before the next word: 23日午後.
const dateUnits = "년월일시분年月日号號時时点點分"

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

// digitAt returns the value and the length of the digit at i; the length is 0 where there is none.
func digitAt(s string, i int) (value, size int) {
	if i >= len(s) {
		return 0, 0
	}
	r, n := utf8.DecodeRuneInString(s[i:])
	if value = letters.Digit(r); value < 0 {
		return 0, 0
	}
	return value, n
}

type stampReader struct {
	text   string
	tokens []token
	order  Order
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

// stampLimit is how far into a text a date is looked for.
const stampLimit = 240
