package body

import (
	"bytes"

	"golang.org/x/net/html/atom"

	"github.com/gisa-go/gisa/extract/internal/body/cut"
	"github.com/gisa-go/gisa/extract/internal/boilerplate"
	"github.com/gisa-go/gisa/extract/internal/byline"
	"github.com/gisa-go/gisa/extract/internal/caption"
	"github.com/gisa-go/gisa/extract/internal/document"
	"github.com/gisa-go/gisa/extract/internal/letters"
	"github.com/gisa-go/gisa/extract/internal/post"
)

// clean decides for each line of an element whether it is part of the article.
func (s *scorer) clean(root int32) selection {
	sel := selection{root: root, main: s.MainText(root)}
	sel.subtract(s, cut.Of(s.Measures, root, sel.main))
	sel.sort(s)
	sel.trimHead(s)
	sel.cutFirst(s)
	sel.cutOwner(s)
	sel.cutGuest(s)
	sel.trimTail(s)
	ix := s.Index
	for i := range sel.lines {
		l := &sel.lines[i]
		sel.size += ix.Blocks[l.Block].Size
		sel.prose += s.ProseOf(l.Block, l.Block+1)
	}
	return sel
}

// sort takes out the lines that boilerplate patterns and links give away.
func (sel *selection) sort(s *scorer) {
	j := sorter{scorer: s, root: sel.root, talk: sel.isDialogue(s.Index), steps: sel.isSteps(s)}
	kept := sel.lines[:0]
	signed := int32(-1) // the last line that was a byline
	for n, l := range sel.lines {
		kind := j.kindOf(sel.lines[n:])
		if kind == boilerplate.Comments && j.begun && s.IsBehind(sel.main, sel.root, l.Block) {
			kind = boilerplate.End
		}
		if kind == boilerplate.Comments || kind == boilerplate.End && !j.begun {
			kind = boilerplate.Promo // a link to another article above the text
		}
		if kind == boilerplate.End {
			for _, l := range sel.lines[n:] {
				sel.remove(s.Index, kind, l.Start, l.Stop)
			}
			break
		}
		if kind != boilerplate.Text {
			sel.remove(s.Index, kind, l.Start, l.Stop)
			continue
		}
		if isJob(s.Index, l.Block, signed) {
			sel.remove(s.Index, boilerplate.Byline, l.Start, l.Stop)
			continue
		}
		if !j.talk || n >= len(sel.lines)-signedLines {
			l.Stop = sel.cutByline(s.Index, l)
		}
		if l.Start < l.Stop {
			kept = append(kept, l)
			if s.IsProse(l.Block) {
				j.begun, j.last = true, l.Block
			}
		} else {
			signed = l.Block
		}
	}
	sel.lines = kept
}

// isJob reports whether a block says what the author who signs in the line before is: a short line in the same
// paragraph.
func isJob(ix *document.Index, b, signed int32) bool {
	bl := &ix.Blocks[b]
	if signed < 0 || b != signed+1 || bl.Elem != ix.Blocks[signed].Elem || ix.ElementOf(b).BlockStop != b+1 {
		return false
	}
	return bl.Size < 60 && !letters.EndsSentence(ix.Line(int(b)))
}

// maxLabelled is the size of the longest caption below a line that says that one follows.
const maxLabelled = 300

// isSteps reports whether much of the running text stands in boxes with pictures: the steps of a guide, the entries
// of a list.
func (sel *selection) isSteps(s *scorer) bool {
	n, boxed, all := 0, int32(0), int32(0)
	for _, l := range sel.lines {
		if !s.IsProse(l.Block) {
			continue
		}
		size := s.Index.Blocks[l.Block].Size
		all += size
		if caption.InPictureBox(s.Index, l.Block) {
			n++
			boxed += size
		}
	}
	return n >= 3 && boxed*4 > all
}

// sorter says of one line after the other what it is.
type sorter struct {
	*scorer
	root  int32 // of the selection
	under bool  // under a heading such as Related articles
	begun bool  // below running text …
	last  int32 // … of which this is the last block
	label bool  // below a line that says that a caption follows
	talk  bool  // in a dialogue of a presenter with reporters
	steps bool  // where running text stands under one picture after the other
	list  bool  // in entries that a triangle heads each
}

// kindOf says what the first of several lines is.
func (j *sorter) kindOf(lines []Stretch) (kind boilerplate.Kind) {
	ix, l := j.Index, lines[0]
	if ix.CodeOf(l.Block) >= 0 {
		return boilerplate.Text
	}
	b := &ix.Blocks[l.Block]
	linked := b.Linked*10 > b.Size*9
	kind, j.buf = boilerplate.KindOf(ix.Text[l.Start:l.Stop], int(b.Size), j.buf)
	labelled := j.label && kind == boilerplate.Text && b.Size <= maxLabelled
	if j.label = caption.IsLabel(ix.Text[l.Start:l.Stop]); j.label || labelled {
		return boilerplate.Caption
	}
	if kind == boilerplate.Time && !j.saysTime(l) {
		kind = boilerplate.Text
	}
	if kind == boilerplate.Caption && j.isEntry(lines) {
		kind = boilerplate.Text
	}
	switch {
	case kind == boilerplate.Head:
		j.under = true
	case kind != boilerplate.Text:
	case (linked && b.Size > 4 && !j.headsText(lines) && !j.isCell(l.Block) || j.isPointer(l.Block)) &&
		!j.isLinkedText(lines):
		return boilerplate.Related
	case j.under && (linked || b.Size < 80 && !j.IsProse(l.Block)):
		return boilerplate.Related
	case caption.IsUnderPicture(ix, l.Block, j.root), !j.steps && caption.InPictureBox(ix, l.Block):
		return boilerplate.Caption
	case post.IsInfo(j.View, l.Block):
		return boilerplate.Time
	case !j.begun && j.isTimes(l), j.isAge(l):
		return boilerplate.Time
	case !j.begun && j.isDated(l), !j.Korean && j.isPosting(l):
		return boilerplate.Byline
	case ix.Text[l.Start] == '(' && byline.IsOffice(string(ix.Text[l.Start:l.Stop])):
		return boilerplate.Promo
	default:
		j.under = false
	}
	return kind
}

// saysTime reports whether a line that begins as times do is no more than one: Posted on the door, a list of … is the
// text, and so is the heading of an entry of a ticker.
func (s *scorer) saysTime(l Stretch) bool {
	text := s.Index.Text[l.Start:l.Stop]
	if !letters.HasDigit(text) && s.IsProse(l.Block) {
		return false
	}
	return s.Index.Blocks[l.Block].Size < longTime || !letters.EndsSentence(text)
}

// longTime is the size of a sentence that says more than when an article was put up.
const longTime = 120

// headsText reports whether the first of several lines is a heading of the article although it is a link: text follows
// it.
func (s *scorer) headsText(lines []Stretch) bool {
	b := lines[0].Block
	return len(lines) > 1 && s.Index.IsHeading(b) && !s.Index.InMatter(b) && s.IsProse(lines[1].Block)
}

// isCell reports whether a block is a cell in a row of a table that holds much more text than links: a work, a place
// by its name.
func (s *scorer) isCell(b int32) bool {
	ix := s.Index
	for e := ix.Blocks[b].Elem; e >= 0; e = ix.Elements[e].Parent {
		switch ix.Elements[e].Node.DataAtom {
		case atom.Tr:
			return s.LinkedIn(e)*4 < s.SizeIn(e)
		case atom.Div, atom.Article, atom.Section, atom.P, atom.Ul, atom.Ol:
			return false
		}
	}
	return false
}

// isPointer reports whether a block is a label and a link to another article, as READ MORE | Town opens its market.
func (s *scorer) isPointer(i int32) bool {
	b := &s.Index.Blocks[i]
	if b.Linked*2 <= b.Size || b.Size <= 30 || s.IsProse(i) || s.Index.IsHeading(i) {
		return false
	}
	return !letters.EndsSentence(s.Index.Line(int(i))) && !s.Index.InMatter(i)
}

// maySign is a cheap test for lines that may hold a byline.
func maySign(text []byte) bool {
	return bytes.IndexByte(text, '@') >= 0 || bytes.HasPrefix(text, []byte("글")) ||
		bytes.Contains(text, []byte("기자")) || bytes.Contains(text, []byte("특파원"))
}

// cutByline takes a reporter's line, or one glued to the end of a sentence, out of the text and returns where that now
// ends.
func (sel *selection) cutByline(ix *document.Index, l Stretch) int32 {
	text := ix.Text[l.Start:l.Stop]
	if !maySign(text) {
		return l.Stop
	}
	_, rest, ok := byline.Cut(string(text))
	if end := text[len(text)-1]; end == '?' || end == '!' {
		return l.Stop // someone calls a reporter
	}
	if !ok || !bytes.HasPrefix(text, []byte(rest)) {
		return l.Stop
	}
	stop := l.Start + int32(len(rest))
	sel.remove(ix, boilerplate.Byline, stop, l.Stop)
	return stop
}
