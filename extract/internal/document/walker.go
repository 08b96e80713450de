package document

import (
	"bytes"
	"slices"
	"strings"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"

	"github.com/gisa-go/gisa/extract/internal/letters"
	"github.com/gisa-go/gisa/extract/sites"
)

// walker fills an index.
type walker struct {
	*Index
	root   *html.Node
	cur    int32  // innermost open element
	links  int16  // open <a>s
	open   bool   // a block is open
	space  bool   // a blank is due before the next word
	pre    int    // open <pre>s
	indent Indent // of the line of a <pre> that is read
	hinter *hinter
	sites  *sites.Index
}

// build walks the tree below root without recursion, since callers may hand over trees of any depth. Every node is also
// shown to the index of site rules.
func (ix *Index) build(root *html.Node, h *hinter, known *sites.Index) {
	w := walker{Index: ix, root: root, cur: -1, hinter: h, sites: known}
	if !isHeld(root) {
		w.push(root)
	}
	n := root
	for {
		if w.enter(n) && n.FirstChild != nil {
			n = n.FirstChild
			continue
		}
		for {
			w.leave(n)
			if n == root {
				w.endBlock()
				for w.cur >= 0 {
					w.pop()
				}
				return
			}
			if n.NextSibling != nil {
				n = n.NextSibling
				break
			}
			n = n.Parent
		}
	}
}

// isHeld reports whether one element holds all text below root. Fragments, and trees that a caller has built, may hold
// text beside their elements, or be nothing but text: their root is then an element of the index whatever it is.
func isHeld(root *html.Node) bool {
	if root.Type == html.ElementNode {
		return true
	}
	elements := 0
	for c := root.FirstChild; c != nil; c = c.NextSibling {
		switch c.Type {
		case html.TextNode, html.DocumentNode:
			return false
		case html.ElementNode:
			elements++
		}
	}
	return root.Type == html.DocumentNode && elements <= 1
}

// enter records a node and reports whether to visit its children.
func (w *walker) enter(n *html.Node) bool {
	w.sites.Add(n)
	switch n.Type {
	case html.TextNode:
		w.addText(n.Data)
		return false
	case html.ElementNode:
		return w.enterElement(n)
	case html.DocumentNode:
		return true
	}
	return false
}

func (w *walker) enterElement(n *html.Node) bool {
	switch n.DataAtom {
	case atom.Script:
		w.addScript(n)
		return false
	case atom.Meta:
		w.Metas = append(w.Metas, n)
		return false
	case atom.Link:
		w.Rels = append(w.Rels, n)
		return false
	case atom.Title:
		if w.Title == nil {
			w.Title = n
		}
		return false
	case atom.Base:
		w.Base = Attr(n, "href")
		return false
	case atom.Noscript:
		w.addNoscript(n)
		return false
	case atom.Br:
		w.endBlock()
		return false
	}
	if isUnread(n) {
		return false
	}
	if IsBlock(n.DataAtom) || n.DataAtom == atom.Template {
		w.endBlock()
	}
	w.push(n)
	switch n.DataAtom {
	case atom.Iframe, atom.Video, atom.Audio:
		w.pop()
		return false
	}
	return true
}

// isUnread reports whether nothing that stands in an element is read as text.
func isUnread(n *html.Node) bool {
	switch n.DataAtom {
	case atom.Template: // a shadow root is shown, other templates are not
		return Attr(n, "shadowrootmode") == "" && Attr(n, "shadowroot") == ""
	case atom.Script, atom.Style, atom.Title, atom.Noscript, atom.Svg, atom.Textarea, atom.Select,
		atom.Datalist, atom.Object, atom.Canvas, atom.Rp, atom.Rt,
		atom.Annotation, atom.AnnotationXml: // the source of a formula
		return true
	}
	return isTwin(n)
}

// isTwin reports whether an element is drawn for readers who see, beside the MathML that says the same formula to those
// who listen: KaTeX and MathJax hide the one from the other's readers.
func isTwin(n *html.Node) bool {
	if n.Parent == nil || Attr(n, "aria-hidden") != "true" {
		return false
	}
	for c := n.Parent.FirstChild; c != nil; c = c.NextSibling {
		if c != n && (c.DataAtom == atom.Math || c.FirstChild != nil && c.FirstChild.DataAtom == atom.Math) {
			return true
		}
	}
	return false
}

func (w *walker) addScript(n *html.Node) {
	if n.FirstChild == nil {
		return
	}
	if strings.Contains(strings.ToLower(Attr(n, "type")), "ld+json") {
		w.LDJSON = append(w.LDJSON, n)
		return
	}
	w.Scripts = append(w.Scripts, n)
}

// manyElements is how many elements a page has before they are counted: lists that grow bit by bit hold more than they
// are filled with, and leave what they were before behind.
const manyElements = 1 << 15

// makeRoom makes room for all elements of the tree, and for a block of each of its text nodes.
func (w *walker) makeRoom() {
	elements, texts := 1, 0
	for n := w.root; n != nil; n = following(n, w.root) {
		switch n.Type {
		case html.ElementNode:
			elements++
		case html.TextNode:
			texts++
		}
	}
	w.Elements = slices.Grow(w.Elements, max(elements-len(w.Elements), 0)+1)
	w.Blocks = slices.Grow(w.Blocks, max(texts-len(w.Blocks), 0)+1)
}

// following returns the node behind n in the tree below root, nil at its end.
func following(n, root *html.Node) *html.Node {
	if n.FirstChild != nil {
		return n.FirstChild
	}
	for n != root && n.NextSibling == nil {
		n = n.Parent
	}
	if n == root {
		return nil
	}
	return n.NextSibling
}

// push opens an element and notes it in the lists of its kind.
func (w *walker) push(n *html.Node) {
	i := int32(len(w.Elements))
	at := int32(len(w.Text))
	if i >= manyElements && len(w.Elements) == cap(w.Elements) {
		w.makeRoom()
	}
	w.Elements = append(w.Elements, Element{Node: n, Parent: w.cur, Start: at, Block: int32(len(w.Blocks)),
		Hints: w.hinter.of(n)})
	if w.open {
		w.Elements[i].Block--
	}
	w.cur = i
	switch n.DataAtom {
	case atom.A:
		w.links++
	case atom.Pre:
		w.pre++
		w.Matter = append(w.Matter, i)
	case atom.Time:
		w.Times = append(w.Times, i)
	case atom.H1, atom.H2, atom.H3:
		w.Heads = append(w.Heads, i)
		w.Parts = append(w.Parts, i)
	case atom.H4, atom.H5, atom.H6:
		w.Parts = append(w.Parts, i)
	case atom.Table, atom.Blockquote:
		w.Matter = append(w.Matter, i)
	case atom.Img:
		w.Images = append(w.Images, i)
	case 0:
		if n.Data == "amp-img" {
			w.Images = append(w.Images, i)
		}
	case atom.Html:
		w.Lang = Attr(n, "lang")
	}
}

// leave closes what enter opened.
func (w *walker) leave(n *html.Node) {
	if n.Type != html.ElementNode || w.cur < 0 || w.Elements[w.cur].Node != n {
		return
	}
	switch n.DataAtom {
	case atom.A:
		w.links--
	case atom.Pre:
		w.pre--
	}
	if IsBlock(n.DataAtom) {
		w.endBlock()
	}
	i := w.cur
	w.pop()
	if n.DataAtom == atom.Pre && w.isCode(i) {
		w.Codes = append(w.Codes, i)
	}
}

func (w *walker) pop() {
	e := &w.Elements[w.cur]
	e.End = int32(len(w.Elements))
	e.Stop = int32(len(w.Text))
	e.BlockStop = int32(len(w.Blocks))
	w.cur = e.Parent
}

func (w *walker) endBlock() {
	w.space = false
	if !w.open {
		return
	}
	w.open = false
	w.Blocks[len(w.Blocks)-1].Stop = int32(len(w.Text))
}

// word makes ready for a word: begins a block where none is open, or writes the blank that is due.
func (w *walker) word() {
	if !w.open {
		if len(w.Text) > 0 {
			w.Text = append(w.Text, '\n')
		}
		w.Blocks = append(w.Blocks, Block{Start: int32(len(w.Text)), Elem: w.cur, Indent: w.indent})
		w.indent = Indent{}
		w.open, w.space = true, false
		return
	}
	if b := &w.Blocks[len(w.Blocks)-1]; w.cur < b.Elem || w.cur >= 0 && w.Elements[b.Elem].End != 0 {
		w.widen(b)
	}
	if w.space {
		w.Text = append(w.Text, ' ')
		w.space = false
	}
}

// widen makes the open block belong to an element that also holds the word to come.
func (w *walker) widen(b *Block) {
	for b.Elem > w.cur || b.Elem >= 0 && w.Elements[b.Elem].End != 0 {
		b.Elem = w.Elements[b.Elem].Parent
	}
}

// addText appends a text node, its white space collapsed.
func (w *walker) addText(s string) {
	size := int32(0)
	for i := 0; i < len(s); {
		c := s[i]
		if c <= ' ' {
			if w.pre > 0 {
				if c == '\n' {
					w.settle(&size)
					w.endBlock()
				}
				w.indent.add(c, w.open)
			}
			w.space = true
			i++
			continue
		}
		j, n := letters.WordEnd(s, i)
		if n < 0 { // a blank or invisible character beyond ASCII
			w.space = w.space || n == -1
			i = j
			continue
		}
		w.word()
		w.Text = append(w.Text, s[i:j]...)
		size += n
		i = j
	}
	w.settle(&size)
}

// settle adds the size of what was written to the open block.
func (w *walker) settle(size *int32) {
	if *size == 0 {
		return
	}
	b := &w.Blocks[len(w.Blocks)-1]
	b.Size += *size
	if w.links > 0 {
		b.Linked += *size
	}
	*size = 0
}

// addNoscript records the picture of a <noscript>: in the place of the one before it where that has no address, else,
// where none stands there, as a picture of its own.
func (w *walker) addNoscript(n *html.Node) {
	img := noscriptPicture(n)
	if img == nil || w.cur < 0 {
		return
	}
	if len(w.Images) > 0 {
		last := &w.Elements[w.Images[len(w.Images)-1]]
		if last.Start == int32(len(w.Text)) && w.near(last.Parent) {
			if PictureSource(last.Node) == "" {
				last.Node = img
			}
			return
		}
	}
	w.push(img)
	w.pop()
}

// near reports whether an element is the one that is open, its parent or its child.
func (w *walker) near(i int32) bool {
	return i == w.cur || i == w.Elements[w.cur].Parent || i >= 0 && w.Elements[i].Parent == w.cur
}

// isCode reports whether a <pre> holds code rather than text whose lines someone broke by hand: it says so, or is full
// of the marks that code is written in.
func (w *walker) isCode(i int32) bool {
	e := &w.Elements[i]
	if e.Start >= e.Stop {
		return false
	}
	for j := i + 1; j < e.End; j++ {
		switch w.Elements[j].Node.DataAtom {
		case atom.Code, atom.Samp, atom.Kbd:
			return true
		}
	}
	marks := 0
	text := w.Text[e.Start:e.Stop]
	for _, c := range text {
		if bytes.IndexByte([]byte("{}();=<>[]_$|&\\"), c) >= 0 {
			marks++
		}
	}
	return marks*25 > len(text)
}
