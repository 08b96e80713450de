package body

import (
	"github.com/gisa-go/gisa/extract/internal/body/cut"
	"github.com/gisa-go/gisa/extract/internal/body/measure"
	"github.com/gisa-go/gisa/extract/internal/document"
	"github.com/gisa-go/gisa/extract/internal/view"
)

// scorer looks for the text of a page by what its blocks and elements are worth.
type scorer struct {
	*measure.Measures
	buf []byte // scratch: of patterns
}

func newScorer(v *view.View, title string) *scorer { return &scorer{Measures: measure.Of(v, title)} }

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

// The least text, in characters, that is taken for an article: of a page without a rule, and where the site's rule
// names the body, since posts of a board may be one sentence.
const (
	minBody  = 60
	minRuled = 20
)

// MaxSubtitle bounds a line of a subtitle, in bytes.
const MaxSubtitle = cut.MaxSubtitle
