package byline

import (
	"strings"

	"github.com/gisa-go/gisa/extract/internal/letters"
)

// MaxGuest bounds the lines in which a guest signs, in bytes.
const MaxGuest = 150

// Guest reads the line with which a writer from outside the newsroom signs: the name first, then where they work and as
// what, as in 홍길서 다온대 교수·경제학과. The line says nothing else.
func Guest(line string) (a Person, ok bool) {
	if len(line) > MaxGuest || !beginsWithName(line) || letters.HasDigit(line) {
		return a, false
	}
	if strings.ContainsAny(line, "\"“‘'=…:") || strings.HasSuffix(line, ".") {
		return a, false
	}
	w := bylines()
	pieces := w.split(line)
	if len(pieces) < 2 || len(pieces) > 10 || pieces[0].name == "" || pieces[0].role != "" {
		return a, false
	}
	a.Name = pieces[0].name
	for _, p := range pieces[1:] {
		switch office := w.officeOf(p.text); {
		case p.email:
			a.Email = p.text
		case office != "":
			a.Role, ok = office, true
		case strings.ContainsAny(p.gap, "·(,/"): // the field: 교수·경제학과
		default:
			ok = false
		}
	}
	return a, ok
}

// beginsWithName is a cheap test for lines that begin with the name of a person.
func beginsWithName(line string) bool {
	end := strings.IndexFunc(line, func(r rune) bool { return !letters.IsHangul(r) })
	if end < 0 {
		end = len(line)
	}
	return bylines().isName(line[:end])
}
