package extract

import (
	"strings"

	"github.com/gisa-go/gisa/extract/facts"
	"github.com/gisa-go/gisa/extract/internal/letters"
)

// emit writes the selected blocks as the article's text.
func (p *page) emit(sel *selection) {
	var text strings.Builder
	size := 0
	for _, l := range sel.lines {
		size += int(l.stop-l.start) + 2
	}
	text.Grow(size)
	for i, l := range sel.lines {
		if i > 0 && l.glued && sel.lines[i-1].block == l.block {
			text.WriteByte(' ')
			text.Write(p.ix.Text[l.start:l.stop])
			p.art.Paragraphs[len(p.art.Paragraphs)-1].End = text.Len()
			continue
		}
		if i > 0 {
			text.WriteString("\n\n")
		}
		start := text.Len()
		text.Write(p.ix.Text[l.start:l.stop])
		p.art.Paragraphs = append(p.art.Paragraphs, facts.Span{Start: start, End: text.Len()})
	}
	p.art.Text = text.String()
	p.cut = sel.cut
	p.body = p.regionOf(sel)
	p.addImages(sel)
	p.addLinks(sel)
}

// regionOf returns where the selected lines stand. The title is the last line above them that says it, or one a
// little above that.
func (p *page) regionOf(sel *selection) region {
	r := region{head: -1, title: -1}
	if len(sel.lines) == 0 {
		return r
	}
	r.first, r.last = sel.lines[0].block, sel.lines[len(sel.lines)-1].block
	title := letters.Fold(p.art.Title)
	if title == "" {
		return r
	}
	for b := r.first; b >= 0 && (r.head < 0 || b >= r.head-titleAbove); b-- {
		line := p.ix.Line(int(b))
		if len(line) < len(title) || len(line) >= 2*len(title)+40 {
			continue
		}
		if norm := letters.Fold(string(line)); norm == title && r.head >= 0 || r.head < 0 && strings.Contains(norm, title) {
			r.head = b
			r.title = max(r.title, b)
		}
	}
	return r
}

// titleAbove is how far above a title another one is looked for: boards say it again at the top of the text.
const titleAbove = 12
