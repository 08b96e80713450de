package markup

import (
	"slices"
	"sort"

	"golang.org/x/net/html"

	"github.com/gisa-go/gisa"
	"github.com/gisa-go/gisa/extract/internal/pictures"
)

// item is what is written next: a stretch of the text that one node of the page says, or a picture.
type item struct {
	at    int32      // in the index's text
	node  *html.Node // of the page
	from  int        // where it begins in the node's data
	span  gisa.Span  // of the text
	image *pictures.Image
}

// Select returns the text nodes that say a span of the text and nothing else; nodes that say more are split.
func (t *Tree) Select(s gisa.Span) (nodes []*html.Node) {
	i := sort.Search(len(t.pieces), func(i int) bool { return t.pieces[i].end() > s.Start })
	for ; i < len(t.pieces) && t.pieces[i].start < s.End; i++ {
		if t.pieces[i].start < s.Start {
			t.split(i, s.Start-t.pieces[i].start)
			continue
		}
		if t.pieces[i].end() > s.End {
			t.split(i, s.End-t.pieces[i].start)
		}
		nodes = append(nodes, t.pieces[i].node)
	}
	return nodes
}

// split parts piece i at an offset of it.
func (t *Tree) split(i, at int) {
	p := t.pieces[i]
	rest := &html.Node{Type: html.TextNode, Data: p.node.Data[at:]}
	p.node.Data = p.node.Data[:at]
	if p.node.Parent != nil {
		p.node.Parent.InsertBefore(rest, p.node.NextSibling)
	}
	t.pieces = slices.Insert(t.pieces, i+1, piece{p.start + at, rest})
}
