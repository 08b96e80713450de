package extract

import (
	"slices"
	"sort"
	"strings"
	"unicode/utf8"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"

	"github.com/gisa-go/gisa/extract/sites"
)

// index is what one walk over a page records: its visible text, where every element begins and ends in it, and where
// everything stands that a later stage asks for. No later stage walks the tree again.
type index struct {
	// text is the visible text: white space collapsed to single blanks, one line a block.
	text []byte
	// elements are the visible elements in document order. The descendants of i are i+1 … elements[i].end-1.
	elements []element
	// blocks are the lines of text, in order.
	blocks []block

	title   *html.Node   // the first <title>
	metas   []*html.Node // <meta>
	rels    []*html.Node // <link>
	ldjson  []*html.Node // <script type="application/ld+json">
	scripts []*html.Node // other scripts with text of their own
	times   []int32      // elements: <time>
	heads   []int32      // elements: h1 … h3
	images  []int32      // elements: <img>
	matter  []int32      // elements: <table>, <blockquote>, <pre>
	parts   []int32      // elements: h1 … h6
	lang    string       // of <html>
	base    string       // href of <base>
}

// element is one visible element. Offsets are bytes of index.text.
type element struct {
	node       *html.Node
	parent     int32 // -1 for the root
	end        int32 // index after the last descendant
	start      int32 // where its text begins …
	stop       int32 // … and ends
	block      int32 // blocks[block:blockStop] hold its text
	blockStop  int32
	hints      hint
	depthLinks int16 // how many <a> it stands in
}

// block is one line of text: what stands between two boundaries of block-level elements or <br>.
type block struct {
	start, stop int32 // bytes of index.text
	elem        int32 // innermost element that holds all of it
	size        int32 // characters; a CJK one counts as two
	linked      int32 // of size, how much is inside links
	breaks      uint8 // <br>s before it; 0 where an element begins it
}

// textOf returns the visible text of an element, a line a block.
func (ix *index) textOf(i int32) string {
	e := &ix.elements[i]
	return string(trimSpace(ix.text[e.start:e.stop]))
}

func trimSpace(b []byte) []byte {
	for len(b) > 0 && (b[0] == ' ' || b[0] == '\n') {
		b = b[1:]
	}
	for len(b) > 0 && (b[len(b)-1] == ' ' || b[len(b)-1] == '\n') {
		b = b[:len(b)-1]
	}
	return b
}

// line returns the text of a block.
func (ix *index) line(i int) []byte { return ix.text[ix.blocks[i].start:ix.blocks[i].stop] }

// spaced returns the line of a block with blanks where elements inside it begin and end: 작성자 총무 조회 87 for fields that
// only a style sheet keeps apart.
func (ix *index) spaced(b int32) string {
	bl := &ix.blocks[b]
	var cuts []int32
	first := sort.Search(len(ix.elements), func(i int) bool { return ix.elements[i].start >= bl.start-1 }) // before the line's break
	for i := first; i < len(ix.elements) && ix.elements[i].start < bl.stop; i++ {
		cuts = append(cuts, ix.elements[i].start, ix.elements[i].stop)
	}
	if len(cuts) == 0 {
		return string(ix.line(int(b)))
	}
	slices.Sort(cuts)
	line := make([]byte, 0, int(bl.stop-bl.start)+len(cuts))
	at := bl.start
	for _, c := range cuts {
		if c <= at || c >= bl.stop {
			continue
		}
		line = append(line, ix.text[at:c]...)
		if line[len(line)-1] != ' ' && ix.text[c] != ' ' {
			line = append(line, ' ')
		}
		at = c
	}
	return string(append(line, ix.text[at:bl.stop]...))
}

// find returns the element of a node, or -1.
func (ix *index) find(n *html.Node) int32 {
	for i := range ix.elements {
		if ix.elements[i].node == n {
			return int32(i)
		}
	}
	return -1
}

// places returns the elements of nodes, of those that are visible.
func (ix *index) places(nodes []*html.Node) map[*html.Node]int32 {
	at := make(map[*html.Node]int32, len(nodes))
	for _, n := range nodes {
		at[n] = -1
	}
	for i := range ix.elements {
		if _, wanted := at[ix.elements[i].node]; wanted {
			at[ix.elements[i].node] = int32(i)
		}
	}
	return at
}

// findAll returns the elements of several nodes, in document order.
func (ix *index) findAll(nodes []*html.Node) []int32 {
	if len(nodes) == 0 {
		return nil
	}
	wanted := make(map[*html.Node]bool, len(nodes))
	for _, n := range nodes {
		wanted[n] = true
	}
	list := make([]int32, 0, len(wanted))
	for i := range ix.elements {
		if wanted[ix.elements[i].node] {
			list = append(list, int32(i))
		}
	}
	return list
}

// within reports whether element i is a or stands inside it.
func (ix *index) within(i, a int32) bool { return i >= a && i < ix.elements[a].end }

// holds reports whether one of a list of elements, which is in order, stands inside element i.
func (ix *index) holds(list []int32, i int32) bool { return ix.firstIn(list, i) >= 0 }

// firstIn returns the first of a list of elements, which is in order, that stands inside element i, or -1.
func (ix *index) firstIn(list []int32, i int32) int32 {
	if n, _ := slices.BinarySearch(list, i+1); n < len(list) && list[n] < ix.elements[i].end {
		return list[n]
	}
	return -1
}

// inside returns those of a list of elements, which is in order, that stand inside element i.
func (ix *index) inside(list []int32, i int32) []int32 {
	from, _ := slices.BinarySearch(list, i+1)
	to, _ := slices.BinarySearch(list, ix.elements[i].end)
	return list[from:to]
}

// countIn returns how many of a list of elements, which is in order, stand inside element i.
func (ix *index) countIn(list []int32, i int32) int { return len(ix.inside(list, i)) }

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

// wordEnd returns the end of the word that begins at i and its size. For an odd character that is no part of a word it
// returns the end of that character and -1 for a blank, -2 for one that does not show.
func wordEnd(s string, i int) (end int, size int32) {
	for j := i; j < len(s); {
		c := s[j]
		if c <= ' ' {
			return j, size
		}
		if c < utf8.RuneSelf {
			size++
			j++
			end = j
			continue
		}
		r, n := utf8.DecodeRuneInString(s[j:])
		if kind := oddRune(r); kind != 0 {
			if j == i {
				return j + n, kind
			}
			return j, size
		}
		size++
		if isWide(r) {
			size++
		}
		j += n
		end = j
	}
	return end, size
}

// oddRune returns -1 for blanks beyond ASCII, -2 for characters without width, else 0.
func oddRune(r rune) int32 {
	switch {
	case r == 0xa0 || r == 0x3000 || r >= 0x2000 && r <= 0x200a || r == 0x2028 || r == 0x2029 || r == 0x202f || r == 0x205f || r == 0x85:
		return -1
	case r == 0x200b || r == 0xfeff || r == 0xad || r == 0x2060:
		return -2
	}
	return 0
}

// isWide tells Hangul, Han and Kana, whose characters say about twice as much as a letter.
func isWide(r rune) bool {
	return r >= 0xac00 && r <= 0xd7a3 || r >= 0x3040 && r <= 0x30ff || r >= 0x3400 && r <= 0x9fff || r >= 0x20000 && r <= 0x3ffff
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

// attr returns the value of an attribute, "" where there is none.
func attr(n *html.Node, key string) string {
	for i := range n.Attr {
		if n.Attr[i].Key == key {
			return n.Attr[i].Val
		}
	}
	return ""
}
