package title

import (
	"strings"

	"github.com/gisa-go/gisa/extract/internal/head"
)

// choice is a title that some sources of a page agree on.
type choice struct {
	text, norm, from string
	weight           float64
	block            int32 // of the page, where it is shown; -1 elsewhere
	crumb            bool  // the page's path ends in it
	headline         bool  // it is the page's h1
}

// votes collects titles; those that differ only in case and marks are one.
type votes struct {
	head  *head.Head
	votes []choice
}

// The weights of the sources. One source alone is right for at most three pages of four; two that agree nearly always.
const (
	weightRule     = 10
	weightLD       = 5.0
	weightOG       = 1.9
	weightHeading  = 2.0
	weightProp     = 1.0
	weightMinor    = 0.3 // h2 and h3
	weightTwitter  = 0.7
	weightMetaName = 0.9
	weightDocument = 1.5
)

// punctuate takes the text of another source which says the same, where the heading sets its kicker apart by type
// alone.
func (t *choice) punctuate(text string) {
	if t.from == "heading" && strings.Contains(text, ": ") && !strings.Contains(t.text, ":") {
		t.text = text
	}
}
