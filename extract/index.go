package extract

import (
	"slices"
	"sort"

	"golang.org/x/net/html"
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

// apart reports whether neither of two elements stands inside the other.
func (ix *index) apart(i, j int32) bool { return !ix.within(i, j) && !ix.within(j, i) }

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

// attr returns the value of an attribute, "" where there is none.
func attr(n *html.Node, key string) string {
	for i := range n.Attr {
		if n.Attr[i].Key == key {
			return n.Attr[i].Val
		}
	}
	return ""
}
