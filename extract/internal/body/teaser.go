package body

import (
	"bytes"

	"github.com/gisa-go/gisa/extract/internal/boilerplate"
)

// teaserBlocks tells the blocks of lists of other articles, and how much running text they hold. Where next to nothing
// else is left, the page is such a list, and none is marked.
func (s *scorer) teaserBlocks() (noise []bool, prose int32) {
	ix := s.Index
	noise = make([]bool, len(ix.Blocks))
	for i := int32(0); i < int32(len(ix.Elements)); {
		if s.proseIn(i) == 0 || s.holdsHeadline(i) || !s.isTeasers(i) {
			i++
			continue
		}
		e := &ix.Elements[i]
		for b := e.Block; b < e.BlockStop; b++ {
			noise[b] = true
		}
		prose += s.proseIn(i)
		i = e.End
	}
	if s.prose[len(noise)]-prose < minOther {
		return make([]bool, len(noise)), 0
	}
	return noise, prose
}

// isTeasers reports whether an element is a list of other articles: three or more children, nearly all of which are
// headed by a line that is a link and hold little more text than a summary.
func (s *scorer) isTeasers(i int32) bool {
	ix := s.Index
	children, teasers := 0, 0
	other := int32(0) // running text of children that are none
	for c := i + 1; c < ix.Elements[i].End; c = ix.Elements[c].End {
		e := &ix.Elements[c]
		if e.Block == e.BlockStop {
			continue
		}
		children++
		if s.proseIn(c) < maxSummary && s.hasLinkedLine(e.Block, min(s.written[e.Block], e.BlockStop)) {
			teasers++
		} else {
			other += s.proseIn(c)
		}
	}
	return teasers >= 3 && teasers*4 >= children*3 && other*2 <= s.proseIn(i)
}

// maxSummary is the most running text below one headline of a list.
const maxSummary = 600

// isLinkList reports whether an element holds little but links.
func (s *scorer) isLinkList(i int32) bool {
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

// hasLinkedLine reports whether one of the blocks is a link as a whole and long enough for a headline.
func (s *scorer) hasLinkedLine(from, to int32) bool { return s.titles[to] > s.titles[from] }

// isCard reports whether an element is the card of another article: its headline, which is a link, and a summary that
// breaks off.
func (s *scorer) isCard(i int32) bool {
	ix := s.Index
	e := &ix.Elements[i]
	if e.Lines() < 2 || e.Lines() > cardLines || s.holdsHeadline(i) {
		return false
	}
	last := ix.Line(int(e.BlockStop) - 1)
	return (bytes.HasSuffix(last, []byte("...")) || bytes.HasSuffix(last, []byte("…"))) &&
		s.linked[e.BlockStop] == s.linked[e.BlockStop-1] && s.hasLinkedLine(e.Block, e.BlockStop-1)
}

// cardLines is the most lines of the card of an article.
const cardLines = 5

// isHeadedList reports whether an element begins by saying that other articles follow, and holds the headline of one.
func (s *scorer) isHeadedList(i int32) bool {
	ix := s.Index
	e := &ix.Elements[i]
	if e.Lines() < 2 || !s.hasLinkedLine(e.Block+1, min(s.written[e.Block], e.BlockStop)) || s.holdsHeadline(i) {
		return false
	}
	line := ix.Line(int(e.Block))
	if len(line) > maxListHead || s.isProse(e.Block) {
		return false
	}
	var kind boilerplate.Kind
	kind, s.buf = boilerplate.KindOf(line, int(ix.Blocks[e.Block].Size), s.buf)
	return kind == boilerplate.Head || kind == boilerplate.Related && ix.Blocks[e.Block].Linked == 0
}

// maxListHead is the longest line that heads a list of other articles, in bytes.
const maxListHead = 100
