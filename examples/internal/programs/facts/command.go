// Package facts is the program facts. It finds the facts of texts.
package facts

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"io"

	"github.com/gisa-go/gisa/examples/internal/cli"
	"github.com/gisa-go/gisa/examples/internal/input"
	"github.com/gisa-go/gisa/examples/internal/output"
	"github.com/gisa-go/gisa/examples/internal/workbook"
	"github.com/gisa-go/gisa/extract/facts"
)

var program = cli.Program{
	Name:  "facts",
	About: "Finds the amounts, dates and organizations in Korean texts and tells what they mean.",
	Notes: `
Reads plain text files, folders of them, and lines of JSON {"id", "text", "reference"}, where reference is the time at
which the text was published: 지난달 and 내년 resolve against it. On a terminal the texts are shown for reading;
elsewhere the facts are lines of JSON {"id", "facts"} with byte offsets into the text.

Exit codes: 0 all good, 1 some texts failed, 2 the command line is wrong, 130 interrupted.`,
	Examples: []cli.Example{
		{For: "one sentence", Command: `echo '해람시는 지난해 12월 2300억원을 들였다.' | facts --text --reference 2022-02-23`},
		{For: "lines of JSON in, lines of JSON out", Command: "facts --json -o facts.ndjson texts.ndjson"},
		{For: "a folder of texts into a table for Excel", Command: "facts --csv --reference 2022-02-23 -o facts.csv texts/"},
	},
}

type command struct {
	cli.Inputs
	output.Formats
	XLSX string `name:"xlsx" xor:"format" type:"path" placeholder:"FILE" help:"A workbook with a row a fact, in cells of their kind."`
	cli.Running
	cli.Sure
	Reference string `placeholder:"TIME" help:"When the texts were published, where they do not say so: 2022-02-23T17:41:00+09:00."`
	Weak      bool   `help:"Also find what lacks context: bare numbers, bare seasons."`
	Lists     bool   `help:"Find organizations by lists and patterns only: fewer of them, much faster."`
}

// Program is what the program says of itself, and its command line.
func Program() (cli.Program, cli.Command) { return program, &command{} }

// Run answers for each text, in order of the input.
func (c *command) Run(ctx context.Context, std cli.Streams) error {
	if err := c.check(std); err != nil {
		return err
	}
	opts := facts.Options{Weak: c.Weak}
	if c.Lists {
		opts.Names = facts.NamesLists
	}
	if c.Reference != "" {
		var err error
		if opts.Reference, err = input.ParseTime(c.Reference); err != nil {
			return cli.Usagef("--reference: %w", err)
		}
	}
	run := c.Start(ctx, std, c.Paths)
	items, err := c.Items(ctx, std, run, nil)
	if err != nil {
		return err
	}
	lines := cli.Each(ctx, c.Workers, items, func(item input.Item) output.Line {
		line := find(item, opts)
		c.Drop(&line.Facts)
		return line
	})
	if c.Folder() != "" {
		folder, err := output.NewFolder(c.Folder(), c.Labels)
		if err != nil {
			return err
		}
		return run.Into(ctx, lines, folder)
	}
	return run.Write(ctx, std, lines, func(w io.Writer) (output.Writer, error) {
		if c.XLSX != "" {
			return workbook.New(w, run.Log, c.Labels, output.Facts)
		}
		return c.Writer(w, output.Facts, c.Readable(std), cli.Screen(std.Out, c.Color)), nil
	})
}

// check completes what the flags leave open and refuses what cannot be meant.
func (c *command) check(std cli.Streams) error {
	if err := c.Formats.Check(output.Facts); err != nil {
		return cli.Usagef("%w", err)
	}
	if c.CSV == output.Rows(output.Articles.Name) {
		return cli.Usagef("--csv articles: texts have no articles; a row is a fact")
	}
	if file := cmp.Or(c.XLSX, c.Folder()); file != "" && c.Out != "" {
		return cli.Usagef("-o %s: results go to %s already", c.Out, file)
	}
	c.Out, c.Elsewhere = cmp.Or(c.Out, c.XLSX), c.Folder() != ""
	if err := c.Sure.Check(); err != nil {
		return err
	}
	return c.Inputs.Check(std)
}

// find finds the facts of one text. A text that makes the library panic fails alone.
func find(item input.Item, opts facts.Options) (line output.Line) {
	line = output.Line{File: item.File, ID: item.Name(), Err: item.Err}
	if item.Err != nil {
		return line
	}
	if item.Kind != input.Text {
		line.Err = errors.New("this is a page, and facts reads texts: run articles, which finds the facts of pages")
		return line
	}
	defer func() {
		if p := recover(); p != nil {
			line.Err = fmt.Errorf("internal error, please report it with this text: %v", p)
		}
	}()
	if !item.Time.IsZero() {
		opts.Reference = item.Time
	}
	line.Text = string(item.Data)
	line.Facts = facts.Find(line.Text, &opts)
	return line
}
