// Package tagger marks organization names in Korean text with a linear-chain sequence model over syllables.
// Its weights come from an averaged structured perceptron (Collins 2002) trained by ../train.
package tagger

import (
	"github.com/gisa-go/gisa/extract/facts/internal/gazetteer"
)

// Span is a marked name in bytes, half-open, with its class: the label it begins with.
type Span struct {
	Start, End int
	Class      Label
}

// Tagger marks names. It is not safe for concurrent use; models and lists may be shared.
type Tagger struct {
	model  *Model
	line   line
	vit    viterbi
	sorted scratch
}

// New returns a tagger of a model over lists.
func New(m *Model, lists *gazetteer.Lists) *Tagger {
	return &Tagger{model: m, line: line{lists: lists}}
}
