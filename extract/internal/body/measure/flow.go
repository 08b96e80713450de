package measure

// Flow returns the element whose own paragraphs hold most of the running text of root, or -1 where no single one does.
// What stands beside its paragraphs in a box with a heading of its own is a fact box, a promotion or another article.
func (s *Measures) Flow(root int32) int32 {
	ix := s.Index
	e := &ix.Elements[root]
	own := s.own
	clear(own)
	best := int32(-1)
	for b := e.Block; b < e.BlockStop; b++ {
		if !s.IsProse(b) {
			continue
		}
		f := s.FlowOf(b)
		own[f] += ix.Blocks[b].Size
		if best < 0 || own[f] > own[best] {
			best = f
		}
	}
	if best < 0 || own[best]*10 < s.ProseIn(root)*8 || !ix.Within(best, root) {
		return -1
	}
	return best
}

// HoldsHeading reports whether a heading stands inside an element, before or after other text.
func (s *Measures) HoldsHeading(i int32) bool {
	ix := s.Index
	e := &ix.Elements[i]
	if e.Lines() < 2 || s.HoldsHeadline(i) {
		return false
	}
	for _, h := range ix.Inside(ix.Parts, i) {
		if head := &ix.Elements[h]; head.Block < head.BlockStop && !s.noise[head.Block] {
			return true
		}
	}
	return false
}
