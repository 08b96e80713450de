package duplicates

import (
	"encoding/json"
	"fmt"
	"io"
	"strconv"

	"github.com/gisa-go/gisa/dedupe"
	"github.com/gisa-go/gisa/examples/internal/output"
)

// formats are the flags that choose how clusters are written.
type formats struct {
	JSON   bool   `name:"json" xor:"format" help:"A JSON object a line (where results do not go to a terminal: the default)."`
	Text   bool   `xor:"format" help:"For reading (on a terminal: the default)."`
	CSV    bool   `name:"csv" xor:"format" help:"A table with one row a copy, as Excel opens it."`
	Labels string `enum:"ko,en" default:"ko" help:"Language of the table's headings: ko or en."`
	Color  string `enum:"auto,always,never" default:"auto" help:"Colours: auto, always or never. NO_COLOR is respected."`
}

type screen = output.Screen

// writer writes clusters in one format, and a line for each document that failed.
type writer interface {
	cluster(dedupe.Cluster) error
	failed(id string, err error) error
	flush() error
}

func (f formats) writer(w io.Writer, kept *spool, readable bool, s output.Screen) writer {
	switch {
	case f.CSV:
		return &table{output.NewTable(w, columns[f.Labels]), kept}
	case f.Text || readable && !f.JSON:
		return &pretty{w, s, kept}
	}
	enc := json.NewEncoder(w)
	enc.SetEscapeHTML(false)
	return lines{enc}
}

// lines writes lines of JSON.
type lines struct{ *json.Encoder }

func (l lines) cluster(c dedupe.Cluster) error {
	tidy(c.Copies)
	tidy(c.Related)
	if c.Copies == nil {
		c.Copies = []dedupe.Match{} // readers of JSON go through the list
	}
	return l.Encode(c)
}

func (l lines) failed(id string, err error) error {
	return l.Encode(struct {
		ID    string `json:"id"`
		Error string `json:"error"`
	}{id, err.Error()})
}

func (l lines) flush() error { return nil }

// tidy leaves out of matches what makes lines long.
func tidy(matches []dedupe.Match) {
	for i := range matches {
		m := &matches[i]
		m.Similarity, m.Containment, m.Passages = round(m.Similarity), round(m.Containment), nil
	}
}

// round keeps four digits: more would only make outputs differ.
func round(share float64) float64 {
	r, _ := strconv.ParseFloat(strconv.FormatFloat(share, 'f', 4, 64), 64)
	return r
}

// pretty writes for people.
type pretty struct {
	w    io.Writer
	s    output.Screen
	kept *spool
}

func (p *pretty) cluster(c dedupe.Cluster) error {
	row := func(sign, id, note string) {
		fmt.Fprintf(p.w, "%s %s\n    %s\n", sign, p.s.Bold(p.kept.title(id)), p.s.Dim(id+note))
	}
	row("●", c.Original, "")
	for _, m := range c.Copies {
		row("  ↳", m.ID, "  "+note(m))
	}
	for _, m := range c.Related {
		row("  ~", m.ID, "  "+note(m))
	}
	_, err := fmt.Fprintln(p.w)
	return err
}

func note(m dedupe.Match) string {
	return fmt.Sprintf("%s, %.0f %% in common", m.Kind, 100*m.Similarity)
}

func (p *pretty) failed(id string, err error) error {
	_, werr := fmt.Fprintf(p.w, "%s: %v\n\n", p.s.Red("✗ "+id), err)
	return werr
}

func (p *pretty) flush() error { return nil }

var columns = map[string][]string{
	"en": {"original", "original title", "copy", "copy title", "kind", "similarity", "containment", "error"},
	"ko": {"원본", "원본 제목", "중복", "중복 제목", "종류", "유사도", "포함도", "오류"},
}

// table writes a row a copy.
type table struct {
	*output.Table
	kept *spool
}

func (t *table) cluster(c dedupe.Cluster) error {
	for _, m := range append(c.Copies[:len(c.Copies):len(c.Copies)], c.Related...) {
		if err := t.Row(output.Cell(c.Original), output.Cell(t.kept.title(c.Original)), output.Cell(m.ID), output.Cell(t.kept.title(m.ID)),
			m.Kind.String(), fmt.Sprint(round(m.Similarity)), fmt.Sprint(round(m.Containment)), ""); err != nil {
			return err
		}
	}
	return nil
}

func (t *table) failed(id string, err error) error {
	return t.Row("", "", output.Cell(id), "", "", "", "", output.Cell(err.Error()))
}

func (t *table) flush() error { return t.Flush() }
