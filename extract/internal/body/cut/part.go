package cut

import (
	"golang.org/x/net/html/atom"

	"github.com/gisa-go/gisa/extract/internal/document"
	"github.com/gisa-go/gisa/extract/internal/letters"
	"github.com/gisa-go/gisa/extract/internal/stamp"
)

// looksMain reports whether all running text of an element is marked up as the article's paragraphs are, by names of
// their own: a lead beside a video.
func (c *cutter) looksMain(i int32) bool {
	if c.ProseIn(i) == 0 || c.main.Most < 0 || c.Index.Within(c.main.Most, i) {
		return false
	}
	if c.looks == nil {
		c.looks = c.LooksIn(c.main.Most)
	}
	return c.HasLooks(i, c.looks)
}

// headsEntry reports whether an element is a heading that says more than a time: of an entry of a ticker.
func (c *cutter) headsEntry(i int32) bool {
	e := &c.Index.Elements[i]
	if e.Lines() != 1 || !c.Index.IsHeading(e.Block) || e.BlockStop >= c.Index.BlockCount() || !c.IsProse(e.BlockStop) {
		return false
	}
	n := letters.Count(string(c.Index.Text[e.Start:e.Stop]))
	return n >= entryLetters
}

// entryLetters is the fewest letters of a heading that says more than a time.
const entryLetters = 16

// isHeadedItems reports whether an element is a heading and items of a list, none of them a link: what a recipe needs.
func (c *cutter) isHeadedItems(i int32) bool {
	ix := c.Index
	e := &ix.Elements[i]
	if c.LinkedIn(i) > 0 || c.ProseIn(i) > 0 {
		return false
	}
	items := 0
	for b := e.Block; b < e.BlockStop; b++ {
		switch {
		case ix.InMatter(b):
			items++
		case !ix.IsHeading(b):
			return false
		}
	}
	return items >= 2
}

// isInlineCaption reports whether an element is the caption of the picture before it in a box of both that stands in
// the first line of a paragraph, which goes on behind it.
func (c *cutter) isInlineCaption(i int32) bool {
	ix := c.Index
	e := &ix.Elements[i]
	switch e.Node.DataAtom {
	case atom.Em, atom.Span, atom.Small, atom.I, atom.B, atom.Strong, atom.Font, atom.Cite:
	default:
		return false
	}
	if e.Lines() != 1 || e.Parent < 0 {
		return false
	}
	up := &ix.Elements[e.Parent]
	b := &ix.Blocks[e.Block]
	return up.Stop == e.Stop && up.Start == e.Start && e.Start <= b.Start+1 && e.Stop < b.Stop &&
		up.Node.DataAtom != atom.P && ix.FirstIn(ix.Images, e.Parent) >= 0 && ix.FirstIn(ix.Images, e.Parent) < i &&
		c.IsProse(e.Block)
}

// goesOnBehindCaption reports whether running text follows the caption in a box with a picture.
func (c *cutter) goesOnBehindCaption(i int32) bool {
	ix := c.Index
	e := &ix.Elements[i]
	for j := i + 1; j < e.End; j++ {
		d := &ix.Elements[j]
		if d.Start == d.Stop || d.Hints&document.HintCaption == 0 && !c.isInlineCaption(j) {
			continue
		}
		rest := letters.Trim(ix.Text[min(d.Stop, e.Stop):e.Stop])
		return letters.Size(string(rest)) >= restSize && letters.EndsSentence(rest)
	}
	return false
}

// restSize is the least size of a sentence behind a caption.
const restSize = 30

// isTail reports whether an element holds running text that follows the article's own and is marked up otherwise.
func (c *cutter) isTail(i int32) bool {
	return c.main.Elem >= 0 && c.Index.Elements[i].Block >= c.main.Last && c.ProseIn(i) > 0
}

// isEntry reports whether an element that is named for a time holds the heading of an entry of a ticker: a clock time,
// then what happened.
func (c *cutter) isEntry(i int32) bool {
	e := &c.Index.Elements[i]
	if e.Lines() != 1 || e.Size() > MaxSubtitle {
		return false
	}
	return stamp.IsEntry(string(c.Index.Text[e.Start:e.Stop]))
}
