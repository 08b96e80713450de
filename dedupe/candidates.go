package dedupe

import (
	"cmp"
	"context"
	"math"
	"slices"
)

// tie is what Compare says of two texts, given by their places in the order of claims, a < b: what b is to a.
type tie struct {
	a, b        uint32
	kind        Kind
	common      bool // compared because of common keys alone
	similarity  float64
	containment float64
}

func (t *tie) match() Match {
	return Match{Kind: t.kind, Similarity: t.similarity, Containment: t.containment}
}

// claim is a text's claim to come first: that of the first of its exact copies.
type claim struct {
	second      int64 // of publication, the largest number where it is not known
	nano, units int32
	text, best  int32 // the document that stands for the text, and the copy that makes the claim
}

// texts returns the documents that stand for a text, by their claims.
func (c *collection) texts() []int32 {
	claims := make([]claim, 0, c.docs.n)
	for d := range int32(c.docs.n) {
		if !c.docs.at(d).copy {
			claims = append(claims, c.claim(d, c.earliest(d)))
		}
	}
	slices.SortFunc(claims, claim.compare)
	order := make([]int32, len(claims))
	for i, a := range claims {
		order[i] = a.text
	}
	var names []named
	for from := 0; from < len(claims); {
		to := from + 1
		for to < len(claims) && claims[to].compare(claims[from]) == 0 {
			to++
		}
		if to-from > 1 {
			names = c.sortByID(names, claims[from:to], order[from:to])
		}
		from = to
	}
	return order
}

// compare orders claims, IDs aside.
func (a claim) compare(b claim) int {
	switch {
	case a.second != b.second:
		return cmp.Compare(a.second, b.second)
	case a.nano != b.nano:
		return cmp.Compare(a.nano, b.nano)
	}
	return cmp.Compare(b.units, a.units)
}

// named is a text and the ID that makes its claim.
type named struct {
	id   string
	text int32
}

// sortByID sets order to the texts of claims that are the same but for their IDs. These are brought together first: they
// lie all over the memory.
func (c *collection) sortByID(names []named, claims []claim, order []int32) []named {
	names = names[:0]
	for _, a := range claims {
		names = append(names, named{c.docs.at(a.best).ID, a.text})
	}
	slices.SortFunc(names, func(a, b named) int { return cmp.Compare(a.id, b.id) })
	for i, n := range names {
		order[i] = n.text
	}
	return names
}

func (c *collection) claim(text, best int32) claim {
	e := c.docs.at(best)
	if e.Time.IsZero() {
		return claim{math.MaxInt64, 0, e.units, text, best}
	}
	return claim{e.Time.Unix(), int32(e.Time.Nanosecond()), e.units, text, best}
}

// arrange puts the texts in the order of their claims.
func (c *collection) arrange() {
	c.order = c.texts()
	c.place = make([]uint32, c.docs.n)
	for at, d := range c.order {
		for ; d >= 0; d = c.docs.at(d).next {
			c.place[d] = uint32(at)
		}
	}
}

// newCandidate returns a pair of texts to be compared as a word: the later one in the upper half, and a bit that says
// whether they are because of common keys alone.
func newCandidate(a, b uint32, common bool) uint64 {
	word := uint64(b)<<32 | uint64(a)<<1
	if common {
		word++
	}
	return word
}

// candidates returns the pairs of texts that are worth a comparison, in order.
func (c *collection) candidates() *words {
	extents := make([]extent, len(c.order))
	for at, d := range c.order {
		extents[at].size = c.size(d)
	}
	var found evidence
	found.reset(len(c.order), &c.blocks)
	var s sharer
	s.shared(&c.samples, c.place, func(places []uint32) {
		if len(places) <= PairLimit {
			found.share(places, false)
			return
		}
		for _, at := range places {
			extents[at].common++
		}
	})
	s.shared(&c.keys, c.place, func(places []uint32) {
		if len(places) <= PairLimit {
			found.share(places, true)
			return
		}
		found.shareCommon(places)
		for _, at := range places {
			extents[at].keys++
		}
	})
	s = sharer{}
	var out words
	var worth []uint64
	small := newSmall(extents)
	found.each(func(b uint32, all []earlier) {
		to, smallB := extents[b].public(), small.has(b)
		worth = worth[:0]
		for i := range all {
			e := &all[i]
			if e.sample == 1 && e.keys+e.common == 0 && !smallB && !small.has(e.place) {
				continue // as Worth says of most pairs, without a look at the text
			}
			compare, relate := Worth(Shared{int(e.sample), int(e.keys), int(e.common)}, extents[e.place].public(), to)
			if compare {
				worth = append(worth, newCandidate(e.place, b, !relate))
			}
		}
		slices.Sort(worth)
		for _, pair := range worth {
			out.add(pair, &c.blocks)
		}
	})
	return &out
}

// small is the texts whose sample is so small that a single key of it counts.
type small []uint64

func newSmall(extents []extent) small {
	s := make(small, len(extents)>>6+1)
	for i := range extents {
		if extents[i].size < accident {
			s[i>>6] |= 1 << (i & 63)
		}
	}
	return s
}

func (s small) has(text uint32) bool { return s[text>>6]>>(text&63)&1 == 1 }

// compare compares the candidates and returns those that belong together or are related, by their second text, then by
// their first. Those in vain leave no trace, so that nothing depends on which they are.
func (c *collection) compare(ctx context.Context, candidates *words) ([]tie, error) {
	ties := make([]tie, 0, candidates.size())
	loaded := uint32(math.MaxUint32)
	for _, block := range candidates.all() {
		for _, pair := range block {
			a, b := uint32(pair)>>1, uint32(pair>>32)
			if b != loaded {
				if err := c.load(ctx, b); err != nil {
					return nil, err
				}
				loaded = b
			}
			m, err := c.with(ctx, a)
			if err != nil {
				return nil, err
			}
			t := tie{a, b, m.Kind.turned(), pair&1 == 1, m.Similarity, m.Containment}
			if t.draws(c.opts) || t.relates() {
				ties = append(ties, t)
			}
		}
	}
	c.blocks = blocks{} // which may go
	return ties, nil
}

// load sets the text that with compares others with.
func (c *collection) load(ctx context.Context, place uint32) error {
	if err := ctx.Err(); err != nil {
		return err
	}
	text, err := c.text(ctx, c.order[place])
	if err == nil {
		c.first(text, c.opts)
	}
	return err
}

// with compares the text that was loaded with another one.
func (c *collection) with(ctx context.Context, place uint32) (Match, error) {
	text, err := c.text(ctx, c.order[place])
	if err != nil {
		return Match{}, err
	}
	return c.match(text, c.opts), nil
}
