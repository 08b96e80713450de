package runes

import (
	"strings"
	"unicode/utf8"
)

// SpaceAt gives the width of the space at i: one blank, no-break or ideographic space.
func SpaceAt(text string, i int) int {
	if i >= len(text) {
		return 0
	}
	switch {
	case text[i] == ' ' || text[i] == '\t':
		return 1
	case text[i] == 0xC2 && i+1 < len(text) && text[i+1] == 0xA0:
		return 2
	case text[i] == 0xE3 && strings.HasPrefix(text[i:], "\u3000"):
		return 3
	}
	return 0
}

// MaxBlanks is how many blanks may stand between two parts of a date.
const MaxBlanks = 3

// SkipBlanks passes over a few spaces, not over line ends.
func SkipBlanks(text string, i int) int {
	if i < len(text) && mayBlank[text[i]] {
		return blanksEnd(text, i)
	}
	return i
}

// mayBlank holds the bytes that blanks begin with.
var mayBlank = [256]bool{' ': true, '\t': true, 0xC2: true, 0xE3: true}

// blanksEnd passes over up to three spaces.
func blanksEnd(text string, i int) int {
	for range MaxBlanks {
		w := SpaceAt(text, i)
		if w == 0 {
			break
		}
		i += w
	}
	return i
}

// WrapAt gives the width of the line end at i, 0 if there is none, where a line of a sentence is broken behind a
// number: one with a word before it, as texts of PDF files have them.
func WrapAt(text string, i int) int {
	if i < 1 || i >= len(text) || text[i] != '\n' && text[i] != '\r' || !DigitBefore(text, i) {
		return 0
	}
	end := i + 1
	if text[i] == '\r' && end < len(text) && text[end] == '\n' {
		end++
	}
	if end == len(text) || SyllableAt(text, end) >= Syllables && text[end] != '%' && text[end] != 0xE3 {
		return 0
	}
	line := text[max(0, i-wrapReach):i]
	line = strings.TrimRight(line[strings.LastIndexByte(line, '\n')+1:], "0123456789,.")
	if len(line) < wrapLeast || line[len(line)-1] != ' ' { // a number apart from the word before it
		return 0
	}
	return end - i
}

// wrapReach is how far back a line is looked at, wrapLeast how much of it must stand before its last number.
const wrapReach, wrapLeast = 60, 12

// RangeSign gives the width of a sign between two ends of a range at i, or 0.
func RangeSign(text string, i int) int {
	if i >= len(text) {
		return 0
	}
	switch {
	case text[i] == '~' || text[i] == '-':
		return 1
	case text[i] < utf8.RuneSelf || IsHangulLead(text[i]):
		return 0
	}
	switch r, w := utf8.DecodeRuneInString(text[i:]); r {
	case '∼', '～', '–', '—', '〜', '－', '˜':
		return w
	}
	return 0
}

// ListSign gives the width of a sign between the numbers of a list at i, or 0.
func ListSign(text string, i int) int {
	if i >= len(text) {
		return 0
	}
	switch {
	case text[i] == ',':
		return 1
	case text[i] < utf8.RuneSelf || IsHangulLead(text[i]):
		return 0
	}
	switch r, w := utf8.DecodeRuneInString(text[i:]); r {
	case '·', 'ㆍ', '‧', '・', '･', '∙', '•':
		return w
	}
	return 0
}

// ParticleAt tells whether 에서, 부터, 과 or 와 may stand at i.
func ParticleAt(text string, i int) bool {
	if i+len("에") > len(text) {
		return false
	}
	switch text[i : i+len("에")] {
	case "에", "부", "과", "와":
		return true
	}
	return false
}

// SentenceReach is how far a date is carried: enough for a long sentence or paragraph, and a limit for hostile texts.
const SentenceReach = 2000

// Sentence tells whether two places lie in one sentence.
func Sentence(text string, from, to int) bool {
	if from > to {
		return true
	}
	if to-from > SentenceReach {
		return false
	}
	for i := from; i < to; i++ {
		switch text[i] {
		case '\n', '!', '?':
			return false
		case '.':
			if i+1 < len(text) && (text[i+1] == ' ' || text[i+1] == '\n') && (i == 0 || !IsDigitAt(text, i-1)) {
				return false
			}
		}
	}
	return true
}
