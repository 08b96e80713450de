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
	slices.SortFunc(claims, func(a, b claim) int {
		switch {
		case a.second != b.second:
			return cmp.Compare(a.second, b.second)
		case a.nano != b.nano:
			return cmp.Compare(a.nano, b.nano)
		case a.units != b.units:
			return cmp.Compare(b.units, a.units)
		}
		return cmp.Compare(c.docs.at(a.best).ID, c.docs.at(b.best).ID)
	})
	order := make([]int32, len(claims))
	for i, a := range claims {
		order[i] = a.text
	}
	return order
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
	found.each(func(b uint32, all []earlier) {
		to := extents[b].public()
		for i := range all {
			e := &all[i]
			compare, relate := Worth(Shared{int(e.sample), int(e.keys), int(e.common)}, extents[e.place].public(), to)
			if compare {
				out.add(newCandidate(e.place, b, !relate), &c.blocks)
			}
		}
	})
	return &out
}

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
