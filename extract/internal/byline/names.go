package byline

import (
	"slices"
	"strings"
	"unicode/utf8"

	"github.com/gisa-go/gisa/extract/internal/letters"
	"github.com/gisa-go/gisa/extract/internal/stamp"
)

// OnlyNames keeps what looks like the name of a person: no jobs, no places behind the names, no sentences.
func OnlyNames(list []Person) (out []Person) {
	if len(list) > 1 && !slices.ContainsFunc(list, func(a Person) bool { return !isSign(a.Name) }) {
		return list
	}
	for n, a := range list {
		if namesJob(a.Name) {
			continue
		}
		if letters.HasDigit(a.Name) || len(strings.Fields(a.Name)) > 5 || n > 0 && !IsFullName(a.Name) && !isHanName(a.Name) {
			continue
		}
		out = append(out, a)
	}
	return out
}

// isSign reports whether a text is how those of a newsroom sign: wrf/tief, lorn.
func isSign(s string) bool {
	for part := range strings.SplitSeq(s, "/") {
		if len(part) < 2 || len(part) > 5 || strings.IndexFunc(part, func(r rune) bool { return r < 'a' || r > 'z' }) >= 0 {
			return false
		}
	}
	return true
}

// CutBy cuts By, Von, Par and their like from the beginning of a line.
func CutBy(line string) (rest string, ok bool) {
	w := bylines()
	rest = strings.TrimSpace(line)
	if before, after, found := strings.Cut(rest, " "); found && w.lead[strings.ToLower(before)] {
		if second, tail, _ := strings.Cut(after, " "); w.lead[strings.ToLower(second)] {
			after = tail
		}
		if by, _, _ := strings.Cut(after, " "); w.by[byWord(by)] {
			rest = after
		}
	}
	for range 3 {
		word, after, found := strings.Cut(rest, " ")
		if !found || !w.by[byWord(word)] && !(ok && w.lead[byWord(word)]) {
			break
		}
		rest, ok = strings.TrimSpace(after), true
	}
	return rest, ok
}

// IsWeakBy reports whether the word that a line begins with stands before authors' names and before other things as
// well: Report Chapter, Text Size.
func IsWeakBy(line string) bool {
	first, _, _ := strings.Cut(strings.TrimSpace(line), " ")
	return bylines().weakby[byWord(first)]
}

// byWord returns a word as data/bylines.txt has it.
func byWord(word string) string { return strings.ToLower(strings.Trim(word, ":.|")) }

// Names splits a byline in a language other than Korean into names; isSite tells what the site calls itself.
func Names(s string, chinese bool, isSite func(string) bool) (out []Person) {
	s = letters.Clean(s)
	if len(s) > MaxNames || s == "" {
		return nil
	}
	s, _ = withoutArchive(cutPhoto(cutDate(withoutMakers(s))))
	s, _ = CutBy(s)
	for _, part := range splitNames(cutMarks(s, chinese)) {
		part, _ = CutBy(strings.Trim(part, " \t|:–—-•·,.»"))
		part, email := cutAddress(part)
		if part == "" && email != "" && len(out) > 0 && out[len(out)-1].Email == "" {
			out[len(out)-1].Email = email
			continue
		}
		if n := len(out); n > 0 && out[n-1].Role == "" && IsFullName(out[n-1].Name) && namesJob(part) {
			out[n-1].Role = part
			continue
		}
		if w := bylines(); w.by[byWord(part)] || w.lead[byWord(part)] || w.networks[strings.ToLower(part)] {
			continue
		}
		part, role := cutPlace(part, isSite)
		if n := letters.Count(part); n < 2 || len(part) > 80 || strings.HasPrefix(part, "http") ||
			strings.Contains(part, "://") || letters.StartsDigit(part) {
			continue
		}
		out = append(out, Person{Name: part, Email: email, Role: role})
	}
	return out
}

// Catalogued reads a name as catalogues write it, the surname first: Doe, Jane.
func Catalogued(s string) (a Person, ok bool) {
	surname, given, ok := strings.Cut(strings.TrimSpace(s), ", ")
	if !ok || strings.ContainsAny(surname+given, ",;|/") || !isNameWord(surname) {
		return a, false
	}
	first, more, _ := strings.Cut(given, " ")
	if !isNameWord(first) {
		return a, false
	}
	for word := range strings.FieldsSeq(more) { // Runa M.; Runa van der
		if !bylines().particles[word] && !(isNameWord(word) && len(strings.TrimSuffix(word, ".")) == 1) {
			return a, false
		}
	}
	return Person{Name: given + " " + surname}, true
}

// cutAddress takes an e-mail address out of a name, and the name of an account.
func cutAddress(name string) (rest, email string) {
	i := strings.IndexByte(name, '@')
	if i < 0 {
		return name, ""
	}
	start := strings.LastIndexAny(name[:i], " (<") + 1
	if n := AddressAt(name, start); n > 0 {
		return strings.Trim(name[:start]+name[start+n:], " ()<>"), name[start : start+n]
	}
	if head, _, ok := strings.Cut(name, " @"); ok {
		return head, ""
	}
	return name, ""
}

// cutPlace cuts what stands behind a person's name: (dpa), in Berlin, for the Haeram Daily, – political editor.
func cutPlace(name string, isSite func(string) bool) (rest, role string) {
	if !strings.Contains(name, "(") {
		name = strings.TrimSuffix(name, ")")
	}
	for _, sep := range []string{" - ", " – ", " — "} {
		if head, tail, ok := strings.Cut(name, sep); ok && IsFullName(head) {
			switch {
			case namesJob(tail):
				return head, tail
			case isSite(tail):
				return head, ""
			}
		} else if ok && isNameShaped(tail) && isSite(head) {
			return tail, ""
		}
	}
	for _, sep := range []string{" (", " for ", " For ", " in "} {
		if head, _, ok := strings.Cut(name, sep); ok && IsFullName(head) {
			return head, ""
		}
	}
	return name, ""
}

// cutPhoto cuts a byline before the photographer whom it names at its end.
func cutPhoto(s string) string {
	for i := 0; i < len(s); {
		end := letters.End(s, i)
		if end > i && i > 0 && bylines().photo[strings.ToLower(s[i:end])] &&
			strings.ContainsAny(letters.Head(s[end:], 3), " :=＝：/／") {
			return strings.TrimRight(s[:i], " ,;|/／、・·")
		}
		_, n := utf8.DecodeRuneInString(s[max(end, i):])
		i = max(end, i) + n
	}
	return s
}

// cutMarks cuts what stands right before and behind a name in Chinese and Japanese: 文／記者王小明／海南報導.
func cutMarks(s string, chinese bool) string {
	w := bylines()
	for range 2 {
		for _, mark := range w.before {
			rest, ok := strings.CutPrefix(s, mark)
			name := strings.TrimLeft(rest, " :：/／=＝・·")
			if ok && name != "" && (name != rest || utf8.RuneCountInString(mark) > 1) {
				s = name
				if chinese {
					s = strings.ReplaceAll(s, " ", "、") // 记者 王小明 李小红
				}
				break
			}
		}
	}
	for _, mark := range w.behind {
		if name := strings.TrimSuffix(s, mark); name != "" && name != s {
			return strings.TrimSpace(name)
		}
	}
	if name, place, ok := strings.Cut(strings.ReplaceAll(s, "／", "/"), "/"); ok &&
		(strings.HasSuffix(place, "報導") || strings.HasSuffix(place, "报道")) {
		return name
	}
	return s
}

// cutDate cuts a byline before the date that it ends in: Jane Doe Monday, February 29, 2016.
func cutDate(s string) string {
	if !letters.HasDigit(s) {
		return s
	}
	st, ok := stamp.Find(s, stamp.DayFirst)
	if !ok || letters.Count(s[:st.Start]) < 4 || stamp.LabelBefore(s[:st.Start]) != stamp.None {
		return s
	}
	return cutFillers(strings.TrimRight(s[:st.Start], " ,|:–—-•·("))
}

// cutFillers cuts the words that stand before a date from the end of a name: Runa Falk on Monday, Runa el.
func cutFillers(s string) string {
	for range 3 {
		i := strings.LastIndexByte(s, ' ')
		if i <= 0 || !(len(s)-i > 3 && stamp.IsWeekday(strings.ToLower(s[i+1:])) || bylines().filler[s[i+1:]]) {
			break
		}
		s = strings.TrimRight(s[:i], " ,|:–—-•·(»")
	}
	return s
}

func splitNames(s string) []string {
	list := []string{s}
	if head, tail, ok := strings.Cut(s, " a "); ok && IsFullName(head) && IsFullName(tail) { // Czech
		list = []string{head, tail}
	}
	for _, sep := range bylines().separators {
		if !strings.Contains(s, sep) {
			continue
		}
		var next []string
		for _, part := range list {
			if head, tail, ok := strings.Cut(part, sep); ok && isBody(head, tail) {
				next = append(next, part)
				continue
			}
			next = append(next, strings.Split(part, sep)...)
		}
		list = next
	}
	return splitCapital(list)
}

// MaxNames bounds the elements that are read as bylines, in bytes.
const MaxNames = 200
