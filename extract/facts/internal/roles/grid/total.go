package grid

import (
	"github.com/gisa-go/gisa/extract/facts/internal/roles/fact"
)

// headings tells what the amounts of a table are of.
func (r *reader) headings(g grid, out []fact.Role) {
	for _, row := range g.rows {
		of := r.label(row[0])
		if r.isTotal(row[0]) {
			of = fact.Phrase{}
		}
		for j, c := range row {
			if c.amount < 0 || j == 0 || !out[c.amount].About.None() && len(row) == 2 {
				continue
			}
			p := of
			if p.None() && j < len(g.head) && !r.isTotal(g.head[j]) {
				p = r.label(g.head[j])
			}
			out[c.amount].About = p
		}
	}
}

// totals finds the parts of the totals of a table: first those of rows, then those of columns.
func (r *reader) totals(g grid, out []fact.Role) {
	width := len(g.rows[0])
	for i, row := range g.rows {
		if !r.isTotal(row[0]) {
			continue
		}
		for j := 1; j < width; j++ {
			var parts []int
			for k, other := range g.rows {
				if k != i && !r.isTotal(other[0]) && j < len(other) && other[j].amount >= 0 {
					parts = append(parts, other[j].amount)
				}
			}
			if j < len(row) {
				fact.Adds(r.amounts, parts, row[j].amount, len(parts) == len(g.rows)-1, out)
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
				if k != j && row[k].amount >= 0 {
					parts = append(parts, row[k].amount)
				}
			}
			fact.Adds(r.amounts, parts, row[j].amount, len(parts) == width-2, out)
		}
	}
}

// list reads a total and its parts under it, a line each.
func (r *reader) list(rows [][]cell, out []fact.Role) {
	var parts []int
	for _, row := range rows[1:] {
		if row[1].amount >= 0 {
			parts = append(parts, row[1].amount)
		}
	}
	fact.Adds(r.amounts, parts, rows[0][1].amount, false, out)
}
