package output

import (
	"encoding/csv"
	"io"
	"strings"
	"time"
	"unicode/utf8"

	"github.com/gisa-go/gisa/extract/facts"
)

// The columns of the table, by language of the headings.
var columns = map[string][]string{
	"en": {"file", "url", "title", "publisher", "published", "fact", "raw", "kind", "value", "max", "unit", "per", "bound",
		"approximate", "from", "to", "grain", "name", "rule", "context", "error"},
	"ko": {"파일", "주소", "제목", "매체", "게재일시", "구분", "원문", "종류", "값", "최댓값", "단위", "기준", "범위",
		"어림", "시작", "끝(미만)", "정밀도", "기관명", "규칙", "앞뒤 문맥", "오류"},
}

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

// NewCSV writes a table with a row a fact: times without an offset, and nothing that a spreadsheet would run as a
// formula. A page without facts and one that failed have a row of their own. Labels is the language of the headings,
// "ko" or "en".
func NewCSV(w io.Writer, labels string) Writer { return csvWriter{NewTable(w, columns[labels])} }

type csvWriter struct{ *Table }

func (c csvWriter) Write(l Line) error {
	page := []string{Cell(l.Name()), "", "", "", ""}
	text, found := l.Text, l.Facts
	if a := l.Article; a != nil {
		publisher := ""
		if a.Publisher != nil {
			publisher = a.Publisher.Name
		}
		page = []string{Cell(l.Name()), Cell(a.URL), Cell(a.Title), Cell(publisher), sheetTime(a.Published)}
		text, found = a.Text, a.Facts
	}
	rows := factRows(text, found)
	if l.Err != nil {
		rows = [][]string{append(make([]string, 15), Cell(l.Err.Error()))}
	} else if len(rows) == 0 {
		rows = [][]string{make([]string, 16)}
	}
	for _, row := range rows {
		if err := c.Row(append(page[:5:5], row...)...); err != nil {
			return err
		}
	}
	return nil
}

// factRows gives the columns from "fact" to "error" of each fact, in order of the text within each kind.
func factRows(text string, f facts.Facts) [][]string {
	var rows [][]string
	yes := map[bool]string{true: "1"}
	for _, a := range f.Amounts {
		rows = append(rows, []string{"amount", Cell(a.Raw), string(a.Kind), a.Value.String(), a.Max.String(), Cell(a.Unit), Cell(a.Per),
			string(a.Bound), yes[a.Approx], "", "", "", "", a.Rule, context(text, a.Span), ""})
	}
	for _, d := range f.Dates {
		rows = append(rows, []string{"date", Cell(d.Raw), "", "", "", "", "",
			string(d.Bound), yes[d.Approx], sheetTime(d.From), sheetTime(d.To), string(d.Grain), "", d.Rule, context(text, d.Span), ""})
	}
	for _, d := range f.Durations {
		rows = append(rows, []string{"duration", Cell(d.Raw), "", d.Value.String(), d.Max.String(), string(d.Unit), "",
			string(d.Bound), yes[d.Approx], "", "", "", "", d.Rule, context(text, d.Span), ""})
	}
	for _, o := range f.Organizations {
		rows = append(rows, []string{"organization", Cell(o.Raw), string(o.Type), "", "", "", "",
			"", "", "", "", "", Cell(o.Name), o.Rule, context(text, o.Span), ""})
	}
	return rows
}

func sheetTime(t time.Time) string {
	if t.IsZero() {
		return ""
	}
	return t.In(time.FixedZone("", 9*60*60)).Format("2006-01-02 15:04")
}

// context gives the words around a fact.
func context(text string, span facts.Span) string {
	const around = 60 // bytes, twenty syllables
	if span.Start < 0 || span.End > len(text) || span.Start > span.End {
		return ""
	}
	from, to := max(0, span.Start-around), min(len(text), span.End+around)
	for from < span.Start && !utf8.RuneStart(text[from]) {
		from++
	}
	for to < len(text) && !utf8.RuneStart(text[to]) {
		to++
	}
	return Cell(text[from:to])
}

// Cell makes words of a page fit a cell, and keeps a spreadsheet from taking them for a formula.
func Cell(s string) string {
	s = oneLine(s)
	if strings.IndexAny(s, "=+-@＝＋－＠") == 0 { // East Asian Excel takes the wide ones, too
		return "'" + s
	}
	return s
}
