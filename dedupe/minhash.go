package dedupe

import "fmt"

// slots is the number of minima in a MinHash sketch.
const slots = 128

// MinHash proposes texts whose sets of shingles have a high Jaccard index J: they share a key with a probability of
// 1 − (1 − J^Rows)^Bands. The sketch is one-permutation hashing (Li, Owen, Zhang 2012) of 128 slots with optimal
// densification (Shrivastava 2017), cut into bands for locality-sensitive hashing.
type MinHash struct {
	Bands int // keys a text; 0 is 42
	Rows  int // slots a key; 0 is 3. Bands × Rows is at most 128
}

// sketch is the densified minima of a set of shingles.
type sketch [slots]uint32

// Name returns "minhash" with the number of bands and rows.
func (m MinHash) Name() string {
	m = m.resolve()
	return fmt.Sprintf("minhash-%dx%d", m.Bands, m.Rows)
}

func (m MinHash) resolve() MinHash {
	if m.Bands == 0 && m.Rows == 0 {
		return MinHash{Bands: 42, Rows: 3}
	}
	if m.Bands == 0 && m.Rows > 0 {
		m.Bands = slots / m.Rows
	}
	if m.Rows == 0 && m.Bands > 0 {
		m.Rows = slots / m.Bands
	}
	return m
}

func (m MinHash) validate() error {
	r := m.resolve()
	if r.Bands < 1 || r.Rows < 1 || r.Bands > slots || r.Rows > slots || r.Bands*r.Rows > slots {
		return fmt.Errorf("dedupe: %w: MinHash has %d bands of %d rows, want at least 1 and at most %d together",
			ErrOptions, m.Bands, m.Rows, slots)
	}
	return nil
}

// Keys appends one key for each band; none for a text without shingles or with settings outside of the limits.
func (m MinHash) Keys(shingles []uint64, dst []uint64) []uint64 {
	if len(shingles) == 0 || m.validate() != nil {
		return dst
	}
	var s sketch
	s.fill(shingles)
	m = m.resolve()
	return s.bands(dst, m.Bands, m.Rows)
}

// fill sets s to the sketch of shingles, of which there is at least one.
func (s *sketch) fill(shingles []uint64) {
	for i := range s {
		s[i] = empty
	}
	for _, h := range shingles {
		at := &s[h>>(64-7)]
		*at = min(*at, uint32(h)) // no branch: which way it goes cannot be predicted
	}
	s.densify()
}

// empty marks a slot that no shingle fell into. A shingle with this very value counts as absent: one in 2³².
const empty = 1<<32 - 1

// densify gives each empty slot the value of a filled one, found by a walk that depends on the empty slot alone, so
// that two sketches walk alike and agree in that slot as often as in any other.
func (s *sketch) densify() {
	var filled [slots]bool
	n := 0
	for i, v := range s {
		filled[i] = v != empty
		if filled[i] {
			n++
		}
	}
	if n == 0 || n == slots {
		return
	}
	for i := range s {
		for step := mix(uint64(i) + 1); !filled[i]; step = mix(step + base) {
			if j := step >> (64 - 7); filled[j] {
				s[i] = s[j]
				break
			}
		}
	}
}

// bands appends the keys of n bands of rows slots each.
func (s *sketch) bands(dst []uint64, n, rows int) []uint64 {
	for b := range n {
		key := uint64(b+1) * base
		for _, v := range s[b*rows : (b+1)*rows] {
			key = (key ^ uint64(v)) * base
			key ^= key >> 32
		}
		dst = append(dst, key)
	}
	return dst
}
