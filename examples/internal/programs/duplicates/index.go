package duplicates

import (
	"bufio"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"iter"

	"github.com/gisa-go/gisa/dedupe"
	"github.com/gisa-go/gisa/examples/internal/cli"
)

// found is what one document repeats of the documents before it.
type found struct {
	ID      string         `json:"id"`
	Matches []dedupe.Match `json:"matches"`
}

// index adds the documents to the index in c.Index and writes a line for each. The index keeps the texts, so that every
// match is decided exactly.
func (c *command) index(ctx context.Context, std cli.Streams, run *cli.Run, answers iter.Seq[answer], opts *dedupe.Options) (err error) {
	if c.CSV {
		return cli.Usagef("--csv is for clusters: use --json or --text with --index")
	}
	x, err := dedupe.Open(c.Index, &dedupe.IndexOptions{Options: *opts, KeepTexts: true})
	if errors.Is(err, dedupe.ErrLocked) {
		return fmt.Errorf("the index %s is in use: wait for the other run to end", c.Index)
	}
	if err != nil {
		return fmt.Errorf("--index: %w", err)
	}
	defer func() { err = errors.Join(err, x.Close()) }()
	return run.To(ctx, std, func(w *bufio.Writer) error {
		write := c.foundWriter(w, c.Readable(std), cli.Screen(std.Out, c.Color))
		for a := range answers {
			f := found{ID: a.ID, Matches: []dedupe.Match{}}
			if a.err == nil {
				matches, err := x.Add(context.WithoutCancel(ctx), a.Document) // the line under way is finished
				if err != nil {
					return fmt.Errorf("--index: %s: %w", a.ID, err)
				}
				f.Matches = append(f.Matches, matches...)
			}
			run.Done(a.err)
			if err := write(f, a.err); err != nil {
				return err
			}
		}
		return nil
	})
}

func (c *command) foundWriter(w *bufio.Writer, readable bool, s screen) func(found, error) error {
	if c.Text || readable && !c.JSON {
		return func(f found, failed error) error {
			if failed != nil {
				return (&pretty{w: w, s: s}).failed(f.ID, failed)
			}
			fmt.Fprintln(w, s.Bold(f.ID))
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
		tidy(f.Matches)
		return enc.Encode(f)
	}
}
