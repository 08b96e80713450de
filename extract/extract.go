package extract

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"strings"

	"github.com/PuerkitoBio/goquery"
	"golang.org/x/net/html"

	"github.com/gisa-go/gisa/extract/internal/body"
	"github.com/gisa-go/gisa/extract/internal/document"
	"github.com/gisa-go/gisa/extract/internal/dump"
)

// FromBytes extracts the article of an HTML page. It does not keep or change b. The errors are ErrNotText for empty
// and binary input, ErrTooLarge, ErrNoArticle for a page whose text is no article, and ErrPanic for a fault of this
// library; each names page.URL.
func FromBytes(b []byte, page Page, opts *Options) (*Article, error) {
	opts = opts.orDefault()
	a, err := guard(func() (*Article, error) { return fromBytes(b, page, opts) })
	return a, page.wrap(err)
}

// FromReader extracts the article of an HTML page. It does not close r.
func FromReader(r io.Reader, page Page, opts *Options) (*Article, error) {
	opts = opts.orDefault()
	b, err := io.ReadAll(io.LimitReader(r, opts.limit()+1))
	if err != nil {
		return nil, page.wrap(fmt.Errorf("reading: %w", err))
	}
	a, err := guard(func() (*Article, error) { return fromBytes(b, page, opts) })
	return a, page.wrap(err)
}

// FromNode extracts the article of a parsed page. It does not change root.
func FromNode(root *html.Node, page Page, opts *Options) (*Article, error) {
	if root == nil {
		return nil, page.wrap(ErrNoArticle)
	}
	a, err := guard(func() (*Article, error) { return fromNode(root, page, opts.orDefault()) })
	return a, page.wrap(err)
}

// FromDocument extracts the article of a page that goquery has parsed. It does not change doc. Where page.URL is
// empty, doc.Url is the page's address. The errors are those of FromBytes.
func FromDocument(doc *goquery.Document, page Page, opts *Options) (*Article, error) {
	if doc == nil || doc.Selection == nil || len(doc.Nodes) == 0 {
		return nil, page.wrap(ErrNoArticle)
	}
	if page.URL == "" && doc.Url != nil {
		page.URL = doc.Url.String()
	}
	return FromNode(doc.Nodes[0], page, opts)
}

// FromText extracts the article of a page's text dump: what a browser's "save as text" or a crawler's text field
// holds. Header lines (title, 작성자, 조회, 작성일 …), the credited source and what follows the article are read, not kept in
// the text. A text that looks like no article (an obituary, appointments, an agenda) is one all the same, with all its
// lines: the error is never ErrNoArticle.
func FromText(text string, page Page, opts *Options) (*Article, error) {
	opts = opts.orDefault()
	if int64(len(text)) > opts.limit() {
		return nil, page.wrap(ErrTooLarge)
	}
	a, err := guard(func() (*Article, error) { return fromText(text, page, opts) })
	return a, page.wrap(err)
}

func fromBytes(b []byte, page Page, opts *Options) (*Article, error) {
	if int64(len(b)) > opts.limit() {
		return nil, ErrTooLarge
	}
	d, ok := document.Decode(b, page.ContentType)
	switch {
	case !ok:
		return nil, ErrNotText
	case len(bytes.TrimSpace(d.Text)) == 0:
		return nil, errEmpty
	}
	root, err := document.Parse(d.Text)
	if err != nil {
		return nil, err
	}
	a, err := fromNode(root, page, opts)
	if err == nil && d.Lossy {
		a.Evidence = append(a.Evidence, Evidence{Field: "text", From: "encoding",
			Raw: d.Label + " with bytes that it does not have"})
	}
	return a, err
}

func fromText(text string, page Page, opts *Options) (*Article, error) {
	switch {
	case strings.IndexByte(text, 0) >= 0:
		return nil, ErrNotText
	case strings.TrimSpace(text) == "":
		return nil, errEmpty
	}
	text = strings.ToValidUTF8(text, "\uFFFD")
	root, plain := dump.Page(text)
	if root != nil {
		if a, err := readNode(root, page, opts, body.Running); !errors.Is(err, ErrNoArticle) {
			return a, err
		}
	}
	if !plain {
		root = dump.Plain(text)
	}
	a, err := readNode(root, page, opts, body.Whole)
	if errors.Is(err, ErrNoArticle) { // it has nothing but marks that are not seen
		err = errEmpty
	}
	return a, err
}
