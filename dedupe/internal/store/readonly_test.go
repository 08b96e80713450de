package store

import (
	"errors"
	"fmt"
	"io/fs"
	"os"
	"path/filepath"
	"sync"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// TestReadOnly opens a store for reading beside the one who writes and with others: it sees what was committed, writes
// nothing and needs no right to.
func TestReadOnly(t *testing.T) {
	path := filepath.Join(t.TempDir(), "index")
	if _, err := Open(path, Options{ReadOnly: true}); !errors.Is(err, fs.ErrNotExist) {
		t.Errorf("what is not there: %v, want ErrNotExist", err)
	}
	if _, err := os.Stat(path); !errors.Is(err, fs.ErrNotExist) {
		t.Errorf("a reader has made a folder: %v", err)
	}
	writer, err := Open(path, Options{Buffer: 60, Commit: 2, Fanout: 2})
	if err != nil {
		t.Fatal(err)
	}
	for i := range 101 {
		if err := writer.put(twinRecord{ID: fmt.Sprint(i), Keys: []uint64{7, uint64(i)}}); err != nil {
			t.Fatal(err)
		}
	}
	for range 2 {
		writer.rest(false)
		before := tree(t, path)
		os.Chmod(path, 0o555)
		var readers []*Store
		for range 3 {
			r, err := Open(path, Options{ReadOnly: true})
			if err != nil {
				t.Fatal(err)
			}
			readers = append(readers, r)
			if n := len(everything(t, r)); n != 100 && n != 101 || n != r.Stats().Records {
				t.Errorf("a reader sees %d records, %+v", n, r.Stats())
			}
			if found := lookup(t, r, []uint64{50}); found["50"] != 1 {
				t.Errorf("a reader finds %v", found)
			}
			_, expired := r.Expire(1)
			for what, err := range map[string]error{"put": r.put(twinRecord{ID: "x"}), "Sync": r.Sync(), "Expire": expired} {
				if !errors.Is(err, ErrReadOnly) {
					t.Errorf("%s: %v, want ErrReadOnly", what, err)
				}
			}
		}
		os.Chmod(path, 0o777)
		if diff := cmp.Diff(before, tree(t, path)); diff != "" {
			t.Errorf("readers have changed the folder (-before +after):\n%s", diff)
		}
		writer.Close()
		for _, r := range readers { // they stay as they are
			if found := lookup(t, r, []uint64{99}); found["99"] != 1 || r.Close() != nil {
				t.Errorf("a reader finds %v", found)
			}
			if err := r.Lookup(nil, 1, nil); !errors.Is(err, ErrClosed) {
				t.Errorf("a closed reader: %v", err)
			}
		}
	}
}

// TestReadWhileWriting opens readers while a store flushes and merges: each sees a state that there was, and no less than
// was committed when it was opened.
func TestReadWhileWriting(t *testing.T) {
	path := filepath.Join(t.TempDir(), "index")
	s, err := Open(path, Options{Buffer: 120, Commit: 1 << 20, Fanout: 2})
	if err != nil {
		t.Fatal(err)
	}
	var mu sync.Mutex
	committed, done := 0, false
	var writing sync.WaitGroup
	writing.Go(func() {
		for n := 0; n < 1000/(1+4*slow); n += 10 {
			err := s.WriteNow(func(w Writer) error {
				for i := range 10 {
					id, keys, payload := killRecord(n + i)
					if err := w.Put(id, int64(n+i), keys, payload); err != nil {
						return err
					}
				}
				return nil
			})
			if err != nil {
				t.Error(err)
				break
			}
			mu.Lock()
			committed = n + 10
			mu.Unlock()
		}
		mu.Lock()
		done = true
		mu.Unlock()
	})
	defer writing.Wait()
	for {
		mu.Lock()
		atLeast, last := committed, done
		mu.Unlock()
		r, err := Open(path, Options{ReadOnly: true})
		if err != nil {
			t.Fatal(err)
		}
		n := 0
		for rec, err := range r.All() {
			if id, _, payload := killRecord(n); err != nil || string(rec.ID) != id || string(rec.Payload) != string(payload) {
				t.Fatalf("record %d is %s, %v", n, rec.ID, err)
			}
			n++
		}
		if n < atLeast || n%10 != 0 || r.Close() != nil {
			t.Fatalf("a reader sees %d records, where %d were committed, ten at a time", n, atLeast)
		}
		if last {
			break
		}
	}
	writing.Wait()
	if err := s.Close(); err != nil {
		t.Fatal(err)
	}
}
