// Package report is the program report. It makes one HTML page of a collection of articles, to be read in a browser from
// the disk.
//
//	command.go     the command line
//	collection.go  articles → what the page's script reads
//	rows.go        the facts of an article, a row each; sentence.go, parts.go: where they stand, what they are parts of
//	groups.go      which articles repeat one another
//	saved.go       the way to the files that articles were read from
//	block.go       data, packed
//	page.go        the page; modules.go: its script, written as the ES modules in page/
package report

import (
	"bufio"
	"cmp"
	"context"
	"fmt"

	"github.com/gisa-go/gisa/examples/internal/cli"
	"github.com/gisa-go/gisa/examples/internal/input"
	"github.com/gisa-go/gisa/extract"
)

var program = cli.Program{
	Name: "report",
	About: "Makes one HTML page of a collection of articles: search and filters, facts highlighted and as a table, " +
		"duplicates side by side, charts.",
	Notes: `
Reads saved pages as the program articles does, or its output. The page needs neither a network nor a server: open it
with a browser of 2023 or later. It runs nothing but its own script, and asks for pictures only when a reader says so.

Exit codes: 0 all good, 1 some pages failed (the report names them), 2 the command line is wrong, 130 interrupted.`,
	Examples: []cli.Example{
		{For: "a folder of saved pages", Command: "report -o report.html saved/"},
		{For: "articles that were extracted before, with a title", Command: "report --title '해람시 예산 보도' -o report.html articles.ndjson"},
		{For: "a web archive, with labels in English", Command: "report --labels en -o report.html crawl.wacz"},
	},
}

type command struct {
	cli.Inputs
	cli.Saved
	cli.Running
	Title  string `default:"gisa report" help:"Title of the page."`
	Labels string `enum:"ko,en" default:"ko" help:"Language that the page opens in: ko or en. It can be switched there."`
	Limit  int    `default:"100000" placeholder:"N" help:"More articles are an error: a browser would not take them (default: 100000)."`
}

// Program is what the program says of itself, and its command line.
func Program() (cli.Program, cli.Command) { return program, &command{} }

// Run writes the page to the file of -o, or to standard output where that is no terminal.
func (c *command) Run(ctx context.Context, std cli.Streams) error {
	if err := c.Check(std); err != nil {
		return err
	}
	if c.Readable(std) {
		return cli.Usagef("where should the page go? Add -o report.html")
	}
	run := c.Start(ctx, std, c.Paths)
	items, err := c.Items(ctx, std, run, &c.Saved)
	if err != nil {
		return err
	}
	opts := &extract.Options{MaxBytes: c.MaxPage}
	lines := cli.Each(ctx, c.Workers, items, func(item input.Item) line { return read(item, opts) })
	return run.To(ctx, std, func(w *bufio.Writer) error {
		col := newCollection(c.Title, c.Labels, newSaved(c.Out))
		for l := range lines {
			run.Done(l.Err)
			if col.count() == c.Limit && l.Err == nil {
				return cli.Usagef("more than %d articles: choose fewer, or raise --limit", c.Limit)
			}
			col.add(l)
		}
		if err := cmp.Or(ctx.Err(), run.Found()); err != nil {
			return err // before the first byte of a page that would hold nothing
		}
		if err := col.group(ctx); err != nil {
			return fmt.Errorf("duplicates: %w", err)
		}
		return writePage(w, col)
	})
}
