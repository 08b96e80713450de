package output

import (
	"encoding/csv"
	"fmt"
	"io"
	"regexp"
	"strconv"
	"strings"
	"time"

	"github.com/gisa-go/gisa/extract/facts"
)

// Table is a table for spreadsheets: with a byte order mark (without it Excel reads Korean as CP949) and CRLF.
type Table struct {
	w       io.Writer
	csv     *csv.Writer
	columns []string // until they are written
}

// NewTable begins a table with a row of headings.
func NewTable(w io.Writer, columns []string) *Table {
	out := csv.NewWriter(w)
	out.UseCRLF = true
	return &Table{w, out, columns}
}

// Row writes a row.
func (t *Table) Row(cells ...string) error {
	if err := t.begin(); err != nil {
		return err
	}
	return t.csv.Write(cells)
}

func (t *Table) begin() error {
	if t.columns == nil {
		return nil
	}
	headings := t.columns
	t.columns = nil
	if _, err := io.WriteString(t.w, "\ufeff"); err != nil {
		return err
	}
	return t.csv.Write(headings)
}

// Flush ends the table.
func (t *Table) Flush() error {
	if err := t.begin(); err != nil {
		return err
	}
	t.csv.Flush()
	return t.csv.Error()
}

// NewCSV writes a sheet as a table: times as clocks in Korea show them, and nothing that a spreadsheet would run as a
// formula. Labels is the language of the headings, "ko" or "en".
func NewCSV(w io.Writer, sheet Sheet, labels string) Writer {
	return csvWriter{NewTable(w, sheet.Headings(labels)), sheet}
}

type csvWriter struct {
	*Table
	sheet Sheet
}

func (c csvWriter) Write(l Line) error {
	for _, row := range c.sheet.Rows(l) {
		cells := make([]string, len(row))
		for i, cell := range row {
			cells[i] = csvCell(cell)
		}
		if err := c.Row(cells...); err != nil {
			return err
		}
	}
	return nil
}

func csvCell(cell any) string {
	switch cell := cell.(type) {
	case nil:
		return ""
	case string:
		return Cell(cell)
	case Long:
		return guarded(string(cell))
	case bool:
		if !cell {
			return ""
		}
		return "1"
	case float64:
		return strconv.FormatFloat(cell, 'f', -1, 64)
	case facts.Decimal:
		return cell.String()
	case time.Time:
		return WallClock(cell)
	}
	return fmt.Sprint(cell)
}

// Cell makes words of a page fit a cell, and keeps a spreadsheet from taking them for a formula.
func Cell(s string) string { return guarded(oneLine(s)) }

// plainNumber is what a spreadsheet takes for a number although it begins as a formula may.
var plainNumber = regexp.MustCompile(`^[-+][0-9][0-9.,]*%?$`)

func guarded(s string) string {
	if strings.IndexAny(s, "=+-@＝＋－＠\t\r") == 0 && !plainNumber.MatchString(s) { // East Asian Excel takes the wide ones, too
		return "'" + s
	}
	return s
}
