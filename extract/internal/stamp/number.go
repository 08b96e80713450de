package stamp

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/gisa-go/gisa/extract/internal/letters"
)

// LabelledNumber finds a label of a kind in a line and the number behind it, or in the next line.
func LabelledNumber(line, next string, kind Label) (n int, raw string, ok bool) {
	lower := strings.ToLower(line)
	for i := 0; i < len(lower); {
		r, size := utf8.DecodeRuneInString(lower[i:])
		if !unicode.IsLetter(r) {
			i += size
			continue
		}
		j := i
		for j < len(lower) {
			r, size := utf8.DecodeRuneInString(lower[j:])
			if !unicode.IsLetter(r) {
				break
			}
			j += size
		}
		if LabelOf(lower[i:j]) == kind {
			rest := strings.TrimLeft(lower[j:], " :·|()[]수")
			if letters.StartsDigit(rest) {
				n, ok = FirstNumber(rest)
				return n, strings.TrimSpace(lower[i:]), ok
			}
			if rest == "" && letters.StartsDigit(strings.TrimSpace(next)) {
				n, ok = FirstNumber(next)
				return n, lower[i:] + " " + next, ok
			}
		}
		i = j
	}
	return 0, "", false
}

// maxCount is the largest number that another digit is added to; it fits ten times into the int of any machine.
const maxCount = (1<<31 - 10) / 10

// FirstNumber reads the first number of a text: 1,106회 is 1106.
func FirstNumber(s string) (int, bool) {
	i := strings.IndexAny(s, "0123456789")
	if i < 0 {
		return 0, false
	}
	n := 0
	for ; i < len(s); i++ {
		switch c := s[i]; {
		case c >= '0' && c <= '9' && n < maxCount:
			n = n*10 + int(c-'0')
		case c == ',' && i+1 < len(s) && s[i+1] >= '0' && s[i+1] <= '9':
		default:
			return n, true
		}
	}
	return n, true
}
