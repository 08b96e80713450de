package byline

import "strings"

// withoutMakers puts the brackets in which a line says what each of several made before the names of those who wrote,
// and drops those of the others: Runa Falk (Text), Jan Roe (Bild).
func withoutMakers(s string) string {
	if !strings.Contains(s, " (") {
		return s
	}
	var kept []string
	wrote := false
	for rest := s; rest != ""; {
		item, more := cutItem(rest)
		rest = more
		name, made, ok := strings.Cut(strings.TrimSpace(item), " (")
		made, closed := strings.CutSuffix(made, ")")
		writes, other := makes(made)
		switch {
		case ok && closed && writes:
			wrote = true
			kept = append(kept, name[strings.LastIndex(name, ": ")+1:])
		case !(ok && closed && other):
			kept = append(kept, item)
		}
	}
	if !wrote {
		return s
	}
	return "Text: " + strings.TrimSpace(strings.Join(kept, ","))
}

// cutItem cuts a list at the first mark between items that stands in no brackets.
func cutItem(s string) (item, rest string) {
	depth := 0
	for i, r := range s {
		switch {
		case r == '(':
			depth++
		case r == ')':
			depth--
		case depth <= 0 && strings.ContainsRune(",;/|", r):
			return s[:i], s[i+1:]
		}
	}
	return s, ""
}

// makes tells what the words in such a bracket are: for a text, for a picture. Both at once is a writer's.
func makes(s string) (writes, other bool) {
	w := bylines()
	apart := func(r rune) bool { return strings.ContainsRune(" &+,.", r) }
	for word := range strings.FieldsFuncSeq(strings.ToLower(s), apart) {
		switch {
		case w.photo[word]:
			other = true
		case w.by[word]:
			writes = true
		case !w.with[word]:
			return false, false
		}
	}
	return writes, other
}
