package facts

import "github.com/gisa-go/gisa"

// Span is a half-open range of bytes, [Start, End), into the text it was found in.
type Span = gisa.Span

// Phrase is a stretch of the text and its words. The zero Phrase is none.
type Phrase struct {
	Span
	Raw string `json:"raw"`
}

// Event is what happens on a date: the words that say it, and their lemma (착공 for 착공해, 열다 for 열었다).
type Event struct {
	Span
	Raw   string `json:"raw"`
	Lemma string `json:"lemma"`
}
