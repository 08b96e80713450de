package body

import "github.com/gisa-go/gisa/extract/internal/document"

// cutter finds what inside an element is no part of the article.
type cutter struct {
	*scorer
	root     int32
	total    int32 // running text of root, galleries aside
	flow     int32
	main     mainText
	looks    []look        // how its paragraphs are marked up, once that was asked for
	believed document.Hint // which hints are believed
	list     []hole
	lost     int32 // running text inside list
}
