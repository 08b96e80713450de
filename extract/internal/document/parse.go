package document

import (
	"bytes"
	"fmt"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// Parse turns UTF-8 into a tree. x/net/html rejects pages that are nested deeper than 512 elements, and takes
// quadratic time for some; those are read by a plainer parser that bounds the depth instead. Decomposed text is
// composed.
func Parse(text []byte) (*html.Node, error) {
	root, err := parse(text)
	if err != nil {
		return nil, fmt.Errorf("parsing HTML: %w", err)
	}
	if isDecomposed(text) {
		compose(root)
	}
	return root, nil
}

func parse(text []byte) (*html.Node, error) {
	if !opensAgain(text) {
		if root, err := html.Parse(bytes.NewReader(text)); err == nil {
			return root, nil
		}
	}
	return parseFlat(text)
}

// maxRoots is how many <html> and <body> tags a page may have: x/net/html compares the attributes of each with all
// before.
const maxRoots = 64

// opensAgain reports whether a page has more than maxRoots tags that begin as <html> and <body> do.
func opensAgain(text []byte) bool {
	for n := 0; ; {
		i := bytes.IndexByte(text, '<')
		if i < 0 || i+4 >= len(text) {
			return false
		}
		text = text[i+1:]
		switch text[0] | 0x20 {
		case 'h':
			if text[1]|0x20 != 't' || text[2]|0x20 != 'm' {
				continue
			}
		case 'b':
			if text[1]|0x20 != 'o' || text[2]|0x20 != 'd' {
				continue
			}
		default:
			continue
		}
		if n++; n > maxRoots {
			return true
		}
	}
}

// flatDepth is how deep parseFlat nests. What lies deeper becomes a sibling instead of a child: the order of the text
// stays, only boxes are lost.
const flatDepth = 256

// parseFlat builds a tree of bounded depth from the tokens of a page: end tags close the nearest open element of their
// name, and paragraphs, list items and table cells close one another. It takes linear time.
func parseFlat(text []byte) (*html.Node, error) {
	doc := &html.Node{Type: html.DocumentNode}
	b := flatBuilder{open: []*html.Node{doc}}
	z := html.NewTokenizer(bytes.NewReader(text))
	for {
		switch z.Next() {
		case html.ErrorToken:
			return doc, nil
		case html.TextToken:
			b.top().AppendChild(&html.Node{Type: html.TextNode, Data: z.Token().Data})
		case html.StartTagToken, html.SelfClosingTagToken:
			b.start(z.Token())
		case html.EndTagToken:
			name, _ := z.TagName()
			b.end(string(name))
		}
	}
}

// flatBuilder holds the open elements of parseFlat, the document first.
type flatBuilder struct{ open []*html.Node }

func (b *flatBuilder) top() *html.Node { return b.open[len(b.open)-1] }

func (b *flatBuilder) start(t html.Token) {
	if closesAlike(t.DataAtom) && b.top().DataAtom == t.DataAtom || b.top().DataAtom == atom.P && IsBlock(t.DataAtom) {
		b.open = b.open[:len(b.open)-1]
	}
	n := &html.Node{Type: html.ElementNode, Data: t.Data, DataAtom: t.DataAtom, Attr: t.Attr}
	b.top().AppendChild(n)
	if !isVoid(t.DataAtom) && t.Type != html.SelfClosingTagToken && len(b.open) < flatDepth {
		b.open = append(b.open, n)
	}
}

func (b *flatBuilder) end(name string) {
	for i := len(b.open) - 1; i > 0; i-- {
		if b.open[i].Data == name {
			b.open = b.open[:i]
			return
		}
	}
}

// closesAlike tells the elements whose start tag ends an open element of the same name.
func closesAlike(a atom.Atom) bool {
	switch a {
	case atom.P, atom.Li, atom.Dt, atom.Dd, atom.Tr, atom.Td, atom.Th, atom.Option, atom.A:
		return true
	}
	return false
}

func isVoid(a atom.Atom) bool {
	switch a {
	case atom.Area, atom.Base, atom.Br, atom.Col, atom.Embed, atom.Hr, atom.Img, atom.Input, atom.Link, atom.Meta,
		atom.Param, atom.Source, atom.Track, atom.Wbr:
		return true
	}
	return false
}

// IsBlock tells the elements that begin and end lines of text.
func IsBlock(a atom.Atom) bool {
	switch a {
	case atom.Address, atom.Article, atom.Aside, atom.Blockquote, atom.Body, atom.Caption, atom.Center, atom.Dd,
		atom.Details, atom.Dialog, atom.Dir, atom.Div, atom.Dl, atom.Dt, atom.Fieldset, atom.Figcaption, atom.Figure,
		atom.Footer, atom.Form, atom.H1, atom.H2, atom.H3, atom.H4, atom.H5, atom.H6, atom.Header, atom.Hgroup, atom.Hr,
		atom.Html, atom.Legend, atom.Li, atom.Main, atom.Menu, atom.Nav, atom.Ol, atom.Option, atom.P, atom.Pre,
		atom.Section, atom.Summary, atom.Table, atom.Tbody, atom.Td, atom.Tfoot, atom.Th, atom.Thead, atom.Tr, atom.Ul,
		atom.Iframe, atom.Video, atom.Audio, atom.Button, atom.Select:
		return true
	}
	return false
}
