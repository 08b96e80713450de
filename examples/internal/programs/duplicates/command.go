// Package duplicates is the program duplicates. It finds the articles that repeat one another.
package duplicates

import (
	"bufio"
	"context"
	"errors"
	"iter"

	"github.com/gisa-go/gisa/dedupe"
	"github.com/gisa-go/gisa/examples/internal/cli"
	"github.com/gisa-go/gisa/examples/internal/input"
	"github.com/gisa-go/gisa/extract"
)

var program = cli.Program{
	Name:  "duplicates",
	About: "Finds the articles that repeat one another: exact copies, edited copies, articles inside others.",
	Notes: `
Reads saved pages as the program articles does, its output, or lines of JSON {"id", "text", "time"}. Each line of the
output is a cluster: the original and its copies, with the share of text they have in common. A document without a
copy stands in no line; with --related, one that stands inside another or holds one has a line, too. With --index each
line is a document with what it repeats of the earlier ones, of this run and of those before, and whether it is new,
changed or unchanged: the same again is compared with nothing. What was added stays added when a run is interrupted.

Exit codes: 0 all good, 1 some inputs failed, 2 the command line is wrong, 130 interrupted.`,
	Examples: []cli.Example{
		{For: "which pages of a folder are copies", Command: "duplicates saved/"},
		{For: "articles that were extracted before", Command: "articles --json saved/ | duplicates --json -o clusters.ndjson -"},
		{For: "what today's pages repeat of all that was ever seen", Command: "duplicates --json --index seen/ today/"},
		{For: "a table for Excel: one row a copy, from 70 % in common", Command: "duplicates --csv --similar 0.7 -o copies.csv texts.ndjson"},
	},
}

type command struct {
	cli.Inputs
	cli.Saved
	formats
	cli.Running
	Similar   float64 `placeholder:"SHARE" help:"Share of text in common from which two are one article, 0 to 1 (default: 0.4)."`
	Related   bool    `help:"Also write the documents that are no copies but stand inside another one or hold one."`
	Index     string  `placeholder:"FOLDER" type:"path" help:"Keep an index here across runs: each line then tells what one new document repeats of all that came before."`
	Repair    bool    `help:"Open an index whose log has lost its end, and keep the rest."`
	Contained float64 `placeholder:"SHARE" help:"Share of a text from which it stands inside another, 0 to 1 (default: 0.8)."`
}

// Program is what the program says of itself, and its command line.
func Program() (cli.Program, cli.Command) { return program, &command{} }

// Run writes the clusters in order of their originals' place in the input.
func (c *command) Run(ctx context.Context, std cli.Streams) error {
	if err := c.Check(std); err != nil {
		return err
	}
	opts := &dedupe.Options{Similar: c.Similar, Contained: c.Contained}
	if err := opts.Validate(); err != nil {
		return cli.Usagef("%w", err)
	}
	run := c.Start(ctx, std, c.Paths)
	items, err := c.Items(ctx, std, run, &c.Saved)
	if err != nil {
		return err
	}
	answers := cli.Each(ctx, c.Workers, items, document)
	if c.Index != "" {
		return c.index(ctx, std, run, answers, opts)
	}
	kept, err := newSpool()
	if err != nil {
		return err
	}
	defer kept.close()
	opts.Load = kept.text
	return run.To(ctx, std, func(w *bufio.Writer) error {
		out := c.writer(w, kept, c.Readable(std), cli.Screen(std.Out, c.Color))
		clusters, err := dedupe.Group(ctx, keep(answers, kept, run, out), opts)
		if err != nil {
			return err
		}
		return writeClusters(out, clusters, c.Related, run.Log)
	})
}

// answer is a document, or why an input gave none.
type answer struct {
	dedupe.Document
	title string
	err   error
}

// document takes the text of an item: a line of JSON's as it stands, a page's article.
func document(item input.Item) answer {
	if item.Kind == input.Text && item.Record != nil && item.Err == nil {
		return answer{Document: dedupe.Document{ID: item.Name(), Text: string(item.Data), Time: item.Time}}
	}
	line := cli.Article(item, &extract.Options{SkipFacts: true})
	if line.Err != nil {
		return answer{Document: dedupe.Document{ID: line.Name()}, err: line.Err}
	}
	a := line.Article
	return answer{Document: dedupe.Document{ID: line.Name(), Text: a.Text, Time: a.Published.Time}, title: a.Title}
}

// keep passes the documents on and keeps their texts; it writes a line for each that failed.
func keep(answers iter.Seq[answer], kept *spool, run *cli.Run, out writer) iter.Seq2[dedupe.Document, error] {
	return func(yield func(dedupe.Document, error) bool) {
		for a := range answers {
			if a.err == nil && kept.has(a.ID) {
				a.err = errors.New("a document of this id was read before")
			}
			run.Done(a.err)
			if a.err != nil {
				if err := out.failed(a.ID, a.err); err != nil {
					yield(dedupe.Document{}, err)
					return
				}
				continue
			}
			if err := kept.add(a.ID, a.title, a.Text); err != nil {
				yield(dedupe.Document{}, err)
				return
			}
			if !yield(a.Document, nil) {
				return
			}
		}
	}
}
