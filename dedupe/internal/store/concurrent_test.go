package store

import (
	"errors"
	"fmt"
	"math/rand/v2"
	"path/filepath"
	"sync"
	"sync/atomic"
	"testing"
)

func TestLocked(t *testing.T) {
	path := filepath.Join(t.TempDir(), "index")
	s, err := Open(path, Options{})
	if err != nil {
		t.Fatal(err)
	}
	if _, err := Open(path, Options{}); !errors.Is(err, ErrLocked) {
		t.Errorf("a second Open: %v, want ErrLocked", err)
	}
	if err := s.Close(); err != nil {
		t.Fatal(err)
	}
	if err := s.Close(); !errors.Is(err, ErrClosed) {
		t.Errorf("a second Close: %v, want ErrClosed", err)
	}
	if s, err = Open(path, Options{}); err != nil {
		t.Fatal(err)
	}
	s.Close()
}

// TestConcurrent reads, writes, removes and expires at the same time while tables are flushed and merged.
func TestConcurrent(t *testing.T) {
	s, err := Open(filepath.Join(t.TempDir(), "index"), Options{Buffer: 500, Commit: 20, Fanout: 2})
	if err != nil {
		t.Fatal(err)
	}
	writers, each := 3, 800-500*slow
	var writing, reading sync.WaitGroup
	for g := range writers {
		writing.Go(func() {
			rng := rand.New(rand.NewPCG(uint64(g), 9))
			for i := range each {
				r := random(rng, 1)
				r.ID, r.Time = fmt.Sprintf("%d-%d", g, i), int64(1000+i)
				r.Keys = append(r.Keys, uint64(g)<<32|uint64(i)<<8|1)
				if err := s.put(r); err != nil {
					t.Error(err)
				}
				if i%10 == 9 {
					if had, err := s.removeID(fmt.Sprintf("%d-%d", g, i-5)); !had || err != nil {
						t.Errorf("remove: %v, %v", had, err)
					}
				}
				// What this goroutine put and did not remove is there, whatever the others do.
				at := rng.IntN(i + 1)
				removed := at%10 == 4 && at+5 <= i
				if n := lookup(t, s, []uint64{uint64(g)<<32 | uint64(at)<<8 | 1})[fmt.Sprintf("%d-%d", g, at)]; (n == 1) == removed {
					t.Errorf("record %d-%d found %d times, removed is %v", g, at, n, removed)
				}
			}
		})
	}
	done := make(chan struct{})
	for range 2 {
		reading.Go(func() {
			for {
				select {
				case <-done:
					return
				default:
				}
				last := map[string]bool{}
				for r, err := range s.All() {
					if err != nil {
						t.Error(err)
						return
					}
					if last[string(r.ID)] {
						t.Errorf("record %s twice in one snapshot", r.ID)
					}
					last[string(r.ID)] = true
				}
				if _, err := s.Expire(500); err != nil {
					t.Error(err)
				}
			}
		})
	}
	writing.Wait()
	close(done)
	reading.Wait()
	if got, want := len(everything(t, s)), writers*each*9/10; got != want {
		t.Errorf("%d records, want %d", got, want)
	}
	if err := s.Close(); err != nil {
		t.Fatal(err)
	}
}

// TestPopularKey asks for a key that all records have: look-ups stay within their limit, and say so.
func TestPopularKey(t *testing.T) {
	s, err := Open("", Options{Buffer: 5000})
	if err != nil {
		t.Fatal(err)
	}
	defer s.Close()
	for i := range 20_000 {
		if err := s.put(twinRecord{ID: fmt.Sprint(i), Keys: []uint64{7, uint64(i) << 20}}); err != nil {
			t.Fatal(err)
		}
	}
	var ids []string
	err = s.Lookup([]uint64{7, 77 << 20}, 10, func(r Record, shared int) error {
		ids = append(ids, fmt.Sprintf("%s %d", r.ID, shared))
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	if len(ids) != 10 || ids[0] != "19999 1" || s.Stats().Capped != 1 {
		t.Errorf("visited %v, capped %d; want the 10 newest, and 1", ids, s.Stats().Capped)
	}
}

// stuck is a folder in which no segment is removed until it is let go, so that the first merge does not come to its end.
type stuck struct {
	*memory
	is  atomic.Bool
	let chan struct{}
}

func (f *stuck) remove(name string) error {
	if _, kind := fileNumber(name); kind == "seg" {
		f.is.Store(true)
		<-f.let
	}
	return f.memory.remove(name)
}

// TestPutBesideMerge puts many times what a memtable holds while a merge does not get on: nothing waits for it.
func TestPutBesideMerge(t *testing.T) {
	f := &stuck{memory: &memory{}, let: make(chan struct{})}
	s, err := open(f, false, Options{Buffer: 100, Commit: 5, Fanout: 2})
	if err != nil {
		t.Fatal(err)
	}
	n := 0
	put := func() {
		id, keys, payload := killRecord(n)
		if err := s.put(twinRecord{ID: id, Keys: keys, Payload: string(payload)}); err != nil {
			t.Fatal(err)
		}
		n++
	}
	for !f.is.Load() {
		put()
	}
	for range 200 { // would wait for ever
		put()
	}
	close(f.let)
	s.rest(false)
	if st := s.Stats(); st.Segments > 8 || st.Records != n {
		t.Errorf("after the merges: %+v", st)
	}
	for i := range n {
		if id, keys, _ := killRecord(i); lookup(t, s, keys)[id] != len(keys) {
			t.Errorf("%s is not found by its keys", id)
		}
	}
	if err := s.Close(); err != nil {
		t.Fatal(err)
	}
}
