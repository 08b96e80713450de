package cli

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"log/slog"
	"strings"
	"testing"

	"github.com/gisa-go/gisa/examples/internal/output"
	"github.com/gisa-go/gisa/extract"
)

// sink counts what reaches it.
type sink struct{ wrote, flushed, closed int }

func (s *sink) Write(output.Line) error { s.wrote++; return nil }
func (s *sink) Flush() error            { s.flushed++; return nil }
func (s *sink) Close() error            { s.closed++; return nil }

// What a sink holds shows unless the run is interrupted or finds nothing; that some inputs failed is no reason to
// withhold the others.
func TestInto(t *testing.T) {
	interrupted, stop := context.WithCancel(t.Context())
	stop()
	for name, c := range map[string]struct {
		ctx     context.Context
		lines   []output.Line
		flushed int
		want    error
	}{
		"good":        {t.Context(), []output.Line{{File: "a"}}, 1, nil},
		"some failed": {t.Context(), []output.Line{{File: "a"}, {File: "b", Err: extract.ErrNoArticle}}, 1, ErrSomeFailed},
		"interrupted": {interrupted, []output.Line{{File: "a"}}, 0, context.Canceled},
	} {
		s := &sink{}
		var errs bytes.Buffer
		run := &Run{Log: slog.New(slog.NewTextHandler(&errs, nil)), w: &errs}
		err := run.Into(c.ctx, func(yield func(output.Line) bool) {
			for _, l := range c.lines {
				if !yield(l) {
					return
				}
			}
		}, s)
		if !errors.Is(err, c.want) || s.flushed != c.flushed || s.closed != 1 || s.wrote != len(c.lines) {
			t.Errorf("%s: %v, %+v", name, err, s)
		}
		if name == "some failed" && !strings.Contains(errs.String(), "no article") {
			t.Errorf("the reason is not told: %s", errs.String())
		}
	}
}

func TestMessagesAreForPeople(t *testing.T) {
	for in, want := range map[string]string{
		"extract: page has no article":                   "page has no article",
		"a.html: extract: decode: dedupe: bad":           "a.html: decode: bad",
		"extract page.html: no such file":                "extract page.html: no such file",
		"--index: dedupe: a\ndedupe: b":                  "--index: a\nb",
		"interrupted while facts: were written":          "interrupted while facts: were written",
		"cannot write out.ndjson: there is no folder no": "cannot write out.ndjson: there is no folder no",
	} {
		if got := message(errors.New(in)); got != want {
			t.Errorf("%q reads %q, want %q", in, got, want)
		}
	}
	err := told{fmt.Errorf("extract: %w", extract.ErrNoArticle)}
	if !errors.Is(err, extract.ErrNoArticle) || strings.Contains(err.Error(), "extract:") {
		t.Errorf("%v", err)
	}
}
