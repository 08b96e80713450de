package output

import (
	"bytes"
	"cmp"
	"encoding/json"
	"io"

	"github.com/gisa-go/gisa/extract"
	"github.com/gisa-go/gisa/extract/facts"
)

// Line is the answer for one input: of a page (Article is set), of a text (Article is nil), or Err.
type Line struct {
	File    string
	ID      string // the input's own name, else empty
	Article *extract.Article
	Text    string
	Facts   facts.Facts
	Err     error
}

// Name is what the input is called.
func (l Line) Name() string { return cmp.Or(l.ID, l.File) }

// Writer writes answers in one format. Flush ends the output.
type Writer interface {
	Write(Line) error
	Flush() error
}

// NewJSON writes a JSON object a line: an article's with the file it came from, a text's with its id.
func NewJSON(w io.Writer) Writer {
	enc := json.NewEncoder(w)
	enc.SetEscapeHTML(false)
	return jsonWriter{enc}
}

type jsonWriter struct{ *json.Encoder }

func (w jsonWriter) Flush() error { return nil }

func (w jsonWriter) Write(l Line) error {
	switch {
	case l.Err != nil && l.ID == "":
		return w.Encode(struct {
			File  string `json:"file"`
			Error string `json:"error"`
		}{l.File, l.Err.Error()})
	case l.Err != nil:
		return w.Encode(struct {
			File  string `json:"file,omitempty"`
			ID    string `json:"id"`
			Error string `json:"error"`
		}{l.File, l.ID, l.Err.Error()})
	case l.Article != nil:
		return w.Encode(struct {
			File string `json:"file"`
			ID   string `json:"id,omitempty"`
			*extract.Article
		}{l.File, l.ID, l.Article})
	}
	return w.Encode(struct {
		ID    string      `json:"id"`
		Facts facts.Facts `json:"facts"`
	}{l.Name(), l.Facts})
}

// oneLine makes a text fit a cell or a heading.
func oneLine(s string) string { return string(bytes.Join(bytes.Fields([]byte(s)), []byte(" "))) }
