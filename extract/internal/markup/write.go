package markup

import (
	"slices"
	"strings"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"

	"github.com/gisa-go/gisa/extract/internal/body"
	"github.com/gisa-go/gisa/extract/internal/pictures"
)

// writer writes a tree: it holds the elements that are open, the tree's root first.
type writer struct {
	body *body.Body
	text body.Text
	plan plan
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
	para := paragraphAt(w.text, it.span.Start)
	path := w.plan.path(it.node)
	if para != w.para {
		w.newLine(it, path)
	}
	if para == w.para && it.span.Start > w.end { // a blank between two nodes, or where something was cut
		open, _ := w.shared(path)
		w.close(open)
		w.add(w.end, w.text.Whole[w.end:it.span.Start])
	}
	w.enter(path)
	w.beginLine()
	w.add(it.span.Start, it.span.In(w.text.Whole))
	w.reading(it.node)
	w.para, w.end = para, it.span.End
}

// beginLine opens a paragraph of our own where no line is open.
func (w *writer) beginLine() {
	if w.line() < 0 {
		w.push(level{to: element(atom.P), role: block}, len(w.open))
	}
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
		if r := roles[next.DataAtom]; r != group && r != verbatim { // a list in an item begins a line by itself
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
		switch r {
		case inline:
			w.beginLine()
		case group:
			w.endOwn()
		}
		w.inItem(n.DataAtom)
		w.inRows(n.DataAtom)
		w.cellsBefore(n)
		w.push(level{from: n, to: w.copyOf(n), role: r}, len(w.open))
	}
}

// endOwn closes a paragraph of our own, which holds no lists, tables and quotations: within pre all is one paragraph.
func (w *writer) endOwn() {
	if i := w.line(); i >= 0 && w.open[i].from == nil && w.open[i].to.DataAtom == atom.P {
		w.close(i)
	}
}

// inItem opens an item for a list that stands in a list, the last one where there is one, and closes it before the
// next.
func (w *writer) inItem(a atom.Atom) {
	top := w.open[len(w.open)-1]
	switch {
	case a == atom.Li && top.from == nil && top.to.DataAtom == atom.Li:
		w.close(len(w.open) - 1)
	case isList(a) && isList(top.to.DataAtom):
		item := top.to.LastChild
		if item == nil {
			item = element(atom.Li)
			top.to.AppendChild(item)
		}
		w.open = append(w.open, level{to: item, role: block})
	}
}

// inRows opens the group of rows that HTML puts around a row where the page has none, and closes it before the next.
func (w *writer) inRows(a atom.Atom) {
	switch top := w.open[len(w.open)-1]; {
	case a == atom.Tr && top.to.DataAtom == atom.Table:
		w.push(level{to: element(atom.Tbody), role: group}, len(w.open))
	case a != atom.Tr && top.from == nil && top.to.DataAtom == atom.Tbody:
		w.close(len(w.open) - 1)
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

// maxJoined is how long a text node may be, in bytes, that grows by what follows: longer ones would be copied too
// often.
const maxJoined = 4 << 10

// add writes a piece of the text, into the text node at hand where it goes on with that.
func (w *writer) add(start int, s string) {
	to := w.open[len(w.open)-1].to
	if n := len(w.tree.pieces); n > 0 {
		last := &w.tree.pieces[n-1]
		if last.node == to.LastChild && last.end() == start && len(last.node.Data) < maxJoined {
			last.node.Data += s
			return
		}
	}
	n := &html.Node{Type: html.TextNode, Data: s}
	to.AppendChild(n)
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
	if line := w.line(); line >= 0 && !w.holds(w.open[line].to.DataAtom) {
		w.close(line)
	}
	for w.inInline() {
		w.close(len(w.open) - 1)
	}
	w.enter(slices.DeleteFunc(w.plan.path(it.node), func(n *html.Node) bool {
		return roles[n.DataAtom] != group && !w.holds(n.DataAtom)
	}))
	for w.isRow() {
		w.close(len(w.open) - 1)
	}
	w.open[len(w.open)-1].to.AppendChild(figure(it.node, it.image))
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

// New writes the tree of a body: of its text, with the pictures that stand in it.
func New(b *body.Body, text body.Text, images []pictures.Image) *Tree {
	w := &writer{body: b, text: text, tree: &Tree{Root: element(atom.Div)}}
	w.open = []level{{to: w.tree.Root, role: group}}
	items := itemsOf(b, text, images)
	w.plan = planOf(items, text)
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
