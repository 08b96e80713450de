package database

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

// unit is what words are made of: a syllable, a number, a word of an alphabet.
type unit struct {
	text  string // folded
	start int    // in bytes of the text; the unit ends where its last rune does
	end   int
}

// end of a unit that is no single syllable: 1850 is to be no beginning of 18500.
const unitEnd = "_"

// class says what a rune is to a word.
type class int

const (
	gap class = iota
	syllable
	digit
	letter
)

func classOf(r rune) class {
	switch {
	case unicode.In(r, unicode.Hangul, unicode.Han, unicode.Hiragana, unicode.Katakana):
		return syllable
	case unicode.IsDigit(r):
		return digit
	case unicode.IsLetter(r), unicode.IsMark(r):
		return letter
	}
	return gap
}

// words calls word with the units of each word of the text. Compatibility forms count as what they stand for (㎞ is km,
// ㈜ is 주), letters in lower case, and a comma between digits is none. The slice is used again.
func words(text string, word func([]unit)) {
	s := splitter{word: word}
	for at := 0; at < len(text); {
		next := at + norm.NFKC.NextBoundaryInString(text[at:], true)
		piece := text[at:next]
		if len(piece) > 1 || piece[0] >= utf8.RuneSelf {
			piece = norm.NFKC.String(piece)
		}
		for _, r := range piece {
			s.rune(unicode.ToLower(r), at, next, text[next:])
		}
		at = next
	}
	s.end()
}

type splitter struct {
	word  func([]unit)
	units []unit
	last  class
}

func (s *splitter) rune(r rune, start, end int, rest string) {
	c := classOf(r)
	if c == gap && s.last == digit && (r == ',' || r == '.') && rest != "" && unicode.IsDigit(rune(rest[0])) {
		if r == '.' {
			s.join(unitEnd, end)
		}
		return
	}
	switch {
	case c == gap:
		s.end()
	case c == s.last && c != syllable:
		s.join(string(r), end)
	default:
		s.units = append(s.units, unit{string(r), start, end})
	}
	s.last = c
}

func (s *splitter) join(text string, end int) {
	u := &s.units[len(s.units)-1]
	u.text, u.end = u.text+text, end
}

func (s *splitter) end() {
	for i, u := range s.units {
		if r, size := utf8.DecodeRuneInString(u.text); size < len(u.text) || classOf(r) != syllable {
			s.units[i].text += unitEnd
		}
	}
	if len(s.units) > 0 {
		s.word(s.units)
	}
	s.units, s.last = s.units[:0], gap
}

// pairs writes the tokens of a text: of each word the pairs of its units that stand side by side, and its last one.
func pairs(text string) string {
	var b strings.Builder
	words(text, func(units []unit) {
		for i, u := range units {
			b.WriteString(u.text)
			if i+1 < len(units) {
				b.WriteString(units[i+1].text)
			}
			b.WriteByte(' ')
		}
	})
	return b.String()
}

// phrase is what a text is searched by in the index: its words side by side, the last one as the beginning of a word,
// since particles are joined to it. It is empty where the text has no words.
func phrase(text string) string {
	var tokens []string
	last := 0 // units of the last word
	words(text, func(units []unit) {
		last = len(units)
		for i, u := range units {
			if i+1 < len(units) {
				u.text += units[i+1].text
			}
			tokens = append(tokens, u.text)
		}
	})
	switch {
	case last == 0:
		return ""
	case last > 1:
		return `"` + strings.Join(tokens[:len(tokens)-1], " ") + `"`
	}
	beginning := strings.Join(tokens, " ")
	if opens(tokens[len(tokens)-1]) {
		beginning = strings.TrimSuffix(beginning, unitEnd)
	}
	return `"` + beginning + `" *`
}

// opens reports whether a unit stands for all that begin with it: a word of an alphabet that is longer than most
// abbreviations.
func opens(u string) bool {
	r, _ := utf8.DecodeRuneInString(u)
	return classOf(r) == letter && utf8.RuneCountInString(u) > 4
}
