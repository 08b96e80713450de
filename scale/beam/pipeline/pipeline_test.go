package pipeline

import (
	"bytes"
	"encoding/json"
	"errors"
	"flag"
	"fmt"
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
	"github.com/gisa-go/gisa/scale/internal/trial"
)

func TestMain(m *testing.M) {
	flag.Parse()
	beam.Init()
	os.Exit(m.Run())
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
	collections := trial.Collections(t)
	collections["nothing alike"] = collections["made"][:8]
	if testing.Short() {
		for name, docs := range collections {
			collections[name] = docs[:min(200, len(docs))]
		}
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

// Two documents of one ID fail the run, as they fail Group, and no clusters are written.
func TestDuplicateIDs(t *testing.T) {
	if os.Getenv("GISA_NO_PRISM") != "" {
		t.Skip("GISA_NO_PRISM is set")
	}
	docs := slices.Clone(trial.Collections(t)["short"][:40])
	docs[30].ID = docs[3].ID
	dir := t.TempDir()
	out := filepath.Join(dir, "out")
	err := run(t, Config{Files: write(t, dir, docs, 3), Out: out})
	if err == nil || !strings.Contains(err.Error(), `"3" is there 2 times`) {
		t.Errorf("%v", err)
	}
	if found, _ := filepath.Glob(filepath.Join(out, "clusters-*")); len(found) > 0 {
		t.Errorf("%v were written", found)
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
