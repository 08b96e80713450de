package markup

import (
	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"

	"github.com/gisa-go/gisa/extract/internal/body"
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
func planOf(list []item, text body.Text) plan {
	p := plan{says: map[*html.Node]bool{}, cells: map[*html.Node]int{}, data: map[*html.Node]bool{},
		heading: map[*html.Node]*extent{}}
	for i := range list {
		if list[i].image == nil {
			p.add(list[i].node, list[i].span.Len(), paragraphAt(text, list[i].span.Start))
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
