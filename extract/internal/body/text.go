package body

import (
	"slices"
	"strings"

	"github.com/gisa-go/gisa"
	"github.com/gisa-go/gisa/extract/internal/view"
)

// Text is the text of an article.
type Text struct {
	Whole      string      // its paragraphs, a blank line between
	Paragraphs []gisa.Span // of Whole
	Repeats    []Repeat    // what was said more than once
}

// Paragraph returns the text of a paragraph.
func (t Text) Paragraph(i int) string { return t.Whole[t.Paragraphs[i].Start:t.Paragraphs[i].End] }

// write writes the selected lines as the text of the article.
func write(v *view.View, sel *selection) *Body {
	b := &Body{View: v, Root: sel.root, Lines: sel.lines, Cuts: sel.cut}
	var text strings.Builder
	size := 0
	for _, l := range sel.lines {
		size += int(l.Stop-l.Start) + 2
	}
	text.Grow(size)
	for i, l := range sel.lines {
		if i > 0 && l.glued && sel.lines[i-1].Block == l.Block {
			text.WriteByte(' ')
			text.Write(v.Index.Text[l.Start:l.Stop])
			b.Text.Paragraphs[len(b.Text.Paragraphs)-1].End = text.Len()
			continue
		}
		if i > 0 {
			text.WriteString("\n\n")
		}
		start := text.Len()
		text.Write(v.Index.Text[l.Start:l.Stop])
		b.Text.Paragraphs = append(b.Text.Paragraphs, gisa.Span{Start: start, End: text.Len()})
	}
	b.Text.Whole = text.String()
	return b
}

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
	return Text{rest.text.String(), rest.paragraphs, repeats}
}
