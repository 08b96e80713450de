package store

import (
	"encoding/binary"
	"fmt"
	"maps"
	"math/rand/v2"
	"path/filepath"
	"slices"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// twin is what a store should be: a slice of records, oldest first.
type twin struct{ records []twinRecord }

type twinRecord struct {
	ID      string
	Time    int64
	Keys    []uint64
	Payload string
}

func (t *twin) put(r twinRecord) {
	t.remove(r.ID)
	t.records = append(t.records, r)
}

func (t *twin) remove(id string) bool {
	had := len(t.records)
	t.records = slices.DeleteFunc(t.records, func(r twinRecord) bool { return r.ID == id })
	return len(t.records) < had
}

func (t *twin) expire(before int64) int {
	had := len(t.records)
	t.records = slices.DeleteFunc(t.records, func(r twinRecord) bool { return r.Time < before && r.Time != NoTime })
	return had - len(t.records)
}

// lookup returns the IDs of the records with a key, and how many keys they have.
func (t *twin) lookup(keys []uint64) map[string]int {
	found := map[string]int{}
	for _, r := range t.records {
		for _, k := range r.Keys {
			if slices.Contains(keys, k) {
				found[r.ID]++
			}
		}
	}
	return found
}

func (s *Store) put(r twinRecord) error {
	return s.Write(func(w Writer) error { return w.Put(r.ID, r.Time, r.Keys, []byte(r.Payload)) })
}

func (s *Store) removeID(id string) (had bool, err error) {
	err = s.Write(func(w Writer) error {
		had, err = w.Remove(id)
		return err
	})
	return had, err
}

func lookup(t testing.TB, s *Store, keys []uint64) map[string]int {
	t.Helper()
	found := map[string]int{}
	err := s.Lookup(keys, 1<<20, func(r Record, shared int) error {
		found[string(r.ID)] += shared
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	return found
}

func everything(t testing.TB, s *Store) (all []twinRecord) {
	t.Helper()
	for r, err := range s.All() {
		if err != nil {
			t.Fatal(err)
		}
		all = append(all, twinRecord{ID: string(r.ID), Time: r.Time, Payload: string(r.Payload)})
	}
	return all
}

// random returns a record whose keys others have too, now and then.
func random(rng *rand.Rand, ids int) twinRecord {
	r := twinRecord{
		ID:      fmt.Sprintf("doc-%d", rng.IntN(ids)),
		Time:    int64(rng.IntN(1000)),
		Payload: string(make([]byte, rng.IntN(50))) + fmt.Sprint(rng.Uint64()),
	}
	if rng.IntN(10) == 0 {
		r.Time = NoTime
	}
	keys := map[uint64]bool{}
	for range rng.IntN(8) {
		keys[uint64(rng.IntN(40))] = true
		keys[rng.Uint64()] = true
	}
	r.Keys = slices.Sorted(maps.Keys(keys))
	return r
}

// TestTwin does random things to a store and to its twin, and asks both.
func TestTwin(t *testing.T) {
	for name, path := range map[string]string{"disk": filepath.Join(t.TempDir(), "index"), "memory": ""} {
		t.Run(name, func(t *testing.T) {
			opts := Options{Settings: "test", Buffer: 400, Commit: 7, Fanout: 3}
			rng := rand.New(rand.NewPCG(1, 2))
			s, err := Open(path, opts)
			if err != nil {
				t.Fatal(err)
			}
			defer func() { s.Close() }()
			var want twin
			for i := range 4000 / (1 + 3*slow) {
				switch op := rng.IntN(1000); {
				case op < 700:
					r := random(rng, 2500)
					if err := s.put(r); err != nil {
						t.Fatal(err)
					}
					want.put(r)
				case op < 800:
					id := fmt.Sprintf("doc-%d", rng.IntN(2500))
					had, err := s.removeID(id)
					if err != nil {
						t.Fatal(err)
					}
					if wanted := want.remove(id); had != wanted {
						t.Fatalf("step %d: Remove(%s) = %v, want %v", i, id, had, wanted)
					}
				case op < 803:
					before := int64(rng.IntN(300))
					n, err := s.Expire(before)
					if err != nil {
						t.Fatal(err)
					}
					if wanted := want.expire(before); n != wanted {
						t.Fatalf("step %d: Expire(%d) = %d, want %d", i, before, n, wanted)
					}
				case op < 990:
					keys := []uint64{uint64(rng.IntN(40)), uint64(rng.IntN(40) + 40)}
					if len(want.records) > 0 {
						keys = append(keys, want.records[rng.IntN(len(want.records))].Keys...)
					}
					slices.Sort(keys)
					keys = slices.Compact(keys)
					if diff := cmp.Diff(want.lookup(keys), lookup(t, s, keys)); diff != "" {
						t.Fatalf("step %d: lookup (-want +got):\n%s", i, diff)
					}
				case op < 995:
					compareAll(t, want, s)
				case path != "":
					if err := s.Close(); err != nil {
						t.Fatal(err)
					}
					if s, err = Open(path, opts); err != nil {
						t.Fatal(err)
					}
				}
			}
			compareAll(t, want, s)
			if st := s.Stats(); st.Records != len(want.records) || (st.Segments == 0 && slow == 0) || st.Segments > 12 {
				t.Errorf("stats %+v, want %d records and a few segments", st, len(want.records))
			}
		})
	}
}

// TestExpireFrees moves a window of time on: old segments are dropped, and their files with them.
func TestExpireFrees(t *testing.T) {
	path := filepath.Join(t.TempDir(), "index")
	s, err := Open(path, Options{Buffer: 1000})
	if err != nil {
		t.Fatal(err)
	}
	defer s.Close()
	add := func(from, to int) {
		for i := from; i < to; i++ {
			if err := s.put(twinRecord{ID: fmt.Sprint(i), Time: int64(i), Keys: []uint64{uint64(i)}}); err != nil {
				t.Fatal(err)
			}
		}
		s.rest(false)
	}
	add(0, 6000)
	before := s.Stats()
	if n, err := s.Expire(5000); n != 5000 || err != nil {
		t.Fatalf("Expire = %d, %v; want 5000", n, err)
	}
	s.rest(false)
	after := s.Stats()
	if after.Records != 1000 || after.Bytes > before.Bytes/2 {
		t.Errorf("before %+v, after %+v: the space is not freed", before, after)
	}
	files, err := filepath.Glob(filepath.Join(path, "*.seg"))
	if err != nil || len(files) != after.Segments {
		t.Errorf("%d files for %d segments, %v", len(files), after.Segments, err)
	}
}

func compareAll(t *testing.T, want twin, s *Store) {
	t.Helper()
	var all []twinRecord
	for _, r := range want.records {
		all = append(all, twinRecord{ID: r.ID, Time: r.Time, Payload: r.Payload})
	}
	if diff := cmp.Diff(all, everything(t, s)); diff != "" {
		t.Fatalf("records (-want +got):\n%s", diff)
	}
}

// workload is the one of ../shared/dedupe-study.md, where 16 keys and 256 bytes a record are asked for: a quarter of the
// records have the keys of an earlier one.
type workload struct {
	rng        *rand.Rand
	n          int
	keys, size int
	past       [][]uint64
}

func newWorkload(keys, size int) *workload {
	return &workload{rng: rand.New(rand.NewPCG(3, 4)), keys: keys, size: size}
}

func (w *workload) next(payload []byte) (id string, keys []uint64) {
	if w.n%4 == 3 {
		keys = w.past[w.rng.IntN(len(w.past))]
	} else {
		keys = make([]uint64, w.keys)
		for i := range keys {
			keys[i] = w.rng.Uint64()
		}
		w.past = append(w.past, keys)
	}
	w.n++
	for i := 0; i+8 <= len(payload); i += 8 {
		binary.LittleEndian.PutUint64(payload[i:], keys[i/8%len(keys)]+uint64(i))
	}
	return fmt.Sprintf("%07d", w.n), keys
}

// fill puts n records in commits of 500, looking each up first, and returns how many were found.
func fill(b testing.TB, s *Store, w *workload, n int) (found int) {
	payload := make([]byte, w.size)
	for range n / 500 {
		err := s.WriteNow(func(w2 Writer) error {
			for range 500 {
				id, keys := w.next(payload)
				if err := w2.Lookup(keys, 100, func(Record, int) error { found++; return nil }); err != nil {
					return err
				}
				if err := w2.Put(id, int64(w.n), keys, payload); err != nil {
					return err
				}
			}
			return nil
		})
		if err != nil {
			b.Fatal(err)
		}
	}
	return found
}
