package document

import (
	"slices"
	"sort"
	"strings"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"

	"github.com/gisa-go/gisa/extract/internal/letters"
)

// Index is what one walk over a page records: its visible text, where every element begins and ends in it, and where
// everything stands that a later stage asks for. No later stage walks the tree again.
type Index struct {
	// text is the visible text: white space collapsed to single blanks, one line a block.
	Text []byte
	// elements are the visible elements in document order. The descendants of i are i+1 … elements[i].end-1.
	Elements []Element
	// blocks are the lines of text, in order.
	Blocks []Block

	Title   *html.Node   // the first <title>
	Metas   []*html.Node // <meta>
	Rels    []*html.Node // <link>
	LDJSON  []*html.Node // <script type="application/ld+json">
	Scripts []*html.Node // other scripts with text of their own
	Times   []int32      // elements: <time>
	Heads   []int32      // elements: h1 … h3
	Images  []int32      // elements: <img>
	Matter  []int32      // elements: <table>, <blockquote>, <pre>
	Parts   []int32      // elements: h1 … h6
	Codes   []int32      // elements: <pre> that hold code
	Lang    string       // of <html>
	Base    string       // href of <base>

	hinter *hinter
}

// Element is one visible element. Offsets are bytes of index.text.
type Element struct {
	Node      *html.Node
	Parent    int32 // -1 for the root
	End       int32 // index after the last descendant
	Start     int32 // where its text begins …
	Stop      int32 // … and ends
	Block     int32 // blocks[block:blockStop] hold its text
	BlockStop int32
	Hints     Hint
}

// Lines returns how many blocks hold its text.
func (e *Element) Lines() int32 { return e.BlockStop - e.Block }

// Size returns the length of its text, in bytes.
func (e *Element) Size() int32 { return e.Stop - e.Start }

// Block is one line of text: what stands between two boundaries of block-level elements or <br>.
type Block struct {
	Start, Stop int32 // bytes of index.text
	Elem        int32 // innermost element that holds all of it
	Size        int32 // characters; a CJK one counts as two
	Linked      int32 // of size, how much is inside links
	Indent      Indent
}

// TextOf returns the visible text of an element, a line a block.
func (ix *Index) TextOf(i int32) string {
	e := &ix.Elements[i]
	return string(letters.Trim(ix.Text[e.Start:e.Stop]))
}

// Line returns the text of a block.
func (ix *Index) Line(i int) []byte { return ix.Text[ix.Blocks[i].Start:ix.Blocks[i].Stop] }

// Spaced returns the line of a block with blanks where elements inside it begin and end: 작성자 총무 조회 87 for fields that
// only a style sheet keeps apart.
func (ix *Index) Spaced(b int32) string { return ix.spaced(ix.Blocks[b].Start, ix.Blocks[b].Stop) }

// SpacedLine returns the text of an element on one line, with blanks where elements inside it begin and end: By Runa
// Falk.
func (ix *Index) SpacedLine(i int32) string {
	e := &ix.Elements[i]
	return strings.TrimSpace(strings.ReplaceAll(ix.spaced(e.Start, e.Stop), "\n", " "))
}

func (ix *Index) spaced(start, stop int32) string {
	var buf [32]int32
	cuts := buf[:0]
	// before the line's break
	first := sort.Search(len(ix.Elements), func(i int) bool { return ix.Elements[i].Start >= start-1 })
	for i := first; i < len(ix.Elements) && ix.Elements[i].Start < stop; i++ {
		cuts = append(cuts, ix.Elements[i].Start, ix.Elements[i].Stop)
	}
	if len(cuts) == 0 {
		return string(ix.Text[start:stop])
	}
	slices.Sort(cuts)
	line := make([]byte, 0, int(stop-start)+len(cuts))
	at := start
	for _, c := range cuts {
		if c <= at || c >= stop {
			continue
		}
		line = append(line, ix.Text[at:c]...)
		if line[len(line)-1] != ' ' && ix.Text[c] != ' ' {
			line = append(line, ' ')
		}
		at = c
	}
	return string(append(line, ix.Text[at:stop]...))
}

// ElementOf returns the innermost element that holds all of a block.
func (ix *Index) ElementOf(b int32) *Element { return &ix.Elements[ix.Blocks[b].Elem] }

// Find returns the element of a node, or -1.
func (ix *Index) Find(n *html.Node) int32 {
	for i := range ix.Elements {
		if ix.Elements[i].Node == n {
			return int32(i)
		}
	}
	return -1
}

// Places returns the elements of nodes, of those that are visible.
func (ix *Index) Places(nodes []*html.Node) map[*html.Node]int32 {
	at := make(map[*html.Node]int32, len(nodes))
	for _, n := range nodes {
		at[n] = -1
	}
	for i := range ix.Elements {
		if _, wanted := at[ix.Elements[i].Node]; wanted {
			at[ix.Elements[i].Node] = int32(i)
		}
	}
	return at
}

// FindAll returns the elements of several nodes, in document order.
func (ix *Index) FindAll(nodes []*html.Node) []int32 {
	if len(nodes) == 0 {
		return nil
	}
	wanted := make(map[*html.Node]bool, len(nodes))
	for _, n := range nodes {
		wanted[n] = true
	}
	list := make([]int32, 0, len(wanted))
	for i := range ix.Elements {
		if wanted[ix.Elements[i].Node] {
			list = append(list, int32(i))
		}
	}
	return list
}

// Within reports whether element i is a or stands inside it.
func (ix *Index) Within(i, a int32) bool { return i >= a && i < ix.Elements[a].End }

// Apart reports whether neither of two elements stands inside the other.
func (ix *Index) Apart(i, j int32) bool { return !ix.Within(i, j) && !ix.Within(j, i) }

// Holds reports whether one of a list of elements, which is in order, stands inside element i.
func (ix *Index) Holds(list []int32, i int32) bool { return ix.FirstIn(list, i) >= 0 }

// FirstIn returns the first of a list of elements, which is in order, that stands inside element i, or -1.
func (ix *Index) FirstIn(list []int32, i int32) int32 {
	if n, _ := slices.BinarySearch(list, i+1); n < len(list) && list[n] < ix.Elements[i].End {
		return list[n]
	}
	return -1
}

// Inside returns those of a list of elements, which is in order, that stand inside element i.
func (ix *Index) Inside(list []int32, i int32) []int32 {
	from, _ := slices.BinarySearch(list, i+1)
	to, _ := slices.BinarySearch(list, ix.Elements[i].End)
	return list[from:to]
}

// CountIn returns how many of a list of elements, which is in order, stand inside element i.
func (ix *Index) CountIn(list []int32, i int32) int { return len(ix.Inside(list, i)) }

// Attr returns the value of an attribute, "" where there is none.
func Attr(n *html.Node, key string) string {
	for i := range n.Attr {
		if n.Attr[i].Key == key {
			return n.Attr[i].Val
		}
	}
	return ""
}

// Headline returns the last line of the page's first h1 that has text, or -1.
func (ix *Index) Headline() int32 {
	for _, i := range ix.Heads {
		if e := &ix.Elements[i]; e.Node.DataAtom == atom.H1 && e.Block < e.BlockStop {
			return e.BlockStop - 1
		}
	}
	return -1
}
