package measure

import (
	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"

	"github.com/gisa-go/gisa/extract/internal/boilerplate"
	"github.com/gisa-go/gisa/extract/internal/document"
	"github.com/gisa-go/gisa/extract/internal/view"
	"github.com/gisa-go/gisa/extract/sites"
)

// measuresOf measures a page whose article has a title.
func Of(v *view.View, title string) *Measures {
	n := len(v.Index.Blocks) + 1
	sums := make([]int32, 6*n)
	next := func() (list []int32) {
		list, sums = sums[:n:n], sums[n:]
		return list
	}
	s := &Measures{View: v, Title: title, value: next(), prose: next(), size: next(), linked: next(), titles: next(),
		written: next(),
		Known:   knownCuts(v), Headline: v.Index.Headline(), Believed: ^document.Hint(0),
		own: map[int32]int32{}}
	s.sumText()
	s.findWritten()
	s.markTwins()
	s.noise = s.noiseBlocks()
	s.sumValues()
	return s
}

// sumValues fills the sums of what the blocks are worth.
func (s *Measures) sumValues() {
	for i := range s.Index.Blocks {
		s.value[i+1] = s.value[i] + s.blockValue(i)
	}
}

// sumText fills the sums of what the blocks hold.
func (s *Measures) sumText() {
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
		if b.Size >= 20 && (b.Linked*10 >= b.Size*9 || b.Linked*5 >= b.Size*2 && s.Index.IsHeading(int32(i))) {
			title = 1 // a heading may say the headline once more to those who listen
		}
		s.prose[i+1] = s.prose[i] + prose
		s.size[i+1] = s.size[i] + b.Size
		s.linked[i+1] = s.linked[i] + b.Linked
		s.titles[i+1] = s.titles[i] + title
	}
}

// findWritten notes for each block where the next running text is.
func (s *Measures) findWritten() {
	next := int32(len(s.Index.Blocks))
	for b := next; b >= 0; b-- {
		if int(b) < len(s.Index.Blocks) && s.IsProse(b) {
			next = b
		}
		s.written[b] = next
	}
}

// blockValue is positive for what looks like the text of an article and negative for what does not.
func (s *Measures) blockValue(i int) int32 {
	b := &s.Index.Blocks[i]
	switch {
	case s.noise[i]:
		return -(10 + min(b.Size, 60)/4)
	case s.IsProse(int32(i)):
		return b.Size - b.Linked
	case b.Linked*2 > b.Size && b.Linked < b.Size && s.Index.AtomOf(int32(i)) == atom.P &&
		s.LinksIn(int32(i)) >= Enumerated:
		return -2 // an enumeration
	case b.Linked*2 > b.Size:
		return -(15 + min(b.Size, 120)/3)
	default:
		return -2
	}
}

// knownCuts maps the elements that the site's rule says are no part of the text to what they are.
func knownCuts(v *view.View) map[*html.Node]boilerplate.Kind {
	if v.Site.Layout == nil {
		return nil
	}
	known := map[*html.Node]boilerplate.Kind{}
	for _, n := range v.Site.Nodes(sites.Remove) {
		known[n] = boilerplate.Promo
	}
	for _, n := range v.Site.Nodes(sites.Subtitle) {
		known[n] = boilerplate.Dek
	}
	for _, n := range v.Site.Nodes(sites.Captions) {
		known[n] = boilerplate.Caption
	}
	return known
}

// DoubtNames measures the page anew, on which few names are believed.
func (s *Measures) DoubtNames() {
	for i := range s.noise {
		s.noise[i] = false
	}
	s.Believed = document.HintNever | document.HintBody | document.HintBodyProp
	s.markNamed(s.noise, document.HintNever)
	s.sumValues()
}
