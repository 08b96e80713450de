// Package workbook writes what the programs found as a workbook for spreadsheets: numbers, times and words are cells of
// their kind, so that no program guesses what 1/2 or 2.5% may be.
package workbook

import (
	"errors"
	"fmt"
	"io"
	"log/slog"
	"math"
	"strings"
	"time"
	"unicode/utf8"

	"github.com/xuri/excelize/v2"

	"github.com/gisa-go/gisa/examples/internal/output"
	"github.com/gisa-go/gisa/extract/facts"
)

// The limits of the format.
const (
	maxRows  = 1 << 20
	maxUnits = 32767 // of UTF-16 in a cell
	digits   = 15    // that a number keeps
)

// ErrTooManyRows is returned where a sheet would have more rows than the format allows.
var ErrTooManyRows = errors.New("more rows than a sheet of a workbook holds (1,048,576): use --csv or --sqlite")

// Book is a workbook under way. The parts of it that do not fit into memory are in temporary files until Close.
type Book struct {
	w      io.Writer
	file   *excelize.File
	sheets []*sheet
	day    int // the styles of cells with a day, with a time of day
	minute int
	cut    int // cells that were longer than a cell may be
	log    *slog.Logger
}

type sheet struct {
	output.Sheet
	stream *excelize.StreamWriter
	row    int
}

// New begins a workbook of the sheets, with headings in the language of labels, "ko" or "en". The log is told of what
// does not fit.
func New(w io.Writer, log *slog.Logger, labels string, sheets ...output.Sheet) (*Book, error) {
	b := &Book{w: w, file: excelize.NewFile(), log: log}
	heading, err := b.styles()
	if err != nil {
		return nil, errors.Join(err, b.Close())
	}
	for i, s := range sheets {
		if err := b.add(i, s, labels, heading); err != nil {
			return nil, errors.Join(fmt.Errorf("sheet %s: %w", s.Name, err), b.Close())
		}
	}
	return b, nil
}

func (b *Book) styles() (heading int, err error) {
	day, minute := "yyyy-mm-dd", "yyyy-mm-dd hh:mm"
	var errs [3]error
	heading, errs[0] = b.file.NewStyle(&excelize.Style{Font: &excelize.Font{Bold: true}})
	b.day, errs[1] = b.file.NewStyle(&excelize.Style{CustomNumFmt: &day})
	b.minute, errs[2] = b.file.NewStyle(&excelize.Style{CustomNumFmt: &minute})
	return heading, errors.Join(errs[:]...)
}

func (b *Book) add(i int, s output.Sheet, labels string, heading int) error {
	name := s.Name
	if labels == "ko" {
		name = s.Korean
	}
	if i == 0 {
		if err := b.file.SetSheetName("Sheet1", name); err != nil {
			return err
		}
	} else if _, err := b.file.NewSheet(name); err != nil {
		return err
	}
	stream, err := b.file.NewStreamWriter(name)
	if err != nil {
		return err
	}
	for n, c := range s.Columns {
		if err := stream.SetColWidth(n+1, n+1, max(c.Width, 10)); err != nil {
			return err
		}
	}
	freeze := &excelize.Panes{Freeze: true, YSplit: 1, TopLeftCell: "A2", ActivePane: "bottomLeft"}
	if err := stream.SetPanes(freeze); err != nil {
		return err
	}
	var cells []any
	for _, h := range s.Headings(labels) {
		cells = append(cells, excelize.Cell{StyleID: heading, Value: h})
	}
	b.sheets = append(b.sheets, &sheet{s, stream, 1})
	return stream.SetRow("A1", cells)
}

// Write adds the rows of a line to each sheet.
func (b *Book) Write(l output.Line) error {
	for _, s := range b.sheets {
		for _, row := range s.Rows(l) {
			if s.row++; s.row > maxRows {
				return fmt.Errorf("sheet %s: %w", s.Name, ErrTooManyRows)
			}
			cells := make([]any, len(row))
			for i, c := range row {
				cells[i] = b.cell(c)
			}
			if err := s.stream.SetRow(fmt.Sprintf("A%d", s.row), cells); err != nil {
				return err
			}
		}
	}
	return nil
}

// Flush writes the workbook.
func (b *Book) Flush() error {
	for _, s := range b.sheets {
		last, err := excelize.CoordinatesToCellName(len(s.Columns), s.row)
		if err != nil {
			return err
		}
		if err := s.stream.Flush(); err != nil {
			return err
		}
		if err := b.file.AutoFilter(s.stream.Sheet, "A1:"+last, nil); err != nil {
			return err
		}
	}
	if b.cut > 0 {
		b.log.Warn("a cell holds 32,767 characters: longer texts are cut and say so; --csv and --sqlite hold them whole",
			"texts", b.cut)
	}
	_, err := b.file.WriteTo(b.w)
	return err
}

// Close frees what the workbook holds.
func (b *Book) Close() error { return b.file.Close() }

// cell gives a cell its kind.
func (b *Book) cell(c any) any {
	switch c := c.(type) {
	case string:
		return b.words(strings.Join(strings.Fields(c), " "))
	case output.Long:
		return b.words(string(c))
	case bool:
		if !c {
			return nil
		}
		return true
	case facts.Decimal:
		return decimal(c)
	case time.Time:
		return b.moment(c)
	}
	return c
}

// words gives nil for none: an empty cell counts as filled.
func (b *Book) words(s string) any {
	s = strings.Map(func(r rune) rune {
		if r < ' ' && r != '\n' && r != '\t' || r == 0xfffe || r == 0xffff {
			return -1 // XML has no such characters
		}
		return r
	}, s)
	if s == "" {
		return nil
	}
	if len(s) <= maxUnits {
		return s
	}
	units := 0
	for _, r := range s {
		units += 1 + b2i(r > 0xffff)
	}
	if units <= maxUnits {
		return s
	}
	b.cut++
	return cut(s)
}

// cut shortens words to what a cell holds, and says so at their end.
func cut(s string) string {
	const note = " … (%d more characters: a cell holds no more)"
	units, left := 0, utf8.RuneCountInString(s)
	for i, r := range s {
		if units += 1 + b2i(r > 0xffff); units > maxUnits-len(note)-10 {
			return s[:i] + fmt.Sprintf(note, left)
		}
		left--
	}
	return s
}

func b2i(b bool) int {
	if b {
		return 1
	}
	return 0
}

// decimal is a number, or words where a number would lose digits.
func decimal(d facts.Decimal) any {
	if !d.Valid() {
		return nil
	}
	s := strings.TrimLeft(strings.Replace(strings.TrimPrefix(d.String(), "-"), ".", "", 1), "0")
	if len(strings.TrimRight(s, "0")) > digits {
		return d.String()
	}
	return d.Float64()
}

// moment is what a clock in Korea shows, as the number of a spreadsheet; where those have none, words.
func (b *Book) moment(t time.Time) any {
	if t.IsZero() {
		return nil
	}
	wall := t.In(time.FixedZone("", 9*60*60))
	if wall.Year() < 1901 || wall.Year() > 9999 {
		return output.WallClock(t)
	}
	epoch := time.Date(1899, 12, 30, 0, 0, 0, 0, wall.Location())
	seconds, style := wall.Unix()-epoch.Unix(), b.minute
	if seconds%86400 == 0 {
		style = b.day
	}
	return excelize.Cell{StyleID: style, Value: math.Round(float64(seconds)/86400*1e9) / 1e9}
}
