// Package grid reads tables and lists in plain text: what their amounts are of, and which are the parts of a total.
//
// A table is seen in plain text where its cells stand in lines of their own, as in the text of a page (국비, 10억원,
// 시비, 5억원), or in lines whose cells a tab, a bar or several blanks part. What its amounts are of is the heading of
// their row, else that of their column; a row or column of totals is one where its heading says so and the sum agrees.
//
// # Files
//
//	grid.go   Read
//	total.go  what the amounts of a table are of, and what adds up
//	table.go  the tables among lines of cells
//	label.go  headings
//	cell.go   the text as lines of cells
package grid

import "github.com/gisa-go/gisa/extract/facts/internal/roles/fact"

// fewestCells is how many amounts have a cell of their own in what is taken for a table.
const fewestCells = 2

// Read adds to the roles of the amounts what the tables of the text say of them. The amounts and dates are in order;
// totals are the headings of a total.
func Read(text string, amounts []fact.Amount, dates []fact.Date, totals map[string]bool, out []fact.Role) {
	r := reader{text: text, amounts: amounts, dates: dates, sums: totals}
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
