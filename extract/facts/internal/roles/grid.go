package roles

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/gisa-go/gisa/extract/facts/internal/number"
)

// A table is seen in plain text where its cells stand in lines of their own, as in the text of a page (국비, 10억원, 시비,
// 5억원), or in lines whose cells a tab, a bar or several blanks part. What its amounts are of is the heading of their
// row, else that of their column; a row or column of totals is one where its heading says so and the sum agrees.

// cell is a cell of a table in plain text.
type cell struct {
	start, end int
	fact       int // which amount is all that it says; -1 for words
}

// grid is a table: rows of the same number of cells, and the headings of the columns, empty where there are none.
type grid struct {
	head []cell
	rows [][]cell
}

// fewestCells is how many amounts have a cell of their own in what is taken for a table.
const fewestCells = 2

// grids reads the tables of the text.
func (r *reader) grids(out []Role) {
	alone := 0
	for i := range r.amounts {
		if r.fillsCell(i) {
			alone++
		}
	}
	if alone < fewestCells {
		return
	}
	for _, g := range r.gridsOf(r.lines()) {
		r.headings(g, out)
		r.totals(g, out)
	}
}

// fillsCell reports whether nothing but amount i stands between two ends of cells.
func (r *reader) fillsCell(i int) bool {
	a := r.amounts[i]
	before, behind := strings.TrimRight(r.text[max(0, a.Start-8):a.Start], " +-△▲▼약총"),
		r.text[a.End:min(len(r.text), a.End+8)]
	behind = strings.TrimLeft(behind, " ")
	return (before == "" || endsCell(before[len(before)-1]) || strings.HasSuffix(r.text[:a.Start], "  ")) &&
		(behind == "" || endsCell(behind[0]) || strings.HasPrefix(r.text[a.End:], "  "))
}

func endsCell(c byte) bool { return c == '\n' || c == '\t' || c == '|' || c == ':' }

// lines gives the cells of each line that is not empty.
func (r *reader) lines() (lines [][]cell) {
	fact := 0
	for start := 0; start < len(r.text); {
		end := len(r.text)
		if n := strings.IndexByte(r.text[start:], '\n'); n >= 0 {
			end = start + n
		}
		if strings.TrimSpace(r.text[start:end]) != "" {
			var line []cell
			line, fact = r.cells(start, end, fact)
			lines = append(lines, line)
		}
		start = end + 1
	}
	return lines
}

// cells cuts the line text[start:end]; fact is the first amount that may begin there.
func (r *reader) cells(start, end, fact int) (line []cell, next int) {
	for start < end {
		stop, skip := end, 1
		for i := start; i < end; i++ {
			if c := r.text[i]; c == '\t' || c == '|' || c == ' ' && i+1 < end && r.text[i+1] == ' ' || c == ':' &&
				r.isAmount(i+1, end) {
				stop = i
				break
			}
		}
		from, to := start, stop
		for from < to && (r.text[from] == ' ' || r.text[from] == '\t') {
			from++
		}
		for from < to && r.text[to-1] == ' ' {
			to--
		}
		for fact < len(r.amounts) && r.amounts[fact].Start < from {
			fact++
		}
		c := cell{start: from, end: to, fact: -1}
		if fact < len(r.amounts) && r.amounts[fact].End <= to && r.fillsCell(fact) {
			c.fact = fact
		}
		if from < to {
			line = append(line, c)
		}
		start = stop + skip
	}
	return line, fact
}

// isAmount reports whether text[i:end] says an amount and nothing else.
func (r *reader) isAmount(i, end int) bool {
	a := firstIn(r.amounts, i, func(x Amount) int { return x.Start })
	return a < len(r.amounts) && r.amounts[a].End <= end && strings.Trim(r.text[r.amounts[a].End:end],
		" ") == "" && r.fillsCell(a)
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
		if c.fact >= 0 {
			return false
		}
	}
	return true
}

// isRow reports whether a row is a heading and amounts, of which some are known.
func (r *reader) isRow(row []cell) bool {
	some := false
	for _, c := range row[1:] {
		some = some || c.fact >= 0
	}
	return some && row[0].fact < 0
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
		if len(line) != 1 || line[0].fact >= 0 || utf8.RuneCountInString(r.text[line[0].start:line[0].end]) > longestLabel {
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
	for n < len(lines) && len(lines[n]) == 1 && lines[n][0].fact >= 0 {
		n++
	}
	return n
}

// longestLabel is how many letters a heading has at most.
const longestLabel = 24

// label returns the noun of a heading, none where the cell says no measure: a date, a number, a sentence.
func (r *reader) label(c cell) Phrase {
	start, end := c.start, c.end
	if c.fact >= 0 || start >= end {
		return Phrase{}
	}
	for start < end {
		if n, size := utf8.DecodeRuneInString(r.text[start:end]); unicode.IsLetter(n) {
			break
		} else if unicode.IsDigit(n) {
			return Phrase{}
		} else {
			start += size
		}
	}
	if i := strings.IndexAny(r.text[start:end], "(:·"); i > 0 && r.text[start+i] != ':' {
		end = start + i
	}
	for start < end {
		n, size := utf8.DecodeLastRuneInString(r.text[start:end])
		if unicode.IsLetter(n) || unicode.IsDigit(n) || n == '%' {
			break
		}
		end -= size
	}
	words := r.text[start:end]
	if words == "" || utf8.RuneCountInString(words) > longestLabel || strings.HasSuffix(words, "다") ||
		r.firstDateIn(start, end) {
		return Phrase{}
	}
	return Phrase{Start: start, End: end}
}

// firstDateIn reports whether a date begins in text[start:end].
func (r *reader) firstDateIn(start, end int) bool {
	d := firstIn(r.dates, start, func(x Date) int { return x.Start })
	return d < len(r.dates) && r.dates[d].Start < end
}

// headings tells what the amounts of a table are of.
func (r *reader) headings(g grid, out []Role) {
	for _, row := range g.rows {
		of := r.label(row[0])
		if r.isTotal(row[0]) {
			of = Phrase{}
		}
		for j, c := range row {
			if c.fact < 0 || j == 0 || !out[c.fact].About.None() && len(row) == 2 {
				continue
			}
			p := of
			if p.None() && j < len(g.head) && !r.isTotal(g.head[j]) {
				p = r.label(g.head[j])
			}
			out[c.fact].About = p
		}
	}
}

// isTotal reports whether a heading says that its row or column is a total: 계, 합계.
func (r *reader) isTotal(c cell) bool {
	return c.end > c.start && r.has("totals", strings.Join(strings.Fields(strings.Trim(r.text[c.start:c.end],
		" :-·○□▲△*")), ""))
}

// totals finds the parts of the totals of a table: first those of rows, then those of columns.
func (r *reader) totals(g grid, out []Role) {
	width := len(g.rows[0])
	for i, row := range g.rows {
		if !r.isTotal(row[0]) {
			continue
		}
		for j := 1; j < width; j++ {
			var parts []int
			for k, other := range g.rows {
				if k != i && !r.isTotal(other[0]) && j < len(other) && other[j].fact >= 0 {
					parts = append(parts, other[j].fact)
				}
			}
			if j < len(row) {
				r.adds(parts, row[j].fact, len(parts) == len(g.rows)-1, out)
			}
		}
	}
	if of := r.label(g.rows[0][0]); width == 2 && !of.None() && r.saysTotal(of) {
		r.list(g.rows, out)
	}
	for j := 1; j < len(g.head); j++ {
		if !r.isTotal(g.head[j]) {
			continue
		}
		for _, row := range g.rows {
			var parts []int
			for k := 1; k < width; k++ {
				if k != j && row[k].fact >= 0 {
					parts = append(parts, row[k].fact)
				}
			}
			r.adds(parts, row[j].fact, len(parts) == width-2, out)
		}
	}
}

// saysTotal reports whether a heading speaks of all there is: 총사업비, 전체 예산.
func (r *reader) saysTotal(p Phrase) bool {
	return strings.HasPrefix(r.text[p.Start:p.End], "총") || strings.HasPrefix(r.text[p.Start:p.End], "전체")
}

// list reads a total and its parts under it, a line each.
func (r *reader) list(rows [][]cell, out []Role) {
	var parts []int
	for _, row := range rows[1:] {
		if row[1].fact >= 0 {
			parts = append(parts, row[1].fact)
		}
	}
	r.adds(parts, rows[0][1].fact, false, out)
}

// adds notes that amounts are the parts of a total where they add up to it; where they are all there are and do not,
// the total is marked.
func (r *reader) adds(parts []int, whole int, all bool, out []Role) {
	if whole < 0 || len(parts) < 2 {
		return
	}
	w, sum := r.amounts[whole], number.New(0, 0)
	for _, p := range parts {
		if a := r.amounts[p]; a.Kind != w.Kind || a.Unit != w.Unit || a.Change || a.Kind == "percent" {
			return
		}
		sum = sum.Plus(r.amounts[p].Value)
	}
	if sum.Cmp(w.Value) != 0 {
		out[whole].Off = out[whole].Off || all
		return
	}
	for _, p := range parts {
		if out[p].Whole < 0 && p != whole && out[whole].Whole != p {
			out[p].Whole = whole
		}
	}
}
