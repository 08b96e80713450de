package extract

import (
	"bytes"

	"golang.org/x/net/html/atom"

	"github.com/gisa-go/gisa/extract/internal/boilerplate"
	"github.com/gisa-go/gisa/extract/internal/byline"
	"github.com/gisa-go/gisa/extract/internal/document"
	"github.com/gisa-go/gisa/extract/internal/letters"
)

// clean decides for each line of an element whether it is part of the article.
func (s *scorer) clean(root int32) selection {
	sel := selection{root: root}
	sel.subtract(s, s.cuts(root))
	sel.judge(s)
	sel.trimHead(s)
	sel.cutFirst(s)
	sel.cutGuest(s)
	sel.trimTail(s)
	ix := s.p.ix
	for i := range sel.lines {
		l := &sel.lines[i]
		sel.size += ix.Blocks[l.block].Size
		sel.prose += s.prose[l.block+1] - s.prose[l.block]
	}
	return sel
}

// judge takes out the lines that boilerplate patterns and links give away.
func (sel *selection) judge(s *scorer) {
	j := judge{scorer: s, root: sel.root}
	kept := sel.lines[:0]
	signed := int32(-1) // the last line that was a byline
	for n, l := range sel.lines {
		kind := j.kindOf(sel.lines[n:])
		if kind == boilerplate.End && !j.begun {
			kind = boilerplate.Promo // a link to another article above the text
		}
		if kind == boilerplate.End {
			for _, l := range sel.lines[n:] {
				sel.remove(s.p.ix, kind, l.start, l.stop)
			}
			break
		}
		if kind != boilerplate.Text {
			sel.remove(s.p.ix, kind, l.start, l.stop)
			continue
		}
		if isJob(s.p.ix, l.block, signed) {
			sel.remove(s.p.ix, boilerplate.Byline, l.start, l.stop)
			continue
		}
		if l.stop = sel.cutByline(s.p.ix, l); l.start < l.stop {
			kept = append(kept, l)
			j.begun = j.begun || s.isProse(l.block)
		} else {
			signed = l.block
		}
	}
	sel.lines = kept
}

// isJob reports whether a block says what the author who signs in the line before is: a short line in the same paragraph.
func isJob(ix *document.Index, b, signed int32) bool {
	return signed >= 0 && b == signed+1 && ix.Blocks[b].Elem == ix.Blocks[signed].Elem && ix.Elements[ix.Blocks[b].Elem].BlockStop == b+1 &&
		ix.Blocks[b].Size < 60 && !letters.EndsSentence(ix.Line(int(b)))
}

// judge says of one line after the other what it is.
type judge struct {
	*scorer
	root  int32  // of the selection
	under bool   // under a heading such as Related articles
	begun bool   // below running text
	buf   []byte // of patterns
}

// kindOf says what the first of several lines is.
func (j *judge) kindOf(lines []line) (kind boilerplate.Kind) {
	ix, l := j.p.ix, lines[0]
	b := &ix.Blocks[l.block]
	linked := b.Linked*10 > b.Size*9
	kind, j.buf = boilerplate.KindOf(ix.Text[l.start:l.stop], int(b.Size), j.buf)
	if kind == boilerplate.Caption && bytes.Count(ix.Text[l.start:l.stop], []byte("▲")) > 1 {
		kind = boilerplate.Text // an enumeration
	}
	switch {
	case kind == boilerplate.Head:
		j.under = true
	case kind != boilerplate.Text:
	case linked && b.Size > 4 && !j.headsText(lines) && !j.isCell(l.block), j.isPointer(l.block), j.under && (linked || b.Size < 80 && !j.isProse(l.block)):
		return boilerplate.Related
	case isUnderPicture(ix, l.block, j.root):
		return boilerplate.Caption
	case j.p.isPostInfo(l.block):
		return boilerplate.Time
	case ix.Text[l.start] == '(' && byline.IsOffice(string(ix.Text[l.start:l.stop])):
		return boilerplate.Promo
	default:
		j.under = false
	}
	return kind
}

// headsText reports whether the first of several lines is a heading of the article although it is a link: text follows it.
func (s *scorer) headsText(lines []line) bool {
	b := lines[0].block
	return len(lines) > 1 && s.isHeading(b) && !s.p.inMatter(b) && s.isProse(lines[1].block)
}

// isCell reports whether a block is a cell in a row of a table that holds much more text than links: a work, a place by its name.
func (s *scorer) isCell(b int32) bool {
	ix := s.p.ix
	for e := ix.Blocks[b].Elem; e >= 0; e = ix.Elements[e].Parent {
		switch ix.Elements[e].Node.DataAtom {
		case atom.Tr:
			row := &ix.Elements[e]
			return (s.linked[row.BlockStop]-s.linked[row.Block])*4 < s.size[row.BlockStop]-s.size[row.Block]
		case atom.Div, atom.Article, atom.Section, atom.P, atom.Ul, atom.Ol:
			return false
		}
	}
	return false
}

// isPointer reports whether a block is a label and a link to another article, as READ MORE | Town opens its market.
func (s *scorer) isPointer(i int32) bool {
	b := &s.p.ix.Blocks[i]
	return b.Linked*2 > b.Size && b.Size > 30 && !s.isProse(i) && !s.isHeading(i) && !letters.EndsSentence(s.p.ix.Line(int(i))) && !s.p.inMatter(i)
}

// cutByline takes a reporter's line, or one glued to the end of a sentence, out of the text and returns where that now ends.
func (sel *selection) cutByline(ix *document.Index, l line) int32 {
	text := ix.Text[l.start:l.stop]
	if bytes.IndexByte(text, '@') < 0 && !bytes.Contains(text, []byte("기자")) && !bytes.Contains(text, []byte("특파원")) && !bytes.HasPrefix(text, []byte("글")) {
		return l.stop
	}
	_, rest, ok := byline.Cut(string(text))
	if !ok || !bytes.HasPrefix(text, []byte(rest)) {
		return l.stop
	}
	stop := l.start + int32(len(rest))
	sel.remove(ix, boilerplate.Byline, stop, l.stop)
	return stop
}
