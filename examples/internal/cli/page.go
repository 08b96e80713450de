package cli

import (
	"errors"
	"fmt"
	"strings"

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
	item = input.AsPage(item)
	page := extract.Page{URL: item.URL, ContentType: item.ContentType, Fetched: item.Fetched}
	if item.Kind == input.Text {
		line.Article, line.Err = extract.FromText(string(item.Data), page, opts)
	} else {
		line.Article, line.Err = extract.FromBytes(item.Data, page, opts)
	}
	if line.Article == nil && line.Err == nil {
		line.Err = errors.New("internal error: neither an article nor a reason")
	}
	if line.Article != nil {
		line.Article.Images = besideImages(line.Article.Images)
	}
	return line
}

// besideImages gives pictures that were saved with the page the name of their file; one inside of the page has none.
func besideImages(images []extract.Image) []extract.Image {
	kept := images[:0]
	for _, i := range images {
		if name, ok := strings.CutPrefix(i.URL, input.Local); ok {
			i.URL = name
		}
		if i.URL != "" || i.Caption != "" {
			kept = append(kept, i)
		}
	}
	return kept
}
