package output

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/gisa-go/gisa/extract/facts"
)

// Sentence is the sentence of the text that a fact stands in, on one line. A span outside of the text has none.
func Sentence(text string, span facts.Span) string {
	if span.Start < 0 || span.End > len(text) || span.Start > span.End {
		return ""
	}
	start, end := 0, len(text)
	if i := strings.LastIndexByte(text[:span.Start], '\n'); i >= 0 {
		start = i + 1
	}
	if i := strings.IndexByte(text[span.End:], '\n'); i >= 0 {
		end = span.End + i
	}
	for at := start; at < end; {
		at += sentenceEnd(text[at:end])
		if at <= span.Start {
			start = at
		}
		if at >= span.End {
			end = at
		}
	}
	return oneLine(text[start:end])
}

// sentenceEnd is where the first sentence of a line ends, with the space behind it. A stop behind a digit is part of a
// date, 2022. 2. 23., or of a list: no sentence of Korean news ends in a digit.
func sentenceEnd(line string) int {
	for i := 0; i < len(line); {
		r, size := utf8.DecodeRuneInString(line[i:])
		i += size
		if !strings.ContainsRune(".!?。", r) {
			continue
		}
		behind := strings.TrimLeft(line[i:], `.!?"'”’)`)
		rest := strings.TrimLeftFunc(behind, unicode.IsSpace)
		last, _ := utf8.DecodeLastRuneInString(line[:i-size])
		if len(rest) == len(behind) || r == '.' && unicode.IsDigit(last) {
			continue
		}
		return len(line) - len(rest)
	}
	return len(line)
}
