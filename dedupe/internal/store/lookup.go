package store

import (
	"cmp"
	"fmt"
	"iter"
	"slices"
	"sync"
)

// Record is a record as it is kept. Its bytes are valid until the function that it was given to returns, and may not be
// changed.
type Record struct {
	ID      []byte
	Time    int64
	Payload []byte
}

// hit is a record that a key was found in: the place of its table, then its number.
type hit uint64

func (h hit) table() int  { return int(h >> 32) }
func (h hit) number() int { return int(uint32(h)) }

// candidate is a record and how many of the keys it has.
type candidate struct {
	hit
	shared int
}

// scratch is what a look-up works in.
type scratch struct {
	hits       []hit
	candidates []candidate
	prints     []uint64
	numbers    []uint32
	touched    uint64
	tables     []table
}

var scratches = sync.Pool{New: func() any { return new(scratch) }}

// Lookup visits the records that have one of the keys: those with the most of them first, among these the newest. It
// looks at the newest limit records of each key, and visits at most limit; Stats counts when that was not all. A few
// records are visited that have none of the keys.
func (s *Store) Lookup(keys []uint64, limit int, visit func(r Record, shared int) error) error {
	err := s.guard(func() error { return s.lookup(keys, limit, visit) })
	return cmp.Or(err, s.whole())
}

func (s *Store) lookup(keys []uint64, limit int, visit func(r Record, shared int) error) error {
	w := scratches.Get().(*scratch)
	defer scratches.Put(w)
	s.state.RLock()
	defer s.state.RUnlock()
	if s.closed {
		return s.closedError()
	}
	w.tables = s.tables(w.tables...)
	defer clear(w.tables)
	tables := w.tables
	if err := w.find(tables, keys, limit, &s.capped); err != nil {
		return err
	}
	for _, c := range w.candidates {
		r, err := readRecord(tables[c.table()], c.number())
		if err != nil {
			return err
		}
		if err := visit(r, c.shared); err != nil {
			return err
		}
	}
	return nil
}

// find sets the candidates to the records that have one of the keys.
func (w *scratch) find(tables []table, keys []uint64, limit int, capped interface{ Add(int64) int64 }) (err error) {
	w.hits, w.candidates = w.hits[:0], w.candidates[:0]
	w.prints = w.prints[:0]
	for _, key := range keys {
		w.prints = append(w.prints, fingerprint(key))
	}
	for _, t := range tables {
		w.touched += t.touch(w.prints)
	}
	full := false
	for _, print := range w.prints {
		w.numbers = w.numbers[:0]
		for t := len(tables) - 1; t >= 0; t-- {
			had := len(w.numbers)
			if w.numbers, err = tables[t].find(w.numbers, print, limit+1-had); err != nil {
				return err
			}
			for _, n := range w.numbers[had:] {
				w.hits = append(w.hits, hit(uint64(t)<<32|uint64(n)))
			}
		}
		full = full || len(w.numbers) > limit
	}
	w.gather()
	if len(w.candidates) > limit {
		full, w.candidates = true, w.candidates[:limit]
	}
	if full {
		capped.Add(1)
	}
	return nil
}

// gather turns hits into candidates.
func (w *scratch) gather() {
	slices.Sort(w.hits)
	for i, h := range w.hits {
		if i > 0 && h == w.hits[i-1] {
			w.candidates[len(w.candidates)-1].shared++
		} else {
			w.candidates = append(w.candidates, candidate{h, 1})
		}
	}
	slices.SortFunc(w.candidates, func(a, b candidate) int {
		if a.shared != b.shared {
			return b.shared - a.shared
		}
		if a.hit > b.hit {
			return -1
		}
		return 1
	})
}

func readRecord(t table, n int) (r Record, err error) {
	if r.Time, err = t.time(n); err != nil {
		return r, err
	}
	b, err := t.record(n)
	if err != nil {
		return r, err
	}
	var ok bool
	if r.ID, r.Payload, ok = splitRecord(b); !ok {
		return r, fmt.Errorf("dedupe: index record %d has no ID", n)
	}
	return r, nil
}

// Lookup is Store.Lookup within a Write.
func (w Writer) Lookup(keys []uint64, limit int, visit func(r Record, shared int) error) error {
	return w.s.lookup(keys, limit, visit)
}

// Get visits the record with an ID, if there is one, and says whether there is: for a guess that is made certain within
// a Write, since it does not look whether a file was cut.
func (s *Store) Get(id string, visit func(Record) error) (found bool, err error) {
	err = s.guard(func() (err error) {
		found, err = s.get(id, visit)
		return err
	})
	return found, err
}

// Get is Store.Get within a Write.
func (w Writer) Get(id string, visit func(Record) error) (found bool, err error) {
	return w.s.get(id, visit)
}

func (s *Store) get(id string, visit func(Record) error) (found bool, err error) {
	print := idPrint(id)
	s.state.RLock()
	defer s.state.RUnlock()
	if s.closed {
		return false, s.closedError()
	}
	var few [8]uint32
	var all [16]table
	tables := s.tables(all[:]...)
	for t := len(tables) - 1; t >= 0; t-- {
		numbers, err := tables[t].find(few[:0], print, maxRecords)
		if err != nil {
			return false, err
		}
		for _, n := range numbers {
			r, err := readRecord(tables[t], int(n))
			if err != nil {
				return false, err
			}
			if string(r.ID) == id {
				return true, visit(r)
			}
		}
	}
	return false, nil
}

// All returns the records that are in the store when the iteration begins, oldest first. What is put and removed
// meanwhile, also by the loop itself, does not show.
func (s *Store) All() iter.Seq2[Record, error] {
	return func(yield func(Record, error) bool) {
		tables, err := s.snapshot()
		if err != nil {
			yield(Record{}, err)
			return
		}
		defer func() {
			for _, t := range tables {
				if g, ok := t.table.(*segment); ok {
					g.release()
				}
			}
		}()
		for _, t := range tables {
			var c copier
			for n := range t.len() {
				if t.dead.has(n) {
					continue
				}
				r, err := c.read(s, t.table, n)
				if !yield(r, err) || err != nil {
					return
				}
			}
		}
	}
}

// copier reads records in memory of its own, so that whoever gets them reads no view.
type copier []byte

func (c *copier) read(s *Store, t table, n int) (r Record, err error) {
	err = s.guard(func() error {
		if r, err = readRecord(t, n); err != nil {
			return err
		}
		*c = append(append((*c)[:0], r.ID...), r.Payload...)
		return nil
	})
	if g, ok := t.(*segment); ok && err == nil {
		err = g.whole()
	}
	if err != nil {
		return Record{}, err
	}
	size := len(r.ID)
	r.ID, r.Payload = (*c)[:size:size], (*c)[size:]
	return r, nil
}

// frozenTable is a table with the marks that it had.
type frozenTable struct {
	table
	dead marks
}

func (s *Store) snapshot() (tables []frozenTable, err error) {
	s.state.RLock()
	defer s.state.RUnlock()
	if s.closed {
		return nil, s.closedError()
	}
	for _, t := range s.tables() {
		dead := t.marked().clone()
		switch of := t.(type) {
		case *segment:
			of.retain()
		case *memtable:
			t = of.snapshot()
		}
		tables = append(tables, frozenTable{t, dead})
	}
	return tables, nil
}
