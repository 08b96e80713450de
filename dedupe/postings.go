package dedupe

import (
	"cmp"
	"math/bits"
	"slices"
)

// postings holds the keys of documents in a list for each value of a key's first byte, so that a list can be sorted in a
// processor's cache. A word of a list has the rest of the key and, in its lowest byte, by how much its document comes
// after that of the word before; gap stands for that many documents, and no key.
type postings struct {
	lists  [256]words
	latest [256]uint32 // the document of a list's last word
	blocks *blocks
}

const gap = 255

// add adds a document with these keys. Documents are added in order.
func (p *postings) add(doc uint32, keys []uint64) {
	for _, k := range keys {
		l := k >> 56
		after := doc - p.latest[l]
		for ; after >= gap; after -= gap {
			p.lists[l].add(gap, p.blocks)
		}
		p.lists[l].add(k<<8|uint64(after), p.blocks)
		p.latest[l] = doc
	}
}

// repeated tells the keys of a list that may be there several times. It has two bits for each value of the upper bits of
// a word: the first one is set by the first word that has the value, the second one by any other.
type repeated struct {
	words []uint64
	shift int // what a word is shifted by
}

// reset makes room for n words, two to four values for each.
func (r *repeated) reset(n int) {
	width := min(32, max(10, bits.Len(uint(n))+1))
	r.shift = 64 - width
	if size := 1 << (width - 5); size <= cap(r.words) {
		r.words = r.words[:size]
		clear(r.words)
	} else {
		r.words = make([]uint64, size)
	}
}

// mark takes note of words.
func (r *repeated) mark(words []uint64) {
	for _, w := range words {
		v := w >> (r.shift & 63)
		word, at := &r.words[v>>5], v<<1&63
		*word |= 1<<at | *word>>at&1<<1<<at
	}
}

// has returns 1 where the key of w may have been marked several times, and 0 otherwise.
func (r *repeated) has(w uint64) int {
	v := w >> (r.shift & 63)
	return int(r.words[v>>5] >> (v<<1&63 + 1) & 1)
}

// posting is a text that has a key.
type posting struct {
	key   uint64 // its lower 56 bits
	place uint32 // of the text
}

func (a posting) compare(b posting) int {
	return cmp.Or(cmp.Compare(a.key, b.key), cmp.Compare(a.place, b.place))
}

// sharer finds the texts that share keys, in memory that it keeps.
type sharer struct {
	several     repeated
	part, spare []posting
	places      []uint32
}

// shared calls yield with the places of the texts that share a key, in order, for each key that at least two texts have.
// The places are valid until yield returns. It empties p.
func (s *sharer) shared(p *postings, place []uint32, yield func(places []uint32)) {
	for l := range p.lists {
		list := &p.lists[l]
		s.gather(list, place)
		list.release(p.blocks)
		s.groups(yield)
	}
}

// gather makes s.part what a list has of keys that are there several times, and some of the others.
func (s *sharer) gather(list *words, place []uint32) {
	n := list.size()
	s.several.reset(n)
	for _, b := range list.all() {
		s.several.mark(b)
	}
	if cap(s.part) <= n {
		s.part, s.spare = make([]posting, n+n/8+1), make([]posting, n+n/8+1)
	}
	out, at, doc := s.part[:n+1], 0, uint32(0)
	for _, b := range list.all() {
		for _, w := range b {
			after := uint32(w & gap)
			doc += after
			if after == gap {
				continue
			}
			out[at] = posting{w >> 8, place[doc]}
			at += s.several.has(w)
		}
	}
	s.part = out[:at]
	s.part, s.spare = radixSort(s.part, s.spare[:at])
}

// groups calls yield with the places, in order, of each key in s.part, which radixSort sorted, where they are several.
func (s *sharer) groups(yield func(places []uint32)) {
	shift := 56 - sortedBits(len(s.part))
	for part := s.part; len(part) > 0; {
		n := 1
		for n < len(part) && part[n].key>>shift == part[0].key>>shift {
			n++
		}
		if n > 1 {
			run := part[:n]
			finish(run)
			for len(run) > 0 {
				run = s.group(run, yield)
			}
		}
		part = part[n:]
	}
}

// group calls yield with the places of the first key of run, where they are several, and returns what follows it.
func (s *sharer) group(run []posting, yield func(places []uint32)) []posting {
	key := run[0].key
	s.places = s.places[:0]
	for len(run) > 0 && run[0].key == key {
		if n := len(s.places); n == 0 || s.places[n-1] != run[0].place {
			s.places = append(s.places, run[0].place)
		}
		run = run[1:]
	}
	if len(s.places) > 1 {
		yield(s.places)
	}
	return run
}

// finish sorts a run whose upper bits agree.
func finish(run []posting) {
	if len(run) > 2*few {
		slices.SortFunc(run, posting.compare)
		return
	}
	for i := 1; i < len(run); i++ {
		for j := i; j > 0 && run[j].compare(run[j-1]) < 0; j-- {
			run[j], run[j-1] = run[j-1], run[j]
		}
	}
}
