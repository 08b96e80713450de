package duplicates

import (
	"bufio"
	"context"
	"errors"
	"fmt"
	"path/filepath"
	"strings"
	"sync"

	"github.com/gisa-go/gisa/dedupe"
	"github.com/gisa-go/gisa/examples/internal/cli"
	"github.com/gisa-go/gisa/examples/internal/input"
	"github.com/gisa-go/gisa/examples/internal/tables"
	"github.com/gisa-go/gisa/scale/sql"
)

var sketchProgram = cli.Program{
	Name:  "sketch",
	About: "Writes of each article what another engine needs to find its copies.",
	Notes: `
For collections that outgrow one machine, or lie in an SQL engine anyway: the sketches of a collection, made anywhere and
in any number of parts, are loaded into a table; --script DIALECT prints the statements that find the pairs of documents
worth a comparison; the program cluster compares these. The clusters are those of the program duplicates.
docs/scale.md says which engine for which size. Dialects: ` + strings.Join(sql.Dialects(), ", ") + `.

A document that cannot be read has no sketch and is told on standard error.

Exit codes: 0 all good, 1 some inputs failed, 2 the command line is wrong, 130 interrupted.`,
	Examples: []cli.Example{
		{For: "a part of a collection, for DuckDB", Command: "sketch -o part-07.parquet part-07.ndjson"},
		{For: "the same for PostgreSQL", Command: "sketch --csv -o part-07.csv part-07.ndjson"},
		{For: "how the engine finds the pairs", Command: "sketch --script postgresql"},
	},
}

type sketchCommand struct {
	cli.Inputs
	cli.Saved
	cli.Running
	CSV     bool   `name:"csv" xor:"format" help:"A table with a header line (the default)."`
	JSON    bool   `name:"json" xor:"format" help:"A JSON object a line (the default where -o ends in json)."`
	Parquet bool   `xor:"format" help:"A Parquet file (the default where -o ends in .parquet)."`
	Script  string `placeholder:"DIALECT" help:"Print the statements that find the pairs in this dialect of SQL, and read nothing."`
}

// Sketch is what the program sketch says of itself, and its command line.
func Sketch() (cli.Program, cli.Command) { return sketchProgram, &sketchCommand{} }

// Run writes the sketches in the order of the input.
func (c *sketchCommand) Run(ctx context.Context, std cli.Streams) error {
	if c.Script != "" {
		script, err := sql.Script(c.Script)
		if err != nil {
			return cli.Usagef("--script: %w", err)
		}
		_, err = std.Out.Write([]byte(script))
		return err
	}
	if err := c.Check(std); err != nil {
		return err
	}
	run := c.Start(ctx, std, c.Paths)
	items, err := c.Items(ctx, std, run, &c.Saved)
	if err != nil {
		return err
	}
	sketchers := sync.Pool{New: func() any { s, _ := dedupe.NewSketcher(nil); return s }} // the defaults are no bad options
	type sketched struct {
		id  string
		err error
		dedupe.Sketch
		any bool // characters in the text
	}
	answers := cli.Each(ctx, c.Workers, items, func(item input.Item) (k sketched) {
		a := document(item)
		if k.id, k.err = a.ID, a.err; k.err == nil {
			s := sketchers.Get().(*dedupe.Sketcher)
			defer sketchers.Put(s)
			k.Sketch, k.any = s.Sketch(a.Document)
		}
		return k
	})
	return run.To(ctx, std, func(w *bufio.Writer) error {
		out := c.writer(w)
		known := map[string]struct{}{}
		for k := range answers {
			if _, again := known[k.id]; again && k.err == nil {
				k.err = errors.New("a document of this id was read before")
			}
			known[k.id] = struct{}{}
			run.Done(k.err)
			if k.err != nil {
				run.Log.Warn("failed", "document", k.id, "reason", k.err)
				continue
			}
			if !k.any {
				continue
			}
			if err := out.Write(&k.Sketch); err != nil {
				return fmt.Errorf("%s: %w", k.id, err)
			}
		}
		return out.Flush()
	})
}

// sketchWriter writes sketches in one format.
type sketchWriter interface {
	Write(*dedupe.Sketch) error
	Flush() error
}

func (c *sketchCommand) writer(w *bufio.Writer) sketchWriter {
	named := !c.CSV && !c.JSON && !c.Parquet
	ext := strings.ToLower(filepath.Ext(c.Out))
	switch {
	case c.Parquet, named && ext == ".parquet":
		return tables.NewWriter(w)
	case c.JSON, named && strings.HasSuffix(ext, "json"):
		return sql.NewWriter(w, sql.JSON)
	}
	return sql.NewWriter(w, sql.CSV)
}
