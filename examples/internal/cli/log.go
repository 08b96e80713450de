package cli

import (
	"cmp"
	"context"
	"io"
	"log/slog"
	"strings"
	"sync"
)

// logger writes what is worth knowing to stderr: with -v what is passed over, too; with -q nothing.
func logger(w io.Writer, quiet, verbose bool) *slog.Logger {
	if quiet {
		return slog.New(slog.DiscardHandler)
	}
	level := slog.LevelInfo
	if verbose {
		level = slog.LevelDebug
	}
	return slog.New(&plain{w: w, level: level})
}

// plain writes records as people read them: what it is about, what happened, why, and the rest in brackets:
//
//	a.html: failed: page has no article
//	b.pdf: passed over: no page (kind PDF)
type plain struct {
	mu    sync.Mutex
	w     io.Writer
	level slog.Level
}

// Enabled implements slog.Handler.
func (p *plain) Enabled(_ context.Context, level slog.Level) bool { return level >= p.level }

// Handle implements slog.Handler.
func (p *plain) Handle(_ context.Context, r slog.Record) error {
	var subject, reason string
	var rest []string
	r.Attrs(func(a slog.Attr) bool {
		switch value := a.Value.String(); a.Key {
		case "file", "folder", "document":
			subject = cmp.Or(subject, value)
		case "reason":
			reason = value
		default:
			if value != "" {
				rest = append(rest, a.Key+" "+value)
			}
		}
		return true
	})
	line := r.Message
	if subject != "" {
		line = subject + ": " + line
	}
	if reason != "" {
		line += ": " + reason
	}
	if len(rest) > 0 {
		line += " (" + strings.Join(rest, ", ") + ")"
	}
	p.mu.Lock()
	defer p.mu.Unlock()
	_, err := io.WriteString(p.w, strings.ReplaceAll(line, "\n", " ")+"\n")
	return err
}

// WithAttrs implements slog.Handler. Nobody asks for attributes that all records have.
func (p *plain) WithAttrs([]slog.Attr) slog.Handler { return p }

// WithGroup implements slog.Handler.
func (p *plain) WithGroup(string) slog.Handler { return p }
