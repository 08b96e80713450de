package body

import (
	"golang.org/x/net/html/atom"

	"github.com/gisa-go/gisa/extract/internal/body/measure"
	"github.com/gisa-go/gisa/extract/internal/document"
)

// candidate is an element that may hold the article, and how much its kind is trusted.
type candidate struct {
	elem  int32
	prior float64
}

// candidates proposes elements that may hold the article.
func (s *scorer) candidates() []candidate {
	ix := s.Index
	score := s.scores()
	var list []candidate
	best := int32(-1)
	for i := range ix.Elements {
		if e := &ix.Elements[i]; e.Block < e.BlockStop && (best < 0 || score[i] >= score[best] && score[i] > 0) {
			best = int32(i)
		}
	}
	if best < 0 {
		return nil
	}
	best = s.aroundParagraph(best, score)
	list = append(list, candidate{best, 1})
	work := 0 // elements that the candidates hold, those of nested ones again and again
	for i := range ix.Elements {
		e := &ix.Elements[i]
		prior := 0.0
		switch {
		case e.Hints&document.HintBodyProp != 0:
			prior = 4
		case e.Hints&document.HintBody != 0 && e.Hints&(document.HintNoise|document.HintRelated|document.HintComment) == 0:
			prior = 1.3
		default:
			continue
		}
		if float64(score[i])*max(prior, 2) > float64(score[best]) && int32(i) != best && work <= maxWork*len(ix.Elements) {
			work += int(e.End) - i
			list = append(list, candidate{int32(i), prior})
		}
	}
	return list
}

// aroundParagraph returns the element around a paragraph that is worth more than that only because short lines stand
// beside it: those of an enumeration.
func (s *scorer) aroundParagraph(i int32, score []int32) int32 {
	up := s.Index.Elements[i].Parent
	if s.Index.Elements[i].Node.DataAtom == atom.P && up > 0 && score[up]*4 >= score[i]*3 {
		return up
	}
	return i
}

// maxWork bounds how often the elements of a page are looked at for nested candidates.
const maxWork = 16

// scores values every element: the blocks it holds itself and its children's values, of which none counts against it by
// more than a little, since what is worthless can be left out.
func (s *scorer) scores() []int32 {
	ix := s.Index
	score := make([]int32, len(ix.Elements))
	for i := range ix.Blocks {
		if e := ix.Blocks[i].Elem; e >= 0 {
			score[e] += s.ValueOf(int32(i))
		}
	}
	for i := len(score) - 1; i > 0; i-- {
		if up := ix.Elements[i].Parent; up >= 0 {
			score[up] += max(score[i], -childCost)
		}
	}
	return score
}

// childCost is what a worthless child counts against its parent.
const childCost = 100

// choose cleans the candidates of a page without a rule and returns the best: the one that the density of its text
// speaks for, unless one that is named as the article's body says nearly the same, or nothing of it is left.
func (s *scorer) choose() selection {
	best := selection{root: -1}
	for _, c := range s.candidates() {
		sel := s.clean(c.elem)
		if best.root < 0 || best.prose == 0 && sel.size > best.size ||
			float64(sel.prose)*c.prior > float64(best.prose) &&
				(s.Index.Within(sel.root, best.root) || c.prior > 1.5) &&
				s.namedBeside(c.elem, best.root)*10 < best.prose {
			best = sel
		}
	}
	return best
}

// namedBeside returns how much running text stands inside root, beside element i, in elements that are named as the
// body too: an article whose markup divides it has several of them.
func (s *scorer) namedBeside(i, root int32) (prose int32) {
	ix := s.Index
	if !ix.Within(i, root) {
		return 0
	}
	for j := root + 1; j < ix.Elements[root].End; {
		e := &ix.Elements[j]
		switch {
		case j == i || e.Hints&measure.HintsNoise != 0:
			j = e.End
		case e.Hints&document.HintBody != 0 && !ix.Within(i, j):
			prose += s.ProseIn(j)
			j = e.End
		default:
			j++
		}
	}
	return prose
}
