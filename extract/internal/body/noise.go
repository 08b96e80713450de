package body

import "github.com/gisa-go/gisa/extract/internal/document"

// noiseBlocks tells the blocks that stand in lists of other articles, or in an element which looks like navigation,
// comments or advertising. Names that would condemn most of the page's text are not believed.
func (s *scorer) noiseBlocks() []bool {
	teasers, listed := s.teaserBlocks()
	total := s.prose[len(teasers)] - listed
	noise := make([]bool, len(teasers))
	for _, believed := range []document.Hint{hintsNoise, hintsStrong} {
		copy(noise, teasers)
		if lost := s.markNamed(noise, believed); lost*4 < total*3 {
			return noise
		}
	}
	return teasers
}

// markNamed marks the blocks of elements with one of the hints and returns how much running text is newly lost.
func (s *scorer) markNamed(noise []bool, believed document.Hint) (lost int32) {
	ix := s.Index
	total := s.prose[len(noise)]
	for i := int32(0); i < int32(len(ix.Elements)); {
		e := &ix.Elements[i]
		if e.Hints&believed == 0 || !s.isNoise(i, total) {
			i++
			continue
		}
		for b := e.Block; b < e.BlockStop; b++ {
			if !noise[b] {
				lost += s.prose[b+1] - s.prose[b]
				noise[b] = true
			}
		}
		i = max(e.End, i+1)
	}
	return lost
}

// isNoise reports whether an element is taken for noise although the whole holds total characters of prose: a name
// alone does not condemn most of the text.
func (s *scorer) isNoise(i, total int32) bool {
	h := s.Index.Elements[i].Hints
	if h&hintsNoise == 0 || h&document.HintBodyProp != 0 {
		return false
	}
	share, whole := int64(s.proseIn(i))*100, int64(total) // of the largest pages, beyond 32 bits
	switch {
	case h&document.HintNever != 0 && h&document.HintBody == 0:
		return !s.isAround(i)
	case h&document.HintComment != 0 && h&document.HintBody == 0:
		return share < whole*90
	case h&document.HintBody != 0:
		return share < whole*20
	default:
		return share < whole*50 || s.headline >= 0 && !s.holdsHeadline(i)
	}
}
