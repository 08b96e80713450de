package markup

import (
	"slices"
	"sort"
	"strings"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"

	"github.com/gisa-go/gisa"
	"github.com/gisa-go/gisa/extract/internal/body"
	"github.com/gisa-go/gisa/extract/internal/pictures"
)

// writer writes a tree: it holds the elements that are open, the tree's root first.
type writer struct {
	body *body.Body
	text body.Text
	tree *Tree
	open []level
	para int // the paragraph of the text that was written last, from 1
	end  int // where in the text it ended
}

// level is an open element: that of the page, if any, and its copy.
type level struct {
	from, to *html.Node
	role     role
}

// say writes a stretch of the text into copies of the elements around it.
func (w *writer) say(it item) {
	para := 1 + sort.Search(len(w.text.Paragraphs), func(i int) bool { return w.text.Paragraphs[i].End > it.span.Start })
	path := w.path(it.node)
	if para != w.para {
		w.newLine(it, path)
	}
	if para == w.para && it.span.Start > w.end { // a blank between two nodes, or where something was cut
		open, _ := w.shared(path)
		w.close(open)
		w.add(w.end, w.text.Whole[w.end:it.span.Start])
	}
	w.enter(path)
	if w.line() < 0 {
		w.push(level{to: element(atom.P), role: block}, w.lastGroup()+1)
		w.enter(path)
	}
	w.add(it.span.Start, it.span.In(w.text.Whole))
	w.reading(it.node)
	w.para, w.end = para, it.span.End
}

// path returns the elements around a node of the page that are kept, the outermost first. A link around a heading
// stands inside of it.
func (w *writer) path(n *html.Node) []*html.Node {
	var blocks, inlines []*html.Node
	for p := n.Parent; p != nil; p = p.Parent {
		switch roles[p.DataAtom] {
		case dropped:
		case inline:
			inlines = append(inlines, p)
		default:
			blocks = append(blocks, p)
		}
	}
	path := append(inlines, blocks...)
	slices.Reverse(path)
	return path
}

// newLine ends the line before a paragraph begins: where both stand in one line of the page, they are parted by a
// break.
func (w *writer) newLine(it item, path []*html.Node) {
	same, _ := w.shared(path)
	line := w.line()
	if line < 0 {
		return
	}
	switch l := w.open[line]; {
	case l.from == nil || line >= same:
		w.close(line)
	case l.role == verbatim:
		w.close(same)
		w.open[len(w.open)-1].to.AppendChild(&html.Node{Type: html.TextNode, Data: indent(it)})
	default:
		w.close(line + 1)
		next := path[min(w.depth(line), len(path)-1)]
		if roles[next.DataAtom] != group { // a list in an item begins a line by itself
			l.to.AppendChild(element(atom.Br))
		}
	}
}

// depth returns how many elements of the page are open up to a level, that level included.
func (w *writer) depth(level int) (n int) {
	for _, l := range w.open[:level+1] {
		if l.from != nil {
			n++
		}
	}
	return n
}

// indent returns the end of line and the blanks that stand before a line of code.
func indent(it item) string {
	before := it.node.Data[:min(it.from, len(it.node.Data))]
	if blank := before[len(strings.TrimRight(before, " \t\r\n")):]; strings.Contains(blank, "\n") {
		return blank
	}
	return "\n"
}

// shared returns how many of the open elements are around what the path leads to, and how much of the path they are.
func (w *writer) shared(path []*html.Node) (open, used int) {
	for open = 1; open < len(w.open); open++ {
		from := w.open[open].from
		if from == nil { // a paragraph of ours
			continue
		}
		i := slices.Index(path[used:], from)
		if i < 0 {
			return open, used
		}
		used += i + 1
	}
	return open, used
}

// enter closes what the path leaves and opens what it enters.
func (w *writer) enter(path []*html.Node) {
	open, used := w.shared(path)
	w.close(open)
	for _, n := range path[used:] {
		r := roles[n.DataAtom]
		if r == block && w.line() >= 0 && !w.holds(n.DataAtom) {
			continue // a paragraph in a cell
		}
		w.cellsBefore(n)
		w.push(level{from: n, to: w.copyOf(n), role: r}, len(w.open))
	}
}

// holds reports whether the line at hand may hold a block of its own: an item holds lists, not headings.
func (w *writer) holds(a atom.Atom) bool {
	switch a {
	case atom.Li, atom.Td, atom.Th, atom.Dt, atom.Dd, atom.Caption:
		return true
	}
	return false
}

func (w *writer) inInline() bool {
	return w.open[len(w.open)-1].role == inline
}

// line returns the innermost open element that holds a line of text, or -1.
func (w *writer) line() int {
	for i := len(w.open) - 1; i > 0; i-- {
		switch w.open[i].role {
		case block, verbatim:
			return i
		case group:
			return -1
		}
	}
	return -1
}

// lastGroup returns the innermost open element that holds blocks.
func (w *writer) lastGroup() int {
	for i := len(w.open) - 1; i > 0; i-- {
		if w.open[i].role == group {
			return i
		}
	}
	return 0
}

// push opens an element at a depth; what is open from there on is closed.
func (w *writer) push(l level, depth int) {
	w.close(depth)
	w.open[len(w.open)-1].to.AppendChild(l.to)
	w.open = append(w.open, l)
}

// close closes all elements from a depth on.
func (w *writer) close(depth int) {
	for len(w.open) > max(depth, 1) {
		l := w.open[len(w.open)-1]
		if l.from != nil && l.from.DataAtom == atom.Tr {
			w.fill(l, nil)
		}
		w.open = w.open[:len(w.open)-1]
	}
}

// cellsBefore writes the empty cells of a row that stand before a cell, so that columns stay columns.
func (w *writer) cellsBefore(n *html.Node) {
	if row := w.open[len(w.open)-1]; row.from != nil && row.from == n.Parent && row.from.DataAtom == atom.Tr {
		w.fill(row, n)
	}
}

// fill writes the cells of a row that are not written yet, up to one of them or to the end.
func (w *writer) fill(row level, until *html.Node) {
	written := 0
	for c := row.to.FirstChild; c != nil; c = c.NextSibling {
		written++
	}
	for c := row.from.FirstChild; c != nil && c != until; c = c.NextSibling {
		if c.DataAtom != atom.Td && c.DataAtom != atom.Th {
			continue
		}
		if written--; written < 0 {
			row.to.AppendChild(w.copyOf(c))
		}
	}
}

// add writes a piece of the text.
func (w *writer) add(start int, s string) {
	n := &html.Node{Type: html.TextNode, Data: s}
	w.open[len(w.open)-1].to.AppendChild(n)
	w.tree.pieces = append(w.tree.pieces, piece{start, n})
}

// reading writes the reading of the characters of a ruby behind them; it is no part of the text.
func (w *writer) reading(n *html.Node) {
	if !slices.ContainsFunc(w.open, func(l level) bool { return l.to.DataAtom == atom.Ruby }) {
		return
	}
	if p := n.Parent; p.DataAtom == atom.Rb {
		n = p
	}
	for s := n.NextSibling; s != nil && (s.DataAtom == atom.Rt || s.DataAtom == atom.Rp || s.Type == html.TextNode &&
		strings.TrimSpace(s.Data) == ""); s = s.NextSibling {
		if s.FirstChild == nil || s.FirstChild.Type != html.TextNode {
			continue
		}
		e := element(s.DataAtom)
		e.AppendChild(&html.Node{Type: html.TextNode, Data: s.FirstChild.Data})
		w.open[len(w.open)-1].to.AppendChild(e)
	}
}

// picture writes a picture with its caption.
func (w *writer) picture(it item) {
	open, _ := w.shared(w.path(it.node))
	w.close(open)
	if line := w.line(); line >= 0 && !w.holds(w.open[line].to.DataAtom) {
		w.close(line)
	}
	for w.inInline() || w.isRow() {
		w.close(len(w.open) - 1)
	}
	w.open[len(w.open)-1].to.AppendChild(w.figure(it.node, it.image))
	w.para = 0
}

// isRow reports whether the innermost open element may hold cells, rows or items only.
func (w *writer) isRow() bool {
	switch w.open[len(w.open)-1].to.DataAtom {
	case atom.Tr, atom.Table, atom.Thead, atom.Tbody, atom.Tfoot, atom.Ul, atom.Ol, atom.Dl:
		return true
	}
	return false
}

func (w *writer) figure(n *html.Node, image *pictures.Image) *html.Node {
	img := element(atom.Img)
	img.Attr = append(img.Attr, html.Attribute{Key: "src", Val: image.URL})
	for _, a := range n.Attr {
		if a.Key == "alt" || a.Key == "width" || a.Key == "height" {
			img.Attr = append(img.Attr, html.Attribute{Key: a.Key, Val: a.Val})
		}
	}
	figure := element(atom.Figure)
	figure.AppendChild(img)
	if image.Caption != "" {
		caption := element(atom.Figcaption)
		caption.AppendChild(&html.Node{Type: html.TextNode, Data: image.Caption})
		figure.AppendChild(caption)
	}
	return figure
}

// New writes the tree of a body: of its text, with the pictures that stand in it.
func New(b *body.Body, text body.Text, images []pictures.Image) *Tree {
	w := &writer{body: b, text: text, tree: &Tree{Root: element(atom.Div)}}
	w.open = []level{{to: w.tree.Root, role: group}}
	for _, it := range w.items(images) {
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
		if e := images[i].Element; e >= 0 && shows(images[i].URL) {
			el := &ix.Elements[e]
			list = append(list, item{at: el.Start, node: el.Node, image: &images[i]})
		}
	}
	slices.SortStableFunc(list, func(a, b item) int { return int(a.at - b.at) })
	return list
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

// copyOf returns an element as it stands in the tree: its name and the attributes that are kept, addresses absolute.
func (w *writer) copyOf(n *html.Node) *html.Node {
	e := &html.Node{Type: html.ElementNode, Data: n.DataAtom.String(), DataAtom: n.DataAtom}
	for _, keys := range [][]string{attributes[0], attributes[n.DataAtom]} {
		for _, key := range keys {
			for _, a := range n.Attr {
				if a.Key == key && a.Namespace == "" {
					w.addAttr(e, key, a.Val)
				}
			}
		}
	}
	return e
}

func (w *writer) addAttr(e *html.Node, key, value string) {
	if key == "href" || key == "cite" {
		if value = w.body.View.Head.Resolve(strings.TrimSpace(value)); !leads(value) {
			return
		}
	}
	e.Attr = append(e.Attr, html.Attribute{Key: key, Val: value})
}
