// Package reading asks what stands in a text: its words, places, persons, sentences, and what the model prefers there.
package reading

import (
	"github.com/gisa-go/gisa/extract/facts/internal/gazetteer"
	"github.com/gisa-go/gisa/extract/facts/internal/tagger"
	"github.com/gisa-go/gisa/internal/korean"
)

// Span is a half-open range of bytes, [Start, End), of the text.
type Span struct{ Start, End int }

// Reading is a text with the lists it is read by and, once the model was asked, what that says of it. Its methods ask
// what stands at a place; they change nothing.
type Reading struct {
	Text   string
	Lists  *gazetteer.Lists
	Words  []korean.Word
	Marked []tagger.Span // by the model
	Lean   []int32       // by byte: how much the model prefers organization there; nil if it was not asked

	stems, ends []int // buffers
}

// New reads the words of a text.
func New(text string, lists *gazetteer.Lists) Reading {
	return Reading{Text: text, Lists: lists, Words: korean.Words(text, make([]korean.Word, 0, len(text)/8+1))}
}

// Leaning is the model's mean preference of organization to anything else over a span.
func (f *Reading) Leaning(s Span) int {
	sum, n := 0, 0
	for i := range f.Text[s.Start:s.End] {
		sum += int(f.Lean[s.Start+i])
		n++
	}
	return sum / max(n, 1)
}
