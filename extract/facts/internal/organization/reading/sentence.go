package reading

import (
	"strings"

	"github.com/gisa-go/gisa/internal/korean"
)

// LongestQuoted bounds the length of a firm's name in quotes.
const LongestQuoted = 60

// HeadsIn reports whether a bracket at byte i begins with what the head of a body is called: (대표 김가온).
func (f *Reading) HeadsIn(i int) bool {
	in, ok := strings.CutPrefix(f.Text[i:], "(")
	if !ok {
		return false
	}
	word := in[:korean.WordEnd(in, 0)]
	ctx := f.Lists.Context
	if !strings.HasPrefix(in[len(word):], " ") {
		return false
	}
	return ctx.Section("head of company")[word] || ctx.Section("one head")[word] || word == "위원장"
}

// mostBetween is how many words may stand between a firm and its verb.
const mostBetween = 12

// SentenceHas reports whether one of the next words of the sentence of word i begins with one of a section.
func (f *Reading) SentenceHas(section string, i int) bool {
	for k := i + 1; k < len(f.Words) && k <= i+mostBetween; k++ {
		if strings.ContainsAny(f.Text[f.Words[k-1].End:f.Words[k].Start], ".\n") {
			return false
		}
		if f.BeginsWith(section, f.Text[f.Words[k].Start:f.Words[k].End]) {
			return true
		}
	}
	return false
}

// longestSentence bounds how far around a name the end of its sentence is looked for.
const longestSentence = 600

// Sentence returns the sentence around s, which begins at byte least or behind.
func (f *Reading) Sentence(s Span, least int) Span {
	out := Span{max(least, s.Start-longestSentence), min(len(f.Text), s.End+longestSentence)}
	for _, stop := range [...]string{". ", "\n"} {
		if i := strings.LastIndex(f.Text[out.Start:s.Start], stop); i >= 0 {
			out.Start += i + len(stop)
		}
		if i := strings.Index(f.Text[s.End:out.End], stop); i >= 0 {
			out.End = s.End + i
		}
	}
	return out
}

// LongestTerm bounds how far before a bracket the end of a word is looked at.
const LongestTerm = 24
