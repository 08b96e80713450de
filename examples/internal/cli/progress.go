package cli

import (
	"bufio"
	"cmp"
	"context"
	"errors"
	"fmt"
	"io"
	"iter"
	"log/slog"
	"time"

	"github.com/schollz/progressbar/v3"

	"github.com/gisa-go/gisa/examples/internal/input"
	"github.com/gisa-go/gisa/examples/internal/output"
)

// Run counts what a run has done and shows it.
type Run struct {
	Log    *slog.Logger
	bar    *progressbar.ProgressBar
	begun  time.Time
	done   int
	failed int
	Running
	w io.Writer
}

// Start begins to count. The progress bar is shown where a person looks on: on a terminal, where results go to a file.
// Into a pipe, what reads it may write to the same terminal.
func (r Running) Start(ctx context.Context, std Streams, paths []string) *Run {
	run := &Run{begun: time.Now(), Running: r, w: std.Err}
	run.Log = logger(besideBar{run}, r.Quiet, r.Verbose)
	if !r.Quiet && isTerminal(std.Err) && (r.Out != "" || r.Elsewhere || isFile(std.Out)) {
		run.bar = progressbar.NewOptions64(-1, progressbar.OptionSetWriter(std.Err), progressbar.OptionShowBytes(true),
			progressbar.OptionThrottle(200*time.Millisecond), progressbar.OptionClearOnFinish(), progressbar.OptionSetWidth(24),
			progressbar.OptionSetDescription("reading"), progressbar.OptionFullWidth(), progressbar.OptionSetPredictTime(true))
		go func() {
			if bytes := input.Total(paths, input.Walk{}); bytes > 0 && ctx.Err() == nil {
				run.bar.ChangeMax64(bytes)
			}
		}()
	}
	return run
}

// besideBar writes to standard error, the progress bar out of the way.
type besideBar struct{ *Run }

func (b besideBar) Write(p []byte) (int, error) {
	if b.bar != nil {
		b.bar.Clear()
	}
	return b.w.Write(p)
}

// read is told of bytes read.
func (r *Run) read(n int) {
	if r.bar != nil {
		r.bar.Add(n)
	}
}

// Done counts an input that was answered, with err where it failed.
func (r *Run) Done(err error) {
	r.done++
	if err != nil {
		r.failed++
	}
	if r.bar != nil && r.done%16 == 0 {
		r.bar.Describe(r.count())
	}
}

func (r *Run) count() string {
	if r.failed > 0 {
		return fmt.Sprintf("%d pages, %d failed", r.done, r.failed)
	}
	return fmt.Sprintf("%d pages", r.done)
}

// Write writes the answers as they come.
func (r *Run) Write(ctx context.Context, std Streams, lines iter.Seq[output.Line],
	format func(io.Writer) (output.Writer, error)) error {
	return r.To(ctx, std, func(w *bufio.Writer) (err error) {
		out, err := format(w)
		if err != nil {
			return err
		}
		if c, ok := out.(io.Closer); ok {
			defer func() { err = errors.Join(err, c.Close()) }()
		}
		for line := range lines {
			if err := out.Write(line); err != nil {
				return err
			}
			r.Done(line.Err)
		}
		return out.Flush()
	})
}

// Sink is where answers go that is no stream. What was written shows after Flush; Close without it takes all back.
type Sink interface {
	output.Writer
	io.Closer
}

// Into writes the answers as they come into a sink. They show unless writing fails, the run is interrupted or nothing
// was found.
func (r *Run) Into(ctx context.Context, lines iter.Seq[output.Line], sink Sink) (err error) {
	defer func() { err = errors.Join(err, sink.Close()) }()
	for line := range lines {
		if line.Err != nil {
			r.Log.Warn("failed", "file", line.Name(), "reason", line.Err)
		}
		if err := sink.Write(line); err != nil {
			return err
		}
		r.Done(line.Err)
	}
	outcome := r.End(ctx)
	if outcome != nil && !errors.Is(outcome, ErrSomeFailed) {
		return outcome
	}
	return cmp.Or(sink.Flush(), outcome)
}

// To calls write with where results go. The file of -o appears unless write fails, the run is interrupted or nothing
// was found; that some inputs failed is no reason to withhold the others.
func (r *Run) To(ctx context.Context, std Streams, write func(w *bufio.Writer) error) error {
	var outcome error
	err := output.To(r.Out, std.Out, func(w *bufio.Writer) error {
		if err := write(w); err != nil {
			return err
		}
		if outcome = r.End(ctx); errors.Is(outcome, ErrSomeFailed) {
			return nil
		}
		return outcome
	})
	return cmp.Or(err, outcome)
}

// Found is an error where no input was answered.
func (r *Run) Found() error {
	if r.done == 0 {
		return Usagef("no pages found: looked for .html, .htm, .txt, .mhtml, .warc, .wacz, .zip and lines of JSON, also compressed")
	}
	return nil
}

// End says how the run went. It returns ErrSomeFailed where an input failed.
func (r *Run) End(ctx context.Context) error {
	if r.bar != nil {
		r.bar.Finish()
	}
	took := time.Since(r.begun)
	if r.Verbose || r.bar != nil && took > time.Second {
		fmt.Fprintf(r.w, "%s in %.1f s: %.0f a second\n", r.count(), took.Seconds(), float64(r.done)/took.Seconds())
	}
	if err := ctx.Err(); err != nil {
		return err
	}
	if err := r.Found(); err != nil {
		return err
	}
	if r.failed > 0 {
		if !r.Quiet {
			fmt.Fprintf(r.w, "%d of %d failed; the output tells why\n", r.failed, r.done)
		}
		return ErrSomeFailed
	}
	return nil
}
