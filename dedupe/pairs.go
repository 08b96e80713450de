package dedupe

import (
	"math/bits"
	"slices"
)

// pairLimit is the number of documents that may share a key for all of their pairs to be proposed.
const pairLimit = 24

// pair is two texts, and why they may have something in common.
type pair struct {
	places   uint64 // the smaller place in the upper 32 bits
	samples  uint32 // keys of samples that they share
	proposed bool   // by the method
}

// pairs is a set of pairs: a hash table with open addressing, and before it a sieve, since most pairs of texts that
// share a phrase share nothing else.
type pairs struct {
	table []pair
	shift uint
	n     int
	sieve []uint64 // a bit for each value of some bits of a pair's hash that was met
}

// reset makes room for the pairs of n texts.
func (p *pairs) reset(n int) {
	const perText = 256 // bits of the sieve
	size := bits.Len(uint(n))
	*p = pairs{sieve: make([]uint64, perText/64<<size), table: make([]pair, 1<<size), shift: uint(64 - size)}
}

// at returns a pair, a hash of which is given. It adds the pair where it is new.
func (p *pairs) at(places, hash uint64) *pair {
	if 2*p.n >= len(p.table) {
		p.grow()
	}
	e := p.find(places, hash)
	if e.places == 0 {
		e.places = places
		p.n++
	}
	return e
}

// find returns where a pair is or belongs.
func (p *pairs) find(places, hash uint64) *pair {
	for k := hash >> p.shift; ; k++ {
		if e := &p.table[k&uint64(len(p.table)-1)]; e.places == places || e.places == 0 { // no text is paired with itself
			return e
		}
	}
}

func (p *pairs) grow() {
	old := p.table
	p.table = make([]pair, 2*len(old))
	p.shift--
	for _, e := range old {
		if e.places != 0 {
			*p.find(e.places, hashOf(e.places)) = e
		}
	}
}

func hashOf(places uint64) uint64 { return mix(places * base) }

// share counts a key of their samples for the texts a < b. Where a single one does not matter, it counts only with a
// second one; that of another pair with the same bit of the sieve is as good.
func (p *pairs) share(a, b uint32, single bool) {
	places := uint64(a)<<32 | uint64(b)
	hash := hashOf(places)
	word, bit := &p.sieve[hash&uint64(len(p.sieve)-1)], uint64(1)<<(hash>>32&63)
	if !single && *word&bit == 0 {
		*word |= bit
		return
	}
	e := p.at(places, hash)
	if e.samples == 0 && !single { // with the one that was sieved
		e.samples++
	}
	e.samples++
}

// propose adds a pair on behalf of the method.
func (p *pairs) propose(a, b uint32) {
	places := uint64(a)<<32 | uint64(b)
	p.at(places, hashOf(places)).proposed = true
}

// eachPair calls yield with the pairs of places. Of more than pairLimit places each is paired with the first few and
// those just before it only.
func eachPair(places []uint32, yield func(a, b uint32)) {
	for j, b := range places {
		before := places[:j]
		if len(places) > pairLimit && j > 2*few {
			for _, a := range before[:few] {
				yield(a, b)
			}
			before = before[j-few:]
		}
		for _, a := range before {
			yield(a, b)
		}
	}
}

// sorted returns the pairs that pass, in order.
func (p *pairs) sorted(pass func(*pair) bool) []uint64 {
	var out []uint64
	for i := range p.table {
		if e := &p.table[i]; e.places != 0 && pass(e) {
			out = append(out, e.places)
		}
	}
	slices.Sort(out)
	return out
}
