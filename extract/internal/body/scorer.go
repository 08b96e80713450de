package body

import (
	"golang.org/x/net/html"

	"github.com/gisa-go/gisa/extract/internal/boilerplate"
	"github.com/gisa-go/gisa/extract/internal/view"
)

// scorer values the blocks and elements of one page. The slices hold sums over the blocks before: the blocks i … j-1 have
// together value[j]-value[i].
type scorer struct {
	*view.View
	title string // of the article

	value   []int32 // likelihood of being article text, in characters; negative for what is not
	prose   []int32 // characters of running text
	size    []int32 // characters
	linked  []int32 // characters inside links
	titles  []int32 // lines that are a link as a whole and long enough for a headline
	written []int32 // from a block on, the first that is running text
	noise   []bool  // blocks that stand in navigation, comments, advertising …

	known    map[*html.Node]boilerplate.Kind // elements that the site's rule says are no part of the text
	headline int32                           // last line of the page's first h1 that has text, or -1
}

func newScorer(v *view.View, title string) *scorer {
	n := len(v.Index.Blocks) + 1
	sums := make([]int32, 6*n)
	next := func() (list []int32) {
		list, sums = sums[:n:n], sums[n:]
		return list
	}
	s := &scorer{View: v, title: title, value: next(), prose: next(), size: next(), linked: next(), titles: next(), written: next(),
		known: knownCuts(v), headline: v.Index.Headline()}
	s.sumText()
	s.findWritten()
	s.noise = s.noiseBlocks()
	for i := range v.Index.Blocks {
		s.value[i+1] = s.value[i] + s.blockValue(i)
	}
	return s
}

// sumText fills the sums of what the blocks hold.
func (s *scorer) sumText() {
	verse := s.verse()
	for i := range s.Index.Blocks {
		b := &s.Index.Blocks[i]
		for len(verse) > 0 && verse[0].to <= int32(i) {
			verse = verse[1:]
		}
		prose, title := int32(0), int32(0)
		if len(verse) > 0 && verse[0].from <= int32(i) || s.Index.IsProse(int32(i)) {
			prose = b.Size
		}
		if b.Size >= 20 && b.Linked*10 >= b.Size*9 {
			title = 1
		}
		s.prose[i+1] = s.prose[i] + prose
		s.size[i+1] = s.size[i] + b.Size
		s.linked[i+1] = s.linked[i] + b.Linked
		s.titles[i+1] = s.titles[i] + title
	}
}

// findWritten notes for each block where the next running text is.
func (s *scorer) findWritten() {
	next := int32(len(s.Index.Blocks))
	for b := next; b >= 0; b-- {
		if int(b) < len(s.Index.Blocks) && s.isProse(b) {
			next = b
		}
		s.written[b] = next
	}
}

// proseIn returns how much running text an element holds.
func (s *scorer) proseIn(i int32) int32 {
	e := &s.Index.Elements[i]
	return s.prose[e.BlockStop] - s.prose[e.Block]
}

// isProse reports whether a block is running text.
func (s *scorer) isProse(b int32) bool { return s.prose[b+1] > s.prose[b] }

// blockValue is positive for what looks like the text of an article and negative for what does not.
func (s *scorer) blockValue(i int) int32 {
	b := &s.Index.Blocks[i]
	switch {
	case s.noise[i]:
		return -(10 + min(b.Size, 60)/4)
	case s.isProse(int32(i)):
		return b.Size - b.Linked
	case b.Linked*2 > b.Size:
		return -(15 + min(b.Size, 120)/3)
	default:
		return -2
	}
}
