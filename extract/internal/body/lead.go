package body

import (
	"bytes"
	"strings"

	"golang.org/x/net/html/atom"

	"github.com/gisa-go/gisa/extract/internal/body/cut"
	"github.com/gisa-go/gisa/extract/internal/body/measure"
	"github.com/gisa-go/gisa/extract/internal/boilerplate"
	"github.com/gisa-go/gisa/extract/internal/caption"
	"github.com/gisa-go/gisa/extract/internal/document"
	"github.com/gisa-go/gisa/extract/internal/letters"
)

// addLead puts before the text the running text that stands between the headline and the body: the lead of articles
// whose markup keeps it apart. A subtitle, which is shorter than a paragraph, is none.
func (sel *selection) addLead(s *scorer) {
	ix := s.Index
	first := ix.Elements[sel.root].Block
	from := s.headlineBefore(first)
	if from < 0 || first-from > leadDistance {
		return
	}
	description := letters.Fold(s.Head.Description)
	var lead []Stretch
	for b := from + 1; b < first && len(lead) < 3; b++ {
		bl := &ix.Blocks[b]
		near := first-b < 6 || b-from < 4 ||
			description != "" && strings.HasPrefix(letters.Fold(string(ix.Line(int(b)))), description)
		if near && s.isLead(b) && !s.IsNoisy(b) && !s.isAside(b) && !sel.says(ix, b) {
			lead = append(lead, Stretch{Block: b, Start: bl.Start, Stop: bl.Stop})
		}
	}
	sel.lines = append(lead, sel.lines...)
}

// leadDistance is how many lines at most stand between the headline and the body of one article.
const leadDistance = 60

// isLead reports whether a line above the body is a paragraph of the article rather than its subtitle. What is marked
// up as a heading or a subtitle, or stands in the headline's own box of a Korean
// page, has to be longer than most subtitles are; without the mark of a sentence, longer than any.
func (s *scorer) isLead(b int32) bool {
	bl := &s.Index.Blocks[b]
	least := int32(leadSize)
	if s.Index.IsHeading(b) || s.isNamed(b, document.HintDek|document.HintTitle) || s.Korean && s.isInHeadlineBox(b) {
		least = dekSize
	}
	return bl.Size >= least && bl.Size < 900 && bl.Linked*4 < bl.Size &&
		(bl.Size >= 3*least || letters.EndsSentence(s.Index.Line(int(b))))
}

// The least sizes, in characters, of a sentence above the body that is a lead: of a paragraph, and of what is marked
// up as a subtitle.
const (
	leadSize = 60
	dekSize  = 120
)

// isInHeadlineBox reports whether a line stands in a small element with the page's h1 and little else.
func (s *scorer) isInHeadlineBox(b int32) bool {
	ix := s.Index
	for e, n := ix.Blocks[b].Elem, 0; e >= 0 && n < 4; e, n = ix.Elements[e].Parent, n+1 {
		el := &ix.Elements[e]
		if el.Lines() > 4 {
			return false
		}
		if s.HoldsHeadline(e) {
			return true
		}
	}
	return false
}

// headlineBefore returns the last line before a block that says the title, else the page's first h1, or -1.
func (s *scorer) headlineBefore(b int32) int32 {
	title := letters.Fold(s.Title)
	for i := b - 1; i >= 0 && title != ""; i-- {
		if bl := &s.Index.Blocks[i]; int(bl.Stop-bl.Start) < 3*len(title) &&
			letters.Fold(string(s.Index.Line(int(i)))) == title {
			return i
		}
	}
	if s.Headline < b {
		return s.Headline
	}
	return -1
}

// isAside reports whether a line stands in a caption, a byline, a picture or a box of other articles.
func (s *scorer) isAside(b int32) bool {
	ix := s.Index
	var kind boilerplate.Kind
	if kind, s.buf = boilerplate.KindOf(ix.Line(int(b)), int(ix.Blocks[b].Size), s.buf); kind != boilerplate.Text {
		return true
	}
	for e, n := ix.Blocks[b].Elem, 0; e >= 0 && n < 6; e, n = ix.Elements[e].Parent, n+1 {
		el := &ix.Elements[e]
		if n < 4 && (el.Hints&(measure.HintsNoise|document.HintCaption|document.HintAuthor) != 0 && el.Lines() < 8 ||
			el.Node.DataAtom == atom.Figure) || cut.IsSummary(ix, e) {
			return true
		}
	}
	return caption.InPictureBox(ix, b)
}

// says reports whether the selection begins with the text of a block.
func (sel *selection) says(ix *document.Index, b int32) bool {
	for _, l := range sel.lines[:min(len(sel.lines), 4)] {
		if bytes.HasPrefix(ix.Text[l.Start:l.Stop], ix.Line(int(b))) {
			return true
		}
	}
	return false
}
