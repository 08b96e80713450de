package extract

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// onlyNames keeps what looks like the name of a person: no jobs, no places behind the names, no sentences.
func onlyNames(list []Author) (out []Author) {
next:
	for n, a := range list {
		for word := range strings.FieldsSeq(strings.ToLower(a.Name)) {
			if bylines().jobs[strings.Trim(word, "().,:-")] {
				continue next
			}
		}
		if hasDigit(a.Name) || len(strings.Fields(a.Name)) > 5 || n > 0 && !looksLikeName(a.Name) {
			continue
		}
		out = append(out, a)
	}
	return out
}

// cutBy cuts By, Von, Par and their like from the beginning of a line.
func cutBy(line string) (rest string, ok bool) {
	rest = strings.TrimSpace(line)
	for range 3 {
		word, after, found := strings.Cut(rest, " ")
		if !found || !bylines().by[strings.ToLower(strings.Trim(word, ":.|"))] {
			break
		}
		rest, ok = strings.TrimSpace(after), true
	}
	return rest, ok
}

// looksLikeName reports whether a text is two to five words of which the first and last are capitalised.
func looksLikeName(s string) bool {
	words := strings.Fields(s)
	if len(words) < 2 || len(words) > 5 || strings.ContainsAny(s, "0123456789!?:;") {
		return false
	}
	first, _ := utf8.DecodeRuneInString(words[0])
	last, _ := utf8.DecodeRuneInString(words[len(words)-1])
	return unicode.IsUpper(first) && unicode.IsUpper(last)
}

// readNames splits a byline in a language other than Korean into names.
func readNames(p *page, s string) (out []Author) {
	s = cleanText(s)
	if len(s) > maxAuthorElement || s == "" {
		return nil
	}
	s, _ = cutBy(cutDate(s))
	for _, part := range splitNames(s) {
		part, _ = cutBy(strings.Trim(part, " \t|:–—-•·,."))
		if !strings.Contains(part, "(") {
			part = strings.TrimSuffix(part, ")")
		}
		email := ""
		if i := strings.IndexByte(part, '@'); i >= 0 {
			start := strings.LastIndexAny(part[:i], " (<") + 1
			if n := addressAt(part, start); n > 0 {
				email = part[start : start+n]
				part = strings.Trim(part[:start]+part[start+n:], " ()<>")
			}
		}
		if part == "" && email != "" && len(out) > 0 && out[len(out)-1].Email == "" {
			out[len(out)-1].Email = email
			continue
		}
		if i := strings.Index(strings.ToLower(part), " for "); i > 0 && strings.Contains(part[:i], " ") {
			part = part[:i] // Jane Doe for the Haeram Daily
		}
		if n := letterCount(part); n < 2 || len(part) > 80 || strings.HasPrefix(part, "http") || strings.Contains(part, "://") || startsDigit(part) {
			continue
		}
		out = append(out, Author{Name: part, Email: email})
	}
	return out
}

// cutDate cuts a byline before the date that it ends in: Jane Doe Monday, February 29, 2016.
func cutDate(s string) string {
	if !hasDigit(s) {
		return s
	}
	st, ok := findStamp(s, dayFirst)
	if !ok || letterCount(s[:st.start]) < 4 || labelAtEnd(s[:st.start]) != labelNone {
		return s
	}
	s = strings.TrimRight(s[:st.start], " ,|:–—-•·(")
	if i := strings.LastIndexByte(s, ' '); i > 0 && len(s)-i > 3 && dateWords().weekdays[strings.ToLower(s[i+1:])] {
		s = s[:i]
	}
	return s
}

// nameSeparators stand between the names of a byline.
var nameSeparators = []string{" and ", " und ", " et ", " y ", " e ", " og ", " och ", " en ", " i ", " & ", ";", ", ", " | ", "、", "，", "•", " mit ", " (mit ", " (avec ", " (with ", " (con "}

func splitNames(s string) []string {
	list := []string{s}
	for _, sep := range nameSeparators {
		if !strings.Contains(s, sep) {
			continue
		}
		var next []string
		for _, part := range list {
			next = append(next, strings.Split(part, sep)...)
		}
		list = next
	}
	return list
}
