package cut

import (
	"golang.org/x/net/html/atom"

	"github.com/gisa-go/gisa/extract/internal/boilerplate"
)

// boxKind says what an element beside the flow is: a picture with its caption, a box, or part of the article.
func (c *cutter) boxKind(i int32) boilerplate.Kind {
	ix := c.Index
	e := &ix.Elements[i]
	prose := c.ProseIn(i)
	switch e.Node.DataAtom {
	case atom.Article:
		if prose*4 <= c.total {
			return boilerplate.Related
		}
	case atom.Table:
		if prose*5 <= c.total && e.Lines() <= 2 && c.SizeIn(i) < 300 && ix.Holds(ix.Images, i) {
			return boilerplate.Caption
		}
	case atom.Div, atom.Section, atom.Li:
		if prose*4 <= c.total && prose <= boxSize && c.HoldsHeading(i) && !c.isHeadedItems(i) {
			return boilerplate.Related
		}
		if e.Lines() <= 2 && c.SizeIn(i) < 300 && ix.Holds(ix.Images, i) &&
			!c.goesOnBehindCaption(i) {
			return boilerplate.Caption
		}
	}
	return boilerplate.Text
}

// boxSize is the most running text of a box; longer ones are taken for parts of the article.
const boxSize = 1200
