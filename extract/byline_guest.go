package extract

import "strings"

// maxGuest bounds the lines in which a guest signs, in bytes.
const maxGuest = 150

// guest reads the line with which a writer from outside the newsroom signs: the name first, then where they work and as
// what, as in 홍길서 다온대 교수·경제학과. The line says nothing else.
func guest(line string) (a Author, ok bool) {
	if len(line) > maxGuest || !beginsWithName(line) || hasDigit(line) || strings.ContainsAny(line, "\"“‘'=…:") || strings.HasSuffix(line, ".") {
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
	end := strings.IndexFunc(line, func(r rune) bool { return !isHangul(r) })
	if end < 0 {
		end = len(line)
	}
	return bylines().isName(line[:end])
}

// officeOf returns the office that a word is or ends with: 교수, 명예교수, but not 교수가.
func (w *bylineWords) officeOf(word string) string {
	for _, role := range w.weak {
		if strings.HasSuffix(word, role) {
			return word
		}
	}
	return ""
}
