package body

import (
	"bytes"

	"golang.org/x/net/html/atom"

	"github.com/gisa-go/gisa/extract/internal/caption"
	"github.com/gisa-go/gisa/extract/internal/document"
	"github.com/gisa-go/gisa/extract/internal/letters"
)

// enumerated is the fewest links of a line that lists things rather than leads to another article.
const enumerated = 3

// linksIn returns how many links with text a block holds.
func (s *scorer) linksIn(b int32) (n int) {
	ix := s.Index
	bl := &ix.Blocks[b]
	for i := bl.Elem; i < ix.Elements[bl.Elem].End; i++ {
		e := &ix.Elements[i]
		if e.Start >= bl.Stop {
			break
		}
		if e.Node.DataAtom == atom.A && e.Start >= bl.Start && e.Start < e.Stop {
			n++
		}
	}
	return n
}

// enumerates reports whether a line of links lists things in a paragraph of the text: it is marked up as the last
// running text before it.
func (s *sorter) enumerates(b int32) bool {
	return s.begun && !s.Index.InMatter(b) && s.linksIn(b) >= enumerated && s.flowOf(b) == s.flowOf(s.last) &&
		s.lookOf(b) == s.lookOf(s.last)
}

// isLinkedText reports whether the first of several lines is text of the article although it is a link as a whole: it
// opens a paragraph that goes on behind it, is a sentence between two others, or an item of a short list that the line
// before announces.
func (s *sorter) isLinkedText(lines []Stretch) bool {
	ix := s.Index
	b := lines[0].Block
	if ix.IsHeading(b) {
		return false
	}
	if len(lines) > 1 && s.goesOn(b, lines[1].Block) || s.enumerates(b) {
		return true
	}
	if list := s.listOf(b); list >= 0 {
		return s.isAnnounced(list)
	}
	line := ix.Line(int(b))
	return b > 0 && b+1 < ix.BlockCount() && ix.Blocks[b].Size >= linkedSentence && endsFully(line) &&
		bytes.Count(line, []byte(" ")) >= linkedBlanks && s.isProse(b-1) && s.isProse(b+1)
}

// The least size and the fewest blanks of a sentence that is a link as a whole.
const (
	linkedSentence = 40
	linkedBlanks   = 4
)

// endsFully reports whether a line ends with a full stop, not with dots that say that more stands elsewhere.
func endsFully(line []byte) bool {
	line = bytes.TrimRight(line, "\"')]”’»」 ")
	return bytes.HasSuffix(line, []byte(".")) && !bytes.HasSuffix(line, []byte("..")) || bytes.HasSuffix(line, []byte("。"))
}

// goesOn reports whether the paragraph of a block goes on in the next one, which is running text.
func (s *scorer) goesOn(b, next int32) bool {
	p := s.paragraphOf(b)
	return p >= 0 && next < s.Index.Elements[p].BlockStop && s.isProse(next)
}

// paragraphOf returns the <p> in which a block stands, or -1.
func (s *scorer) paragraphOf(b int32) int32 {
	for e := s.Index.Blocks[b].Elem; e > 0; e = s.Index.Elements[e].Parent {
		if a := s.Index.Elements[e].Node.DataAtom; a == atom.P {
			return e
		} else if document.IsBlock(a) {
			break
		}
	}
	return -1
}

// listOf returns the list of which a block is an item, or -1.
func (s *scorer) listOf(b int32) int32 {
	for e, n := s.Index.Blocks[b].Elem, 0; e > 0 && n < 6; e, n = s.Index.Elements[e].Parent, n+1 {
		switch s.Index.Elements[e].Node.DataAtom {
		case atom.Ul, atom.Ol, atom.Dl:
			return e
		case atom.Div, atom.Section, atom.Article, atom.P:
			return -1
		}
	}
	return -1
}

// isAnnounced reports whether a list is a short one of names that the line before says will follow, and that does not
// end the text.
func (s *scorer) isAnnounced(list int32) bool {
	ix := s.Index
	e := &ix.Elements[list]
	if e.Lines() > maxAnnounced || s.hasLinkedLine(e.Block, e.BlockStop) || e.Block == 0 ||
		e.BlockStop >= ix.BlockCount() {
		return false
	}
	before := ix.Line(int(e.Block) - 1)
	above := s.flowOf(e.Block - 1)
	if above != e.Parent || len(before) == 0 || ix.Blocks[e.Block-1].Size < verseLine {
		return false
	}
	switch last := before[len(before)-1]; {
	case last == ':' || bytes.HasSuffix(before, []byte("：")):
		return true
	case !letters.EndsSentence(before):
		return false
	}
	return s.isProse(e.BlockStop) && s.flowOf(e.BlockStop) == e.Parent
}

// maxAnnounced is the most lines of a list of links that belongs to the text.
const maxAnnounced = 12

// isEntry reports whether the first of several lines is an entry of a list although a mark heads it that captions have:
// more such marks are in it, or such a line is next to it and no picture above it.
func (j *sorter) isEntry(lines []Stretch) bool {
	ix := j.Index
	text := ix.Text[lines[0].Start:lines[0].Stop]
	if bytes.Count(text, triangle) > 1 {
		return true
	}
	if !bytes.HasPrefix(text, triangle) || caption.PictureAbove(ix, lines[0].Block) >= 0 {
		j.list = false
		return false
	}
	next := len(lines) > 1 && bytes.HasPrefix(ix.Text[lines[1].Start:], triangle) &&
		caption.PictureAbove(ix, lines[1].Block) < 0
	was := j.list
	j.list = next || was
	return next || was
}

var triangle = []byte("▲")

// isLabelled reports whether a short line at the end is an entry of a list of labels and what they say, as the line
// before it is.
func (s *scorer) isLabelled(before, b int32) bool {
	return hasLabel(s.Index.Line(int(before))) && hasLabel(s.Index.Line(int(b))) && s.flowOf(before) == s.flowOf(b) &&
		s.Index.AtomOf(before) == s.Index.AtomOf(b)
}

// hasLabel reports whether a colon stands in a line behind its first words, and more behind that.
func hasLabel(line []byte) bool {
	i := bytes.IndexByte(line, ':')
	if wide := bytes.Index(line, []byte("：")); i < 0 || wide >= 0 && wide < i {
		i = wide
	}
	return i > 0 && i*2 < len(line)+20 && i+3 < len(line)
}
