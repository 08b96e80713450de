package duplicates

import (
	"bufio"
	"context"
	"errors"
	"fmt"
	"io"
	"iter"
	"log/slog"
	"slices"

	"github.com/gisa-go/gisa/dedupe"
	"github.com/gisa-go/gisa/examples/internal/cli"
	"github.com/gisa-go/gisa/examples/internal/tables"
	"github.com/gisa-go/gisa/scale/sql"
)

var clusterProgram = cli.Program{
	Name:  "cluster",
	About: "Compares and clusters the pairs of articles that another engine found.",
	Notes: `
Reads the sketches that the program sketch wrote, the pairs that an engine found in them, and the documents themselves, for
their texts. Sketches and pairs are CSV, lines of JSON or Parquet, each also compressed with gzip or zstd. The lines of the
output are those of the program duplicates, which finds the same without another engine. Sketches that other options or
another version of gisa made are refused: nothing is written then.

Exit codes: 0 all good, 1 some inputs failed, 2 the command line is wrong, 130 interrupted.`,
	Examples: []cli.Example{
		{For: "clusters of what an engine joined", Command: "cluster --sketches part-07.parquet --sketches part-08.parquet --pairs pairs.csv part-07.ndjson part-08.ndjson"},
	},
}

type clusterCommand struct {
	cli.Inputs
	cli.Saved
	formats
	cli.Running
	Sketches []string `required:"" sep:"none" placeholder:"FILE" help:"Sketches of the documents; may be given several times."`
	Pairs    []string `required:"" sep:"none" placeholder:"FILE" help:"Pairs that the engine found: columns a, b and common. May be given several times."`
	Related  bool     `help:"Also write the documents that are no copies but stand inside another one or hold one."`
}

// Cluster is what the program cluster says of itself, and its command line.
func Cluster() (cli.Program, cli.Command) { return clusterProgram, &clusterCommand{} }

// Run writes the clusters in order of their originals' claims.
func (c *clusterCommand) Run(ctx context.Context, std cli.Streams) error {
	if err := c.Check(std); err != nil {
		return err
	}
	if slices.Contains(append(slices.Clone(c.Sketches), c.Pairs...), c.Out) {
		return cli.Usagef("-o %s: this file is read", c.Out)
	}
	run := c.Start(ctx, std, c.Paths)
	items, err := c.Items(ctx, std, run, &c.Saved)
	if err != nil {
		return err
	}
	kept, err := newSpool()
	if err != nil {
		return err
	}
	defer kept.close()
	return run.To(ctx, std, func(w *bufio.Writer) error {
		out := c.writer(w, kept, c.Readable(std), cli.Screen(std.Out, c.Color))
		for _, err := range keep(cli.Each(ctx, c.Workers, items, document), kept, run, out) {
			if err != nil {
				return err
			}
		}
		opts := &dedupe.Options{Load: kept.text}
		clusters, err := dedupe.Assemble(ctx, readAll(c.Sketches, sql.Sketches), readAll(c.Pairs, sql.Pairs), opts)
		switch {
		case errors.Is(err, dedupe.ErrSketchVersion):
			return fmt.Errorf("%w: make all sketches anew with this gisa", err)
		case err != nil:
			return err
		}
		return writeClusters(out, clusters, c.Related, run.Log)
	})
}

// writeClusters writes those with copies, and the others where they are asked for.
func writeClusters(out writer, clusters []dedupe.Cluster, related bool, log *slog.Logger) error {
	none := true
	for _, cluster := range clusters {
		if len(cluster.Copies) == 0 && !related {
			continue
		}
		none = false
		if err := out.cluster(cluster); err != nil {
			return err
		}
	}
	if none {
		log.Info("no copies found")
	}
	return out.flush()
}

// readAll reads the rows of several files.
func readAll[T any](files []string, read func(io.Reader) iter.Seq2[T, error]) iter.Seq2[T, error] {
	return func(yield func(T, error) bool) {
		for _, name := range files {
			if !readFile(name, read, yield) {
				return
			}
		}
	}
}

// readFile reports whether there is more to be read.
func readFile[T any](name string, read func(io.Reader) iter.Seq2[T, error], yield func(T, error) bool) bool {
	var none T
	file, err := tables.Open(name)
	if err != nil {
		yield(none, err)
		return false
	}
	defer file.Close()
	for v, err := range read(file) {
		if err != nil {
			yield(none, fmt.Errorf("%s: %w", name, err))
			return false
		}
		if !yield(v, nil) {
			return false
		}
	}
	return true
}
