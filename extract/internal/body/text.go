package body

import (
	"slices"

	"github.com/gisa-go/gisa"
	"github.com/gisa-go/gisa/extract/internal/evidence"
	"github.com/gisa-go/gisa/extract/internal/view"
)

// Body is the article's text and where it stands.
type Body struct {
	Text   Text
	Cuts   []Cut  // what was cleaned out of it, in order
	Region Region // the page's first line where the text is that of a script
	Notes  evidence.Notes

	View  *view.View // the tree that holds the text: the page's, or that of HTML for its scripts
	Root  int32      // the element of it …
	Lines []Stretch  // … and the lines that are the text
}

// Text is the text of an article.
type Text struct {
	Whole      string      // its paragraphs, a blank line between
	Paragraphs []gisa.Span // of Whole
	Repeats    []Repeat    // what was said more than once

	moves [][]keptPiece // how it came from the lines of the body: what was kept each time
}

// Paragraph returns the text of a paragraph.
func (t Text) Paragraph(i int) string { return t.Whole[t.Paragraphs[i].Start:t.Paragraphs[i].End] }

// Drop returns the text without its first n paragraphs, in which Repeats have moved.
func (t Text) Drop(n int) Text {
	if n == 0 {
		return t
	}
	rest := without(t.Whole, t.Paragraphs, []gisa.Span{{Start: t.Paragraphs[0].Start, End: t.Paragraphs[n-1].End}})
	repeats := slices.Clone(t.Repeats)
	for i := range repeats {
		r := &repeats[i]
		r.Start, r.End = rest.moved(r.Start), rest.moved(r.End)
	}
	return Text{rest.text.String(), rest.paragraphs, repeats, append(slices.Clone(t.moves), rest.pieces)}
}

// Repeat is a run of the text that the page said Times times. Start and End are the bytes of the text that were kept;
// Removed holds what was taken out, as it stood.
type Repeat struct {
	gisa.Span
	Times   int
	Removed []string
}
