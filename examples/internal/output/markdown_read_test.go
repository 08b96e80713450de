package output

import (
	"bytes"
	"compress/gzip"
	"io"
	"net/url"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/PuerkitoBio/goquery"
	"github.com/yuin/goldmark"
	"github.com/yuin/goldmark/extension"
	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"

	"github.com/gisa-go/gisa/extract"
	"github.com/gisa-go/gisa/internal/corpus"
	"github.com/gisa-go/gisa/internal/markdown"
	"github.com/gisa-go/gisa/internal/race"
)

// reader reads Markdown as GitHub and Hugo do.
var reader = goldmark.New(goldmark.WithExtensions(extension.GFM))

// readMarkdown returns what a reader of Markdown sees.
func readMarkdown(t *testing.T, text string) *goquery.Document {
	t.Helper()
	var b bytes.Buffer
	if err := reader.Convert([]byte(text), &b); err != nil {
		t.Fatal(err)
	}
	doc, err := goquery.NewDocumentFromReader(&b)
	if err != nil {
		t.Fatal(err)
	}
	return doc
}

// said is the text of a selection without white space, and without what one of both sides leaves out.
func said(s *goquery.Selection) string {
	return strings.Join(strings.Fields(s.Text()), "")
}

// targets are the addresses that links lead to, other than those that are said.
func targets(s *goquery.Selection) (list []string) {
	s.Find("a[href]").Each(func(_ int, a *goquery.Selection) {
		href, _ := a.Attr("href")
		if said(a) != "" && !strings.Contains(a.Text(), ".") { // addresses in the text lead to themselves
			if plain, err := url.PathUnescape(href); err == nil {
				href = plain
			}
			list = append(list, href)
		}
	})
	return list
}

// checkMarkdown holds that a reader of Markdown sees the body: its words, headings, items, quotations, links.
func checkMarkdown(t *testing.T, name string, a *extract.Article) {
	t.Helper()
	bare := extract.Article{Text: a.Text, Body: a.Body}
	text := bare.Markdown()
	got, want := readMarkdown(t, text), a.Body.Selection().Clone()
	want.Find("rt").Each(func(_ int, rt *goquery.Selection) { // told in brackets
		if rt.Siblings().Filter("rp").Length() == 0 {
			rt.SetText("(" + rt.Text() + ")")
		}
	})
	want.Find("td li, th li").PrependHtml("• ")
	if g, w := said(got.Selection), said(want); g != w {
		t.Errorf("%s: Markdown says another text:\n%s", name, difference(w, g))
		return
	}
	for kind, plain := range map[string]string{"li": "li", "h2, h3, h4, h5, h6": "h1, h2, h3, h4, h5, h6", "pre": "pre",
		"table": "table:not(:has(table))"} {
		g := got.Find(kind).FilterFunction(saysSomething)
		w := want.Find(plain).FilterFunction(saysSomething).Not("table:not(:has(table)) *") // cells are one line
		if g.Length() != w.Length() {
			t.Errorf("%s: %d %s in Markdown, %d in the body", name, g.Length(), kind, w.Length())
		}
	}
	for i, href := range targets(want) {
		if g := targets(got.Selection); i >= len(g) || g[i] != href {
			t.Errorf("%s: link %d leads to %q", name, i, href)
			break
		}
	}
}

func saysSomething(_ int, s *goquery.Selection) bool { return said(s) != "" }

func difference(want, got string) string {
	i := 0
	for i < len(want) && i < len(got) && want[i] == got[i] {
		i++
	}
	from := max(0, i-60)
	return "want …" + want[from:min(len(want), i+60)] + "…\ngot  …" + got[from:min(len(got), i+60)] + "…"
}

// TestMarkdownIsReadAsTheBody on the pages of testdata and of the development corpora.
func TestMarkdownIsReadAsTheBody(t *testing.T) {
	files, err := filepath.Glob("../../../testdata/pages/*/*.html")
	if err != nil || len(files) == 0 {
		t.Fatalf("no pages: %v", err)
	}
	for name, page := range corpusPages(t, files) {
		a, err := extract.FromBytes(page, extract.Page{URL: "https://www.haeram.example/news/1"},
			&extract.Options{Body: true, SkipFacts: true})
		if err == nil {
			checkMarkdown(t, name, a)
		}
	}
}

// corpusPages yields the pages of files, and those of the development corpora where they are.
func corpusPages(t *testing.T, files []string) func(yield func(string, []byte) bool) {
	if dir := corpus.Dir(); dir != "" && !race.Detector {
		more, _ := filepath.Glob(filepath.Join(dir, "pages", "*", "html", "*.gz"))
		files = slices.Concat(files, more)
	}
	return func(yield func(string, []byte) bool) {
		for _, file := range files {
			b, err := os.ReadFile(file)
			if err == nil && strings.HasSuffix(file, ".gz") {
				b, err = unpacked(b)
			}
			if err != nil {
				t.Fatal(err)
			}
			if !yield(file, b) {
				return
			}
		}
	}
}

func unpacked(b []byte) ([]byte, error) {
	z, err := gzip.NewReader(bytes.NewReader(b))
	if err != nil {
		return nil, err
	}
	return io.ReadAll(z)
}

// FuzzMarkdownIsRead: whatever the words of a page are, a reader of Markdown sees just them.
func FuzzMarkdownIsRead(f *testing.F) {
	f.Add("1. 해람시는 *축제*를 <b>연다", "“가을”", "# 은 a_b@daon.example 로")
	f.Add("- [x] ~~", "https://haeram.example/a_b?c=1&d=(2)", "||---| :--")
	f.Add("&amp; \\ `` ` $x$ ==", "**", "_+\r\n=== ")
	f.Fuzz(func(t *testing.T, before, bold, after string) {
		for _, s := range []string{before, bold, after} {
			if strings.ContainsFunc(s, func(r rune) bool { return r < ' ' && r != '\n' || r == 0x7F }) || !utf8.ValidString(s) {
				t.Skip()
			}
		}
		text := func(s string) *html.Node { return &html.Node{Type: html.TextNode, Data: s} }
		b := &html.Node{Type: html.ElementNode, Data: "b", DataAtom: atom.B}
		b.AppendChild(text(bold))
		p := &html.Node{Type: html.ElementNode, Data: "p", DataAtom: atom.P}
		p.AppendChild(text(before))
		p.AppendChild(b)
		p.AppendChild(text(after))
		root := &html.Node{Type: html.ElementNode, Data: "div", DataAtom: atom.Div}
		root.AppendChild(p)
		want := strings.Join(strings.Fields(before+bold+after), "")
		if got := said(readMarkdown(t, markdown.Tree(root)).Selection); got != want {
			t.Errorf("%q is read as %q, want %q", markdown.Tree(root), got, want)
		}
	})
}
