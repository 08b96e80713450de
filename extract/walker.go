package extract

import (
	"strings"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"

	"github.com/gisa-go/gisa/extract/sites"
)

// walker fills an index.
type walker struct {
	*index
	cur    int32 // innermost open element
	links  int16 // open <a>s
	open   bool  // a block is open
	space  bool  // a blank is due before the next word
	pre    int   // open <pre>s
	breaks uint8 // <br>s since the last text
	hinter *hinter
	sites  *sites.Index
}

// build walks the tree below root without recursion, since callers may hand over trees of any depth. Every node is also
// shown to the index of site rules.
func (ix *index) build(root *html.Node, h *hinter, known *sites.Index) {
	w := walker{index: ix, cur: -1, hinter: h, sites: known}
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
		w.metas = append(w.metas, n)
		return false
	case atom.Link:
		w.rels = append(w.rels, n)
		return false
	case atom.Title:
		if w.title == nil {
			w.title = n
		}
		return false
	case atom.Base:
		w.base = attr(n, "href")
		return false
	case atom.Annotation, atom.AnnotationXml: // the source of a formula
		return false
	case atom.Style, atom.Noscript, atom.Template, atom.Svg, atom.Textarea, atom.Select, atom.Datalist, atom.Object, atom.Canvas, atom.Rp, atom.Rt:
		return false
	case atom.Br:
		w.lineBreak()
		return false
	}
	if isBlock(n.DataAtom) {
		w.endBlock()
		w.breaks = 0
	}
	w.push(n)
	switch n.DataAtom {
	case atom.Iframe, atom.Video, atom.Audio:
		w.pop()
		return false
	}
	return true
}

func (w *walker) addScript(n *html.Node) {
	if n.FirstChild == nil {
		return
	}
	if strings.Contains(strings.ToLower(attr(n, "type")), "ld+json") {
		w.ldjson = append(w.ldjson, n)
		return
	}
	w.scripts = append(w.scripts, n)
}

// push opens an element and notes it in the lists of its kind.
func (w *walker) push(n *html.Node) {
	i := int32(len(w.elements))
	at := int32(len(w.text))
	w.elements = append(w.elements, element{node: n, parent: w.cur, start: at, block: int32(len(w.blocks)),
		hints: w.hinter.of(n), depthLinks: w.links})
	if w.open {
		w.elements[i].block--
	}
	w.cur = i
	switch n.DataAtom {
	case atom.A:
		w.links++
	case atom.Pre:
		w.pre++
		w.matter = append(w.matter, i)
	case atom.Time:
		w.times = append(w.times, i)
	case atom.H1, atom.H2, atom.H3:
		w.heads = append(w.heads, i)
		w.parts = append(w.parts, i)
	case atom.H4, atom.H5, atom.H6:
		w.parts = append(w.parts, i)
	case atom.Table, atom.Blockquote:
		w.matter = append(w.matter, i)
	case atom.Img:
		w.images = append(w.images, i)
	case atom.Html:
		w.lang = attr(n, "lang")
	}
}

// leave closes what enter opened.
func (w *walker) leave(n *html.Node) {
	if n.Type != html.ElementNode || w.cur < 0 || w.elements[w.cur].node != n {
		return
	}
	switch n.DataAtom {
	case atom.A:
		w.links--
	case atom.Pre:
		w.pre--
	}
	if isBlock(n.DataAtom) {
		w.endBlock()
		w.breaks = 0
	}
	w.pop()
}

func (w *walker) pop() {
	e := &w.elements[w.cur]
	e.end = int32(len(w.elements))
	e.stop = int32(len(w.text))
	e.blockStop = int32(len(w.blocks))
	w.cur = e.parent
}

func (w *walker) lineBreak() {
	w.endBlock()
	if w.breaks < 250 {
		w.breaks++
	}
}

func (w *walker) endBlock() {
	w.space = false
	if !w.open {
		return
	}
	w.open = false
	w.blocks[len(w.blocks)-1].stop = int32(len(w.text))
}

// word makes ready for a word: begins a block where none is open, or writes the blank that is due.
func (w *walker) word() {
	if !w.open {
		if len(w.text) > 0 {
			w.text = append(w.text, '\n')
		}
		w.blocks = append(w.blocks, block{start: int32(len(w.text)), elem: w.cur, breaks: w.breaks})
		w.open, w.breaks, w.space = true, 0, false
		return
	}
	if b := &w.blocks[len(w.blocks)-1]; w.cur < b.elem || w.cur >= 0 && w.elements[b.elem].end != 0 {
		w.widen(b)
	}
	if w.space {
		w.text = append(w.text, ' ')
		w.space = false
	}
}

// widen makes the open block belong to an element that also holds the word to come.
func (w *walker) widen(b *block) {
	for b.elem > w.cur || b.elem >= 0 && w.elements[b.elem].end != 0 {
		b.elem = w.elements[b.elem].parent
	}
}

// addText appends a text node, its white space collapsed.
func (w *walker) addText(s string) {
	size := int32(0)
	for i := 0; i < len(s); {
		c := s[i]
		if c <= ' ' {
			if c == '\n' && w.pre > 0 {
				w.settle(&size)
				w.lineBreak()
			}
			w.space = true
			i++
			continue
		}
		j, n := wordEnd(s, i)
		if n < 0 { // a blank or invisible character beyond ASCII
			w.space = w.space || n == -1
			i = j
			continue
		}
		w.word()
		w.text = append(w.text, s[i:j]...)
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
	b := &w.blocks[len(w.blocks)-1]
	b.size += *size
	if w.links > 0 {
		b.linked += *size
	}
	*size = 0
}
