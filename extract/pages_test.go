package extract_test

import (
	"encoding/json"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/gisa-go/gisa/extract"
	"github.com/gisa-go/gisa/extract/sites"
	"github.com/gisa-go/gisa/internal/golden"
)

// pages is where the pages of our own writing lie, with urls.tsv and beside each page what is expected of it.
const pages = "../testdata/pages"

func pageURLs(t testing.TB) map[string]string {
	t.Helper()
	b, err := os.ReadFile(filepath.Join(pages, "urls.tsv"))
	if err != nil {
		t.Fatal(err)
	}
	urls := map[string]string{}
	for line := range strings.Lines(string(b)) {
		file, url, ok := strings.Cut(strings.TrimSpace(line), "\t")
		if !ok {
			t.Fatalf("urls.tsv: bad line %q", line)
		}
		urls[file] = url
	}
	return urls
}

func TestPages(t *testing.T) {
	urls := pageURLs(t)
	files, err := filepath.Glob(pages + "/*/*.html")
	if err != nil || len(files) == 0 {
		t.Fatalf("no pages in %s: %v", pages, err)
	}
	for _, file := range files {
		name, err := filepath.Rel(pages, file)
		if err != nil {
			t.Fatal(err)
		}
		name = filepath.ToSlash(name)
		t.Run(name, func(t *testing.T) {
			b, err := os.ReadFile(file)
			if err != nil {
				t.Fatal(err)
			}
			a, err := extract.FromBytes(b, extract.Page{URL: urls[name]}, &extract.Options{SkipFacts: true})
			if err != nil {
				t.Fatal(err)
			}
			out, err := json.MarshalIndent(a, "", "  ")
			if err != nil {
				t.Fatal(err)
			}
			golden.Check(t, strings.TrimSuffix(file, ".html")+".json", append(out, '\n'))
		})
	}
}

// TestPagesWithoutRules reads the same pages as if their sites were not known, and compares with what is expected of
// each.
func TestPagesWithoutRules(t *testing.T) {
	urls := pageURLs(t)
	none := (&sites.Set{}).With()
	var titles, times, lines, all, pagesRead int
	for name, url := range urls {
		b, err := os.ReadFile(filepath.Join(pages, name))
		if err != nil {
			t.Fatal(err)
		}
		g, err := os.ReadFile(filepath.Join(pages, strings.TrimSuffix(name, ".html")+".json"))
		if err != nil {
			t.Fatal(err)
		}
		var want extract.Article
		if err := json.Unmarshal(g, &want); err != nil {
			t.Fatal(err)
		}
		pagesRead++
		all += len(want.Paragraphs)
		a, err := extract.FromBytes(b, extract.Page{URL: url}, &extract.Options{SkipFacts: true, Sites: none})
		if err != nil {
			t.Logf("%s: %v", name, err)
			continue
		}
		if a.Title == want.Title {
			titles++
		} else {
			t.Logf("%s: title %q, want %q", name, a.Title, want.Title)
		}
		if a.Published.Truncate(time.Minute).Equal(want.Published.Truncate(time.Minute)) {
			times++
		} else {
			t.Logf("%s: published %v, want %v", name, a.Published, want.Published)
		}
		got := strings.Split(a.Text, "\n\n")
		for _, line := range strings.Split(want.Text, "\n\n") {
			if slices.Contains(got, line) {
				lines++
			}
		}
	}
	for _, f := range []struct {
		what      string
		got, of   int
		atLeastPC int
	}{{"titles", titles, pagesRead, 95}, {"times", times, pagesRead, 95}, {"paragraphs", lines, all, 96}} {
		if f.got*100 < f.of*f.atLeastPC {
			t.Errorf("%s: %d of %d right, want %d%%", f.what, f.got, f.of, f.atLeastPC)
		} else {
			t.Logf("%s: %d of %d", f.what, f.got, f.of)
		}
	}
}
