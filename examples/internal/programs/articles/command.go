// Package articles is the program articles. It turns saved pages into articles.
package articles

import (
	"context"
	"io"

	"github.com/gisa-go/gisa/examples/internal/cli"
	"github.com/gisa-go/gisa/examples/internal/input"
	"github.com/gisa-go/gisa/examples/internal/ordered"
	"github.com/gisa-go/gisa/examples/internal/output"
	"github.com/gisa-go/gisa/extract"
)

var program = cli.Program{
	Name:  "articles",
	About: "Turns saved news pages into articles: title, authors, outlet, times, the text once, and the amounts, dates and organizations in it.",
	Notes: `
Pages are told by their content: HTML, the text dump of a page (.txt), MHTML, WARC, WACZ, ZIP, lines of JSON
{"url", "html"}, each also compressed with gzip or zstd. On a terminal the articles are shown for reading; elsewhere
they are lines of JSON. A page that fails is a line with "error", and the run goes on.

Exit codes: 0 all good, 1 some pages failed, 2 the command line is wrong, 130 interrupted.`,
	Examples: []cli.Example{
		{For: "read one saved page", Command: "articles page.html"},
		{For: "a folder into lines of JSON, with the addresses of its files", Command: "articles --json --urls urls.tsv -o articles.ndjson saved/"},
		{For: "a web archive into a table for Excel, one row a fact", Command: "articles --csv -o facts.csv crawl.warc.gz"},
	},
}

type command struct {
	cli.Inputs
	cli.Saved
	output.Formats
	JSONLD bool `name:"jsonld" xor:"format" help:"A schema.org NewsArticle a line."`
	cli.Running
	KeepRepeats bool `help:"Leave in the text what the page says more than once."`
	NoFacts     bool `help:"Find no amounts, dates and organizations."`
}

// Program is what the program says of itself, and its command line.
func Program() (cli.Program, cli.Command) { return program, &command{} }

// Run answers for each page, in order of the input.
func (c *command) Run(ctx context.Context, std cli.Streams) error {
	if err := c.Check(std); err != nil {
		return err
	}
	run := c.Start(ctx, std, c.Paths)
	items, err := c.Items(ctx, std, run, &c.Saved)
	if err != nil {
		return err
	}
	opts := &extract.Options{SkipFacts: c.NoFacts, KeepRepeats: c.KeepRepeats, MaxBytes: c.MaxPage}
	lines := ordered.Map(ctx, c.Workers, items, func(item input.Item) output.Line { return cli.Article(item, opts) })
	return run.Write(ctx, std, lines, func(w io.Writer) output.Writer {
		if c.JSONLD {
			return output.NewJSONLD(w)
		}
		return c.Writer(w, c.Readable(std), cli.Screen(std.Out, c.Color))
	})
}
