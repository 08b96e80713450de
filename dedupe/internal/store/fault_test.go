package store

import (
	"errors"
	"fmt"
	"math/rand/v2"
	"os"
	"path/filepath"
	"testing"
)

// cuttable makes an open store with two segments and a log on disk.
func cuttable(t *testing.T) (*Store, string) {
	t.Helper()
	path := filepath.Join(t.TempDir(), "index")
	s, err := Open(path, Options{Buffer: 4000, Commit: 50})
	if err != nil {
		t.Fatal(err)
	}
	rng := rand.New(rand.NewPCG(31, 32))
	for i := range 2500 {
		r := random(rng, 1)
		r.ID = fmt.Sprint(i)
		r.Keys = append(r.Keys, 1000+uint64(i))
		if err := s.put(r); err != nil {
			t.Fatal(err)
		}
	}
	s.rest(false)
	if s.Stats().Segments < 2 {
		t.Fatalf("%+v, want two segments", s.Stats())
	}
	return s, path
}

// TestCutWhileOpen cuts a segment that is mapped, as another process may: whatever is asked then is a CorruptError or an
// answer from before the cut, and the process goes on.
func TestCutWhileOpen(t *testing.T) {
	for _, share := range []float64{0, 0.001, 0.3, 0.6, 0.9, 0.999} {
		s, path := cuttable(t)
		files, err := filepath.Glob(filepath.Join(path, "*.seg"))
		if err != nil || len(files) < 2 {
			t.Fatal(files, err)
		}
		info, err := os.Stat(files[0])
		if err != nil {
			t.Fatal(err)
		}
		if err := os.Truncate(files[0], int64(share*float64(info.Size()))); err != nil {
			t.Fatal(err)
		}
		for what, ask := range map[string]func() error{
			"Lookup": func() error {
				return s.Lookup([]uint64{1, 2, 3, 1001}, 100, func(Record, int) error { return nil })
			},
			"All": func() error {
				for _, err := range s.All() {
					if err != nil {
						return err
					}
				}
				return nil
			},
			"Write": func() error {
				return s.Write(func(w Writer) error {
					if err := w.Lookup([]uint64{1, 2}, 100, func(Record, int) error { return nil }); err != nil {
						return err
					}
					return w.Put("5", 1, []uint64{1}, nil)
				})
			},
			"Expire": func() error { _, err := s.Expire(500); return err },
		} {
			var corrupt *CorruptError
			if err := ask(); !errors.As(err, &corrupt) {
				t.Errorf("%s of a segment cut to %.1f%%: %v, want a CorruptError", what, 100*share, err)
			}
		}
		s.Close()
	}
}

// TestMergeOfCut merges segments of which one was cut: an error, and the store is as it was.
func TestMergeOfCut(t *testing.T) {
	for _, size := range []int64{0, 5000, 60_000} {
		s, path := cuttable(t)
		before := s.segments
		if err := os.Truncate(filepath.Join(path, segmentName(before[0].number)), size); err != nil {
			t.Fatal(err)
		}
		j := &job{to: len(before), number: 1000}
		for _, g := range before {
			j.sources = append(j.sources, &source{table: g})
		}
		var corrupt *CorruptError
		if err := s.tidy(func() *job { return j }); !errors.As(err, &corrupt) {
			t.Errorf("a merge of a segment cut to %d bytes: %v, want a CorruptError", size, err)
		}
		if &s.segments[0] != &before[0] || len(s.segments) != len(before) {
			t.Error("the segments were replaced")
		}
		s.Close()
	}
}

// TestLogCutWhileOpen cuts the log: the next commit is an error, before anything is acknowledged behind a hole.
func TestLogCutWhileOpen(t *testing.T) {
	path := filepath.Join(t.TempDir(), "index")
	s, err := Open(path, Options{Commit: 1})
	if err != nil {
		t.Fatal(err)
	}
	defer s.Close()
	if err := s.put(twinRecord{ID: "a"}); err != nil {
		t.Fatal(err)
	}
	if err := os.Truncate(filepath.Join(path, logName(1)), 30); err != nil {
		t.Fatal(err)
	}
	var corrupt *CorruptError
	if err := s.put(twinRecord{ID: "b"}); !errors.As(err, &corrupt) {
		t.Errorf("a commit to a log that was cut: %v, want a CorruptError", err)
	}
}
