package output

import (
	"encoding/json"
	"io"
)

// NewJSONLD writes a schema.org NewsArticle a line; a page that failed is a line with "error".
func NewJSONLD(w io.Writer) Writer {
	return jsonldWriter{jsonWriter{json.NewEncoder(w)}, w}
}

type jsonldWriter struct {
	jsonWriter // for pages that failed
	w          io.Writer
}

func (w jsonldWriter) Write(l Line) error {
	if l.Article == nil {
		return w.jsonWriter.Write(l)
	}
	b, err := l.Article.JSONLD()
	if err != nil {
		return err
	}
	_, err = w.w.Write(append(b, '\n'))
	return err
}
