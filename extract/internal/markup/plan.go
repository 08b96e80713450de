package markup

import (
	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// The limits of a heading: what says more, in bytes, or more paragraphs than that is text in large letters.
const (
	maxHeading = 500
	maxHeadEnd = 2
)

// plan is what must be known of the page's elements before the first is written: which say something, which headings
// are none, and which tables only put one thing below the other.
type plan struct {
	says    map[*html.Node]bool // lists, tables, quotations and their parts that hold a part of the text
	cells   map[*html.Node]int  // cells of a row that hold a part of the text
	data    map[*html.Node]bool // tables with two such cells in one row, with a head or a caption
	heading map[*html.Node]*extent
}

// extent is how much of the text a heading holds.
type extent struct{ bytes, paragraphs, last int }

// planOf looks at what is to be written.
func (w *writer) planOf(list []item) plan {
	p := plan{says: map[*html.Node]bool{}, cells: map[*html.Node]int{}, data: map[*html.Node]bool{},
		heading: map[*html.Node]*extent{}}
	for i := range list {
		if list[i].image == nil {
			p.add(list[i].node, list[i].span.Len(), w.paragraph(list[i].span.Start))
		}
	}
	return p
}

// add notes that the text below an element holds a stretch of some bytes of a paragraph.
func (p *plan) add(n *html.Node, size, paragraph int) {
	for n = n.Parent; n != nil; n = n.Parent {
		if isHeading(n.DataAtom) {
			p.addHeading(n, size, paragraph)
			continue
		}
		if role := roles[n.DataAtom]; role != group && !isPart(n.DataAtom) {
			continue
		}
		if !p.says[n] {
			p.says[n] = true
			p.addCell(n)
		}
	}
}

// addHeading notes what stands in a heading.
func (p *plan) addHeading(n *html.Node, size, paragraph int) {
	e := p.heading[n]
	if e == nil {
		e = &extent{last: -1}
		p.heading[n] = e
	}
	if e.bytes += size; paragraph != e.last {
		e.paragraphs, e.last = e.paragraphs+1, paragraph
	}
}

func isHeading(a atom.Atom) bool {
	switch a {
	case atom.H1, atom.H2, atom.H3, atom.H4, atom.H5, atom.H6:
		return true
	}
	return false
}

// addCell notes a cell that says something.
func (p *plan) addCell(n *html.Node) {
	switch n.DataAtom {
	case atom.Td:
		if p.cells[n.Parent]++; p.cells[n.Parent] > 1 {
			p.data[tableOf(n)] = true
		}
	case atom.Th, atom.Caption:
		p.data[tableOf(n)] = true
	}
}

// tableOf returns the table around a part of it.
func tableOf(n *html.Node) *html.Node {
	for ; n != nil && n.DataAtom != atom.Table; n = n.Parent {
	}
	return n
}

// isPart reports whether elements of a name are parts of lists or tables.
func isPart(a atom.Atom) bool { return parents[a] != nil }

// inTable reports whether elements of a name make up tables.
func inTable(a atom.Atom) bool {
	switch a {
	case atom.Table, atom.Thead, atom.Tbody, atom.Tfoot, atom.Tr, atom.Td, atom.Th, atom.Caption:
		return true
	}
	return false
}

// keeps reports whether an element around a part of the text stands in the tree, apart from where it stands.
func (p *plan) keeps(n *html.Node) bool {
	if e := p.heading[n]; e != nil {
		return e.bytes <= maxHeading && e.paragraphs <= maxHeadEnd
	}
	switch n.DataAtom {
	case atom.Td, atom.Th: // one with a picture alone, too
		return p.says[n.Parent] && p.data[tableOf(n)]
	}
	if roles[n.DataAtom] == group || isPart(n.DataAtom) {
		return p.says[n] && (!inTable(n.DataAtom) || p.data[tableOf(n)])
	}
	return true
}

// parents are the elements that the parts of lists and tables stand in.
var parents = map[atom.Atom][]atom.Atom{
	atom.Li: {atom.Ul, atom.Ol}, atom.Dt: {atom.Dl}, atom.Dd: {atom.Dl}, atom.Td: {atom.Tr}, atom.Th: {atom.Tr},
	atom.Tr:    {atom.Table, atom.Thead, atom.Tbody, atom.Tfoot},
	atom.Thead: {atom.Table}, atom.Tbody: {atom.Table}, atom.Tfoot: {atom.Table}, atom.Caption: {atom.Table},
}

// children are what lists and tables hold; a list in a list belongs to the item before it.
var children = map[atom.Atom][]atom.Atom{
	atom.Ul: {atom.Li, atom.Ul, atom.Ol}, atom.Ol: {atom.Li, atom.Ul, atom.Ol}, atom.Dl: {atom.Dt, atom.Dd},
	atom.Tr: {atom.Td, atom.Th}, atom.Thead: {atom.Tr}, atom.Tbody: {atom.Tr}, atom.Tfoot: {atom.Tr},
	atom.Table: {atom.Thead, atom.Tbody, atom.Tfoot, atom.Tr, atom.Caption},
}
