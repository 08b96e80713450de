package cli

import (
	"context"
	"errors"
	"iter"
	"strings"

	"github.com/gisa-go/gisa/examples/internal/input"
	"github.com/gisa-go/gisa/examples/internal/output"
	"github.com/gisa-go/gisa/extract"
)

// Articles extracts the articles of items, several at a time, in their order. known returns the article that an item is
// already, nil where it is a page. A page that makes the library panic fails alone. When ctx ends it returns at once.
func Articles(
	ctx context.Context, items iter.Seq[input.Item], known func(input.Item) *extract.Article, opts *extract.Options,
) iter.Seq2[input.Item, output.Line] {
	type key struct {
		item    input.Item
		article *extract.Article
	}
	return func(yield func(input.Item, output.Line) bool) {
		in := func(yield func(key, extract.Input) bool) {
			for item := range items {
				k, page := key{item: item, article: known(item)}, extract.Input{}
				if k.article == nil {
					page = asInput(item)
				}
				if !yield(k, page) {
					return
				}
			}
		}
		for k, r := range extract.All(ctx, in, opts) {
			line := output.Line{File: k.item.File, ID: k.item.ID, Article: k.article}
			if k.article == nil {
				line = lineOf(k.item, r.Article, r.Err)
			}
			if !yield(k.item, line) {
				return
			}
		}
	}
}

// Article extracts the article of one page. A page that makes the library panic fails alone.
func Article(item input.Item, opts *extract.Options) output.Line {
	in := asInput(item)
	if in.HTML != nil {
		a, err := extract.FromBytes(in.HTML, in.Page, opts)
		return lineOf(item, a, err)
	}
	a, err := extract.FromText(in.Text, in.Page, opts)
	return lineOf(item, a, err)
}

// asInput returns an item as the library reads it; nothing for one that could not be read.
func asInput(item input.Item) extract.Input {
	if item.Err != nil {
		return extract.Input{}
	}
	item = input.AsPage(item)
	in := extract.Input{Page: extract.Page{URL: item.URL, ContentType: item.ContentType, Fetched: item.Fetched}}
	if item.Kind == input.Text {
		in.Text = string(item.Data)
	} else if in.HTML = item.Data; in.HTML == nil {
		in.HTML = []byte{}
	}
	return in
}

// lineOf returns what is told of an item.
func lineOf(item input.Item, a *extract.Article, err error) output.Line {
	line := output.Line{File: item.File, ID: item.ID, Article: a, Err: item.Err}
	switch {
	case item.Err != nil:
		line.Article = nil
	case errors.Is(err, extract.ErrPanic): // the stack is for those who ask
		first, _, _ := strings.Cut(err.Error(), "\n")
		line.Err = told{errors.New(first)}
	case err != nil:
		line.Err = told{err}
	case a != nil:
		a.Images = besideImages(a.Images)
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
