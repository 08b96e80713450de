package extract

import (
	"github.com/gisa-go/gisa/extract/internal/document"
	"github.com/gisa-go/gisa/extract/sites"
)

// findBody finds where the article stands, cleans it and fills Text, Paragraphs, Images and Links. Several candidates are
// cleaned and the best of the cleaned ones is taken.
func findBody(p *page) error {
	s := newScorer(p)
	best, least := s.best()
	if best.size < shortBody {
		if q, sel := p.findScriptBody(&best); sel != nil {
			q.emit(sel)
			p.cut = q.cut
			p.note("text", "script", "")
			return nil
		}
	}
	if best.root < 0 || best.size < least {
		return ErrNoArticle
	}
	if len(p.site.Layout.Sources(sites.Subtitle)) == 0 {
		best.addLead(s)
	}
	p.emit(&best)
	return nil
}

// best returns the best cleaned text that the elements of the page hold, and the least size at which its kind is believed.
func (s *scorer) best() (best selection, least int32) {
	best, least = s.ofSite(), minRuled
	if other := s.choose(); other.prose > best.size*3 && (best.size < minRuled || other.prose > minOther) {
		best, least = other, minBody
	}
	if best.size < shortBody && s.p.site.Layout == nil {
		if post := s.post(); post.root >= 0 && (best.size < minBody || s.p.ix.Apart(post.root, best.root)) {
			best, least = post, minRuled
		}
	}
	return best, least
}

// The least text, in characters, that is taken for an article: of a page without a rule, and where the site's rule names
// the body, since posts of a board may be one sentence. minOther is the least running text that is believed more than a rule.
const (
	minBody  = 60
	minRuled = 20
	minOther = 300
)

// shortBody is the size under which a page's scripts are asked for more.
const shortBody = 600

// ofSite cleans the body that the site's rule names: the innermost of several nested ones, the fullest of several that
// stand side by side.
func (s *scorer) ofSite() selection {
	best := selection{root: -1}
	for _, src := range s.p.site.Layout.Sources(sites.Body) {
		if src.Selector == nil {
			continue
		}
		after := int32(0) // where elements outside those seen begin
		for _, i := range s.p.ix.FindAll(s.p.site.All(src.Selector)) {
			if i < after {
				continue
			}
			after = s.p.ix.Elements[i].End
			if sel := s.clean(s.innermost(i, src.Selector)); best.root < 0 || sel.prose > best.prose {
				best = sel
			}
		}
		if best.size >= minRuled {
			break
		}
	}
	return best
}

// innermost follows the elements that match a selector down from i.
func (s *scorer) innermost(i int32, sel *sites.Selector) int32 {
	ix := s.p.ix
	for j := i + 1; j < ix.Elements[i].End; j++ {
		if ix.Elements[j].Hints != 0 && s.proseIn(j)*10 > s.proseIn(i)*9 && sel.Match(ix.Elements[j].Node) {
			i = j
		}
	}
	return i
}

// choose cleans the candidates of a page without a rule and returns the best: the one that the density of its text
// speaks for, unless one that is named as the article's body says nearly the same.
func (s *scorer) choose() selection {
	best := selection{root: -1}
	for _, c := range s.candidates() {
		sel := s.clean(c.elem)
		if best.root < 0 || float64(sel.prose)*c.prior > float64(best.prose) && (s.p.ix.Within(sel.root, best.root) || c.prior > 1.5) &&
			s.namedBeside(c.elem, best.root)*10 < best.prose {
			best = sel
		}
	}
	return best
}

// namedBeside returns how much running text stands inside root, beside element i, in elements that are named as the body
// too: an article whose markup divides it has several of them.
func (s *scorer) namedBeside(i, root int32) (prose int32) {
	ix := s.p.ix
	if !ix.Within(i, root) {
		return 0
	}
	for j := root + 1; j < ix.Elements[root].End; {
		e := &ix.Elements[j]
		switch {
		case j == i || e.Hints&hintsNoise != 0:
			j = e.End
		case e.Hints&document.HintBody != 0 && !ix.Within(i, j):
			prose += s.proseIn(j)
			j = e.End
		default:
			j++
		}
	}
	return prose
}
