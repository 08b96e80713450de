package peers

import (
	"bytes"
	"io"
	"net/url"
	"path/filepath"
	"strings"
	"testing"
	"unicode/utf8"

	readeck "codeberg.org/readeck/go-readability/v2"
	shiori "github.com/go-shiori/go-readability"
	distiller "github.com/markusmobius/go-domdistiller"
	"github.com/markusmobius/go-trafilatura"
	"golang.org/x/net/html"
	"golang.org/x/net/html/charset"

	"github.com/gisa-go/gisa/extract"
	"github.com/gisa-go/gisa/internal/corpus"
)

var address, _ = url.Parse("https://www.haeram.example/news/1")

// pages reads the dev pages.
func pages(t testing.TB) (list [][]byte) {
	t.Helper()
	root := corpus.Path(t, "pages")
	files, _ := filepath.Glob(filepath.Join(root, "*", "html", "*.html.gz"))
	for _, name := range files {
		if strings.Contains(name, "trafeval") {
			continue
		}
		page, err := filepath.Rel(root, name)
		if err != nil {
			t.Fatal(err)
		}
		list = append(list, corpus.Bytes(t, "pages", page))
	}
	if len(list) == 0 {
		t.Fatal("no pages in ", root)
	}
	return list
}

// parse decodes and parses a page, as every extractor must.
func parse(b []byte) *html.Node {
	if !utf8.Valid(b) {
		enc, _, _ := charset.DetermineEncoding(b, "")
		b, _ = enc.NewDecoder().Bytes(b)
	}
	root, err := html.Parse(bytes.NewReader(b))
	if err != nil {
		return &html.Node{Type: html.DocumentNode}
	}
	return root
}

// floor is the least work that any extractor does: decode, parse, write all text.
func floor(b []byte) int {
	var text strings.Builder
	for n := range parse(b).Descendants() {
		if n.Type == html.TextNode {
			text.WriteString(n.Data)
		}
	}
	return text.Len()
}

// extractors are the contenders, each on the bytes of one page. gisa decodes by itself; the peers get a tree that was
// decoded and parsed as the floor does it, since their own readers cost more.
var extractors = []struct {
	name string
	run  func(b []byte)
}{
	{"decode + parse + text (floor)", func(b []byte) { floor(b) }},
	{"gisa, facts off", func(b []byte) {
		extract.FromBytes(b, extract.Page{URL: address.String()}, &extract.Options{SkipFacts: true})
	}},
	{"gisa, facts on", func(b []byte) { extract.FromBytes(b, extract.Page{URL: address.String()}, nil) }},
	{"readeck/go-readability", func(b []byte) {
		if a, err := readeck.FromDocument(parse(b), address); err == nil && a.Node != nil {
			a.RenderText(io.Discard)
		}
	}},
	{"go-shiori/go-readability", func(b []byte) { shiori.FromDocument(parse(b), address) }},
	{"go-domdistiller", func(b []byte) { distiller.Apply(parse(b), &distiller.Options{OriginalURL: address}) }},
	{"go-trafilatura, fast", func(b []byte) {
		trafilatura.ExtractDocument(parse(b), trafilatura.Options{OriginalURL: address})
	}},
	{"go-trafilatura, full", func(b []byte) {
		trafilatura.ExtractDocument(parse(b), trafilatura.Options{OriginalURL: address, EnableFallback: true})
	}},
}

// TestExtract prints what the extractors cost on the dev pages.
func TestExtract(t *testing.T) {
	list := pages(t)
	var contenders []contender
	for _, e := range extractors {
		contenders = append(contenders, contender{e.name, func() {
			for _, b := range list {
				e.run(b)
			}
		}})
	}
	table(t, len(list), contenders)
}

func BenchmarkExtract(b *testing.B) {
	list := pages(b)
	size := 0
	for _, p := range list {
		size += len(p)
	}
	for _, e := range extractors {
		b.Run(e.name, func(b *testing.B) {
			b.SetBytes(int64(size))
			b.ReportAllocs()
			for b.Loop() {
				for _, p := range list {
					e.run(p)
				}
			}
		})
	}
}
