package dedupe

import (
	"context"
	"slices"
)

// Originals returns for each text the original of its cluster: the text itself, or one before it that it is a copy of. What
// Link joins is joined by way of others, and a text may be there that is nothing like the first, as whose copy it would be
// listed. first is what Link returned; the ties are those that Link was given and those of each text with the first of its
// cluster, where these were not compared before: Worth does not name all of these pairs.
//
// In the order of claims, a text goes to the original of its cluster, by Link, that it is most similar to, of several to the
// earliest: one to which a tie of a Similarity of at least Options.Similar, or of Kind Contains or Contained, ties it. Where
// there is none, it is an original itself. It fails as Link does, and for firsts that are not of clusters.
func Originals(first []int, ties []Tie, opts *Options) ([]int, error) {
	o, all, err := checkedTies(len(first), ties, opts)
	if err != nil {
		return nil, err
	}
	own := make([]uint32, len(first))
	for i, f := range first {
		if f < 0 || f > i || first[f] != f {
			return nil, badTie("%d is not the first text of a cluster that has the text %d", f, i)
		}
		own[i] = uint32(f)
	}
	out := make([]int, len(first))
	for i, f := range originals(own, all, o) {
		out[i] = int(f)
	}
	return out, nil
}

// originals does what Originals does, with ties in order.
func originals(first []uint32, ties []tie, o *Options) []uint32 {
	out := make([]uint32, len(first))
	at := 0
	for b := range uint32(len(first)) {
		out[b] = b
		most := -1.0
		for ; at < len(ties) && ties[at].b == b; at++ {
			if t := &ties[at]; first[t.a] == first[b] && out[t.a] == t.a && t.holds(o) && t.similarity > most {
				most, out[b] = t.similarity, t.a
			}
		}
	}
	return out
}

// holds reports whether t makes its second text a copy of its first one, of two that linkage joins. By containment alone it
// does not join them, but of what is in a cluster anyway, what stands inside the original is as good a copy as any.
func (t *tie) holds(o *Options) bool {
	return t.similarity >= o.Similar && t.kind != None || t.kind == Contains || t.kind == Contained
}

// withFirsts returns ties and those of each text with the first of its cluster, where they were not compared, or nothing
// tied them.
func (c *collection) withFirsts(ctx context.Context, first []uint32, ties []tie) ([]tie, error) {
	next, known := followers(first), len(ties)
	for a := range uint32(len(first)) {
		if first[a] != a {
			continue
		}
		loaded := false
		for b := next[a]; b > 0; b = next[b] {
			if _, ok := slices.BinarySearchFunc(ties[:known], tie{a: a, b: b}, tie.compare); ok {
				continue
			}
			if !loaded {
				if err := c.load(ctx, a); err != nil {
					return nil, err
				}
				loaded = true
			}
			m, err := c.with(ctx, b)
			if err != nil {
				return nil, err
			}
			if m.Kind != None {
				ties = append(ties, tie{a, b, m.Kind, false, m.Similarity, m.Containment})
			}
		}
	}
	if len(ties) > known {
		slices.SortFunc(ties, tie.compare)
	}
	return ties, nil
}
