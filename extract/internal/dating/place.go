package dating

import (
	"slices"

	"golang.org/x/net/html/atom"

	"github.com/gisa-go/gisa/extract/internal/body"
	"github.com/gisa-go/gisa/extract/internal/boilerplate"
	"github.com/gisa-go/gisa/extract/internal/document"
)

// Bounds of what is asked of the elements around a date: how many of them, how much more than the date a link holds
// that leads to another article, in bytes, and how many lines a box above the title has beside the date.
const (
	maxAround   = 14
	cardText    = 16
	linesInHead = 4
)

// linesBehind is how many lines behind the text are near it.
const linesBehind = 12

// near reports whether an element stands at the head of the article, or inside its body, or a little behind it.
func (d *datings) near(i int32) bool {
	b := d.Index.Elements[i].Block
	return b >= d.body.Region.Start() && b <= d.body.Region.Last+linesBehind
}

// inHead reports whether an element stands below the title, above the text or beside its first paragraphs.
func (d *datings) inHead(i int32) bool {
	b := d.Index.Elements[i].Block
	return d.body.Region.Head >= 0 && b >= d.body.Region.Head && b <= d.body.Region.Last && !d.isInText(b)
}

// lines returns the lines of the text where they stand on the page, none where the text is that of a script.
func (d *datings) lines() []body.Stretch {
	if d.body.View == nil || d.body.View.Index != d.Index {
		return nil
	}
	return d.body.Lines
}

// isKept reports whether a block is one of the text's.
func (d *datings) isKept(b int32) bool {
	_, kept := slices.BinarySearchFunc(d.lines(), b, func(l body.Stretch, b int32) int { return int(l.Block - b) })
	return kept
}

// linesOfLead is how many paragraphs of the text stand above a date that is still one of its head.
const linesOfLead = 3

// isInText reports whether a block stands in the text, below more than a lead.
func (d *datings) isInText(b int32) bool {
	if b > d.body.Region.Last {
		return false
	}
	n := 0
	for _, l := range d.lines() {
		if l.Block >= b || n == linesOfLead {
			break
		}
		if d.Index.IsProse(l.Block) {
			n++
		}
	}
	return n == linesOfLead
}

// isForeign reports whether an element belongs to something else than the article: a comment, a list of other
// articles or a card that leads to one, a quoted post, the next article of the page.
func (d *datings) isForeign(i int32) bool {
	ix, r := d.Index, d.body.Region
	own, at := ix.Elements[i].Size(), ix.Elements[i].Block
	head := r.Head < 0 && at <= r.Last && !d.isInText(at) || d.inHead(i)
	for n := 0; i > 0 && n < maxAround; n++ {
		e := &ix.Elements[i]
		if e.Block <= max(r.First, r.Head) && min(r.First+1, r.Last) < e.BlockStop && e.Node.DataAtom != atom.Blockquote {
			return false // what stands around the article
		}
		switch e.Node.DataAtom {
		case atom.A:
			if e.Size() > own+cardText {
				return true
			}
		case atom.Blockquote:
			if e.BlockStop <= r.Last {
				return true
			}
		case atom.Article, atom.Aside:
			if !head {
				return true
			}
		case atom.Li, atom.Tr:
			if !head && d.isCard(i, own) {
				return true
			}
		}
		if at > r.First && !head && e.Hints&(document.HintComment|document.HintRelated) != 0 {
			return true
		}
		i = e.Parent
	}
	return false
}

// isCard reports whether an item of a list is about another article: a link in it says more than a date of a size.
func (d *datings) isCard(i, own int32) bool {
	e := &d.Index.Elements[i]
	linked := int32(0)
	for b := e.Block; b < e.BlockStop; b++ {
		linked += d.Index.Blocks[b].Linked
	}
	return linked > cardText && e.Size() > own+cardText
}

// isTitled reports whether a date above the title stands in one box with it, which holds little else: a header, not
// the page with the day of today at its top.
func (d *datings) isTitled(b int32) bool {
	ix, head := d.Index, d.body.Region.Head
	if head-b > linesInHead {
		return false
	}
	e := ix.Blocks[b].Elem
	for e > 0 && ix.Elements[e].BlockStop <= head {
		e = ix.Elements[e].Parent
	}
	box := &ix.Elements[e]
	return box.Node.DataAtom != atom.Body && box.Node.DataAtom != atom.Html && head-box.Block <= linesInHead
}

// endsArticle reports whether a line heads what follows an article: comments, other articles.
func (d *datings) endsArticle(b int32) bool {
	var kind boilerplate.Kind
	kind, d.buf = boilerplate.KindOf(d.Index.Line(int(b)), int(d.Index.Blocks[b].Size), d.buf)
	return kind == boilerplate.Head || kind == boilerplate.End || kind == boilerplate.Comments
}
