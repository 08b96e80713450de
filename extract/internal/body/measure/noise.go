package measure

import "github.com/gisa-go/gisa/extract/internal/document"

// noiseBlocks tells the blocks that stand in lists of other articles, or in an element which looks like navigation,
// comments or advertising. Names that would condemn most of the page's text are not believed.
func (s *Measures) noiseBlocks() []bool {
	teasers, listed := s.teaserBlocks()
	for _, t := range s.others {
		listed += s.mark(teasers, t)
	}
	listed += s.markHidden(teasers, s.prose[len(teasers)]-listed)
	total := s.prose[len(teasers)] - listed
	noise := make([]bool, len(teasers))
	for _, believed := range []document.Hint{HintsNoise, HintsStrong} {
		copy(noise, teasers)
		if lost := s.markNamed(noise, believed); lost*4 < total*3 {
			return noise
		}
	}
	return teasers
}

// mark marks the blocks of an element and returns how much running text is newly marked.
func (s *Measures) mark(noise []bool, i int32) (lost int32) {
	e := &s.Index.Elements[i]
	for b := e.Block; b < e.BlockStop; b++ {
		if !noise[b] {
			lost += s.prose[b+1] - s.prose[b]
			noise[b] = true
		}
	}
	return lost
}

// markHidden marks what readers do not see, where an article is left that they do; some pages show theirs by a script.
func (s *Measures) markHidden(noise []bool, total int32) (lost int32) {
	var hidden []int32
	sum := int32(0)
	for i := int32(0); i < int32(len(s.Index.Elements)); {
		e := &s.Index.Elements[i]
		if e.Hints&document.HintHidden == 0 || e.Hints&document.HintBodyProp != 0 || s.ProseIn(i) == 0 {
			i++
			continue
		}
		hidden = append(hidden, i)
		sum += s.ProseIn(i)
		i = max(e.End, i+1)
	}
	shown := total - sum
	if shown < minShown {
		return 0
	}
	for _, i := range hidden {
		if s.ProseIn(i) <= 2*shown {
			lost += s.mark(noise, i)
		}
	}
	return lost
}

// minShown is the least running text of an article beside which nothing that is hidden is one.
const minShown = 200

// markNamed marks the blocks of elements with one of the hints and returns how much running text is newly lost.
func (s *Measures) markNamed(noise []bool, believed document.Hint) (lost int32) {
	ix := s.Index
	total := s.prose[len(noise)]
	for i := int32(0); i < int32(len(ix.Elements)); {
		e := &ix.Elements[i]
		if e.Hints&believed == 0 || !s.isNoise(i, total) {
			i++
			continue
		}
		lost += s.mark(noise, i)
		i = max(e.End, i+1)
	}
	return lost
}

// isNoise reports whether an element is taken for noise although the whole holds total characters of prose: a name
// alone does not condemn most of the text.
func (s *Measures) isNoise(i, total int32) bool {
	h := s.Index.Elements[i].Hints
	if h&HintsNoise == 0 || h&document.HintBodyProp != 0 {
		return false
	}
	share, whole := int64(s.ProseIn(i))*100, int64(total) // of the largest pages, beyond 32 bits
	switch {
	case h&document.HintNever != 0 && h&document.HintBody == 0:
		return !s.IsAround(i)
	case h&document.HintComment != 0 && h&document.HintBody == 0:
		return share < whole*90
	case h&document.HintBody != 0:
		return share < whole*20
	case h&document.HintHidden != 0:
		return share < whole*75 || s.Headline >= 0 && !s.HoldsHeadline(i)
	default:
		return !s.looksWritten(i) && (share < whole*50 && !s.isSplit(i, total) || s.Headline >= 0 && !s.HoldsHeadline(i))
	}
}

// isSplit reports whether an element is one of several of the same names that hold most of the page's text together.
func (s *Measures) isSplit(i, total int32) bool {
	return s.Index.Elements[i].Hints&document.HintHidden == 0 && int64(s.Namesakes(i))*2 >= int64(total)
}

// looksWritten reports whether an element's running text is marked up as most of the page's is, by names of its own.
func (s *Measures) looksWritten(i int32) bool {
	if s.ProseIn(i) == 0 {
		return false
	}
	if s.pageLooks == nil {
		s.pageLooks = s.LooksIn(s.mostWritten())
	}
	return s.HasLooks(i, s.pageLooks)
}

// mostWritten returns the element that holds the most paragraphs of the page.
func (s *Measures) mostWritten() (most int32) {
	clear(s.own)
	for b := range s.Index.BlockCount() {
		if s.IsProse(b) {
			f := s.FlowOf(b)
			if s.own[f] += s.Index.Blocks[b].Size; s.own[f] > s.own[most] {
				most = f
			}
		}
	}
	return most
}
