package reading

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/gisa-go/gisa/internal/korean"
)

const Quotes = "‘’“”'\"「」<>《》"

// WordBefore returns the word that ends a single space before byte i, or "".
func (f *Reading) WordBefore(i int) string {
	if i < 2 || f.Text[i-1] != ' ' {
		return ""
	}
	start := i - 1
	for start > 0 && i-start < 40 {
		r, n := utf8.DecodeLastRuneInString(f.Text[:start])
		if !unicode.IsLetter(r) && !unicode.IsDigit(r) {
			break
		}
		start -= n
	}
	return f.Text[start : i-1]
}

// IsTitle reports whether rest begins with a title: 장 in 가온시장.
func (f *Reading) IsTitle(rest string) bool {
	for _, t := range f.Lists.Context.List("title") {
		if strings.HasPrefix(rest, t) {
			return true
		}
	}
	return false
}

// MayFollow reports whether rest, in the same word, leaves name whole: a particle, or syllables such as 측
// with or without one.
func (f *Reading) MayFollow(name, rest string) bool {
	last, _ := utf8.DecodeLastRuneInString(name)
	if f.Lists.Particles.Follows(last, rest) {
		return true
	}
	attached := f.Lists.Context.Section("attached")
	for n := 3; n <= min(len(rest), 9); n += 3 {
		if attached[rest[:n]] {
			end, _ := utf8.DecodeLastRuneInString(rest[:n])
			if n == len(rest) || f.Lists.Particles.Follows(end, rest[n:]) {
				return true
			}
		}
	}
	return false
}

func (f *Reading) WordEnd(i int) int { return korean.WordEnd(f.Text, i) }

// NextWord returns the word that follows after a single space, or "".
func (f *Reading) NextWord(end int) (string, int) {
	if end+1 >= len(f.Text) || f.Text[end] != ' ' {
		return "", end
	}
	stop := korean.WordEnd(f.Text, end+1)
	return f.Text[end+1 : stop], stop
}

// HasWord reports whether word, with or without a particle, is in the section of the context lists.
func (f *Reading) HasWord(section, word string) bool {
	if word == "" {
		return false
	}
	set := f.Lists.Context.Section(section)
	if set[word] {
		return true
	}
	f.stems = f.Lists.Particles.Stems(word, f.stems[:0])
	for _, n := range f.stems {
		if set[word[:n]] {
			return true
		}
	}
	return false
}

func IsListGap(s string) bool {
	switch s {
	case ", ", ",", "·", "‧", "ㆍ", "・", "/":
		return true
	}
	return false
}

// StemsOf returns the lengths at which a word may end before a particle, its own length last. They are valid until the
// next call.
func (f *Reading) StemsOf(word string) []int {
	f.ends = append(f.Lists.Particles.Stems(word, f.ends[:0]), len(word))
	return f.ends
}

// EndsIn reports whether name ends in one of a section, with two syllables or more before it.
func (f *Reading) EndsIn(section, name string) bool {
	for _, end := range f.Lists.Context.List(section) {
		if head, ok := strings.CutSuffix(name, end); ok && utf8.RuneCountInString(head) >= 2 {
			return true
		}
	}
	return false
}

// Syllable is the length of a syllable of Hangul.
const Syllable = len("가")

// Counts reports whether the words at byte i count what a section lists: 12개사, 5개 기업.
func (f *Reading) Counts(section string, i int) bool {
	text := strings.TrimPrefix(f.Text[i:min(len(f.Text), i+40)], " ")
	digits := len(text) - len(strings.TrimLeft(text, "0123456789"))
	if digits == 0 {
		return false
	}
	text = strings.TrimPrefix(text[digits:], "여")
	for _, unit := range f.Lists.Context.List(section) {
		if rest, ok := strings.CutPrefix(text, strings.ReplaceAll(unit, "_", " ")); ok {
			more := rest[:korean.WordEnd(rest, 0)]
			return more == "" || !strings.HasSuffix(unit, "사") || f.Lists.Particles.Follows('사', more)
		}
	}
	return false
}

// BareNoun reports whether word carries no particle that would end a compound.
func (f *Reading) BareNoun(word string) bool {
	f.stems = f.Lists.Particles.Stems(word, f.stems[:0])
	for _, n := range f.stems {
		switch word[n:] {
		case "은", "는", "을", "를", "에", "에서", "으로", "의", "과", "와":
			return false
		}
	}
	return true
}

func IsLatin(s string) bool {
	for _, r := range s {
		if r > unicode.MaxASCII {
			return false
		}
	}
	return s != "" && unicode.IsLetter(rune(s[0]))
}

// EndsAsTopic reports whether a name of two syllables ends in 은.
func EndsAsTopic(name string) bool { return len(name) == 2*Syllable && strings.HasSuffix(name, "은") }

// BeginsWith reports whether word begins with one of a section of the context lists.
func (f *Reading) BeginsWith(section, word string) bool {
	return slices.ContainsFunc(f.Lists.Context.List(section), func(w string) bool { return strings.HasPrefix(word, w) })
}

// IsCompound reports whether a name is two common nouns, with or without a space between them.
func (f *Reading) IsCompound(raw string) bool {
	for n := 2 * Syllable; n <= len(raw)-2*Syllable; n += Syllable {
		if utf8.RuneStart(raw[n]) && f.Lists.Nouns[raw[:n]] && f.Lists.Nouns[strings.TrimPrefix(raw[n:], " ")] {
			return true
		}
	}
	return false
}
