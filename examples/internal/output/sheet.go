package output

import (
	"strings"
	"time"
	"unicode/utf8"

	"github.com/gisa-go/gisa/extract"
	"github.com/gisa-go/gisa/extract/facts"
)

// Sheet is a table's shape. Its cells are strings, ints, bools, Decimals and times; nil is an empty cell.
type Sheet struct {
	Name, Korean string
	Columns      []Column
	Rows         func(Line) [][]any
}

// Column has a heading in both languages.
type Column struct {
	Name, Korean string
	Width        float64 // in characters of a spreadsheet; 0 is narrow
}

// Headings are the columns' names, in Korean where labels is "ko".
func (s Sheet) Headings(labels string) []string {
	var names []string
	for _, c := range s.Columns {
		if labels == "ko" {
			names = append(names, c.Korean)
		} else {
			names = append(names, c.Name)
		}
	}
	return names
}

// Articles is the sheet with a row an article; what failed has a row with its reason.
var Articles = Sheet{Name: "articles", Korean: "기사", Rows: articleRows, Columns: []Column{
	{"file", "파일", 24}, {"url", "주소", 24}, {"title", "제목", 48}, {"subtitle", "부제", 24}, {"section", "면", 0},
	{"authors", "기자", 16}, {"emails", "전자우편", 20}, {"publisher", "매체", 16}, {"source", "출처", 16},
	{"published", "게재일시", 16}, {"modified", "수정일시", 16}, {"views", "조회수", 0}, {"comments", "댓글수", 0},
	{"characters", "글자수", 0}, {"paragraphs", "문단수", 0}, {"images", "사진수", 0}, {"amounts", "수치 수", 0},
	{"dates", "날짜 수", 0}, {"organizations", "기관 수", 0}, {"text", "본문", 60}, {"error", "오류", 0},
}}

// Facts is the sheet with a row a fact; an article without facts and one that failed have a row of their own.
var Facts = Sheet{Name: "facts", Korean: "사실", Rows: factRows, Columns: []Column{
	{"file", "파일", 24}, {"url", "주소", 24}, {"title", "제목", 32}, {"authors", "기자", 16}, {"publisher", "매체", 16},
	{"source", "출처", 16}, {"published", "게재일시", 16}, {"fact", "구분", 12}, {"raw", "원문", 16}, {"about", "무엇", 16},
	{"kind", "종류", 0}, {"value", "값", 16}, {"max", "최댓값", 16}, {"unit", "단위", 0}, {"per", "기준", 0}, {"part of", "전체", 0}, {"parts off", "합 불일치", 0},
	{"change", "증감", 0}, {"bound", "범위", 0},
	{"approximate", "어림", 0}, {"from", "시작", 16}, {"to", "끝(미만)", 16}, {"grain", "정밀도", 0}, {"name", "기관명", 16},
	{"confidence", "확신도", 0}, {"rule", "규칙", 0}, {"sentence", "문장", 60}, {"error", "오류", 0},
}}

func articleRows(l Line) [][]any {
	a := l.Article
	if l.Err != nil || a == nil {
		row := make([]any, 21)
		row[0] = l.Name()
		if l.Err != nil {
			row[20] = l.Err.Error()
		}
		return [][]any{row}
	}
	return [][]any{{l.Name(), a.URL, a.Title, a.Subtitle, a.Section, Authors(a), mails(a), outletName(a.Publisher), outletName(a.Source),
		Moment(a.Published), Moment(a.Modified), number(a.Views), number(a.Comments),
		utf8.RuneCountInString(a.Text), len(a.Paragraphs), len(a.Images), len(a.Facts.Amounts),
		len(a.Facts.Dates), len(a.Facts.Organizations), Long(a.Text), nil}}
}

// Long is words that keep their lines.
type Long string

// Authors are the names with their roles, parted by semicolons.
func Authors(a *extract.Article) string {
	var names []string
	for _, p := range a.Authors {
		names = append(names, strings.TrimSpace(p.Name+" "+p.Role))
	}
	return strings.Join(names, "; ")
}

func mails(a *extract.Article) string {
	var mails []string
	for _, p := range a.Authors {
		if p.Email != "" {
			mails = append(mails, p.Email)
		}
	}
	return strings.Join(mails, "; ")
}

func outletName(o *extract.Outlet) string {
	if o == nil {
		return ""
	}
	return o.Name
}

func number(n *int) any {
	if n == nil {
		return nil
	}
	return *n
}

func factRows(l Line) [][]any {
	page := []any{l.Name(), nil, nil, nil, nil, nil, nil}
	text, found := l.Text, l.Facts
	if a := l.Article; a != nil {
		page = []any{l.Name(), a.URL, a.Title, Authors(a), outletName(a.Publisher), outletName(a.Source), Moment(a.Published)}
		text, found = a.Text, a.Facts
	}
	rows := factCells(text, found)
	if l.Err != nil {
		rows = [][]any{append(make([]any, 20), l.Err.Error())}
	} else if len(rows) == 0 {
		rows = [][]any{make([]any, 21)}
	}
	for i, row := range rows {
		rows[i] = append(page[:len(page):len(page)], row...)
	}
	return rows
}

// factCells gives the columns from "fact" to "error" of each fact, in order of the text within each kind.
func factCells(text string, f facts.Facts) [][]any {
	var rows [][]any
	for _, a := range f.Amounts {
		rows = append(rows, []any{"amount", a.Raw, a.About.Raw, string(a.Kind), a.Value, a.Max, a.Unit, a.Per, Whole(text, a),
			flag(a.PartsOff), string(a.Change), string(a.Bound), a.Approx || a.Vague,
			nil, nil, nil, nil, nil, a.Rule, Sentence(text, a.Span), nil})
	}
	for _, d := range f.Dates {
		rows = append(rows, []any{"date", d.Raw, d.Event.Lemma, nil, nil, nil, nil, nil, nil, nil, nil, string(d.Bound), d.Approx,
			d.From, d.To, string(d.Grain), nil, nil, d.Rule, Sentence(text, d.Span), nil})
	}
	for _, d := range f.Durations {
		rows = append(rows, []any{"duration", d.Raw, nil, nil, d.Value, d.Max, string(d.Unit), nil, nil, nil, nil, string(d.Bound), d.Approx,
			nil, nil, nil, nil, nil, d.Rule, Sentence(text, d.Span), nil})
	}
	for _, o := range f.Organizations {
		rows = append(rows, []any{"organization", o.Raw, nil, string(o.Type), nil, nil, nil, nil, nil, nil, nil, nil, nil,
			nil, nil, nil, o.Name, o.Confidence, o.Rule, Sentence(text, o.Span), nil})
	}
	return rows
}

// flag is true, or an empty cell.
func flag(set bool) any {
	if !set {
		return nil
	}
	return true
}

// Whole is the amount that one is a part of, as written, else empty.
func Whole(text string, a facts.Amount) string {
	if s := a.PartOf; 0 <= s.Start && s.Start < s.End && s.End <= len(text) {
		return s.In(text)
	}
	return ""
}

// korea is the zone of the times in tables: spreadsheets know no zones.
var korea = time.FixedZone("", 9*60*60)

// Moment is a time of an article as the cell of a table: a day is its midnight in Korea.
func Moment(t extract.Time) time.Time {
	if !t.Day || t.IsZero() {
		return t.Time
	}
	y, m, d := t.Date()
	return time.Date(y, m, d, 0, 0, 0, 0, korea)
}

// WallClock is what a clock in Korea shows at the time: a day alone where it is midnight, since pages that say only the
// day have that.
func WallClock(t time.Time) string {
	if t.IsZero() {
		return ""
	}
	if t = t.In(korea); isMidnight(t) {
		return t.Format(time.DateOnly)
	}
	return t.Format("2006-01-02 15:04")
}
