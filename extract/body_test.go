package extract_test

import (
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/PuerkitoBio/goquery"
	"golang.org/x/net/html"

	"github.com/gisa-go/gisa"
	"github.com/gisa-go/gisa/extract"
	"github.com/gisa-go/gisa/internal/corpus"
	"github.com/gisa-go/gisa/internal/race"
)

// squeezed is a text without its white space.
func squeezed(s string) string { return strings.Join(strings.Fields(s), "") }

// saidBy returns what a body says: its text without captions and readings.
func saidBy(s *goquery.Selection) string {
	copy := s.Clone()
	copy.Find("figcaption, rt, rp").Remove()
	return squeezed(copy.Text())
}

// spansOf returns the spans of an article that lead to nodes.
func spansOf(a *extract.Article) (all []gisa.Span) {
	all = append(all, a.Paragraphs...)
	for _, f := range a.Facts.Amounts {
		all = append(all, f.Span)
	}
	for _, f := range a.Facts.Dates {
		all = append(all, f.Span)
	}
	for _, f := range a.Facts.Durations {
		all = append(all, f.Span)
	}
	for _, f := range a.Facts.Organizations {
		all = append(all, f.Span)
	}
	return all
}

// checkBody holds what is true of every body, and returns how many spans were asked for.
func checkBody(t *testing.T, name string, a *extract.Article) (spans int) {
	t.Helper()
	if got := saidBy(a.Body.Selection()); got != squeezed(a.Text) {
		t.Errorf("%s: the body says another text than the article:\n%s", name, firstDifference(squeezed(a.Text), got))
		return 0
	}
	for _, s := range spansOf(a) {
		spans++
		if got := squeezed(a.Body.Select(s).Text()); got != squeezed(s.In(a.Text)) {
			t.Errorf("%s: nodes of %q say %q", name, s.In(a.Text), got)
		}
	}
	again, err := goquery.NewDocumentFromReader(strings.NewReader(a.Body.HTML()))
	if err != nil {
		t.Fatal(err)
	}
	if got := saidBy(again.Selection); got != squeezed(a.Text) {
		t.Errorf("%s: the HTML of the body, parsed again, says another text:\n%s", name,
			firstDifference(squeezed(a.Text), got))
	}
	if got, _ := again.Find("body").Html(); got != a.Body.HTML() {
		t.Errorf("%s: the HTML of the body is not what browsers make of it:\n%s", name,
			firstDifference(a.Body.HTML(), got))
	}
	again.Find("body *").Each(func(_ int, s *goquery.Selection) { checkInert(t, name, s.Nodes[0]) })
	return spans
}

// inert are the only attributes that a body has.
var inert = []string{"lang", "dir", "href", "title", "colspan", "rowspan", "scope", "start", "reversed", "type",
	"value",
	"datetime", "cite", "src", "alt", "width", "height"}

// checkInert fails for an element that runs, loads or submits by itself.
func checkInert(t *testing.T, name string, n *html.Node) {
	t.Helper()
	switch n.Data {
	case "script", "style", "form", "input", "button", "iframe", "frame", "object", "embed", "link", "meta", "svg", "base":
		t.Errorf("%s: the body holds <%s>", name, n.Data)
	}
	for _, a := range n.Attr {
		value := strings.ToLower(strings.TrimLeft(a.Val, "\x00 \t\r\n"))
		if !slices.Contains(inert, a.Key) || strings.HasPrefix(value, "javascript:") && (a.Key == "href" || a.Key == "src") {
			t.Errorf("%s: <%s %s=%q>", name, n.Data, a.Key, a.Val)
		}
	}
}

func firstDifference(want, got string) string {
	i := 0
	for i < len(want) && i < len(got) && want[i] == got[i] {
		i++
	}
	from := max(0, i-60)
	return "want …" + want[from:min(len(want), i+60)] + "…\ngot  …" + got[from:min(len(got), i+60)] + "…"
}

// TestBodySaysTheText: on every page of testdata the body says the text, and every span leads to what it says.
func TestBodySaysTheText(t *testing.T) {
	files, err := filepath.Glob(pages + "/*/*.html")
	if err != nil || len(files) == 0 {
		t.Fatalf("no pages in %s: %v", pages, err)
	}
	for _, name := range files {
		b, err := os.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		checkBodyOf(t, name, b, "")
	}
}

// bodyCorpora are the collections of development pages.
var bodyCorpora = []string{"korean", "korean-made", "fundus", "scrapinghub", "postlight", "trafeval", "htmldate",
	"metascraper", "newspaper", "goose"}

// TestBodyOnCorpora: the same on the pages of the development corpora.
func TestBodyOnCorpora(t *testing.T) {
	if race.Detector {
		t.Skip("races show on fewer pages")
	}
	spans := 0
	for _, name := range bodyCorpora {
		for _, truth := range readTruth(t, name) {
			b := corpus.Bytes(t, "pages", name, "html", truth.ID+".html.gz")
			spans += checkBodyOf(t, name+"/"+truth.ID, b, truth.URL)
		}
	}
	t.Logf("%d spans", spans)
}

func checkBodyOf(t *testing.T, name string, page []byte, url string) int {
	t.Helper()
	a, err := extract.FromBytes(page, extract.Page{URL: url}, &extract.Options{Body: true})
	if err != nil {
		return 0
	}
	return checkBody(t, name, a)
}
