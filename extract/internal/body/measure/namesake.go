package measure

import "github.com/gisa-go/gisa/extract/internal/document"

// Namesakes returns how much running text the elements hold that bear the same names as one that is named as noise: the
// text of an article that is split over several widgets.
func (s *Measures) Namesakes(i int32) int32 {
	own := s.ProseIn(i)
	if own == 0 {
		return 0
	}
	if s.named == nil {
		s.named = s.sumNamed()
	}
	return max(own, s.named[document.Attr(s.Index.Elements[i].Node, "class")])
}

// sumNamed sums the running text of the elements with the same class that are named as noise.
func (s *Measures) sumNamed() map[string]int32 {
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
		sums[class] += s.ProseIn(int32(i))
		stops[class] = e.End
	}
	return sums
}
