package byline

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/gisa-go/gisa/extract/internal/letters"
	"github.com/gisa-go/gisa/extract/internal/stamp"
)

// Labelled reads a name that a label stands before (작성자 홍길동), or that stands before the label of a time
// (홍길동 입력 2018. 05. 16.).
func Labelled(line string) string {
	if len(line) > Max {
		return ""
	}
	w := bylines()
	pieces := w.split(line)
	for i := range pieces {
		p := &pieces[i]
		switch {
		case p.name == "":
		case i > 0 && stamp.LabelOf(pieces[i-1].text) == stamp.Author && len(pieces[i-1].text) > len("글"):
			return p.name
		case i == 0 && len(pieces) > 2 && stamp.LabelOf(pieces[1].text) == stamp.Published &&
			letters.StartsDigit(pieces[2].text):
			return p.name
		}
	}
	return ""
}

// Dated reads a name, with or without a role, that stands alone but for a date and counts: 홍길서 2026.06.08. 댓글 6.
func Dated(line string) (a Person, ok bool) {
	if len(line) > Max || !beginsWithName(line) {
		return a, false
	}
	w := bylines()
	pieces := w.split(line)
	if len(pieces) < 2 || pieces[0].name == "" {
		return a, false
	}
	a = Person{Name: pieces[0].name, Role: pieces[0].role}
	rest := pieces[1:]
	if a.Role == "" && w.newsroom[rest[0].text] {
		a.Role, rest = rest[0].text, rest[1:]
	}
	if len(rest) == 0 {
		return a, true
	}
	for _, p := range rest {
		if stamp.LabelOf(p.text) == stamp.None && !letters.StartsDigit(p.text) && !stamp.IsWeekday(p.text) &&
			p.text != "오전" && p.text != "오후" {
			return a, false
		}
	}
	_, ok = stamp.Find(line, stamp.YearFirst)
	kind := stamp.LabelOf(rest[0].text)
	return a, ok && (letters.StartsDigit(rest[0].text) || kind == stamp.Published || kind == stamp.Modified)
}

// Above reads a name that stands alone in the line above one which says when the article was put up.
func Above(above, line string) (a Person, ok bool) {
	if len(above) != len("홍길동") || len(line) > Max || !IsName(above) {
		return a, false
	}
	st, ok := stamp.Find(line, stamp.YearFirst)
	return Person{Name: above}, ok && stamp.LabelBefore(line[:st.Start]) == stamp.Published && st.Start < 24
}

// IsSignature reports whether a line is two or three capitalised words and nothing else.
func IsSignature(line string) bool {
	words := strings.Fields(line)
	if _, by := CutBy(line); by || len(words) > 3 || !IsFullName(line) {
		return false
	}
	if bylines().with[strings.ToLower(words[0])] || strings.ContainsAny(line, "\"“”„»«") {
		return false // And so it ends; the last words of a poem
	}
	for _, w := range words {
		if r, _ := utf8.DecodeRuneInString(w); !unicode.IsUpper(r) {
			return false
		}
	}
	return len(words) == 2 || line != strings.ToUpper(line)
}
