package cut

import (
	"github.com/gisa-go/gisa/extract/internal/body/measure"
	"github.com/gisa-go/gisa/extract/internal/boilerplate"
	"github.com/gisa-go/gisa/extract/internal/document"
)

// cutter finds what inside an element is no part of the article.
type cutter struct {
	*measure.Measures
	root     int32
	total    int32 // running text of root, galleries aside
	flow     int32
	main     measure.Main
	looks    []measure.Look // how its paragraphs are marked up, once that was asked for
	believed document.Hint  // which hints are believed
	sold     []sale         // what the lines sell, as far as that was asked: boxes in boxes ask again
	list     []Hole
	lost     int32 // running text inside list
}

// Hole is a stretch of the index's text that is no part of the article.
type Hole struct {
	Start, Stop int32
	Kind        boilerplate.Kind
}

// MaxSubtitle bounds a line of a subtitle, in bytes.
const MaxSubtitle = 300

// sale is what a line says of the rest of an article.
type sale uint8

const (
	saleRead  sale = 1 << iota // the line was read
	saleAct                    // what a reader is to do for it
	saleOffer                  // what that is
)
