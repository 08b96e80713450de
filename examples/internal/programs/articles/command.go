// Package articles is the program articles. It turns saved pages into articles.
package articles

import (
	"cmp"
	"context"
	"io"
	"iter"

	"github.com/gisa-go/gisa/examples/internal/agenda"
	"github.com/gisa-go/gisa/examples/internal/cli"
	"github.com/gisa-go/gisa/examples/internal/database"
	"github.com/gisa-go/gisa/examples/internal/input"
	"github.com/gisa-go/gisa/examples/internal/output"
	"github.com/gisa-go/gisa/examples/internal/workbook"
	"github.com/gisa-go/gisa/extract"
	"github.com/gisa-go/gisa/extract/facts"
)

var program = cli.Program{
	Name:  "articles",
	About: "Turns saved news pages into articles: title, authors, outlet, times, the text once, and the amounts, dates and organizations in it.",
	Notes: `
Pages are told by their content: HTML, the text dump of a page (.txt), MHTML, WARC, WACZ, ZIP, lines of JSON
{"url", "html"}, each also compressed with gzip or zstd. On a terminal the articles are shown for reading; elsewhere
they are lines of JSON, which this program reads again as they are. A page that fails is a line with "error", and the run goes on.

With --sqlite a page that was read before, by the name of its file, is replaced; nothing changes when a run is interrupted.

Exit codes: 0 all good, 1 some pages failed, 2 the command line is wrong, 130 interrupted.`,
	Examples: []cli.Example{
		{For: "read one saved page", Command: "articles page.html"},
		{For: "a folder into lines of JSON, with the addresses of its files", Command: "articles --json --urls urls.tsv -o articles.ndjson saved/"},
		{For: "a web archive into a workbook for Excel", Command: "articles --xlsx articles.xlsx crawl.warc.gz"},
		{For: "every fact of a folder with its sentence, a row each", Command: "articles --csv facts -o facts.csv saved/"},
		{For: "a database for Datasette, DB Browser, DuckDB", Command: "articles --sqlite news.db saved/"},
		{For: "a document to read, with the facts marked", Command: "articles --html -o articles.html saved/"},
		{For: "a calendar of what is to come", Command: "articles --ics events.ics saved/"},
		{For: "a note each for Obsidian or Hugo", Command: "articles --markdown=notes saved/"},
	},
}

type command struct {
	cli.Inputs
	cli.Saved
	output.Formats
	JSONLD bool   `name:"jsonld" xor:"format" help:"A schema.org NewsArticle a line."`
	HTML   bool   `name:"html" xor:"format" help:"A document for browsers: the text as it stood, with lists, tables and pictures, its facts marked and explained."`
	XLSX   string `name:"xlsx" xor:"format" type:"path" placeholder:"FILE" help:"A workbook with a row an article and a row a fact, in cells of their kind."`
	SQLite string `name:"sqlite" xor:"format" type:"path" placeholder:"FILE" help:"Add to a database, which the command search of gisa and others can ask."`
	ICS    string `name:"ics" xor:"format" type:"path" placeholder:"FILE" help:"A calendar of the events to come, as the articles tell them: 착공, 접수 마감."`
	cli.Running
	cli.Sure
	KeepRepeats bool `help:"Leave in the text what the page says more than once."`
	NoFacts     bool `help:"Find no amounts, dates and organizations."`
}

// Program is what the program says of itself, and its command line.
func Program() (cli.Program, cli.Command) { return program, &command{} }

// Run answers for each page, in order of the input.
func (c *command) Run(ctx context.Context, std cli.Streams) error {
	if err := c.check(std); err != nil {
		return err
	}
	run := c.Start(ctx, std, c.Paths)
	items, err := c.Items(ctx, std, run, &c.Saved)
	if err != nil {
		return err
	}
	opts := &extract.Options{SkipFacts: c.NoFacts, KeepRepeats: c.KeepRepeats, MaxBytes: c.MaxPage, Workers: c.Workers,
		Body: c.HTML || c.Markdown != ""}
	lines := c.lines(ctx, items, opts)
	if sink, err := c.sink(ctx); sink != nil || err != nil {
		if err != nil {
			return err
		}
		return run.Into(ctx, lines, sink)
	}
	return run.Write(ctx, std, lines, func(w io.Writer) (output.Writer, error) {
		switch {
		case c.XLSX != "":
			return workbook.New(w, run.Log, c.Labels, output.Articles, output.Facts)
		case c.ICS != "":
			return agenda.New(w, c.Labels), nil
		case c.JSONLD:
			return output.NewJSONLD(w), nil
		case c.HTML:
			return output.NewHTML(w, c.Labels), nil
		}
		return c.Writer(w, output.Articles, c.Readable(std), cli.Screen(std.Out, c.Color)), nil
	})
}

// lines yields a line for each item.
func (c *command) lines(ctx context.Context, items iter.Seq[input.Item], opts *extract.Options) iter.Seq[output.Line] {
	return func(yield func(output.Line) bool) {
		for item, line := range cli.Articles(ctx, items, written, opts) {
			if line.Article != nil {
				c.complete(line.Article, item)
			}
			if !yield(line) {
				return
			}
		}
	}
}

// complete gives a text without a time the time that its line of JSON gives.
func (c *command) complete(a *extract.Article, item input.Item) {
	if a.Published.IsZero() && !item.Time.IsZero() {
		a.Published = extract.Time{Time: item.Time}
		a.Facts = facts.Find(a.Text, &facts.Options{Reference: item.Time})
	}
	if c.NoFacts {
		a.Facts = facts.Facts{}
	}
	c.Drop(&a.Facts)
}

// check completes what the flags leave open and refuses what cannot be meant.
func (c *command) check(std cli.Streams) error {
	if err := c.Formats.Check(output.Articles); err != nil {
		return cli.Usagef("%w", err)
	}
	file := cmp.Or(c.XLSX, c.ICS, c.SQLite, c.Folder())
	if file != "" && c.Out != "" {
		return cli.Usagef("-o %s: results go to %s already", c.Out, file)
	}
	c.Out, c.Elsewhere = cmp.Or(c.Out, c.XLSX, c.ICS), c.SQLite != "" || c.Folder() != ""
	if err := c.Sure.Check(); err != nil {
		return err
	}
	err := c.Inputs.Check(std)
	if err != nil && c.Markdown == output.Together {
		return cli.Usagef("%w (a folder to write to is joined to its flag: --markdown=FOLDER)", err)
	}
	return err
}

// sink is what answers go into where that is no stream, else nil.
func (c *command) sink(ctx context.Context) (cli.Sink, error) {
	switch {
	case c.SQLite != "":
		return database.Create(ctx, c.SQLite)
	case c.Folder() != "":
		return output.NewFolder(c.Folder(), c.Labels)
	}
	return nil, nil
}
