// Package body finds which element of a page holds the article, and cleans it: what is navigation, promotion, byline or
// caption is cut out and kept apart for those who read it. It also knows the text once it is written: its paragraphs, and how
// to take stretches out of it.
package body

import (
	"github.com/gisa-go/gisa/extract/internal/boilerplate"
	"github.com/gisa-go/gisa/extract/internal/document"
	"github.com/gisa-go/gisa/extract/internal/evidence"
	"github.com/gisa-go/gisa/extract/internal/view"
	"github.com/gisa-go/gisa/extract/sites"
)

// Body is the article's text and where it stands.
type Body struct {
	Text   Text
	Cuts   []Cut  // what was cleaned out of it, in order
	Region Region // the page's first line where the text is that of a script
	Notes  evidence.Notes

	View  *view.View // the tree that holds the text: the page's, or that of HTML for its scripts
	Root  int32      // the element of it …
	Lines []Stretch  // … and the lines that are the text
}

// Cut is a line that stood in the body's container and is not part of the text.
type Cut struct {
	Kind boilerplate.Kind
	Text string
	Tail bool // it stood behind the text
}

// Find finds where the article of a title stands and cleans it; ok is false where a page has none. Several candidates are
// cleaned and the best of the cleaned ones is taken.
func Find(v *view.View, title string) (b *Body, ok bool) {
	s := newScorer(v, title)
	best, least := s.best()
	if best.size < shortBody {
		if w, sel := s.findScriptBody(&best); sel != nil {
			b = write(w, sel)
			b.Notes.Add("text", "script", "")
			return b, true
		}
	}
	if best.root < 0 || best.size < least {
		return nil, false
	}
	if len(v.Site.Layout.Sources(sites.Subtitle)) == 0 {
		best.addLead(s)
	}
	b = write(v, &best)
	b.Region = regionOf(v.Index, best.lines, title)
	return b, true
}

// best returns the best cleaned text that the elements of the page hold, and the least size at which its kind is believed.
func (s *scorer) best() (best selection, least int32) {
	best, least = s.ofSite(), minRuled
	if other := s.choose(); other.prose > best.size*3 && (best.size < minRuled || other.prose > minOther) {
		best, least = other, minBody
	}
	if best.size < shortBody && s.Site.Layout == nil {
		if post := s.post(); post.root >= 0 && (best.size < minBody || s.Index.Apart(post.root, best.root)) {
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

// MaxSubtitle bounds a line of a subtitle, in bytes.
const MaxSubtitle = 300

// shortBody is the size under which a page's scripts are asked for more.
const shortBody = 600

// ofSite cleans the body that the site's rule names: the innermost of several nested ones, the fullest of several that
// stand side by side.
func (s *scorer) ofSite() selection {
	best := selection{root: -1}
	for _, src := range s.Site.Layout.Sources(sites.Body) {
		if src.Selector == nil {
			continue
		}
		after := int32(0) // where elements outside those seen begin
		for _, i := range s.Index.FindAll(s.Site.All(src.Selector)) {
			if i < after {
				continue
			}
			after = s.Index.Elements[i].End
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
	ix := s.Index
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
		if best.root < 0 || float64(sel.prose)*c.prior > float64(best.prose) && (s.Index.Within(sel.root, best.root) || c.prior > 1.5) &&
			s.namedBeside(c.elem, best.root)*10 < best.prose {
			best = sel
		}
	}
	return best
}

// namedBeside returns how much running text stands inside root, beside element i, in elements that are named as the body
// too: an article whose markup divides it has several of them.
func (s *scorer) namedBeside(i, root int32) (prose int32) {
	ix := s.Index
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
