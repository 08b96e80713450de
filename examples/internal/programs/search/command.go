// Package search is the program search. It asks the database that articles writes.
package search

import (
	"bufio"
	"cmp"
	"context"
	"encoding/json"
	"fmt"
	"strings"
	"time"
	"unicode/utf8"

	"github.com/gisa-go/gisa"
	"github.com/gisa-go/gisa/examples/internal/cli"
	"github.com/gisa-go/gisa/examples/internal/database"
	"github.com/gisa-go/gisa/examples/internal/output"
)

var program = cli.Program{
	Name:  "search",
	About: "Finds articles in a database that “gisa articles --sqlite” wrote, by parts of Korean words and by amounts.",
	Notes: `
All words must stand in the article: in its title, text, captions, or among authors, outlets and tags. A word is found
inside of others (창원 in 창원시는), a number only whole. “Quotes” keep words together, -word leaves out articles that hold it.
An amount is found however it is written: 5백만 원 finds 500만원.

Exit codes: 0 found, 1 nothing found, 2 the command line is wrong or its file no database, 130 interrupted.`,
	Examples: []cli.Example{
		{For: "articles about a trail that do not speak of a budget", Command: "search news.db 둘레길 -예산"},
		{For: "words side by side, of this year, newest first", Command: `search news.db --from 2022-01-01 --newest '"이차전지 소재"'`},
		{For: "an amount, as lines of JSON", Command: "search news.db --json 1850억원"},
	},
}

type command struct {
	File   string   `arg:"" help:"The database."`
	Words  []string `arg:"" optional:"" help:"What to find; without words, what the flags choose."`
	From   string   `placeholder:"DAY" help:"Published on this day or later: 2022-02-23."`
	To     string   `placeholder:"DAY" help:"Published on this day or earlier."`
	Outlet string   `placeholder:"NAME" help:"Of a publisher or source whose name holds this."`
	Author string   `placeholder:"NAME" help:"By someone whose name holds this."`
	Newest bool     `help:"Newest first, rather than what fits best."`
	Limit  int      `default:"20" placeholder:"N" help:"Show so many; 0: all (default: 20)."`
	JSON   bool     `name:"json" xor:"format" help:"A JSON object a line (where results do not go to a terminal: the default)."`
	Text   bool     `xor:"format" help:"For reading (on a terminal: the default)."`
	CSV    bool     `name:"csv" xor:"format" help:"A table with one row an article, as Excel opens it."`
	Labels string   `enum:"ko,en" default:"ko" help:"Language of the table's headings: ko or en."`
	Color  string   `enum:"auto,always,never" default:"auto" help:"Colours: auto, always or never. NO_COLOR is respected."`
	Out    string   `short:"o" name:"out" placeholder:"FILE" help:"Write to this file rather than to standard output."`
}

// Program is what the program says of itself, and its command line.
func Program() (cli.Program, cli.Command) { return program, &command{} }

// Arguments keeps -진주 from being read as flags: none has a Korean letter.
func (c *command) Arguments(args []string) []string {
	out := make([]string, len(args))
	for i, a := range args {
		if rest, found := strings.CutPrefix(a, "-"); found && rest != "" && rest[0] >= utf8.RuneSelf {
			a = database.Without + rest
		}
		out[i] = a
	}
	return out
}

// Run writes what was found.
func (c *command) Run(ctx context.Context, std cli.Streams) error {
	for flag, day := range map[string]string{"--from": c.From, "--to": c.To} {
		if _, err := time.Parse(time.DateOnly, day); day != "" && err != nil {
			return cli.Usagef("%s %s: want a day, as 2022-02-23", flag, day)
		}
	}
	if c.Limit < 0 {
		return cli.Usagef("--limit %d: must not be negative", c.Limit)
	}
	db, err := database.Open(ctx, c.File)
	if err != nil {
		return cli.Usagef("%w", err)
	}
	defer db.Close()
	hits, total, err := db.Search(ctx, database.Query{Words: strings.Join(c.Words, " "), From: c.From, To: c.To,
		Outlet: c.Outlet, Author: c.Author, Newest: c.Newest, Limit: c.Limit})
	if err != nil {
		return err
	}
	if err := output.To(c.Out, std.Out, func(w *bufio.Writer) error { return c.write(w, std, hits) }); err != nil {
		return err
	}
	if total > len(hits) {
		fmt.Fprintf(std.Err, "%d of %s; --limit 0 shows all\n", len(hits), output.Thousands(fmt.Sprint(total)))
	}
	if total == 0 {
		fmt.Fprintln(std.Err, "nothing found")
		return cli.ErrSomeFailed
	}
	return nil
}

func (c *command) write(w *bufio.Writer, std cli.Streams, hits []database.Hit) error {
	readable := cli.Running{Out: c.Out}.Readable(std)
	switch {
	case c.CSV:
		return table(w, hits, c.Labels)
	case c.Text || readable && !c.JSON:
		s := cli.Screen(std.Out, c.Color)
		for _, h := range hits {
			fmt.Fprintf(w, "%s\n  %s\n  %s\n\n", s.Bold(cmp.Or(h.Title, h.File)), s.Dim(about(h)), marked(s, h.Snippet, h.Marks))
		}
		return nil
	}
	enc := json.NewEncoder(w)
	enc.SetEscapeHTML(false)
	for _, h := range hits {
		if err := enc.Encode(h); err != nil {
			return err
		}
	}
	return nil
}

// about is what is known of an article beside its title, on one line.
func about(h database.Hit) string {
	var parts []string
	for _, p := range []string{h.Published, h.Outlet, h.Authors, h.File} {
		if p != "" {
			parts = append(parts, p)
		}
	}
	if h.CopyOf != 0 {
		parts = append(parts, fmt.Sprintf("copy of article %d", h.CopyOf))
	}
	return strings.Join(parts, " · ")
}

func marked(s output.Screen, text string, marks []gisa.Span) string {
	var b strings.Builder
	at := 0
	for _, m := range marks {
		b.WriteString(s.Plain(text[at:m.Start]) + s.Found(m.In(text)))
		at = m.End
	}
	return b.String() + s.Plain(text[at:])
}

var headings = map[string][]string{
	"en": {"id", "file", "url", "title", "outlet", "authors", "published", "copy of", "snippet"},
	"ko": {"번호", "파일", "주소", "제목", "매체", "기자", "게재일시", "원본 번호", "발췌"},
}

func table(w *bufio.Writer, hits []database.Hit, labels string) error {
	t := output.NewTable(w, headings[labels])
	for _, h := range hits {
		original := ""
		if h.CopyOf != 0 {
			original = fmt.Sprint(h.CopyOf)
		}
		if err := t.Row(fmt.Sprint(h.ID), output.Cell(h.File), output.Cell(h.URL), output.Cell(h.Title), output.Cell(h.Outlet),
			output.Cell(h.Authors), h.Published, original, output.Cell(h.Snippet)); err != nil {
			return err
		}
	}
	return t.Flush()
}
