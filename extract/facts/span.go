package facts

import "github.com/gisa-go/gisa"

// Span is a half-open range of bytes, [Start, End), into the text it was found in.
type Span = gisa.Span

// chunks are the facts of a text that may have very many, in pieces of a known length: a list that grows piece by piece
// holds up to twice what it is filled with, and both lists while it grows.
type chunks[F any] [][]F

// add appends one chunk: of each of a list what makes one of them public.
func add[T, F any](c *chunks[F], list []T, public func(*T) F) {
	if len(list) == 0 {
		return
	}
	chunk := make([]F, len(list))
	for i := range list {
		chunk[i] = public(&list[i])
	}
	*c = append(*c, chunk)
}

// join returns the facts in one list, nil where there are none, and lets go of the chunks.
func (c chunks[F]) join() []F {
	n := 0
	for _, chunk := range c {
		n += len(chunk)
	}
	switch len(c) {
	case 0:
		return nil
	case 1:
		return c[0]
	}
	all := make([]F, 0, n)
	for i, chunk := range c {
		all, c[i] = append(all, chunk...), nil
	}
	return all
}

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
