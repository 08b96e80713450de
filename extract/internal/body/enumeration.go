package body

import (
	"bytes"

	"golang.org/x/net/html/atom"

	"github.com/gisa-go/gisa/extract/internal/body/measure"
	"github.com/gisa-go/gisa/extract/internal/caption"
	"github.com/gisa-go/gisa/extract/internal/document"
)

// enumerates reports whether a line of links lists things in a paragraph of the text: it is marked up as the last
// running text before it.
func (s *sorter) enumerates(b int32) bool {
	return s.begun && !s.Index.InMatter(b) && s.LinksIn(b) >= measure.Enumerated && s.FlowOf(b) == s.FlowOf(s.last) &&
		s.LookOf(b) == s.LookOf(s.last)
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
	if list := s.ListOf(b); list >= 0 {
		return s.IsAnnounced(list)
	}
	line := ix.Line(int(b))
	return b > 0 && b+1 < ix.BlockCount() && ix.Blocks[b].Size >= linkedSentence && endsFully(line) &&
		bytes.Count(line, []byte(" ")) >= linkedBlanks && s.IsProse(b-1) && s.IsProse(b+1)
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
	return p >= 0 && next < s.Index.Elements[p].BlockStop && s.IsProse(next)
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
	return hasLabel(s.Index.Line(int(before))) && hasLabel(s.Index.Line(int(b))) && s.FlowOf(before) == s.FlowOf(b) &&
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
