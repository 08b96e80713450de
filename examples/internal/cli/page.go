package cli

import (
	"errors"
	"fmt"

	"github.com/gisa-go/gisa/examples/internal/input"
	"github.com/gisa-go/gisa/examples/internal/output"
	"github.com/gisa-go/gisa/extract"
)

// Article extracts the article of one page. A page that makes the library panic fails alone.
func Article(item input.Item, opts *extract.Options) (line output.Line) {
	line = output.Line{File: item.File, ID: item.ID, Err: item.Err}
	if item.Err != nil {
		return line
	}
	defer func() {
		if p := recover(); p != nil {
			line.Article, line.Err = nil, fmt.Errorf("internal error, please report it with this page: %v", p)
		}
		if line.Err != nil {
			line.Err = told{line.Err}
		}
	}()
	page := extract.Page{URL: item.URL, ContentType: item.ContentType, Fetched: item.Fetched}
	if item.Kind == input.Text {
		line.Article, line.Err = extract.FromText(string(item.Data), page, opts)
	} else {
		line.Article, line.Err = extract.FromBytes(item.Data, page, opts)
	}
	if line.Article == nil && line.Err == nil {
		line.Err = errors.New("internal error: neither an article nor a reason")
	}
	return line
}
