package grid

import (
	"strings"

	"github.com/gisa-go/gisa/extract/facts/internal/roles/fact"
)

// reader reads the tables of one text.
type reader struct {
	text    string
	amounts []fact.Amount
	dates   []fact.Date
	sums    map[string]bool // the headings of totals: 계, 합계
}

// cell is a cell of a table in plain text.
type cell struct {
	start, end int
	amount     int // which amount is all that it says; -1 for words
}

// lines gives the cells of each line that is not empty.
func (r *reader) lines() (lines [][]cell) {
	amount := 0
	for start := 0; start < len(r.text); {
		end := len(r.text)
		if n := strings.IndexByte(r.text[start:], '\n'); n >= 0 {
			end = start + n
		}
		if strings.TrimSpace(r.text[start:end]) != "" {
			var line []cell
			line, amount = r.cells(start, end, amount)
			lines = append(lines, line)
		}
		start = end + 1
	}
	return lines
}

// cells cuts the line text[start:end]; amount is the first amount that may begin there.
func (r *reader) cells(start, end, amount int) (line []cell, next int) {
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
		for amount < len(r.amounts) && r.amounts[amount].Start < from {
			amount++
		}
		c := cell{start: from, end: to, amount: -1}
		if amount < len(r.amounts) && r.amounts[amount].End <= to && r.fillsCell(amount) {
			c.amount = amount
		}
		if from < to {
			line = append(line, c)
		}
		start = stop + skip
	}
	return line, amount
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

// isAmount reports whether text[i:end] says an amount and nothing else.
func (r *reader) isAmount(i, end int) bool {
	a := fact.First(r.amounts, i)
	return a < len(r.amounts) && r.amounts[a].End <= end && strings.Trim(r.text[r.amounts[a].End:end],
		" ") == "" && r.fillsCell(a)
}
