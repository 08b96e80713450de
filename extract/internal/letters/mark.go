package letters

import (
	"strings"
	"unicode"
)

// IsArrow reports whether a text has neither letters nor numbers: ↩, ↑, ^.
func IsArrow(s string) bool {
	return s != "" && !strings.ContainsFunc(s, func(r rune) bool { return unicode.IsLetter(r) || unicode.IsNumber(r) })
}

// IsNumberInMarks tells [1], (12), 3) and the like.
func IsNumberInMarks(s string) bool {
	inner := strings.Trim(strings.TrimRight(s, "])}>〕］）"), "[({<〔［（주註 ")
	return strings.ContainsAny(s, "])}>〕］）") && inner != "" && len(inner) <= 3 && strings.Trim(inner, "0123456789") == ""
}

// IsShortMark tells what may be a mark where it leads to a place in the page: a number, a letter, stars.
func IsShortMark(s string) bool {
	n := 0
	for _, r := range s {
		if unicode.IsSpace(r) {
			return false
		}
		n++
	}
	return n > 0 && n <= 4
}
