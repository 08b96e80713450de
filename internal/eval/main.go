// Command eval runs the example programs over every development corpus beside the checkout and prints all figures
// in one table, next to the figures to reach.
//
//	go run ./internal/eval              everything
//	go run ./internal/eval korean orgs  only the corpora whose names contain one of the words
//	go run ./internal/eval -worst 20 fundus
//
// Corpora of pages are also read disguised (scramble, nometa, bare: what ../shared/disguise takes away), without any
// site rule (no-rules) and without what is known of each page's own host (unknown): korean/scramble is one of them.
//
// The data and the scorer are not part of the repository: they are looked for in ../shared.
package main

import (
	"bytes"
	"encoding/json"
	"errors"
	"flag"
	"fmt"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"text/tabwriter"
	"time"

	"github.com/gisa-go/gisa/internal/corpus"
)

var worst = flag.Int("worst", 0, "list the `N` worst cases of each corpus")

func main() {
	flag.Parse()
	if err := run(os.Stdout, flag.Args()); err != nil {
		fmt.Fprintln(os.Stderr, "eval:", err)
		os.Exit(1)
	}
}

func run(w io.Writer, words []string) error {
	data := corpus.Dir()
	if data == "" {
		return fmt.Errorf("there is no ../shared/data beside this checkout, so there is nothing to measure")
	}
	tmp, err := os.MkdirTemp("", "gisa-eval-")
	if err != nil {
		return err
	}
	defer os.RemoveAll(tmp)
	e := &evaluation{data: data, tmp: tmp}
	if err := e.build(); err != nil {
		return err
	}
	table := tabwriter.NewWriter(w, 0, 0, 2, ' ', 0)
	fmt.Fprintln(table, "corpus\tfigure\tgisa\tto reach\t")
	var cases bytes.Buffer
	var failed error
	for _, c := range corpora {
		if !c.named(words) {
			continue
		}
		if err := e.measure(table, &cases, c); err != nil {
			failed = errors.Join(failed, fmt.Errorf("%s: %w", c.name, err))
		}
	}
	if err := table.Flush(); err != nil {
		return err
	}
	if _, err := cases.WriteTo(w); err != nil {
		return err
	}
	return failed
}

// evaluation holds where the data and the programs are.
type evaluation struct{ data, tmp string }

// tool returns where a compiled program stands.
func (e *evaluation) tool(name string) string { return filepath.Join(e.tmp, name) }

// build compiles the programs and the scorer.
func (e *evaluation) build() error {
	for name, args := range map[string][]string{
		"articles":   {"build", "-o", e.tool("articles"), "./examples/articles"},
		"facts":      {"build", "-o", e.tool("facts"), "./examples/facts"},
		"duplicates": {"build", "-o", e.tool("duplicates"), "./examples/duplicates"},
		"score":      {"-C", filepath.Join(filepath.Dir(e.data), "score"), "build", "-o", e.tool("score"), "."},
		"disguise":   {"-C", filepath.Join(filepath.Dir(e.data), "disguise"), "build", "-o", e.tool("disguise"), "."},
	} {
		cmd := exec.Command("go", args...)
		cmd.Dir = corpus.Root()
		if name == "score" || name == "disguise" { // modules of their own, outside the workspace
			cmd.Env = append(os.Environ(), "GOWORK=off")
		}
		if out, err := cmd.CombinedOutput(); err != nil {
			return fmt.Errorf("building %s: %w\n%s", name, err, out)
		}
	}
	return nil
}

// measure runs one corpus and adds its lines to the table.
func (e *evaluation) measure(table, cases io.Writer, c corpusRun) error {
	out := filepath.Join(e.tmp, "out.ndjson")
	start := time.Now()
	if err := e.run(c, out); err != nil {
		return err
	}
	took := time.Since(start)
	truth := filepath.Join(e.data, c.truth)
	scored, err := e.score(c.kind, "-json", truth, out)
	if err != nil {
		return err
	}
	var figures map[string]float64
	if err := json.Unmarshal(scored, &figures); err != nil {
		return err
	}
	for _, f := range c.figures {
		if v, ok := figures[f.name]; ok {
			fmt.Fprintf(table, "%s\t%s\t%.4f\t%s\t%s\n", c.name, f.name, v, f.goal(), f.mark(v))
		}
	}
	fmt.Fprintf(table, "%s\tseconds\t%.1f\t\t\n", c.name, took.Seconds())
	if *worst > 0 {
		list, err := e.score(c.kind, fmt.Sprintf("-worst=%d", *worst), truth, out)
		if err != nil {
			return err
		}
		fmt.Fprintf(cases, "\n%s\n%s", c.name, list)
	}
	return nil
}

// run writes what gisa finds in the corpus, read in the corpus's variant.
func (e *evaluation) run(c corpusRun, out string) error {
	input := filepath.Join(e.data, c.input)
	switch {
	case c.variant.isDisguise():
		var err error
		if input, err = e.disguised(c); err != nil {
			return err
		}
	case c.variant != asSaved:
		return e.extractAll(c, out)
	}
	return e.program(c, input, out)
}

// urls returns the file with the addresses of a corpus's pages.
func (e *evaluation) urls(c corpusRun) string {
	return filepath.Join(e.data, filepath.Dir(c.truth), "urls.tsv")
}

// program writes the output of the example program for the input.
func (e *evaluation) program(c corpusRun, input, out string) error {
	args := []string{"--json", "-o", out}
	if c.kind == "pages" {
		args = append(args, "--no-facts", "--urls", e.urls(c))
	}
	cmd := exec.Command(e.tool(c.program), append(args, input)...)
	var stderr bytes.Buffer
	cmd.Stderr = &stderr
	err := cmd.Run()
	if exit, ok := errors.AsType[*exec.ExitError](err); ok && exit.ExitCode() == 1 {
		return nil // some pages failed: the score tells
	}
	if err != nil {
		return fmt.Errorf("%s: %w\n%s", c.program, err, stderr.Bytes())
	}
	return nil
}

func (e *evaluation) score(kind, flag, truth, out string) ([]byte, error) {
	b, err := exec.Command(e.tool("score"), flag, kind, truth, out).CombinedOutput()
	if err != nil {
		return nil, fmt.Errorf("score: %w\n%s", err, b)
	}
	return b, nil
}

// named reports whether one of the words is part of the corpus's name.
func (c corpusRun) named(words []string) bool {
	return len(words) == 0 || slices.ContainsFunc(words, func(w string) bool { return strings.Contains(c.name, w) })
}
