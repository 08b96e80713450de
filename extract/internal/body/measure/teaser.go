package measure

import (
	"bytes"

	"github.com/gisa-go/gisa/extract/internal/boilerplate"
)

// teaserBlocks tells the blocks of lists of other articles, and how much running text they hold. Where next to nothing
// else is left, the page is such a list, and none is marked.
func (s *Measures) teaserBlocks() (noise []bool, prose int32) {
	ix := s.Index
	noise = make([]bool, len(ix.Blocks))
	for i := int32(0); i < int32(len(ix.Elements)); {
		if s.ProseIn(i) == 0 || s.HoldsHeadline(i) || !s.IsTeasers(i) {
			i++
			continue
		}
		e := &ix.Elements[i]
		for b := e.Block; b < e.BlockStop; b++ {
			noise[b] = true
		}
		prose += s.ProseIn(i)
		i = e.End
	}
	if s.prose[len(noise)]-prose < MinOther {
		return make([]bool, len(noise)), 0
	}
	return noise, prose
}

// IsTeasers reports whether an element is a list of other articles: three or more children, nearly all of which are
// headed by a line that is a link and hold little more text than a summary.
func (s *Measures) IsTeasers(i int32) bool {
	ix := s.Index
	children, teasers := 0, 0
	other := int32(0) // running text of children that are none
	for c := i + 1; c < ix.Elements[i].End; c = ix.Elements[c].End {
		e := &ix.Elements[c]
		if e.Block == e.BlockStop {
			continue
		}
		children++
		if s.ProseIn(c) < maxSummary && s.HasLinkedLine(e.Block, min(s.written[e.Block], e.BlockStop)) {
			teasers++
		} else {
			other += s.ProseIn(c)
		}
	}
	return teasers >= 3 && teasers*4 >= children*3 && other*2 <= s.ProseIn(i)
}

// maxSummary is the most running text below one headline of a list.
const maxSummary = 600

// IsLinkList reports whether an element holds little but links.
func (s *Measures) IsLinkList(i int32) bool {
	ix := s.Index
	e := &ix.Elements[i]
	n := e.Lines()
	if n < 2 {
		return false
	}
	size := s.size[e.BlockStop] - s.size[e.Block]
	linked := s.linked[e.BlockStop] - s.linked[e.Block]
	return linked*3 > size*2
}

// HasLinkedLine reports whether one of the blocks is a link as a whole and long enough for a headline.
func (s *Measures) HasLinkedLine(from, to int32) bool { return s.titles[to] > s.titles[from] }

// IsCard reports whether an element is the card of another article: its headline, which is a link, and a summary that
// breaks off.
func (s *Measures) IsCard(i int32) bool {
	ix := s.Index
	e := &ix.Elements[i]
	if e.Lines() < 2 || e.Lines() > cardLines || s.HoldsHeadline(i) {
		return false
	}
	last := ix.Line(int(e.BlockStop) - 1)
	return (bytes.HasSuffix(last, []byte("...")) || bytes.HasSuffix(last, []byte("…"))) &&
		s.linked[e.BlockStop] == s.linked[e.BlockStop-1] && s.HasLinkedLine(e.Block, e.BlockStop-1)
}

// cardLines is the most lines of the card of an article.
const cardLines = 5

// IsHeadedList reports whether an element begins by saying that other articles follow, and holds the headline of one.
func (s *Measures) IsHeadedList(i int32) bool {
	ix := s.Index
	e := &ix.Elements[i]
	if e.Lines() < 2 || !s.HasLinkedLine(e.Block+1, min(s.written[e.Block], e.BlockStop)) || s.HoldsHeadline(i) {
		return false
	}
	line := ix.Line(int(e.Block))
	if len(line) > maxListHead || s.IsProse(e.Block) {
		return false
	}
	var kind boilerplate.Kind
	kind, s.buf = boilerplate.KindOf(line, int(ix.Blocks[e.Block].Size), s.buf)
	return kind == boilerplate.Head || kind == boilerplate.Related && ix.Blocks[e.Block].Linked == 0
}

// maxListHead is the longest line that heads a list of other articles, in bytes.
const maxListHead = 100
