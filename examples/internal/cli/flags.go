package cli

import (
	"bufio"
	"context"
	"fmt"
	"iter"
	"os"
	"strings"

	"github.com/gisa-go/gisa/examples/internal/input"
	"github.com/gisa-go/gisa/examples/internal/output"
	"github.com/gisa-go/gisa/extract/facts"
)

// Inputs are the flags that say what is read.
type Inputs struct {
	Paths   []string `arg:"" optional:"" name:"path" help:"Files, folders, patterns, or - for standard input."`
	Follow  bool     `name:"follow-links" help:"In folders, also follow links that lead out of them."`
	MaxPage int64    `name:"max-page" default:"67108864" placeholder:"BYTES" help:"A larger page is an error (default: 64 MiB)."`
}

// Saved are the flags that say what is known of saved pages.
type Saved struct {
	URLs    string `name:"urls" placeholder:"FILE" help:"Addresses of saved files: lines of file name, tab, URL."`
	Fetched string `placeholder:"TIME" help:"When the pages were saved, as 2022-02-23T17:41:00+09:00; no article is younger."`
}

// Running are the flags that say how a program goes about its work.
type Running struct {
	Workers int    `default:"${cpus}" placeholder:"N" help:"Pages worked on at a time (default: the number of CPUs, ${cpus})."`
	Out     string `short:"o" name:"out" placeholder:"FILE" help:"Write to this file, whole or not at all, rather than to standard output."`
	Quiet   bool   `short:"q" help:"Print nothing but results."`
	Verbose bool   `short:"v" help:"Tell on standard error what is passed over and what it took."`

	Elsewhere bool `kong:"-"` // results go neither to standard output nor to Out
}

// Sure is the flag that says which organizations are sure enough.
type Sure struct {
	MinConfidence float64 `placeholder:"SHARE" help:"Leave out organizations that are less sure, 0 to 1."`
}

// Check refuses what cannot be meant.
func (s Sure) Check() error {
	if s.MinConfidence < 0 || s.MinConfidence > 1 {
		return Usagef("--min-confidence %v: must be 0 to 1", s.MinConfidence)
	}
	return nil
}

// Drop leaves out the organizations that are less sure.
func (s Sure) Drop(f *facts.Facts) { output.DropUnsure(f, s.MinConfidence) }

// Check completes what the flags leave open and refuses what cannot be meant.
func (in *Inputs) Check(std Streams) error {
	if len(in.Paths) == 0 {
		if isTerminal(std.In) {
			return Usagef("nothing to read: name files or folders, or - to read standard input")
		}
		in.Paths = []string{"-"}
	}
	if in.MaxPage <= 0 {
		return Usagef("--max-page %d: must be positive", in.MaxPage)
	}
	if err := input.Check(in.Paths); err != nil {
		return usageError{err}
	}
	return nil
}

// maxWorkers is far more than any machine makes use of; each holds a page.
const maxWorkers = 1024

// Items yields what the inputs hold; run is told of progress. Saved may be nil.
func (in *Inputs) Items(ctx context.Context, std Streams, run *Run, saved *Saved) (iter.Seq[input.Item], error) {
	opts := input.Options{Stdin: std.In, MaxPage: in.MaxPage, OnRead: run.read, Log: run.Log, FollowLinks: in.Follow}
	if run.Workers < 1 || run.Workers > maxWorkers {
		return nil, Usagef("--workers %d: must be 1 to %d", run.Workers, maxWorkers)
	}
	table := ""
	if saved != nil {
		table = saved.URLs
	}
	var err error
	if opts.Not, err = input.Spare(in.Paths, run.Out, input.Walk{FollowLinks: in.Follow}, table); err != nil {
		return nil, Usagef("-o: %w", err)
	}
	if saved != nil && saved.URLs != "" {
		if opts.URLs, err = readURLs(saved.URLs); err != nil {
			return nil, Usagef("--urls: %w", err)
		}
	}
	if saved != nil && saved.Fetched != "" {
		if opts.Fetched, err = input.ParseTime(saved.Fetched); err != nil {
			return nil, Usagef("--fetched: %w", err)
		}
	}
	return input.Items(ctx, in.Paths, opts), nil
}

func readURLs(file string) (map[string]string, error) {
	f, err := os.Open(file)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	urls := map[string]string{}
	lines := bufio.NewScanner(f)
	lines.Buffer(nil, 1<<20)
	for n := 1; lines.Scan(); n++ {
		line := strings.TrimRight(lines.Text(), "\r")
		if strings.TrimSpace(line) == "" || strings.HasPrefix(line, "#") {
			continue
		}
		name, url, ok := strings.Cut(line, "\t")
		if !ok {
			return nil, fmt.Errorf("%s:%d: want file name, tab, URL", file, n)
		}
		urls[name] = strings.TrimSpace(url)
	}
	if err := lines.Err(); err != nil {
		return nil, fmt.Errorf("%s: %w", file, err)
	}
	return urls, nil
}
