package report

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/gisa-go/gisa/extract/facts"
)

// closers may stand between the end of a sentence and the white space behind it.
const closers = `"'”’」』》〉)]`

// sentences cuts a text into its sentences, in order and without the white space around them. A sentence ends at a line
// end, and at . ! ? … 。 before white space. A stop within a fact or between digits ("2022. 2. 23") ends none.
func sentences(text string, found []facts.Span) []facts.Span {
	var out []facts.Span
	start, next := 0, 0
	cut := func(end int) {
		s := strings.TrimSpace(text[start:end])
		if s != "" {
			at := start + strings.Index(text[start:end], s)
			out = append(out, facts.Span{Start: at, End: at + len(s)})
		}
		start = end
	}
	for i, r := range text {
		for next < len(found) && found[next].End <= i {
			next++
		}
		switch within := next < len(found) && found[next].Start < i; {
		case r == '\n':
			cut(i)
		case i < start || within || !strings.ContainsRune(".!?…。", r):
		default:
			end := i + utf8.RuneLen(r)
			end += len(text[end:]) - len(strings.TrimLeft(text[end:], closers))
			if endsHere(text, i, end) {
				cut(end)
			}
		}
	}
	cut(len(text))
	return out
}

// endsHere reports whether a sentence ends with the stop at i, whose closers reach to end.
func endsHere(text string, i, end int) bool {
	after, size := utf8.DecodeRuneInString(text[end:])
	if size > 0 && !unicode.IsSpace(after) {
		return false
	}
	before, _ := utf8.DecodeLastRuneInString(text[:i])
	behind, _ := utf8.DecodeRuneInString(strings.TrimLeft(text[end:], " "))
	return text[i] != '.' || !unicode.IsDigit(before) || !unicode.IsDigit(behind)
}

// sentenceOf gives the number of the sentence that holds a span, the first that reaches beyond its start.
func sentenceOf(list []facts.Span, s facts.Span) int {
	lo, hi := 0, len(list)
	for lo < hi {
		if mid := (lo + hi) / 2; list[mid].End <= s.Start {
			lo = mid + 1
		} else {
			hi = mid
		}
	}
	return min(lo, len(list)-1)
}

// utf16Offsets gives for each byte of text, and for its end, how many UTF-16 units stand before it.
func utf16Offsets(text string) []int {
	at := make([]int, len(text)+1)
	units := 0
	next := 0
	for i, r := range text {
		for ; next <= i; next++ {
			at[next] = units
		}
		if units++; r > 0xffff {
			units++
		}
	}
	for ; next <= len(text); next++ {
		at[next] = units
	}
	return at
}
