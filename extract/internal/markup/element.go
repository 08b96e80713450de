package markup

import (
	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// Tree is the body of an article.
type Tree struct {
	Root   *html.Node // a div
	pieces []piece
}

// piece is a text node of the tree that says a part of the text: its data is the text from Start on.
type piece struct {
	start int
	node  *html.Node
}

func (p piece) end() int { return p.start + len(p.node.Data) }

func element(a atom.Atom) *html.Node {
	return &html.Node{Type: html.ElementNode, Data: a.String(), DataAtom: a}
}
