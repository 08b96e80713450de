package dedupe

import (
	"cmp"
	"context"
	"math"
	"slices"
)

// tie is what Compare says of two documents, given by their places in the order of texts: what the second is to the
// first.
type tie struct {
	a, b uint32
	Match
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
		if e := c.docs.at(d); !e.copy {
			best := d
			for next := e.next; next >= 0; next = c.docs.at(next).next {
				if c.before(next, best) < 0 {
					best = next
				}
			}
			claims = append(claims, c.claim(d, best))
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

// candidates returns the pairs of texts that are worth comparing, in order. Those that the samples propose share a part
// of the smaller one's; those of the method alone share at least something where the samples are large enough to tell.
func (c *collection) candidates() []uint64 {
	c.order = c.texts()
	place := make([]uint32, c.docs.n)
	sampled := make([]uint32, len(c.order)) // keys in the sample, but for those too common to propose pairs
	for at, d := range c.order {
		place[d] = uint32(at)
		sampled[at] = min(c.samples.sizes[d], 1+uint32(c.docs.at(d).units)/(sampleWindow+1)*2)
	}
	var all pairs
	all.reset(len(c.order))
	s := sharer{partSize: defaultPartSize}
	s.shared(&c.samples, place, func(places []uint32) {
		if len(places) > pairLimit {
			for _, at := range places {
				sampled[at]--
			}
			return
		}
		eachPair(places, func(a, b uint32) { all.share(a, b, min(sampled[a], sampled[b]) < 2*few) })
	})
	s.shared(&c.keys, place, func(places []uint32) { eachPair(places, all.propose) })
	return all.sorted(func(p *pair) bool {
		size := min(sampled[p.places>>32], sampled[uint32(p.places)])
		return p.samples > 0 && p.samples >= size/few || p.proposed && (p.samples > 0 || size < sure)
	})
}

const (
	few  = 4  // the part of the smaller sample that is worth a comparison: a quarter
	sure = 16 // the size of a sample from which texts that share nothing of it have nothing in common
)

// compare compares the candidates.
func (c *collection) compare(ctx context.Context, candidates []uint64) ([]tie, error) {
	ties := make([]tie, 0, len(candidates))
	for i, pair := range candidates {
		a, b := uint32(pair>>32), uint32(pair)
		if i == 0 || a != uint32(candidates[i-1]>>32) {
			if err := c.load(ctx, a); err != nil {
				return nil, err
			}
		}
		m, err := c.with(ctx, b)
		if err != nil {
			return nil, err
		}
		ties = append(ties, tie{a, b, m})
	}
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
