package pipeline

import (
	"bytes"
	"encoding/json"
	"errors"
	"flag"
	"fmt"
	"math/rand/v2"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/apache/beam/sdks/v2/go/pkg/beam"
	_ "github.com/apache/beam/sdks/v2/go/pkg/beam/io/filesystem/local"
	"github.com/apache/beam/sdks/v2/go/pkg/beam/runners/prism"

	"github.com/gisa-go/gisa/dedupe"
	"github.com/gisa-go/gisa/internal/corpus"
)

func TestMain(m *testing.M) {
	flag.Parse()
	beam.Init()
	os.Exit(m.Run())
}

// invented makes documents: copies, texts inside others, short ones, and a part that many share, so that keys are common.
func invented(n int) (docs []dedupe.Document) {
	rng := rand.New(rand.NewPCG(13, 9))
	word := func() string {
		w := ""
		for range 1 + rng.IntN(4) {
			w += string(rune('가' + rng.IntN(11172)))
		}
		return w
	}
	words := func(n int) (out []string) {
		for range n {
			out = append(out, word())
		}
		return out
	}
	shared := words(30)
	for i := range n {
		var text []string
		switch {
		case i%3 == 0:
			text = append(slices.Clone(shared), words(8+rng.IntN(50))...)
		case i > 10 && i%5 == 1:
			text = strings.Fields(docs[rng.IntN(i)].Text)
			text[rng.IntN(len(text))] = word()
		case i > 10 && i%5 == 2:
			text = append(words(60), strings.Fields(docs[rng.IntN(i)].Text)...)
		case i > 10 && i%11 == 3:
			text = strings.Fields(docs[rng.IntN(i)].Text)
		case i%17 == 0:
			text = []string{"사진", "=", []string{"누리", "마루"}[rng.IntN(2)]}
		default:
			text = words(20 + rng.IntN(100))
		}
		d := dedupe.Document{ID: fmt.Sprintf("news/%d<&>", i), Text: strings.Join(text, " ")}
		if rng.IntN(3) > 0 {
			d.Time = time.Unix(1_700_000_000+int64(rng.IntN(40)), 0)
		}
		docs = append(docs, d)
	}
	return docs
}

// write writes docs to several files.
func write(t *testing.T, dir string, docs []dedupe.Document, parts int) (files []string) {
	t.Helper()
	content := make([]bytes.Buffer, parts)
	for i, d := range docs {
		b, err := json.Marshal(d)
		if err != nil {
			t.Fatal(err)
		}
		content[i%parts].Write(append(b, '\n'))
	}
	for i := range content {
		files = append(files, filepath.Join(dir, fmt.Sprintf("part-%d.ndjson", i)))
		if err := os.WriteFile(files[i], content[i].Bytes(), 0o666); err != nil {
			t.Fatal(err)
		}
	}
	return files
}

// native is what Group says, as finishFn writes it.
func native(t *testing.T, docs []dedupe.Document) string {
	t.Helper()
	clusters, err := dedupe.Group(t.Context(), dedupe.Documents(docs...), nil)
	if err != nil {
		t.Fatal(err)
	}
	var b bytes.Buffer
	if err := writeClusters(&b, clusters); err != nil {
		t.Fatal(err)
	}
	return b.String()
}

// all is what stands in the files of a kind, in the order of their names.
func all(t *testing.T, out, kind string) string {
	t.Helper()
	names, err := filepath.Glob(filepath.Join(out, kind+"-*"))
	if err != nil || len(names) == 0 {
		t.Fatalf("no files of %s: %v", kind, err)
	}
	var b strings.Builder
	for _, name := range names {
		content, err := os.ReadFile(name)
		if err != nil {
			t.Fatal(err)
		}
		b.Write(content)
	}
	return b.String()
}

func run(t *testing.T, c Config) error {
	t.Helper()
	p, s := beam.NewPipelineWithRoot()
	if err := Build(s, c); err != nil {
		t.Fatal(err)
	}
	_, err := prism.Execute(t.Context(), p)
	return err
}

func TestClustersAreThoseOfGroup(t *testing.T) {
	if os.Getenv("GISA_NO_PRISM") != "" {
		t.Skip("GISA_NO_PRISM is set")
	}
	collections := map[string][]dedupe.Document{"invented": invented(400), "nothing alike": invented(8)}
	if corpus.Dir() != "" && !testing.Short() {
		var docs []dedupe.Document
		for d := range corpus.Lines[struct{ ID, Text string }](t, "dedupe", "ko.docs.jsonl.gz") {
			docs = append(docs, dedupe.Document{ID: d.ID, Text: d.Text})
		}
		collections["articles"] = docs
	}
	for name, docs := range collections {
		t.Run(name, func(t *testing.T) {
			dir := t.TempDir()
			out := filepath.Join(dir, "out")
			began := time.Now()
			if err := run(t, Config{Files: write(t, dir, docs, 3), Out: out, Shards: 3}); err != nil {
				t.Fatal(err)
			}
			t.Logf("%d documents in %.1f s", len(docs), time.Since(began).Seconds())
			want := native(t, docs)
			if got := all(t, out, "clusters"); got != want {
				t.Errorf("%d bytes of clusters, want %d:\n%.600s\nwant\n%.600s", len(got), len(want), got, want)
			}
			if n := strings.Count(all(t, out, "articles"), "\n"); n != len(docs) {
				t.Errorf("%d articles of %d documents", n, len(docs))
			}
		})
	}
}

func TestBadConfigurations(t *testing.T) {
	_, s := beam.NewPipelineWithRoot()
	for _, c := range []Config{
		{Out: "x"}, {Files: []string{"a"}}, {Files: []string{"a"}, Out: "x", Shards: -1}, {Files: []string{"a", "a"}, Out: "x"},
	} {
		if err := Build(s, c); !errors.Is(err, ErrConfig) {
			t.Errorf("%+v: %v", c, err)
		}
	}
}
