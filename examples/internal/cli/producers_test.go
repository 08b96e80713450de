package cli

import (
	"cmp"
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/gisa-go/gisa/examples/internal/input"
	"github.com/gisa-go/gisa/examples/internal/made"
	"github.com/gisa-go/gisa/extract"
)

var update = flag.Bool("update", false, "write the files of what is expected")

// TestProducers reads what programs saved of made-up pages (internal/made/write makes most of it anew) and holds what is
// lost beside the page itself against testdata/losses.txt. docs/producers.md tells it in words.
func TestProducers(t *testing.T) {
	files, err := filepath.Glob("testdata/producers/*")
	if err != nil || len(files) < 30 {
		t.Fatalf("%d files, %v", len(files), err)
	}
	var b strings.Builder
	for _, file := range files {
		fmt.Fprintf(&b, "%-30s %s\n", filepath.Base(file), lossesOf(t, file))
	}
	const golden = "testdata/losses.txt"
	if *update {
		if err := os.WriteFile(golden, []byte(b.String()), 0o666); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(golden)
	if err != nil {
		t.Fatal(err)
	}
	got := strings.Split(b.String(), "\n")
	for i, line := range strings.Split(string(want), "\n") {
		if i >= len(got) || got[i] != line {
			t.Errorf("want %s\n got %s", line, cmp.Or(strings.Join(got[min(i, len(got)):min(i+1, len(got))], ""), "nothing"))
		}
	}
}

// lossesOf tells how many articles are read from a file, how many inputs fail, and which fields of any article are not
// those of the page.
func lossesOf(t *testing.T, file string) string {
	articles, failed := 0, 0
	lost := map[string]bool{}
	for item := range input.Items(t.Context(), []string{file}, input.Options{}) {
		line := Article(item, &extract.Options{SkipFacts: true})
		if line.Err != nil {
			failed++
			continue
		}
		articles++
		for _, field := range lossesIn(line.Article) {
			lost[field] = true
		}
	}
	fields := make([]string, 0, len(lost))
	for f := range lost {
		fields = append(fields, f)
	}
	slices.Sort(fields)
	return strings.TrimSpace(fmt.Sprintf("%d articles, %d failed; lost: %s", articles, failed, cmp.Or(strings.Join(fields, ", "), "nothing")))
}

// lossesIn compares an article with the made-up one of the same title.
func lossesIn(a *extract.Article) (lost []string) {
	n := 3
	for i := range 3 {
		if made.New(i).Title == a.Title {
			n = i
		}
	}
	want := made.New(n)
	lose := func(field string, right bool) {
		if !right {
			lost = append(lost, field)
		}
	}
	lose("title", a.Title == want.Title)
	lose("subtitle", a.Subtitle == want.Subtitle)
	lose("author", len(a.Authors) == 1 && a.Authors[0].Name == want.Author)
	lose("outlet", a.Publisher != nil && a.Publisher.Name == want.Paper)
	lose("time", a.Published.Equal(want.Published))
	lose("text", a.Text == strings.Join(want.Paragraphs, "\n\n"))
	lose("picture", len(a.Images) == 1 && a.Images[0].Caption != "")
	lose("address", strings.HasPrefix(a.URL, "http"))
	return lost
}
