package document

import (
	"slices"
	"sort"
	"strings"
)

// Segment is a stretch of a block's text that no element begins or ends in, and the innermost element around it.
type Segment struct {
	Text string
	Elem int32
}

// maxSegments bounds how many elements of a block are told apart.
const maxSegments = 64

// Segments returns the text of a block as its elements part it: By, Runa Falk, Staff Writer. Nil where they are too
// many.
func (ix *Index) Segments(b int32) (out []Segment) {
	bl := &ix.Blocks[b]
	first := sort.Search(len(ix.Elements), func(i int) bool { return ix.Elements[i].Start >= bl.Start-1 })
	cuts, last := []int32{bl.Start, bl.Stop}, first
	for ; last < len(ix.Elements) && ix.Elements[last].Start < bl.Stop; last++ {
		if last-first > maxSegments {
			return nil
		}
		for _, c := range []int32{ix.Elements[last].Start, ix.Elements[last].Stop} {
			if c > bl.Start && c < bl.Stop {
				cuts = append(cuts, c)
			}
		}
	}
	slices.Sort(cuts)
	for n, c := range cuts[:len(cuts)-1] {
		text := strings.TrimSpace(string(ix.Text[c:cuts[n+1]]))
		if text == "" {
			continue
		}
		s := Segment{text, bl.Elem}
		for i := last - 1; i >= first; i-- { // the innermost comes last
			if e := &ix.Elements[i]; e.Start <= c && e.Stop >= cuts[n+1] {
				s.Elem = int32(i)
				break
			}
		}
		out = append(out, s)
	}
	return out
}
