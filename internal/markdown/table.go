package markdown

import (
	"strconv"
	"strings"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"
)

// The most columns of a table, and the most that one cell reaches over.
const (
	maxColumns = 100
	maxSpan    = 30
)

// table returns a table and its caption: a cell that reaches over others says its text once, and leaves the others
// empty. A table in a cell has no place in Markdown: then the cells follow each other.
func (w *writer) table(n *html.Node) (list []string) {
	var rows []*html.Node
	for d := range n.Descendants() {
		switch d.DataAtom {
		case atom.Table:
			return w.cells(n)
		case atom.Tr:
			rows = append(rows, d)
		case atom.Caption:
			list = append(list, line(tidy(strong(runsOf(childrenOf(d)))), inParagraph))
		}
	}
	grid := gridOf(rows)
	if len(grid) == 0 {
		return list
	}
	columns := 0
	for _, row := range grid {
		columns = max(columns, len(row))
	}
	var b strings.Builder
	if !isHead(rows[0]) { // Markdown knows no table without
		writeRow(&b, nil, columns)
		writeRule(&b, columns)
	}
	for i, row := range grid {
		writeRow(&b, row, columns)
		if i == 0 && isHead(rows[0]) {
			writeRule(&b, columns)
		}
	}
	return append(list, strings.TrimSuffix(b.String(), "\n"))
}

// cells returns what the cells of a table say, one after the other.
func (w *writer) cells(n *html.Node) (list []string) {
	for c := range n.ChildNodes() {
		switch c.DataAtom {
		case atom.Td, atom.Th, atom.Caption:
			list = append(list, w.blocks(c)...)
		default:
			list = append(list, w.cells(c)...)
		}
	}
	return list
}

// gridOf returns the texts of the cells by row and column.
func gridOf(rows []*html.Node) [][]string {
	grid := make([][]string, len(rows))
	var down []int // for each column, how many rows a cell above reaches down
	for y, row := range rows {
		x := 0
		skip := func() {
			for x < len(down) && down[x] > 0 {
				down[x]--
				grid[y] = append(grid[y], "")
				x++
			}
		}
		for c := range row.ChildNodes() {
			if c.DataAtom != atom.Td && c.DataAtom != atom.Th {
				continue
			}
			if skip(); x >= maxColumns {
				break
			}
			text, wide, high := cellText(c), span(c, "colspan"), span(c, "rowspan")
			for range wide {
				grid[y] = append(grid[y], text)
				if text = ""; x == len(down) {
					down = append(down, 0)
				}
				down[x] = high - 1
				x++
			}
		}
		skip()
	}
	return grid
}

// span returns how many columns or rows a cell reaches over.
func span(n *html.Node, key string) int {
	size, err := strconv.Atoi(attr(n, key))
	if err != nil || size < 1 {
		return 1
	}
	return min(size, maxSpan)
}

// cellText returns what a cell says, on one line.
func cellText(n *html.Node) string { return line(tidy(cellRuns(nil, n)), inCell) }

// cellRuns adds what stands in a cell: blocks are parted by breaks, items have a dot before them.
func cellRuns(list []run, n *html.Node) []run {
	for c := range n.ChildNodes() {
		switch {
		case c.DataAtom == atom.Img:
			list = append(list, run{text: picture(c), kind: literal})
		case c.DataAtom == atom.Li:
			list = cellRuns(append(list, run{kind: ending}, run{text: "• "}), c)
		case isBlock(c) || c.DataAtom == atom.Figcaption:
			list = append(cellRuns(append(list, run{kind: ending}), c), run{kind: ending})
		default:
			list = addRuns(list, c, style{})
		}
	}
	return list
}

// isHead reports whether a row names the columns.
func isHead(row *html.Node) bool {
	if row.Parent.DataAtom == atom.Thead {
		return true
	}
	for c := range row.ChildNodes() {
		if c.DataAtom == atom.Td {
			return false
		}
	}
	return row.FirstChild != nil
}

func writeRow(b *strings.Builder, row []string, columns int) {
	b.WriteByte('|')
	for x := range columns {
		text := ""
		if x < len(row) {
			text = row[x]
		}
		b.WriteString(" " + text + strings.Repeat(" ", min(len(text), 1)) + "|")
	}
	b.WriteByte('\n')
}

func writeRule(b *strings.Builder, columns int) {
	b.WriteString("|" + strings.Repeat("---|", columns) + "\n")
}
