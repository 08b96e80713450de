package document

import (
	"strings"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"

	"github.com/gisa-go/gisa/extract/internal/letters"
)

// InNoise reports whether an element, or one around it, looks like no part of an article.
func (ix *Index) InNoise(i int32) bool {
	for n := 0; i >= 0 && n < 6; n++ {
		if ix.Elements[i].Hints&(HintNoise|HintRelated|HintHidden|HintComment) != 0 {
			return true
		}
		i = ix.Elements[i].Parent
	}
	return false
}

// OneLine returns the text of an element, its lines joined by blanks.
func (ix *Index) OneLine(i int32) string { return strings.ReplaceAll(ix.TextOf(i), "\n", " ") }

// InCaption reports whether an element stands in a figure or a caption, where photographers are named.
func (ix *Index) InCaption(i int32) bool {
	for n := 0; i >= 0 && n < 8; n++ {
		if e := &ix.Elements[i]; e.Hints&HintCaption != 0 || e.Node.DataAtom == atom.Figure {
			return true
		}
		i = ix.Elements[i].Parent
	}
	return false
}

// IsHidden reports whether an element, or one around it, is named as not shown.
func (ix *Index) IsHidden(i int32) bool {
	for n := 0; i >= 0 && n < 4; n++ {
		if ix.Elements[i].Hints&HintHidden != 0 {
			return true
		}
		i = ix.Elements[i].Parent
	}
	return false
}

// InMatter reports whether a block is an item of a list, a cell of a table or part of a quotation.
func (ix *Index) InMatter(b int32) bool {
	for e := ix.Blocks[b].Elem; e >= 0; e = ix.Elements[e].Parent {
		switch ix.Elements[e].Node.DataAtom {
		case atom.Li, atom.Td, atom.Th, atom.Dd, atom.Dt, atom.Blockquote, atom.Pre:
			return true
		case atom.Div, atom.Article, atom.Section:
			return false
		}
	}
	return false
}

// IsHeading tells blocks of h1 … h6.
func (ix *Index) IsHeading(b int32) bool {
	e := ix.Blocks[b].Elem
	for e > 0 && !IsBlock(ix.Elements[e].Node.DataAtom) {
		e = ix.Elements[e].Parent
	}
	switch ix.Elements[e].Node.DataAtom {
	case atom.H1, atom.H2, atom.H3, atom.H4, atom.H5, atom.H6:
		return true
	}
	return false
}

// HasHint reports whether a node or one of those around it has a hint.
func (ix *Index) HasHint(n *html.Node, h Hint) bool {
	for i := ix.Find(n); i >= 0; i = ix.Elements[i].Parent {
		if ix.Elements[i].Hints&h != 0 {
			return true
		}
	}
	return false
}

// DocumentTitle returns the text of <title>.
func (ix *Index) DocumentTitle() string {
	if ix.Title == nil || ix.Title.FirstChild == nil {
		return ""
	}
	return letters.Clean(ix.Title.FirstChild.Data)
}

// IsProse tells running text from labels, menus and lists of links.
func (ix *Index) IsProse(i int32) bool {
	b := &ix.Blocks[i]
	if b.Linked*10 > b.Size*4 {
		return false
	}
	return b.Size >= 100 || b.Size >= 30 && letters.EndsSentence(ix.Line(int(i)))
}

// AtomOf returns the tag of the innermost element that holds all of a block.
func (ix *Index) AtomOf(b int32) atom.Atom { return ix.Elements[ix.Blocks[b].Elem].Node.DataAtom }

// IsLinkedMostly reports whether more than half of a block is inside links.
func (ix *Index) IsLinkedMostly(b int32) bool { return ix.Blocks[b].Linked*2 > ix.Blocks[b].Size }

// BlockCount returns how many blocks the page has.
func (ix *Index) BlockCount() int32 { return int32(len(ix.Blocks)) }

// HasWord reports whether one of the words of an attribute is a word, whatever its case.
func HasWord(list, word string) bool {
	for w := range strings.FieldsSeq(list) {
		if strings.EqualFold(w, word) {
			return true
		}
	}
	return false
}
