package dedupe

import (
	"math/bits"
	"slices"
)

// postings holds the keys of documents, 32 bits each, and finds which documents share them. Two keys that agree in 32
// bits by accident propose a pair in vain.
type postings struct {
	blocks [][]uint32 // the keys of all documents, one after another; those of one document are in one block
	sizes  []uint32   // how many keys a document has
	n      int        // keys
}

// add adds a document with these keys, which are copied.
func (p *postings) add(keys []uint32) {
	const blockSize = 1 << 18
	last := len(p.blocks) - 1
	if last < 0 || cap(p.blocks[last])-len(p.blocks[last]) < len(keys) {
		p.blocks = append(p.blocks, make([]uint32, 0, max(blockSize, len(keys))))
		last++
	}
	p.blocks[last] = append(p.blocks[last], keys...)
	p.sizes = append(p.sizes, uint32(len(keys)))
	p.n += len(keys)
}

// reduce drops keys that one document alone has. What it keeps are all keys that several have, and some of the others.
func (p *postings) reduce(several *repeated) {
	several.reset(p.n)
	for _, keys := range p.blocks {
		several.mark(keys)
	}
	doc := 0
	p.n = 0
	for b, keys := range p.blocks {
		kept := 0
		for from := 0; from < len(keys); doc++ {
			to, before := from+int(p.sizes[doc]), kept
			for _, k := range keys[from:to] {
				keys[kept] = k
				kept += several.has(k)
			}
			p.sizes[doc] = uint32(kept - before)
			from = to
		}
		p.blocks[b] = keys[:kept]
		p.n += kept
	}
}

// repeated tells the keys that may be there several times. It has two bits for each value of the upper bits of a key:
// the first one is set by the first key that has the value, the second one by any other.
type repeated struct {
	words []uint64
	shift int // what a key is shifted by
}

// reset makes room for n keys, two to four values for each.
func (r *repeated) reset(n int) {
	width := min(32, max(10, bits.Len(uint(n))+1))
	r.shift = 32 - width
	if size := 1 << (width - 5); size <= cap(r.words) {
		r.words = r.words[:size]
		clear(r.words)
	} else {
		r.words = make([]uint64, size)
	}
}

// mark takes note of keys.
func (r *repeated) mark(keys []uint32) {
	for _, k := range keys {
		v := k >> (r.shift & 31)
		word, at := &r.words[v>>5], v<<1&63
		*word |= 1<<at | *word>>at&1<<1<<at
	}
}

// has returns 1 where k may have been marked several times, and 0 otherwise.
func (r *repeated) has(k uint32) int {
	v := k >> (r.shift & 31)
	return int(r.words[v>>5] >> (v<<1&63 + 1) & 1)
}

// sharer finds the documents that share keys, in memory that it keeps.
type sharer struct {
	partSize    int // keys that are sorted at a time; more where that would be more than maxParts parts
	several     repeated
	part, spare []uint64
	places      []uint32
}

const (
	defaultPartSize = 1 << 19
	maxParts        = 64
)

// shared calls yield with the places of the documents that share a key, in order, for each key that at least two
// documents have. The places are valid until yield returns. It takes the keys that are in one document out of p.
func (s *sharer) shared(p *postings, place []uint32, yield func(places []uint32)) {
	p.reduce(&s.several)
	n := 0
	for 1<<n < maxParts && p.n>>n > s.partSize {
		n++
	}
	if size := p.n>>n + p.n>>(n+4) + 1<<10; cap(s.part) < size {
		s.part, s.spare = make([]uint64, size), make([]uint64, size)
	}
	for part := range uint32(1) << n {
		s.gather(p, place, part, 32-n)
		if cap(s.spare) < len(s.part) {
			s.spare = make([]uint64, len(s.part)+len(s.part)/8)
		}
		s.part, s.spare = radixSort(s.part, s.spare[:len(s.part)], 32, 64-n)
		s.groups(yield)
	}
}

// gather makes s.part the keys whose bits from shift up are high, in the upper half, with the places of their
// documents.
func (s *sharer) gather(p *postings, place []uint32, high uint32, shift int) {
	at, doc := 0, 0
	for _, keys := range p.blocks {
		for ; len(keys) > 0; doc++ {
			n := int(p.sizes[doc])
			s.part = room(s.part, at, n)
			out, own := s.part[:at+n+1], uint64(place[doc])
			for _, k := range keys[:n] {
				out[at] = uint64(k)<<32 | own
				at += int((uint64(k>>shift^high) - 1) >> 63) // 1 where the key is of this part, without a branch
			}
			keys = keys[n:]
		}
	}
	s.part = s.part[:at]
}

// room returns part with room for more than n more values behind the first at.
func room(part []uint64, at, n int) []uint64 {
	if at+n >= len(part) {
		part = part[:cap(part)]
	}
	if at+n >= len(part) {
		part = slices.Grow(part[:at], max(n+1, at/2))
		part = part[:cap(part)]
	}
	return part
}

// groups calls yield with the places, in order, of each key in s.part, which is sorted by keys, where they are several.
func (s *sharer) groups(yield func(places []uint32)) {
	sorted := s.part
	for i := 0; i < len(sorted); {
		first := sorted[i]
		i++
		if i == len(sorted) || sorted[i]>>32 != first>>32 {
			continue
		}
		places := append(s.places[:0], uint32(first))
		for ; i < len(sorted) && sorted[i]>>32 == first>>32; i++ {
			places = append(places, uint32(sorted[i]))
		}
		slices.Sort(places)
		s.places = places
		if places = slices.Compact(places); len(places) > 1 {
			yield(places)
		}
	}
}
