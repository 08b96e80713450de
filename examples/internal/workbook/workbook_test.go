package workbook

import (
	"bytes"
	"log/slog"
	"strings"
	"testing"
	"time"

	"github.com/xuri/excelize/v2"

	"github.com/gisa-go/gisa/examples/internal/output"
	"github.com/gisa-go/gisa/extract"
	"github.com/gisa-go/gisa/extract/facts"
)

func read(t *testing.T, lines ...output.Line) (*excelize.File, string) {
	t.Helper()
	var out, log bytes.Buffer
	b, err := New(&out, slog.New(slog.NewTextHandler(&log, nil)), "ko", output.Articles, output.Facts)
	if err != nil {
		t.Fatal(err)
	}
	for _, l := range lines {
		if err := b.Write(l); err != nil {
			t.Fatal(err)
		}
	}
	if err := b.Flush(); err != nil {
		t.Fatal(err)
	}
	if err := b.Close(); err != nil {
		t.Fatal(err)
	}
	f, err := excelize.OpenReader(&out)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { f.Close() })
	return f, log.String()
}

// cells finds the cell below a heading in a row.
func cell(t *testing.T, f *excelize.File, sheet, heading string, row int) (raw string, kind excelize.CellType) {
	t.Helper()
	rows, err := f.GetRows(sheet)
	if err != nil {
		t.Fatal(err)
	}
	for i, h := range rows[0] {
		if h != heading {
			continue
		}
		name, _ := excelize.CoordinatesToCellName(i+1, row)
		raw, err := f.GetCellValue(sheet, name, excelize.Options{RawCellValue: true})
		if err != nil {
			t.Fatal(err)
		}
		kind, _ := f.GetCellType(sheet, name)
		return raw, kind
	}
	t.Fatalf("sheet %s has no column %s", sheet, heading)
	return "", 0
}

// Numbers are numbers, words are words, and what spreadsheets guess at stays what it is.
func TestCellsHaveTheirKind(t *testing.T) {
	korea := time.FixedZone("", 9*60*60)
	text := "-3.2%를 2022. 2. 23 1/2이 2.5%라고 =1+1 했다."
	views := 1284
	exact, err := facts.ParseDecimal("123456789012345678")
	if err != nil {
		t.Fatal(err)
	}
	half, _ := facts.ParseDecimal("2.5")
	f, _ := read(t, output.Line{File: "1/2", Article: &extract.Article{
		Title: "=1+1", Text: text, Views: &views, Published: extract.Time{Time: time.Date(2022, 2, 23, 17, 41, 0, 0, korea)},
		Modified: extract.Time{Time: time.Date(2022, 2, 24, 0, 0, 0, 0, time.UTC), Day: true},
		Facts: facts.Facts{
			Amounts: []facts.Amount{{Raw: "2.5%", Value: half, Unit: "%"}, {Raw: "큰 수", Value: exact, Approx: true}},
			Dates:   []facts.Date{{Raw: "옛날", From: time.Date(1592, 5, 23, 0, 0, 0, 0, korea), To: time.Date(2022, 2, 23, 15, 0, 0, 0, time.UTC)}},
		},
	}})
	for _, c := range []struct {
		sheet, heading string
		row            int
		want           string
		words          bool
	}{
		{"기사", "파일", 2, "1/2", true}, {"기사", "제목", 2, "=1+1", true}, {"기사", "본문", 2, text, true},
		{"기사", "조회수", 2, "1284", false}, {"기사", "게재일시", 2, "44615.736805556", false}, {"기사", "수정일시", 2, "44616", false},
		{"사실", "값", 2, "2.5", false}, {"사실", "값", 3, "123456789012345678", true}, {"사실", "어림", 3, "1", false},
		{"사실", "원문", 2, "2.5%", true}, {"사실", "시작", 4, "1592-05-23", true}, {"사실", "끝(미만)", 4, "44616", false},
	} {
		raw, kind := cell(t, f, c.sheet, c.heading, c.row)
		words := kind == excelize.CellTypeInlineString || kind == excelize.CellTypeSharedString
		if raw != c.want || words != c.words {
			t.Errorf("%s %s %d: %q, words %v", c.sheet, c.heading, c.row, raw, words)
		}
	}
	if shown, _ := f.GetCellValue("기사", "J2"); shown != "2022-02-23 17:41" {
		t.Errorf("the time shows as %q", shown)
	}
}

// A cell holds 32,767 units: what is longer says that it is cut, and so does the log.
func TestLongTextsSayThatTheyAreCut(t *testing.T) {
	for _, letter := range []string{"가", "𝒳"} {
		text := strings.Repeat(letter, 40000)
		f, log := read(t, output.Line{File: "a", Article: &extract.Article{Text: text}},
			output.Line{File: "b", Article: &extract.Article{Text: "글\x00\x1b"}})
		got, _ := cell(t, f, "기사", "본문", 2)
		kept, note, _ := strings.Cut(got, " …")
		if !strings.HasPrefix(text, kept) || !strings.Contains(note, "more characters") || len(kept) < 30000 {
			t.Errorf("the text ends in %q", got[max(0, len(got)-60):])
		}
		if !strings.Contains(log, "texts=1") {
			t.Errorf("the log says %q", log)
		}
		if got, _ := cell(t, f, "기사", "본문", 3); got != "글" {
			t.Errorf("control characters: %q", got)
		}
	}
}
