package duplicates

import (
	"context"
	"fmt"
	"os"
	"strings"
)

// spool keeps texts in a temporary file, so that a large collection need not stand in memory.
type spool struct {
	file  *os.File
	size  int64
	place map[string]span // by ID
}

type span struct {
	at          int64
	title, text int32 // bytes
}

func newSpool() (*spool, error) {
	file, err := os.CreateTemp("", "gisa-texts-*")
	if err != nil {
		return nil, fmt.Errorf("cannot keep texts (set TMPDIR to a folder with room): %w", err)
	}
	return &spool{file: file, place: map[string]span{}}, nil
}

func (s *spool) add(id, title, text string) error {
	if _, err := s.file.WriteAt([]byte(title+text), s.size); err != nil {
		return fmt.Errorf("cannot keep texts (set TMPDIR to a folder with room): %w", err)
	}
	s.place[id] = span{s.size, int32(len(title)), int32(len(text))}
	s.size += int64(len(title) + len(text))
	return nil
}

func (s *spool) has(id string) bool { _, ok := s.place[id]; return ok }

func (s *spool) read(at int64, n int32) (string, error) {
	buf := make([]byte, n)
	if _, err := s.file.ReadAt(buf, at); err != nil {
		return "", fmt.Errorf("cannot read kept texts: %w", err)
	}
	return string(buf), nil
}

// text is for dedupe.Options.Load.
func (s *spool) text(_ context.Context, id string) (string, error) {
	p, ok := s.place[id]
	if !ok {
		return "", fmt.Errorf("no text %q", id)
	}
	return s.read(p.at+int64(p.title), p.text)
}

// title is what a document is called: its title, else how its text begins.
func (s *spool) title(id string) string {
	p := s.place[id]
	if p.title > 0 {
		title, _ := s.read(p.at, p.title)
		return title
	}
	text, _ := s.read(p.at, min(p.text, 120))
	return strings.ToValidUTF8(strings.Join(strings.Fields(text), " "), "") + "…"
}

func (s *spool) close() {
	s.file.Close()
	os.Remove(s.file.Name())
}
