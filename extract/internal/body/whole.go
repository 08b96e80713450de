package body

import (
	"golang.org/x/net/html/atom"

	"github.com/gisa-go/gisa/extract/internal/document"
	"github.com/gisa-go/gisa/extract/internal/view"
)

// Whole returns all lines of the element that is named as the body, and the headline where that is not the
// title: of a text whose giver says that it is one, whatever it looks like.
func Whole(v *view.View, title string) (b *Body, ok bool) {
	sel := selection{}
	for i := range v.Index.Elements {
		if e := &v.Index.Elements[i]; e.Hints&document.HintBodyProp != 0 {
			sel.root = int32(i)
			break
		}
	}
	e := &v.Index.Elements[sel.root]
	sel.lines = make([]Stretch, 0, e.BlockStop)
	for i := range e.BlockStop {
		bl := &v.Index.Blocks[i]
		if i < e.Block && (!isHeadline(v.Index, i) || string(v.Index.Line(int(i))) == title) {
			continue
		}
		sel.keep(v.Index, Stretch{Block: i, Start: bl.Start, Stop: bl.Stop})
	}
	if len(sel.lines) == 0 {
		return nil, false
	}
	b = write(v, &sel)
	b.Region = regionOf(v.Index, sel.lines, title)
	b.Notes.Add("text", "whole", "")
	return b, true
}

// isHeadline reports whether a block stands in a first heading.
func isHeadline(ix *document.Index, b int32) bool {
	e := ix.Blocks[b].Elem
	return e >= 0 && ix.Elements[e].Node.DataAtom == atom.H1
}
