package extract

import (
	"strings"

	"github.com/PuerkitoBio/goquery"
	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"

	"github.com/gisa-go/gisa"
	"github.com/gisa-go/gisa/extract/internal/markup"
)

// Body is the cleaned body of an article as a tree of its own: paragraphs, headings, lists, tables, quotations, code
// and ruby as the page has them, pictures with their captions, links and addresses of pictures absolute where the
// page's address is known, in reading order. It shares no node with the page. Its text, captions and the readings of
// ruby aside, is Article.Text but for white space. A Body serves one goroutine.
type Body struct{ tree *markup.Tree }

// Selection returns the body, a div, to be searched and changed with goquery. What is changed there is changed in the
// body; Select and Wrap find only text that was not taken out or written anew.
func (b *Body) Selection() *goquery.Selection {
	return goquery.NewDocumentFromNode(b.tree.Root).Selection
}

// HTML returns the body as HTML. Nothing in it runs, loads or submits by itself: it has no script, style, handler,
// form, frame or object, and of addresses only those that a reader follows, and those of pictures.
func (b *Body) HTML() string {
	var w strings.Builder
	for n := b.tree.Root.FirstChild; n != nil; n = n.NextSibling {
		_ = html.Render(&w, n) // a Builder has no errors
	}
	return w.String()
}

// Select returns the text nodes that say a span of Article.Text and nothing else; nodes that say more are split.
func (b *Body) Select(s gisa.Span) *goquery.Selection {
	return b.Selection().FindNodes().AddNodes(b.tree.Select(s)...)
}

// Wrap puts each text node that says a part of a span into an element of its own, and returns these:
// <mark title="185000000000 KRW">1850억원</mark>.
func (b *Body) Wrap(s gisa.Span, tag string, attrs ...html.Attribute) *goquery.Selection {
	var list []*html.Node
	for _, n := range b.tree.Select(s) {
		e := &html.Node{Type: html.ElementNode, Data: tag, DataAtom: atom.Lookup([]byte(tag)), Attr: attrs}
		if n.Parent != nil {
			n.Parent.InsertBefore(e, n)
			n.Parent.RemoveChild(n)
		}
		e.AppendChild(n)
		list = append(list, e)
	}
	return b.Selection().FindNodes().AddNodes(list...)
}
