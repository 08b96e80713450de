package store

import (
	"encoding/binary"
	"slices"
)

// memtable holds the newest records. Its memory is what was put: nothing is ever taken out, removed records are marked.
// Slices only grow, so that a copy of their headers is a snapshot.
type memtable struct {
	records []byte // one after the other
	ends    []int  // where each ends
	times   []int64

	entries []entry  // in order of number
	next    []uint32 // of each entry: 1 + the older entry with the same fingerprint
	slots   []slot   // open addressing by the upper bits of the fingerprint
	shift   int      // how many are the other bits

	dead   marks
	sealed marks         // dead when the table was frozen
	logs   []manifestLog // the logs whose records it holds
}

// A slot is a fingerprint above 1 + its newest entry. The zero slot is free.
type slot uint64

const (
	slotBits   = 64 - fingerprintBits
	maxBuffer  = 1<<slotBits - 1 // entries
	firstSlots = 10              // the logarithm of their number
)

func (s slot) fingerprint() uint64 { return uint64(s) >> slotBits }
func (s slot) entry() uint32       { return uint32(s & maxBuffer) }

func newMemtable() *memtable {
	return &memtable{shift: fingerprintBits - firstSlots, slots: make([]slot, 1<<firstSlots)}
}

// likewise returns an empty table with room for what t has come to hold.
func (t *memtable) likewise() *memtable {
	return &memtable{
		records: make([]byte, 0, len(t.records)*9/8),
		ends:    make([]int, 0, len(t.ends)*9/8),
		times:   make([]int64, 0, len(t.times)*9/8),
		entries: make([]entry, 0, len(t.entries)*9/8),
		next:    make([]uint32, 0, len(t.entries)*9/8),
		slots:   make([]slot, len(t.slots)),
		shift:   t.shift,
	}
}

// reuse returns an empty table in the memory of t, in which nothing is looked up any more. The records are left to those
// who have a snapshot of them.
func (t *memtable) reuse() *memtable {
	clear(t.slots)
	return &memtable{
		records: make([]byte, 0, len(t.records)*9/8),
		ends:    make([]int, 0, len(t.ends)*9/8),
		times:   make([]int64, 0, len(t.times)*9/8),
		entries: t.entries[:0],
		next:    t.next[:0],
		slots:   t.slots,
		shift:   t.shift,
	}
}

func (t *memtable) len() int { return len(t.ends) }

func (t *memtable) time(n int) (int64, error) { return t.times[n], nil }

func (t *memtable) record(n int) ([]byte, error) {
	start := 0
	if n > 0 {
		start = t.ends[n-1]
	}
	return t.records[start:t.ends[n]:t.ends[n]], nil
}

// snapshot returns the records that there are now; they cannot be found by their keys.
func (t *memtable) snapshot() *memtable {
	return &memtable{records: t.records, ends: t.ends, times: t.times}
}

// put adds a record with the fingerprints of its keys.
func (t *memtable) put(id string, time int64, prints []uint64, payload []byte) {
	n := len(t.ends)
	if more := len(id) + len(payload) + binary.MaxVarintLen64; cap(t.records)-len(t.records) < more {
		t.records = slices.Grow(t.records, max(more, len(t.records))) // doubled: append alone copies five times as much
	}
	t.records = appendRecord(t.records, id, payload)
	t.ends = append(t.ends, len(t.records))
	t.times = append(t.times, time)
	for _, f := range prints {
		if 16*len(t.entries) >= 9*len(t.slots) { // a full table of 2^20 keys has a few more by the end of a commit
			t.grow()
		}
		s := t.slot(f)
		t.entries = append(t.entries, entry(f<<numberBits|uint64(n)))
		t.next = append(t.next, s.entry())
		*s = slot(f<<slotBits | uint64(len(t.entries)))
	}
}

// full says that a record with so many keys can no longer be numbered.
func (t *memtable) full(prints int) bool {
	return t.len() == maxRecords || len(t.entries)+prints > maxBuffer
}

// slot returns where the newest entry of a fingerprint is noted, or where it would be.
func (t *memtable) slot(print uint64) *slot {
	for at := int(print >> t.shift); ; at++ {
		s := &t.slots[at&(len(t.slots)-1)]
		if *s == 0 || s.fingerprint() == print {
			return s
		}
	}
}

// grow makes room for more slots: eight times as many while they are few, so that most are moved once. They are about in
// order of fingerprint before and after, which memory likes.
func (t *memtable) grow() {
	old, by := t.slots, 3
	if len(old) >= 1<<19 {
		by = 1 + b2i(len(old) == 1<<19)
	}
	t.slots, t.shift = make([]slot, len(old)<<by), t.shift-by
	room := len(t.slots)*9/16 - len(t.entries)
	t.entries, t.next = slices.Grow(t.entries, room), slices.Grow(t.next, room)
	for _, s := range old {
		if s != 0 {
			*t.slot(s.fingerprint()) = s
		}
	}
}

// touch loads what find will look at first.
func (t *memtable) touch(prints []uint64) (sum uint64) {
	for _, p := range prints {
		sum += uint64(t.slots[p>>t.shift])
	}
	return sum
}

// find appends the newest live records with a fingerprint, at most limit of them, to dst.
func (t *memtable) find(dst []uint32, print uint64, limit int) ([]uint32, error) {
	for i := t.slot(print).entry(); i != 0 && limit > 0; i = t.next[i-1] {
		if n := t.entries[i-1].number(); !t.dead.has(n) {
			dst = append(dst, uint32(n))
			limit--
		}
	}
	return dst, nil
}

func (t *memtable) marked() *marks { return &t.dead }

// sorted returns the entries by fingerprint, then number: a radix sort, stable over entries in order of number.
func (t *memtable) sorted() []entry {
	const digit = 12
	from, to := slices.Clone(t.entries), make([]entry, len(t.entries))
	for shift := numberBits; shift < numberBits+fingerprintBits; shift += digit {
		var at [1 << digit]int
		for _, e := range from {
			at[e>>shift&(1<<digit-1)]++
		}
		sum := 0
		for d, count := range at {
			at[d], sum = sum, sum+count
		}
		for _, e := range from {
			d := e >> shift & (1<<digit - 1)
			to[at[d]] = e
			at[d]++
		}
		from, to = to, from
	}
	return from
}

// A record is stored as the length of its ID, the ID and the payload.
func appendRecord(dst []byte, id string, payload []byte) []byte {
	dst = binary.AppendUvarint(dst, uint64(len(id)))
	dst = append(dst, id...)
	return append(dst, payload...)
}

func splitRecord(record []byte) (id, payload []byte, ok bool) {
	size, n := binary.Uvarint(record)
	if n <= 0 || size > uint64(len(record)-n) {
		return nil, nil, false
	}
	return record[n : n+int(size)], record[n+int(size):], true
}

func b2i(b bool) int {
	if b {
		return 1
	}
	return 0
}
