// Package measure measures a page whose article is looked for: how much running text, links and headlines its blocks
// and elements hold, what of it is noise, and how its paragraphs are marked up.
//
//	measures.go    Measures: the sums, and what is asked of them
//	sums.go        Of, which fills them; what a block is worth
//	noise.go       blocks of navigation, comments, advertising; namesake.go elements of the same names
//	teaser.go      lists and cards of other articles
//	twin.go        other articles, and copies of this one, with a headline of their own
//	verse.go       running text in short lines
//	list.go        lists that the text announces, links in a line
//	flow.go        the element whose own paragraphs are most of the text
//	maintext.go    Main: where most paragraphs stand; look.go how they are marked up
package measure

import (
	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"

	"github.com/gisa-go/gisa/extract/internal/boilerplate"
	"github.com/gisa-go/gisa/extract/internal/document"
	"github.com/gisa-go/gisa/extract/internal/view"
)

// Look is how a paragraph is marked up: its element, and the one around it.
type Look struct{ tag, class, upTag, upClass string }

// Measures values the blocks and elements of one page. The slices hold sums over the blocks before: the blocks i … j-1
// have together value[j]-value[i].
type Measures struct {
	*view.View
	Title string // of the article

	value   []int32 // likelihood of being article text, in characters; negative for what is not
	prose   []int32 // characters of running text
	size    []int32 // characters
	linked  []int32 // characters inside links
	titles  []int32 // lines that are a link as a whole and long enough for a headline
	written []int32 // from a block on, the first that is running text
	noise   []bool  // blocks that stand in navigation, comments, advertising …

	own map[int32]int32 // scratch: running text by the element whose paragraphs it is

	buf []byte // scratch: of patterns

	pageLooks []Look // how most paragraphs of the page are marked up, once that was asked for

	named map[string]int32 // running text of elements that are named as noise, by their class

	Believed document.Hint // what names are believed in cleaning

	Known    map[*html.Node]boilerplate.Kind // elements that the site's rule says are no part of the text
	others   []int32                         // elements of other articles, and of copies of this one
	Headline int32                           // last line of the page's first h1 that has text, or -1
}

// ProseIn returns how much running text an element holds.
func (s *Measures) ProseIn(i int32) int32 {
	e := &s.Index.Elements[i]
	return s.prose[e.BlockStop] - s.prose[e.Block]
}

// IsProse reports whether a block is running text.
func (s *Measures) IsProse(b int32) bool { return s.prose[b+1] > s.prose[b] }

// HoldsHeadline reports whether the page's headline stands inside an element.
func (s *Measures) HoldsHeadline(i int32) bool {
	e := &s.Index.Elements[i]
	return s.Headline >= e.Block && s.Headline < e.BlockStop
}

// IsAround reports whether an element is the frame of the page rather than a part of it, whatever its name: it holds
// the headline or, on a page without one, nearly all running text.
func (s *Measures) IsAround(i int32) bool {
	if s.Headline >= 0 {
		return s.HoldsHeadline(i)
	}
	if s.Index.Elements[i].Node.DataAtom == atom.Footer {
		return false
	}
	return s.ProseIn(i)*10 > s.prose[len(s.prose)-1]*9
}

// FlowOf returns the element in which a block is one paragraph of several: the parent of the paragraph's element, or
// the element itself where <br>s divide it.
func (s *Measures) FlowOf(b int32) int32 {
	ix := s.Index
	e := ix.Blocks[b].Elem
	for e > 0 && !document.IsBlock(ix.Elements[e].Node.DataAtom) {
		e = ix.Elements[e].Parent
	}
	if el := &ix.Elements[e]; el.Lines() > 1 && el.Node.DataAtom != atom.P {
		return e
	}
	return max(ix.Elements[e].Parent, 0)
}

// MinOther is the least running text that is believed more than a rule.
const MinOther = 300

// HintsNoise are the hints of what is no part of an article; HintsStrong those of them that are seldom wrong.
const (
	HintsNoise  = HintsStrong | document.HintNoise | document.HintTags | document.HintHidden
	HintsStrong = document.HintNever | document.HintRelated | document.HintComment
)

// SizeIn returns how many characters an element holds.
func (s *Measures) SizeIn(i int32) int32 {
	e := &s.Index.Elements[i]
	return s.size[e.BlockStop] - s.size[e.Block]
}

// LinkedIn returns how many characters of an element stand in links.
func (s *Measures) LinkedIn(i int32) int32 {
	e := &s.Index.Elements[i]
	return s.linked[e.BlockStop] - s.linked[e.Block]
}

// ProseOf returns how much running text the blocks from … to-1 hold.
func (s *Measures) ProseOf(from, to int32) int32 { return s.prose[to] - s.prose[from] }

// ValueOf returns what a block is worth.
func (s *Measures) ValueOf(b int32) int32 { return s.value[b+1] - s.value[b] }

// IsNoisy reports whether a block stands in navigation, comments, advertising.
func (s *Measures) IsNoisy(b int32) bool { return s.noise[b] }
