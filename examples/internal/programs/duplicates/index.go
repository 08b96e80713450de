package duplicates

import (
	"bufio"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"iter"
	"path/filepath"

	"github.com/gisa-go/gisa/dedupe"
	"github.com/gisa-go/gisa/examples/internal/cli"
	"github.com/gisa-go/gisa/examples/internal/output"
)

// found is what the index says of a document: whether it is new, and what it repeats of the documents before it.
type found struct {
	ID string `json:"id"`
	dedupe.Seen
}

// index adds the documents to the index in c.Index and writes a line for each. The index keeps the texts, so that every
// match is decided exactly.
func (c *command) index(ctx context.Context, std cli.Streams, run *cli.Run, answers iter.Seq[answer], opts *dedupe.Options) (err error) {
	x, err := c.open(std, opts)
	if err != nil {
		return err
	}
	defer func() { err = errors.Join(err, x.Close()) }()
	var changes [dedupe.Unchanged + 1]int
	err = run.To(ctx, std, func(w *bufio.Writer) error {
		table := output.NewTable(w, foundColumns[c.Labels])
		write := c.foundWriter(w, c.Readable(std), cli.Screen(std.Out, c.Color))
		if c.CSV {
			write = func(f found, failed error) error { return foundRows(table, f, failed) }
		}
		for a := range answers {
			f := found{ID: a.ID}
			if a.err == nil {
				f.Seen, err = x.Add(context.WithoutCancel(ctx), a.Document) // the line under way is finished
				if err != nil {
					return fmt.Errorf("--index: %s: %w", a.ID, err)
				}
				changes[f.Change]++
			}
			run.Done(a.err)
			if err := write(f, a.err); err != nil {
				return err
			}
		}
		if c.CSV {
			return table.Flush()
		}
		return nil
	})
	if !c.Quiet {
		fmt.Fprintf(std.Err, "%d new, %d changed, %d unchanged\n", changes[dedupe.Added], changes[dedupe.Changed], changes[dedupe.Unchanged])
	}
	return err
}

// open opens the index, and tells what of it is lost.
func (c *command) open(std cli.Streams, opts *dedupe.Options) (*dedupe.Index, error) {
	x, err := dedupe.Open(c.Index, &dedupe.IndexOptions{Options: *opts, KeepTexts: true, SkipPassages: true, Repair: c.Repair})
	var corrupt *dedupe.CorruptError
	switch {
	case errors.Is(err, dedupe.ErrLocked):
		return nil, fmt.Errorf("the index %s is in use: wait for the other run to end", c.Index)
	case errors.Is(err, dedupe.ErrNotIndex):
		return nil, cli.Usagef("--index: %w: name a folder of its own", err)
	case errors.As(err, &corrupt) && filepath.Ext(corrupt.File) == ".log" && !c.Repair:
		return nil, fmt.Errorf("--index: %w: if its end is lost, --repair keeps the rest", err)
	case err != nil:
		return nil, fmt.Errorf("--index: %w", err)
	}
	if lost := x.Stats().Lost; lost > 0 && !c.Quiet {
		fmt.Fprintf(std.Err, "the index %s has lost the last %d bytes of its log: run again over what was added last\n", c.Index, lost)
	}
	return x, nil
}

func (c *command) foundWriter(w *bufio.Writer, readable bool, s screen) func(found, error) error {
	if c.Text || readable && !c.JSON {
		return func(f found, failed error) error {
			if failed != nil {
				return (&pretty{w: w, s: s}).failed(f.ID, failed)
			}
			fmt.Fprintf(w, "%s  %s\n", s.Bold(f.ID), s.Dim(f.Change.String()))
			for _, m := range f.Matches {
				fmt.Fprintf(w, "  ↳ %s  %s\n", s.Dim(m.ID), note(m))
			}
			return nil
		}
	}
	enc := json.NewEncoder(w)
	enc.SetEscapeHTML(false)
	return func(f found, failed error) error {
		if failed != nil {
			return lines{enc}.failed(f.ID, failed)
		}
		if f.Matches == nil {
			f.Matches = []dedupe.Match{} // readers of JSON go through the list
		}
		tidy(f.Matches)
		if f.Earlier != nil {
			e := []dedupe.Match{*f.Earlier}
			tidy(e)
			f.Earlier = &e[0]
		}
		return enc.Encode(f)
	}
}

var foundColumns = map[string][]string{
	"en": {"id", "change", "like", "kind", "similarity", "containment", "error"},
	"ko": {"문서", "변화", "닮은 문서", "종류", "유사도", "포함도", "오류"},
}

// foundRows writes a row for each document that one is like, or one row where there is none.
func foundRows(t *output.Table, f found, failed error) error {
	if failed != nil {
		return t.Row(output.Cell(f.ID), "", "", "", "", "", output.Cell(failed.Error()))
	}
	if len(f.Matches) == 0 {
		return t.Row(output.Cell(f.ID), f.Change.String(), "", "", "", "", "")
	}
	for _, m := range f.Matches {
		if err := t.Row(output.Cell(f.ID), f.Change.String(), output.Cell(m.ID), m.Kind.String(),
			fmt.Sprint(round(m.Similarity)), fmt.Sprint(round(m.Containment)), ""); err != nil {
			return err
		}
	}
	return nil
}
