package dedupe

import (
	"crypto/sha256"
	"encoding/binary"
	"fmt"
	"io"
	"math"
	"math/bits"
	"slices"

	"github.com/gisa-go/gisa/dedupe/internal/store"
)

// signed is a text ready to be looked up and remembered.
type signed struct {
	signature
	keys    []uint64 // of the method
	inside  []uint64 // the least hashes, by which texts inside others are found
	payload []byte
}

// indexSigner signs texts in memory that it keeps. It serves one goroutine.
type indexSigner struct {
	signer
	raw   []byte // of the units
	full  sketch
	least leastHashes

	// Memory for what documents take with them, many at a time.
	keys  []uint64
	bytes []byte
}

// identify sets the sum of e to that of text, by which an equal text is known.
func (s *indexSigner) identify(e *signed, text string) {
	s.units = normalise(s.units, text)
	s.raw = slices.Grow(s.raw[:0], 2*len(s.units))[:2*len(s.units)]
	for i, u := range s.units {
		binary.LittleEndian.PutUint16(s.raw[2*i:], u)
	}
	sum := sha256.Sum256(s.raw)
	copy(e.sum[:], sum[:])
}

// sign completes e, of the text that s has identified: what the index keeps of it.
func (x *Index) sign(s *indexSigner, e *signed, text string) (err error) {
	x.keys(s, e)
	e.payload = e.signature.append(take(&s.bytes, signatureSize))
	if x.texts {
		e.payload, err = x.kept.append(e.payload, text)
	}
	return err
}

// keys sets the sketch and the keys of e, of the text that s has identified. A text shorter than
// MinText has one key, that of its sum: equal texts alone are found by it.
func (x *Index) keys(s *indexSigner, e *signed) {
	s.hashes = shingles(s.hashes, s.units, x.opts.Shingle)
	e.shingles = uint32(min(uint64(len(s.hashes)), math.MaxUint32))
	s.full.fill(s.hashes)
	for i, v := range s.full {
		e.sketch[i] = byte(v)
	}
	if len(s.units) < x.opts.MinText || len(s.hashes) == 0 {
		if len(s.units) > 0 {
			e.keys = append(take(&s.keys, 1), mix(binary.LittleEndian.Uint64(e.sum[:])))
		}
		return
	}
	m, ok := x.opts.Method.(MinHash)
	if !ok {
		e.keys = distinct(x.opts.Method.Keys(s.hashes, nil))
		return
	}
	m = m.resolve() // of the sketch that is there already
	keys := take(&s.keys, m.Bands+insideAsked)
	if m.Bands >= 4*insideKept {
		m.Bands -= insideKept
		inside := s.least.of(s.hashes, insideAsked)
		e.inside = append(keys[m.Bands:m.Bands:cap(keys)], inside...)
	}
	e.keys = s.full.bands(keys, m.Bands, m.Rows)
}

// take cuts an empty slice with room for n off spare memory.
func take[T any](spare *[]T, n int) []T {
	if cap(*spare) < n {
		*spare = make([]T, 0, 64*n)
	}
	all := (*spare)[:n]
	*spare = (*spare)[n:n:cap(*spare)]
	return all[:0:n]
}

// MinHash tells little of a text inside a much longer one. In place of the last of its bands, where it has many, the index
// keeps insideKept of the least hashes of a text, and asks for insideAsked: by these it also finds what it misses by a band
// less. It compares the insideLimit newest documents that have one of them, since some are of phrases that many texts share.
const (
	insideKept  = 8
	insideAsked = 16
	insideLimit = 32
)

// kept returns the keys that the index keeps.
func (e *signed) kept() []uint64 {
	return append(e.keys, e.inside[:min(len(e.inside), insideKept)]...)
}

func distinct(keys []uint64) []uint64 {
	slices.Sort(keys)
	return slices.Compact(keys)
}

// parseRecord reads what sign wrote.
func parseRecord(r store.Record) (g signature, text []byte, err error) {
	text, ok := g.parse(r.Payload)
	if !ok {
		err = fmt.Errorf("dedupe: index has document %q with a signature that cannot be read: %w", r.ID, io.ErrUnexpectedEOF)
	}
	return g, text, err
}

// insertionSort sorts some tens of numbers.
func insertionSort(few []uint64) {
	for i, h := range few {
		for ; i > 0 && few[i-1] > h; i-- {
			few[i] = few[i-1]
		}
		few[i] = h
	}
}

// leastHashes finds the least hashes of texts in memory that it keeps.
type leastHashes struct{ few []uint64 }

// of returns what least does, in memory that the next call overwrites. Hashes are spread evenly, so that a threshold is
// known under which about twice as many are as are asked for: these are few enough to be sorted.
func (l *leastHashes) of(shingles []uint64, n int) []uint64 {
	all := max(0, len(shingles)-sampleReach)
	if all > 8*n {
		limit := ^uint64(0) / uint64(all) * uint64(2*n)
		l.few = slices.Grow(l.few[:0], all)[:all]
		few, k := l.few, 0
		for i, h := range shingles[:all] {
			h = mix(h + shingles[i+sampleReach]*base)
			few[k] = h
			_, less := bits.Sub64(h, limit, 0) // no branch: which way it goes cannot be predicted
			k += int(less)
		}
		l.few = few[:k]
		insertionSort(l.few)
		if l.few = slices.Compact(l.few); len(l.few) >= n {
			return l.few[:n]
		}
	}
	l.few = least(l.few, shingles, n)
	return l.few
}
