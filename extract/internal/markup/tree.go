package markup

import (
	"slices"
	"sort"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"

	"github.com/gisa-go/gisa"
	"github.com/gisa-go/gisa/extract/internal/body"
	"github.com/gisa-go/gisa/extract/internal/document"
	"github.com/gisa-go/gisa/extract/internal/pictures"
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

// New writes the tree of a body: of its text, with the pictures that stand in it.
func New(b *body.Body, text body.Text, images []pictures.Image) *Tree {
	w := &writer{body: b, text: text, tree: &Tree{Root: element(atom.Div)}}
	w.open = []level{{to: w.tree.Root, role: group}}
	items := w.items(images)
	w.plan = w.planOf(items)
	for _, it := range items {
		if it.image != nil {
			w.picture(it)
		} else {
			w.say(it)
		}
	}
	w.close(0)
	slices.SortStableFunc(w.tree.pieces, func(a, b piece) int { return a.start - b.start })
	return w.tree
}

func element(a atom.Atom) *html.Node {
	return &html.Node{Type: html.ElementNode, Data: a.String(), DataAtom: a}
}

// item is what is written next: a stretch of the text that one node of the page says, or a picture.
type item struct {
	at    int32      // in the index's text
	node  *html.Node // of the page
	from  int        // where it begins in the node's data
	span  gisa.Span  // of the text
	image *pictures.Image
}

// items returns what is to be written, in reading order.
func (w *writer) items(images []pictures.Image) (list []item) {
	root := w.root()
	if root < 0 {
		return nil
	}
	ix := w.body.View.Index
	origins := w.body.Origins(w.text)
	byPlace := slices.Clone(origins)
	slices.SortStableFunc(byPlace, func(a, b body.Origin) int { return a.From - b.From })
	for _, r := range ix.Runs(root) {
		k := sort.Search(len(byPlace), func(k int) bool { return byPlace[k].From+byPlace[k].Size > int(r.Start) })
		for ; k < len(byPlace) && byPlace[k].From < int(r.Stop); k++ {
			o := byPlace[k]
			from, to := max(o.From, int(r.Start)), min(o.From+o.Size, int(r.Stop))
			if from < to {
				at := o.At + from - o.From
				list = append(list, item{at: int32(from), node: r.Node, from: int(r.From) + from - int(r.Start),
					span: gisa.Span{Start: at, End: at + to - from}})
			}
		}
	}
	for i := range images {
		e := images[i].Element
		if e < 0 {
			continue
		}
		el := &ix.Elements[e]
		if images[i].Caption != "" || shows(sourceOf(el.Node, &images[i])) {
			list = append(list, item{at: el.Start, node: el.Node, image: &images[i]})
		}
	}
	slices.SortStableFunc(list, func(a, b item) int { return int(a.at - b.at) })
	return list
}

// sourceOf returns the address of a picture, or the picture itself where the page holds it.
func sourceOf(n *html.Node, image *pictures.Image) string {
	if image.URL == "" {
		return document.Attr(n, "src")
	}
	return image.URL
}

// root returns the element that holds all lines of the body, or -1.
func (w *writer) root() int32 {
	ix := w.body.View.Index
	root := w.body.Root
	for _, l := range w.body.Lines {
		for root >= 0 && (l.Start < ix.Elements[root].Start || l.Stop > ix.Elements[root].Stop) {
			root = ix.Elements[root].Parent
		}
	}
	return root
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
