package byline

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/gisa-go/gisa/extract/internal/stamp"
)

// IsPerson reports whether a text is written as a person's name is: two to four words in capitals, others such as von
// and de between them, none of which is a word of pages.
func IsPerson(s string) bool {
	w := bylines()
	for word := range strings.FieldsSeq(s) {
		lower := strings.ToLower(strings.Trim(word, ".,'’"))
		if w.particles[lower] {
			continue
		}
		if w.nonames[lower] || w.jobs[lower] || w.networks[lower] || w.photo[lower] || len(lower) > 4 &&
			(stamp.LabelOf(lower) != stamp.None || stamp.IsWeekday(lower)) { // Sam is a name as well
			return false
		}
	}
	return isNameShaped(s)
}

// isNameShaped reports whether a text is written as names are, whatever its words.
func isNameShaped(s string) bool {
	words := strings.Fields(s)
	if len(words) < 2 || len(words) > 5 || len(s) > 60 || strings.ContainsAny(s, "0123456789!?:;\"“”„«»()&%#*_=+") {
		return false
	}
	w := bylines()
	full := 0
	for _, word := range words {
		lower := strings.ToLower(strings.Trim(word, ".,'’"))
		switch {
		case w.particles[lower]:
		case isNameWord(word):
			full++
		default:
			return false
		}
	}
	return full >= 2 && !w.particles[strings.ToLower(words[len(words)-1])]
}

// IsPersonal is IsPerson also for names in scripts without capitals.
func IsPersonal(s string) bool {
	if r, _ := utf8.DecodeRuneInString(s); unicode.IsLetter(r) && !unicode.IsUpper(r) && !unicode.IsLower(r) {
		return IsFullName(s) || isHanName(s)
	}
	return IsPerson(s)
}

// isHanPerson is isHanName with the blank that Japanese may have between family name and given name.
func isHanPerson(s string) bool {
	family, given, ok := strings.Cut(s, " ")
	return isHanName(s) || ok && isHanName(family+given) && len(family) <= 12 && len(given) <= 15
}

// isNameWord reports whether a word begins with a capital letter, of a script that has such, and is of letters.
func isNameWord(word string) bool {
	first, _ := utf8.DecodeRuneInString(word)
	if !unicode.IsUpper(first) && !(strings.HasPrefix(word, "d'") || strings.HasPrefix(word, "d’")) {
		return false
	}
	for _, r := range word {
		if !unicode.IsLetter(r) && !unicode.IsMark(r) && !strings.ContainsRune("-.'’‑´`", r) {
			return false
		}
	}
	return true
}

// isLooseName reports whether what follows By may be a name of another kind: of an agency, of one word, of a script
// without capitals.
func isLooseName(s string) bool {
	words := strings.Fields(s)
	if len(words) == 0 || len(words) > 4 || len(s) > 60 || strings.ContainsAny(s, "0123456789!?:;\"“”„«»%#*_=+") {
		return false
	}
	w := bylines()
	if w.agencies[strings.ToLower(s)] {
		return true
	}
	for _, word := range words {
		lower := strings.ToLower(word)
		r, _ := utf8.DecodeRuneInString(word)
		if unicode.IsLower(r) && !w.particles[lower] || !unicode.IsLetter(r) || stamp.LabelOf(lower) != stamp.None {
			return false
		}
	}
	return true
}

// IsFullName reports whether a text is two to five words of which the first and last are capitalised.
func IsFullName(s string) bool {
	words := strings.Fields(s)
	return len(words) >= 2 && len(words) <= 5 && !strings.ContainsAny(s, "0123456789!?:;") && IsCapitalised(s)
}

// IsCapitalised reports whether the first and the last word begin with a letter that is no small one. Many scripts
// have no other.
func IsCapitalised(s string) bool {
	s = strings.TrimSpace(s)
	first, _ := utf8.DecodeRuneInString(s)
	last, _ := utf8.DecodeRuneInString(s[strings.LastIndexByte(s, ' ')+1:])
	return unicode.IsLetter(first) && unicode.IsLetter(last) && !unicode.IsLower(first) && !unicode.IsLower(last)
}

// isHanName reports whether a text may be a person's name in Chinese or Japanese.
func isHanName(s string) bool {
	n := 0
	for _, r := range s {
		if !unicode.In(r, unicode.Han, unicode.Hiragana, unicode.Katakana) {
			return false
		}
		n++
	}
	return n >= 2 && n <= 8
}

// namesJob reports whether one of the words is a job or a desk.
func namesJob(s string) bool {
	for word := range strings.FieldsSeq(strings.ToLower(s)) {
		if bylines().jobs[strings.Trim(word, "().,:-")] {
			return true
		}
	}
	return false
}
