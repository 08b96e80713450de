package dedupe

import "math/bits"

// linkage is trees of texts while they are joined, and how similar the pairs between them are that were compared.
type linkage struct {
	trees
	links links
	ends  []end
	chain []chain // by root
}

// end is one of the two ends of a tie, in the chain of the tree in which its text is.
type end struct {
	other uint32 // the text at the other end
	next  int32  // in the chain, + 1
}

// chain is the ends of a tree's ties: at least one for each tree that it is linked with.
type chain struct {
	first, last int32 // + 1
	n           uint32
}

func (c *chain) add(ends []end, e int32) {
	ends[e].next = 0
	if c.n == 0 {
		c.first = e + 1
	} else {
		ends[c.last-1].next = e + 1
	}
	c.last = e + 1
	c.n++
}

// add adds one of n ties.
func (l *linkage) add(t *tie, n int) {
	if l.chain == nil {
		l.chain = make([]chain, len(l.parent))
		l.links.reset(n)
	}
	similarity := t.similarity
	if t.kind == Contains || t.kind == Contained {
		similarity = 0
	}
	l.links.add(t.a, t.b, similarity, 1)
	for _, side := range [2][2]uint32{{t.a, t.b}, {t.b, t.a}} {
		l.ends = append(l.ends, end{other: side[1]})
		l.chain[side[0]].add(l.ends, int32(len(l.ends)-1))
	}
}

// mean returns the mean similarity of the pairs between the roots a and b. Pairs that nothing ties have nothing in
// common; but of large trees not all pairs are proposed, so that no more than those of a few are missed.
func (l *linkage) mean(a, b uint32) float64 {
	link := l.links.of(a, b)
	return link.sum / float64(max(link.n, min(l.size[a], neighbours)*min(l.size[b], neighbours)))
}

// merge makes one tree of the roots a and b.
func (l *linkage) merge(a, b uint32) {
	if l.chain[a].n < l.chain[b].n {
		a, b = b, a
	}
	for next := l.chain[b].first; next > 0; {
		e := next - 1
		next = l.ends[e].next
		other := l.root(l.ends[e].other)
		if other == a || other == b {
			continue
		}
		if moved := l.links.take(b, other); moved.n > 0 {
			l.links.add(a, other, moved.sum, moved.n)
			l.chain[a].add(l.ends, e)
		}
	}
	l.join(a, b)
}

// link is the sum of the similarities of n pairs.
type link struct {
	sum float64
	n   uint32
}

// links is the links between pairs of roots: a hash table with open addressing.
type links struct {
	keys []uint64 // the smaller root in the upper half; none is 0, since no root is linked with itself
	sums []float64
	ns   []uint32
	used int
}

// reset makes room for n links.
func (l *links) reset(n int) {
	size := n + n/2 + 8
	*l = links{keys: make([]uint64, size), sums: make([]float64, size), ns: make([]uint32, size)}
}

func linkKey(a, b uint32) uint64 { return uint64(min(a, b))<<32 | uint64(max(a, b)) }

// slot returns where a link is or belongs.
func (l *links) slot(key uint64) int {
	at, _ := bits.Mul64(mix(key*base), uint64(len(l.keys)))
	for l.keys[at] != key && l.keys[at] != 0 {
		if at++; at == uint64(len(l.keys)) {
			at = 0
		}
	}
	return int(at)
}

func (l *links) of(a, b uint32) link {
	at := l.slot(linkKey(a, b))
	return link{l.sums[at], l.ns[at]}
}

// take removes the link between a and b and returns it.
func (l *links) take(a, b uint32) link {
	at := l.slot(linkKey(a, b))
	taken := link{l.sums[at], l.ns[at]}
	l.sums[at], l.ns[at] = 0, 0
	return taken
}

// add adds to the link between a and b.
func (l *links) add(a, b uint32, sum float64, n uint32) {
	key := linkKey(a, b)
	at := l.slot(key)
	if l.keys[at] == 0 {
		if 5*l.used >= 4*len(l.keys) {
			l.grow()
			at = l.slot(key)
		}
		l.keys[at] = key
		l.used++
	}
	l.sums[at] += sum
	l.ns[at] += n
}

// grow makes room, for which it may be enough to forget the links that were taken.
func (l *links) grow() {
	old, kept := *l, 0
	for _, n := range old.ns {
		if n > 0 {
			kept++
		}
	}
	l.reset(max(kept+kept/4, len(old.keys)/2))
	for from, n := range old.ns {
		if n > 0 {
			at := l.slot(old.keys[from])
			l.keys[at], l.sums[at], l.ns[at] = old.keys[from], old.sums[from], n
			l.used++
		}
	}
}
