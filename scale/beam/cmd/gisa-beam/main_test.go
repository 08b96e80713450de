package main

import (
	"bytes"
	"compress/gzip"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/gisa-go/gisa/dedupe"
	"github.com/gisa-go/gisa/extract"
	"github.com/gisa-go/gisa/internal/corpus"
	"github.com/gisa-go/gisa/scale/beam/pipeline"
	"github.com/gisa-go/gisa/scale/internal/trial"
)

// How long a test waits at most: for a run, and for what a fault does.
const (
	patience = 5 * time.Minute
	soon     = time.Minute
)

// TestMain lets the test's program be the command, and the other processes of a trial.
func TestMain(m *testing.M) {
	switch os.Getenv("GISA_BEAM_ROLE") {
	case "submitter":
		main()
		os.Exit(0)
	case "runner":
		serveRunner()
	case "worker":
		serveWorker()
	default:
		os.Exit(m.Run())
	}
}

// command is the program in a role, which ends with the test at the latest.
func command(t *testing.T, role string, args ...string) *exec.Cmd {
	t.Helper()
	self, err := os.Executable()
	if err != nil {
		t.Fatal(err)
	}
	ctx, cancel := context.WithTimeout(t.Context(), patience)
	t.Cleanup(cancel)
	c := exec.CommandContext(ctx, self, args...)
	c.Env = append(os.Environ(), "GISA_BEAM_ROLE="+role)
	c.WaitDelay = time.Second
	return c
}

// submit runs the command and returns what it said and whether all went well.
func submit(t *testing.T, args ...string) (string, error) {
	t.Helper()
	said, err := command(t, "submitter", args...).CombinedOutput()
	return string(said), err
}

// write writes docs to four files of a folder and returns a pattern of them.
func write(t *testing.T, docs []dedupe.Document) string {
	t.Helper()
	dir := t.TempDir()
	var content [4]bytes.Buffer
	for i, d := range docs {
		b, err := json.Marshal(d)
		if err != nil {
			t.Fatal(err)
		}
		content[i%len(content)].Write(append(b, '\n'))
	}
	for i := range content {
		if err := os.WriteFile(filepath.Join(dir, fmt.Sprintf("part-%d.ndjson", i)), content[i].Bytes(), 0o666); err != nil {
			t.Fatal(err)
		}
	}
	return filepath.Join(dir, "part-*.ndjson")
}

// read returns what each file of a folder holds, but those that are being written, whose number it returns.
func read(t *testing.T, dir string) (files map[string]string, parts int) {
	t.Helper()
	entries, err := os.ReadDir(dir)
	if err != nil && !errors.Is(err, os.ErrNotExist) {
		t.Fatal(err)
	}
	files = map[string]string{}
	for _, e := range entries {
		if strings.HasPrefix(e.Name(), ".") {
			parts++
			continue
		}
		b, err := os.ReadFile(filepath.Join(dir, e.Name()))
		if errors.Is(err, os.ErrNotExist) { // the mark of an earlier run, which has just gone
			continue
		}
		if err != nil {
			t.Fatal(err)
		}
		files[e.Name()] = string(b)
	}
	return files, parts
}

// clusters is what Group says of docs, as lines of JSON.
func clusters(t *testing.T, docs []dedupe.Document) string {
	t.Helper()
	all, err := dedupe.Group(t.Context(), dedupe.Documents(docs...), nil)
	if err != nil {
		t.Fatal(err)
	}
	var b strings.Builder
	enc := json.NewEncoder(&b)
	enc.SetEscapeHTML(false)
	for _, c := range all {
		if c.Copies == nil {
			c.Copies = []dedupe.Match{}
		}
		if err := enc.Encode(c); err != nil {
			t.Fatal(err)
		}
	}
	return b.String()
}

func joined(files map[string]string, prefix string) string {
	var b strings.Builder
	for n := 0; ; n++ {
		at := -1
		for name := range files {
			if strings.HasPrefix(name, fmt.Sprintf("%s-%05d-", prefix, n)) {
				b.WriteString(files[name])
				at = n
			}
		}
		if at < 0 {
			return b.String()
		}
	}
}

func TestCommand(t *testing.T) {
	docs := trial.Collections(t)["half shared"][:300]
	out := filepath.Join(t.TempDir(), "out")
	said, err := submit(t, "--runner", "prism", "--shards", "3", "--input", write(t, docs), "--output", out)
	if err != nil {
		t.Fatal(err, said)
	}
	if !strings.Contains(said, "300 documents, all in "+out) {
		t.Errorf("it says %s", said)
	}
	files, parts := read(t, out)
	if _, done := files[pipeline.Done]; !done || len(files) != 4+3+1 || parts > 0 {
		t.Errorf("%d files, %d parts, done %t", len(files), parts, done)
	}
	if got, want := joined(files, "clusters"), clusters(t, docs); got != want || want == "" {
		t.Errorf("%d bytes of clusters, want %d", len(got), len(want))
	}
}

func unpacked(t *testing.T, name string) []byte {
	t.Helper()
	b, err := os.ReadFile(name)
	if err == nil && strings.HasSuffix(name, ".gz") {
		var z *gzip.Reader
		if z, err = gzip.NewReader(bytes.NewReader(b)); err == nil {
			b, err = io.ReadAll(z)
		}
	}
	if err != nil {
		t.Fatal(name, err)
	}
	return b
}

// pages writes an archive of pages, and of a third of them once more with small changes.
func pages(t *testing.T, names []string) string {
	t.Helper()
	archive := filepath.Join(t.TempDir(), "pages.warc.gz")
	var b bytes.Buffer
	z := gzip.NewWriter(&b)
	for i := range len(names) + len(names)/3 {
		page := unpacked(t, names[i%len(names)])
		if i >= len(names) {
			page = bytes.ReplaceAll(page, []byte("해람시"), []byte("마루시"))
			page = bytes.Replace(page, []byte("의 "), []byte("에서의 "), 3)
		}
		sent := fmt.Sprintf("HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nContent-Length: %d\r\n\r\n%s", len(page), page)
		fmt.Fprintf(z, "WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: http://daon.example/%d\r\nWARC-Date: 2026-03-0%dT00:00:00Z\r\n"+
			"Content-Type: application/http; msgtype=response\r\nContent-Length: %d\r\n\r\n%s\r\n\r\n", i, 1+i/len(names), len(sent), sent)
	}
	if err := z.Close(); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(archive, b.Bytes(), 0o666); err != nil {
		t.Fatal(err)
	}
	return archive
}

// Pages of an archive give the clusters that their articles give natively.
func TestArchive(t *testing.T) {
	invented, err := filepath.Glob("../../../../testdata/pages/*/*.html")
	if err != nil || len(invented) < 10 {
		t.Fatal(len(invented), err)
	}
	t.Run("invented", func(t *testing.T) { testArchive(t, pages(t, invented), 5) })
	t.Run("saved", func(t *testing.T) {
		if testing.Short() {
			t.Skip("it takes a minute")
		}
		saved, err := filepath.Glob(filepath.Join(corpus.Path(t, "pages"), "*", "html", "*"))
		if err != nil {
			t.Fatal(err)
		}
		testArchive(t, pages(t, saved[:min(800, len(saved))]), 200)
	})
}

// testArchive wants at least some clusters.
func testArchive(t *testing.T, archive string, some int) {
	out := filepath.Join(t.TempDir(), "out")
	said, err := submit(t, "--output", out, archive)
	files, _ := read(t, out)
	if err != nil && !strings.Contains(said, "documents failed, as the files of articles say") {
		t.Fatal(err, said)
	}
	var docs []dedupe.Document
	for l := range strings.Lines(joined(files, "articles")) {
		var a struct {
			ID, Text  string
			Error     string
			Published extract.Time
		}
		if err := json.Unmarshal([]byte(l), &a); err != nil {
			t.Fatal(err)
		}
		if a.Error == "" {
			docs = append(docs, dedupe.Document{ID: a.ID, Text: a.Text, Time: a.Published.Time})
		}
	}
	if got, want := joined(files, "clusters"), clusters(t, docs); got != want || strings.Count(want, "\n") < some {
		t.Errorf("%d documents: %d bytes of clusters, want %d:\n%.500s\nwant\n%.500s", len(docs), len(got), len(want), got, want)
	}
}

// What is missing is said before anything is written.
func TestRefused(t *testing.T) {
	in := write(t, trial.Collections(t)["short"][:20])
	dir := t.TempDir()
	out := filepath.Join(dir, "out")
	other := filepath.Join(dir, "other")
	for name, content := range map[string]string{"clusters-00000-of-00002.ndjson": "", "articles-00000-of-00001.ndjson": "{}"} {
		if err := os.MkdirAll(filepath.Join(other, name[:1]), 0o777); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(filepath.Join(other, name[:1], name), []byte(content), 0o666); err != nil {
			t.Fatal(err)
		}
	}
	file := filepath.Join(other, "a", "articles-00000-of-00001.ndjson")
	for _, test := range []struct {
		want string
		code int
		args []string
	}{
		{"no files", exitUsage, []string{"--output", out}},
		{"no folder", exitUsage, []string{"--input", in}},
		{"shards", exitUsage, []string{"--input", in, "--output", out, "--shards", "-1"}},
		{"given twice", exitUsage, []string{"--input", in, "--input", in, "--output", out}},
		{"behind a file", exitUsage, []string{in, "--output", out}},
		{"no runner", exitUsage, []string{"--runner", "storm", "--input", in, "--output", out}},
		{"not exist", exitFailed, []string{"--input", filepath.Join(dir, "none-*.ndjson"), "--output", out}},
		{"folder", exitFailed, []string{"--input", dir, "--output", out}},
		{"s3", exitFailed, []string{"--input", in, "--output", "s3://daon/out"}},
		{"--endpoint", exitUsage, []string{"--runner", "flink", "--input", in, "--output", out}},
		{"Docker", exitUsage, []string{"--runner", "SparkRunner", "--endpoint", "h:1", "--input", in, "--output", out}},
		{"pool", exitUsage, []string{"--runner", "flink", "--endpoint", "h:1", "--environment_type", "external", "--input", in, "--output", out}},
		{"--region", exitUsage, []string{"--runner", "dataflow", "--input", in, "--output", "gs://daon/out"}},
		{"object store", exitUsage, []string{"--runner", "dataflow", "--region", "r", "--staging_location", "gs://x/y", "--input", in, "--output", out}},
		{"no job server answers", exitFailed, []string{"--endpoint", "localhost:1", "--input", in, "--output", out}},
		{"another run", exitFailed, []string{"--input", in, "--output", filepath.Join(other, "c")}},
		{"would be written", exitFailed, []string{"--input", file, "--output", filepath.Join(other, "a")}},
		{"articles-00000-of-00001.ndjson", exitFailed, []string{"--input", in, "--output", file}},
	} {
		said, err := submit(t, test.args...)
		var exit *exec.ExitError
		if !errors.As(err, &exit) || exit.ExitCode() != test.code || !strings.Contains(said, test.want) {
			t.Errorf("%v: %v, want %d and %q: %s", test.args, err, test.code, test.want, said)
		}
		if _, err := os.Stat(out); err == nil {
			t.Fatalf("%v: %s is there", test.args, out)
		}
	}
	if b, err := os.ReadFile(file); string(b) != "{}" {
		t.Errorf("%s: %q, %v", file, b, err)
	}
}

// A line that holds no document is told, and fails the run, which does the others.
func TestBadLines(t *testing.T) {
	dir := t.TempDir()
	in, out := filepath.Join(dir, "in.ndjson"), filepath.Join(dir, "out")
	if err := os.WriteFile(in, []byte("{\"id\":\"a\",\"text\":\"가\"}\nno\n{\"id\":\"b\",\"text\":\"가\"}\n"), 0o666); err != nil {
		t.Fatal(err)
	}
	said, err := submit(t, "--input", in, "--output", out)
	if err == nil || !strings.Contains(said, "1 of 3 documents failed") {
		t.Errorf("%v: %s", err, said)
	}
	files, _ := read(t, out)
	if got := joined(files, "clusters"); strings.Count(got, "\n") != 1 {
		t.Errorf("clusters %s", got)
	}
}

func TestUsage(t *testing.T) {
	said, err := submit(t, "--help")
	if err != nil {
		t.Fatal(err)
	}
	for _, r := range known {
		if !strings.Contains(said, "\n  "+r.name+" ") {
			t.Errorf("%s is missing in %s", r.name, said)
		}
	}
	io.WriteString(t.Output(), said[:strings.Index(said, "Flags of the Beam SDK")])
}
