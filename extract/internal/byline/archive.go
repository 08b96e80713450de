package byline

import (
	"slices"
	"strings"
)

// withoutArchive cuts what a link to a writer's other articles says around the name: All posts by Runa Falk, Runa Falk
// View profile. by reports that such words stand before it.
func withoutArchive(s string) (name string, by bool) {
	w := bylines()
	is := func(word string) bool { return w.archive[strings.ToLower(strings.Trim(word, ".,:()"))] }
	begin, _, _ := strings.Cut(s, " ")
	if !is(begin) && !is(s[strings.LastIndexByte(s, ' ')+1:]) {
		return s, false // most lines end here
	}
	words := strings.Fields(s)
	first := 0
	for first < len(words) && is(words[first]) {
		first++
	}
	by = first > 0 && first+1 < len(words) && w.archiveby[strings.ToLower(words[first])]
	if by {
		first++
	} else {
		first = 0
	}
	last := len(words)
	for last > first && is(words[last-1]) {
		last--
	}
	if tail := len(words) - last; last == first || tail < 2 && !by { // Thomas More
		last = len(words)
	}
	if first == 0 && last == len(words) {
		return s, false
	}
	return strings.Join(words[first:last], " "), by
}

// CutEnd cuts what a line says behind the name of a writer, from the word on that tells where it is filed: Runa under
// Rivers, Lakes.
func CutEnd(s string) string {
	lower := strings.ToLower(s)
	for _, word := range bylines().filed {
		if i := strings.Index(lower, " "+word+" "); i > 0 && len(lower) == len(s) {
			return s[:i]
		}
	}
	return s
}

// capitalAnds are the words between two names that titles and shouted bylines write with capitals.
var capitalAnds = []string{" And ", " AND ", " Und ", " UND ", " Et ", " ET "}

// splitCapital splits a list of names at such a word where full names stand on both sides of it.
func splitCapital(list []string) (out []string) {
	for _, s := range list {
		i := slices.IndexFunc(capitalAnds, func(and string) bool {
			head, tail, ok := strings.Cut(s, and)
			first := strings.Fields(tail)
			return ok && isNameShaped(head) && len(first) > 1 && isNameWord(first[0]) && isNameWord(first[1])
		})
		if i < 0 {
			out = append(out, s)
			continue
		}
		head, tail, _ := strings.Cut(s, capitalAnds[i])
		out = append(out, head, tail)
	}
	return out
}

// isBody reports whether a word such as and parts a text that is the name of one body: Office for Lakes and Rivers, of
// which a small word stands before it and no full name behind.
func isBody(head, tail string) bool {
	if !IsCapitalised(head) || isNameShaped(tail) || strings.ContainsAny(head, ",;|/") {
		return false
	}
	return slices.ContainsFunc(strings.Fields(head), func(word string) bool {
		return bylines().within[word]
	})
}
