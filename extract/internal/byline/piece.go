package byline

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/gisa-go/gisa/extract/internal/letters"
)

// Person is one of those who wrote an article, by name without 기자 or By.
type Person struct{ Name, Email, Role string }

// Max bounds the texts that are looked at, in bytes.
const Max = 240

// piece is a token of a byline: a word with what separates it from the one before.
type piece struct {
	text, gap string
	role      string // of the word, or at its end
	name      string // of a person
	email     bool
	used      bool
}

func (p *piece) strongRole(w *bylineWords) bool {
	for _, r := range w.roles {
		if r == p.role {
			return true
		}
	}
	return false
}

// split cuts a text into words, marks and addresses.
func (w *bylineWords) split(s string) (out []piece) {
	gap := 0
	for i := 0; i < len(s) && len(out) < 64; {
		if n := AddressAt(s, i); n > 0 {
			out = append(out, piece{text: s[i : i+n], gap: s[gap:i], email: true})
			i += n
			gap = i
			continue
		}
		r, n := utf8.DecodeRuneInString(s[i:])
		if !inWord(r) {
			i += n
			continue
		}
		j := i
		for j < len(s) {
			r, n := utf8.DecodeRuneInString(s[j:])
			if !inWord(r) && r != '\'' && r != '’' ||
				j > i && letters.IsHangul(r) != letters.IsHangul(letters.First(s[i:])) && AddressAt(s, j) > 0 {
				break
			}
			j += n
		}
		p := piece{text: s[i:j], gap: s[gap:i]}
		w.classify(&p)
		out = append(out, p)
		i, gap = j, j
	}
	return out
}

// inWord tells letters and digits; the vowel ㅣ is written for the bar that parts the fields of a byline.
func inWord(r rune) bool { return (unicode.IsLetter(r) || unicode.IsDigit(r)) && r != 'ㅣ' }

// classify tells names, roles and a name with a role at its end: 홍길동기자.
func (w *bylineWords) classify(p *piece) {
	if w.isRole(p.text) {
		p.role = p.text
		return
	}
	if w.isName(p.text) {
		p.name = p.text
		return
	}
	for _, role := range w.roles {
		if name, ok := strings.CutSuffix(p.text, role); ok && w.isName(name) {
			p.role, p.name = role, name
			return
		}
	}
}

// AddressAt returns the length of the e-mail address that begins at i, 0 where there is none.
func AddressAt(s string, i int) int {
	j := i
	for j < len(s) && isAddressByte(s[j]) {
		j++
	}
	if j == i || j >= len(s) || s[j] != '@' {
		return 0
	}
	k := j + 1
	for k < len(s) && (isAddressByte(s[k])) {
		k++
	}
	for k > j && s[k-1] == '.' {
		k--
	}
	if !strings.Contains(s[j:k], ".") {
		return 0
	}
	return k - i
}

func isAddressByte(c byte) bool {
	return c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9' || c == '.' || c == '_' || c == '-' ||
		c == '+'
}
