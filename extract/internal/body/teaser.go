package body

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
	for c := i + 1; c < ix.Elements[i].End; c = ix.Elements[c].End {
		e := &ix.Elements[c]
		if e.Block == e.BlockStop {
			continue
		}
		children++
		if s.proseIn(c) < maxSummary && s.hasLinkedLine(e.Block, min(s.written[e.Block], e.BlockStop)) {
			teasers++
		}
	}
	return teasers >= 3 && teasers*4 >= children*3
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
