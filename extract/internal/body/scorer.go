package body

import (
	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"

	"github.com/gisa-go/gisa/extract/internal/boilerplate"
	"github.com/gisa-go/gisa/extract/internal/document"
	"github.com/gisa-go/gisa/extract/internal/view"
)

// scorer values the blocks and elements of one page. The slices hold sums over the blocks before: the blocks i … j-1
// have together value[j]-value[i].
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

	own map[int32]int32 // scratch: running text by the element whose paragraphs it is

	buf []byte // scratch: of patterns

	pageLooks []look // how most paragraphs of the page are marked up, once that was asked for

	named map[string]int32 // running text of elements that are named as noise, by their class

	believed document.Hint // what names are believed in cleaning

	known    map[*html.Node]boilerplate.Kind // elements that the site's rule says are no part of the text
	others   []int32                         // elements of other articles, and of copies of this one
	headline int32                           // last line of the page's first h1 that has text, or -1
}

// proseIn returns how much running text an element holds.
func (s *scorer) proseIn(i int32) int32 {
	e := &s.Index.Elements[i]
	return s.prose[e.BlockStop] - s.prose[e.Block]
}

// isProse reports whether a block is running text.
func (s *scorer) isProse(b int32) bool { return s.prose[b+1] > s.prose[b] }

// holdsHeadline reports whether the page's headline stands inside an element.
func (s *scorer) holdsHeadline(i int32) bool {
	e := &s.Index.Elements[i]
	return s.headline >= e.Block && s.headline < e.BlockStop
}

// isAround reports whether an element is the frame of the page rather than a part of it, whatever its name: it holds
// the headline or, on a page without one, nearly all running text.
func (s *scorer) isAround(i int32) bool {
	if s.headline >= 0 {
		return s.holdsHeadline(i)
	}
	if s.Index.Elements[i].Node.DataAtom == atom.Footer {
		return false
	}
	return s.proseIn(i)*10 > s.prose[len(s.prose)-1]*9
}

// isNamed reports whether a block stands in a small element with one of the hints.
func (s *scorer) isNamed(b int32, h document.Hint) bool {
	ix := s.Index
	for e, n := ix.Blocks[b].Elem, 0; e >= 0 && n < 3; e, n = ix.Elements[e].Parent, n+1 {
		if el := &ix.Elements[e]; el.Hints&h != 0 && el.Lines() < 6 {
			return true
		}
	}
	return false
}

// flowOf returns the element in which a block is one paragraph of several: the parent of the paragraph's element, or
// the element itself where <br>s divide it.
func (s *scorer) flowOf(b int32) int32 {
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

// The least text, in characters, that is taken for an article: of a page without a rule, and where the site's rule
// names the body, since posts of a board may be one sentence. minOther is the least running text that is believed more
// than a rule.
const (
	minBody  = 60
	minRuled = 20
	minOther = 300
)

// MaxSubtitle bounds a line of a subtitle, in bytes.
const MaxSubtitle = 300

// hintsNoise are the hints of what is no part of an article; hintsStrong those of them that are seldom wrong.
const (
	hintsNoise  = hintsStrong | document.HintNoise | document.HintTags | document.HintHidden
	hintsStrong = document.HintNever | document.HintRelated | document.HintComment
)
