package grid

import (
	"unicode/utf8"
)

// grid is a table: rows of the same number of cells, and the headings of the columns, empty where there are none.
type grid struct {
	head []cell
	rows [][]cell
}

// gridsOf finds the tables among lines.
func (r *reader) gridsOf(lines [][]cell) (found []grid) {
	for i := 0; i < len(lines); {
		g, n := r.ruled(lines[i:])
		if n == 0 {
			if g, n = r.stacked(lines[i:]); n > 0 {
				g.head = r.headOver(lines[:i], len(g.rows[0]))
			}
		}
		if n == 0 {
			i++
			continue
		}
		found = append(found, g)
		i += n
	}
	return found
}

// ruled reads a table whose rows are lines, and returns how many lines it takes.
func (r *reader) ruled(lines [][]cell) (g grid, n int) {
	width := len(lines[0])
	if width < 2 {
		return g, 0
	}
	for n < len(lines) && len(lines[n]) == width {
		n++
	}
	g.rows = lines[:n]
	if r.isHead(lines[0]) {
		g.head, g.rows = lines[0], lines[1:n]
	}
	amounts := 0
	for _, row := range g.rows {
		if r.isRow(row) {
			amounts++
		}
	}
	if amounts < 2 {
		return g, 0
	}
	return g, n
}

// isHead reports whether a row says no amounts.
func (r *reader) isHead(row []cell) bool {
	for _, c := range row {
		if c.amount >= 0 {
			return false
		}
	}
	return true
}

// isRow reports whether a row is a heading and amounts, of which some are known.
func (r *reader) isRow(row []cell) bool {
	some := false
	for _, c := range row[1:] {
		some = some || c.amount >= 0
	}
	return some && row[0].amount < 0
}

// stacked reads a table whose cells are lines of their own: a heading and its amounts, again and again.
func (r *reader) stacked(lines [][]cell) (g grid, n int) {
	width := r.stackedRow(lines)
	if width < 2 {
		return g, 0
	}
	for n+width <= len(lines) && r.stackedRow(lines[n:]) == width {
		row := make([]cell, 0, width)
		for _, line := range lines[n : n+width] {
			row = append(row, line[0])
		}
		g.rows = append(g.rows, row)
		n += width
	}
	if len(g.rows) < 2 {
		return g, 0
	}
	return g, n
}

// headOver returns the headings that stand above a table of lines, one for each of its columns.
func (r *reader) headOver(above [][]cell, width int) (head []cell) {
	if len(above) < width || width < 3 {
		return nil
	}
	for _, line := range above[len(above)-width:] {
		if len(line) != 1 || line[0].amount >= 0 || utf8.RuneCountInString(r.text[line[0].start:line[0].end]) > longestLabel {
			return nil
		}
		head = append(head, line[0])
	}
	return head
}

// stackedRow returns how many lines a heading and the amounts under it take, 0 where none stand there.
func (r *reader) stackedRow(lines [][]cell) int {
	if len(lines[0]) != 1 || r.label(lines[0][0]).None() {
		return 0
	}
	n := 1
	for n < len(lines) && len(lines[n]) == 1 && lines[n][0].amount >= 0 {
		n++
	}
	return n
}
