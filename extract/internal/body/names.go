package body

import (
	"slices"

	"golang.org/x/net/html/atom"

	"github.com/gisa-go/gisa/extract/internal/document"
	"github.com/gisa-go/gisa/extract/internal/letters"
)

// namesakes returns how much running text the elements hold that bear the same names as one that is named as noise: the
// text of an article that is split over several widgets.
func (s *scorer) namesakes(i int32) int32 {
	own := s.proseIn(i)
	if own == 0 {
		return 0
	}
	if s.named == nil {
		s.named = s.sumNamed()
	}
	return max(own, s.named[document.Attr(s.Index.Elements[i].Node, "class")])
}

// sumNamed sums the running text of the elements with the same class that are named as noise.
func (s *scorer) sumNamed() map[string]int32 {
	sums := map[string]int32{}
	stops := map[string]int32{} // where the last element of the class ends
	for i := range s.Index.Elements {
		e := &s.Index.Elements[i]
		if e.Hints&document.HintNoise == 0 || e.Hints&(document.HintNever|document.HintHidden) != 0 {
			continue
		}
		class := document.Attr(e.Node, "class")
		if class == "" || int32(i) < stops[class] {
			continue
		}
		sums[class] += s.proseIn(int32(i))
		stops[class] = e.End
	}
	return sums
}

// looksMain reports whether all running text of an element is marked up as the article's paragraphs are, by names of
// their own: a lead beside a video.
func (c *cutter) looksMain(i int32) bool {
	if c.proseIn(i) == 0 || c.main.most < 0 || c.Index.Within(c.main.most, i) {
		return false
	}
	if c.looks == nil {
		c.looks = c.looksIn(c.main.most)
	}
	return c.hasLooks(i, c.looks)
}

// hasLooks reports whether all running text of an element has one of some looks that are told by names.
func (s *scorer) hasLooks(i int32, looks []look) bool {
	e := &s.Index.Elements[i]
	for b := e.Block; b < e.BlockStop; b++ {
		if !s.isProse(b) {
			continue
		}
		if l := s.lookOf(b); l.class == "" && l.upClass == "" || !slices.Contains(looks, l) {
			return false
		}
	}
	return true
}

// headsEntry reports whether an element is a heading that says more than a time: of an entry of a ticker.
func (c *cutter) headsEntry(i int32) bool {
	e := &c.Index.Elements[i]
	if e.Lines() != 1 || !c.Index.IsHeading(e.Block) || e.BlockStop >= c.Index.BlockCount() || !c.isProse(e.BlockStop) {
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
	if c.linked[e.BlockStop] > c.linked[e.Block] || c.proseIn(i) > 0 {
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
		c.isProse(e.Block)
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
