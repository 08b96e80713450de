package peers

import (
	"bytes"
	"cmp"
	"encoding/json"
	"flag"
	"fmt"
	"io"
	"net/url"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
	"text/tabwriter"

	readeck "codeberg.org/readeck/go-readability/v2"
	shiori "github.com/go-shiori/go-readability"
	distiller "github.com/markusmobius/go-domdistiller"
	"github.com/markusmobius/go-trafilatura"
	"golang.org/x/net/html"

	"github.com/gisa-go/gisa/extract"
	"github.com/gisa-go/gisa/internal/corpus"
)

var (
	disguised = flag.Bool("disguised", false, "measure how much each extractor loses on disguised pages")
	modules   = flag.String("js", "", "the `folder` whose node_modules hold @mozilla/readability, defuddle and linkedom")
)

// answer is what an extractor says of a page, in the form of the scorer.
type answer struct {
	File  string `json:"file"`
	Title string `json:"title"`
	Text  string `json:"text"`
}

// readers give title and text of a page, empty where there is none.
var readers = []struct {
	name string
	read func(b []byte, address *url.URL) (title, text string)
}{
	{"gisa", func(b []byte, address *url.URL) (title, text string) {
		a, err := extract.FromBytes(b, extract.Page{URL: address.String()}, &extract.Options{SkipFacts: true})
		if err != nil {
			return "", ""
		}
		return a.Title, a.Text
	}},
	{"go-trafilatura", func(b []byte, address *url.URL) (title, text string) {
		r, err := trafilatura.ExtractDocument(parse(b), trafilatura.Options{OriginalURL: address, EnableFallback: true})
		if err != nil {
			return "", ""
		}
		return r.Metadata.Title, r.ContentText
	}},
	{"readeck", func(b []byte, address *url.URL) (title, text string) {
		a, err := readeck.FromDocument(parse(b), address)
		if err != nil || a.Node == nil {
			return "", ""
		}
		var out strings.Builder
		a.RenderText(&out)
		return a.Title(), out.String()
	}},
	{"go-shiori", func(b []byte, address *url.URL) (title, text string) {
		a, err := shiori.FromDocument(parse(b), address)
		if err != nil || a.Node == nil {
			return "", ""
		}
		return a.Title, shown(a.Node)
	}},
	{"domdistiller", func(b []byte, address *url.URL) (title, text string) {
		r, err := distiller.Apply(parse(b), &distiller.Options{OriginalURL: address})
		if err != nil || r.Node == nil {
			return "", ""
		}
		return r.Title, shown(r.Node)
	}},
}

// disguiseModes are what ../shared/disguise takes away; the first is nothing.
var disguiseModes = []string{"", "scramble", "nometa", "bare"}

// disguiseSets are the corpora with the figure for their bodies; those with titles are scored for them, too.
var disguiseSets = []struct{ name, body string }{
	{"korean", "body F1"}, {"fundus", "body F1"}, {"scrapinghub", "body F1 of mean P and R"},
}

// TestDisguise prints what each extractor finds on pages as they were saved and on the same pages in each disguise. All
// are scored alike.
func TestDisguise(t *testing.T) {
	if !*disguised {
		t.Skip("give -disguised to measure")
	}
	tools := disguiseTools(t)
	w := tabwriter.NewWriter(os.Stdout, 0, 0, 1, ' ', 0)
	fmt.Fprintln(w, "| corpus | figure | extractor |\tas saved |\tscramble |\tnometa |\tbare |")
	for _, set := range disguiseSets {
		cells := map[string][]string{} // by figure and extractor
		var rows []string
		for _, mode := range disguiseModes {
			for _, one := range answers(t, disguisedPages(t, tools, set.name, mode)) {
				figures := scored(t, tools, set.name, one.list)
				for _, figure := range []string{set.body, "title"} {
					v, ok := figures[figure]
					if !ok {
						continue
					}
					key := fmt.Sprintf("| %s | %s | %s |", set.name, figure, one.name)
					if cells[key] == nil {
						rows = append(rows, key)
					}
					cells[key] = append(cells[key], fmt.Sprintf("%.3f |", v))
					t.Logf("%s %s: %.3f", key, cmp.Or(mode, "as saved"), v)
				}
			}
		}
		for _, key := range rows {
			fmt.Fprintf(w, "%s\t%s\n", key, strings.Join(cells[key], "\t"))
		}
	}
	w.Flush()
}

// disguiseTools builds the disguise and the scorer and returns their folder.
func disguiseTools(t *testing.T) string {
	t.Helper()
	dir := t.TempDir()
	for _, name := range []string{"disguise", "score"} {
		source := filepath.Join(filepath.Dir(filepath.Dir(corpus.Path(t, "pages"))), name)
		cmd := exec.Command("go", "-C", source, "build", "-o", filepath.Join(dir, name), ".")
		cmd.Env = append(os.Environ(), "GOWORK=off")
		if out, err := cmd.CombinedOutput(); err != nil {
			t.Fatalf("building %s: %v\n%s", name, err, out)
		}
	}
	return dir
}

// savedPage is one page of a corpus with its address.
type savedPage struct {
	file    string
	bytes   []byte
	address *url.URL
}

// disguisedPages reads the pages of a corpus in a disguise.
func disguisedPages(t *testing.T, tools, set, mode string) (list []savedPage) {
	t.Helper()
	dir := corpus.Path(t, "pages", set, "html")
	if mode != "" {
		target := filepath.Join(t.TempDir(), mode)
		if out, err := exec.Command(filepath.Join(tools, "disguise"), mode, dir, target).CombinedOutput(); err != nil {
			t.Fatalf("disguise %s: %v\n%s", mode, err, out)
		}
		dir = target
	}
	addresses := map[string]string{} // of the pages whose address is known
	for line := range strings.Lines(string(corpus.Bytes(t, "pages", set, "urls.tsv"))) {
		file, raw, _ := strings.Cut(strings.TrimSpace(line), "\t")
		addresses[file] = raw
	}
	files, err := filepath.Glob(filepath.Join(dir, "*"))
	if err != nil || len(files) == 0 {
		t.Fatalf("%s: %d pages: %v", dir, len(files), err)
	}
	for _, name := range files {
		file := filepath.Base(name)
		address, err := url.Parse(addresses[file])
		if err != nil {
			t.Fatalf("%s: %v", file, err)
		}
		rel, err := filepath.Rel(corpus.Dir(), name)
		if err != nil {
			t.Fatal(err)
		}
		list = append(list, savedPage{file, corpus.Bytes(t, rel), address})
	}
	return list
}

// answered is what one extractor says of all pages.
type answered struct {
	name string
	list []answer
}

func answers(t *testing.T, pages []savedPage) (all []answered) {
	t.Helper()
	for _, r := range readers {
		one := answered{name: r.name}
		for _, p := range pages {
			title, text := r.read(p.bytes, p.address)
			one.list = append(one.list, answer{p.file, title, text})
		}
		all = append(all, one)
	}
	if *modules != "" {
		all = append(all, scriptAnswers(t, pages)...)
	}
	return all
}

// scriptAnswers asks the extractors written in JavaScript. They get the tree that the others get, written as HTML, since
// linkedom reads no page that leaves out tags.
func scriptAnswers(t *testing.T, pages []savedPage) []answered {
	t.Helper()
	var in bytes.Buffer
	lines := json.NewEncoder(&in)
	for _, p := range pages {
		var page strings.Builder
		if err := html.Render(&page, parse(p.bytes)); err != nil {
			t.Fatalf("%s: %v", p.file, err)
		}
		if err := lines.Encode([3]string{p.file, p.address.String(), page.String()}); err != nil {
			t.Fatal(err)
		}
	}
	script, err := filepath.Abs("readers.cjs")
	if err != nil {
		t.Fatal(err)
	}
	cmd := exec.Command("node", script)
	cmd.Dir, cmd.Stdin, cmd.Stderr = *modules, &in, os.Stderr
	out, err := cmd.Output()
	if err != nil {
		t.Fatalf("%s: %v", script, err)
	}
	all := []answered{{name: "Readability.js"}, {name: "defuddle"}}
	for dec := json.NewDecoder(bytes.NewReader(out)); ; {
		var both [2]answer
		if err := dec.Decode(&both); err == io.EOF {
			return all
		} else if err != nil {
			t.Fatal(err)
		}
		for i, a := range both {
			a.Text = shown(parse([]byte(a.Text)))
			all[i].list = append(all[i].list, a)
		}
	}
}

// shown writes the text of a tree, block elements in lines of their own.
func shown(root *html.Node) string {
	var out strings.Builder
	var walk func(n *html.Node)
	walk = func(n *html.Node) {
		block := false
		switch {
		case n.Type == html.TextNode:
			out.WriteString(n.Data)
		case n.Type == html.ElementNode:
			switch n.Data {
			case "script", "style", "noscript", "template":
				return
			case "a", "b", "i", "em", "strong", "span", "font", "u", "s", "sub", "sup", "small", "mark", "code", "abbr", "time":
			default:
				block = true
				out.WriteByte('\n')
			}
		}
		for c := range n.ChildNodes() {
			walk(c)
		}
		if block {
			out.WriteByte('\n')
		}
	}
	walk(root)
	return out.String()
}

// scored returns the figures of answers.
func scored(t *testing.T, tools, set string, list []answer) (figures map[string]float64) {
	t.Helper()
	var lines bytes.Buffer
	enc := json.NewEncoder(&lines)
	for _, a := range list {
		if err := enc.Encode(a); err != nil {
			t.Fatal(err)
		}
	}
	file := filepath.Join(t.TempDir(), "out.ndjson")
	if err := os.WriteFile(file, lines.Bytes(), 0o600); err != nil {
		t.Fatal(err)
	}
	truth := corpus.Path(t, "pages", set, "truth.jsonl")
	out, err := exec.Command(filepath.Join(tools, "score"), "-json", "pages", truth, file).Output()
	if err != nil {
		t.Fatalf("score: %v", err)
	}
	if err := json.Unmarshal(out, &figures); err != nil {
		t.Fatal(err)
	}
	return figures
}
