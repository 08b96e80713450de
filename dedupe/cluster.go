package dedupe

import (
	"cmp"
	"context"
	"fmt"
	"slices"
)

// sameArticle reports whether t draws its documents into one cluster.
func (t *tie) sameArticle(o *Options) bool {
	return (t.Kind == Near || t.Kind == Updated) && t.Similarity >= o.Similar
}

// forest is the clusters while they are joined: trees of texts, and between them how similar the pairs are that were
// compared.
type forest struct {
	parent []uint32
	size   []int // of the tree at a root
	links  map[uint32]map[uint32]link
}

// link is the sum of the similarities of n pairs.
type link struct {
	sum float64
	n   int
}

func (f *forest) root(a uint32) uint32 {
	for f.parent[a] != a {
		f.parent[a] = f.parent[f.parent[a]]
		a = f.parent[a]
	}
	return a
}

// grow joins texts by average linkage, the most similar pairs first.
func grow(texts int, ties []tie, o *Options) *forest {
	f := &forest{parent: make([]uint32, texts), size: make([]int, texts), links: map[uint32]map[uint32]link{}}
	for i := range f.parent {
		f.parent[i], f.size[i] = uint32(i), 1
	}
	var drawn []tie
	count := make([]uint8, texts) // of its ties, 2 for more
	for _, t := range ties {
		count[t.a], count[t.b] = min(count[t.a]+1, 2), min(count[t.b]+1, 2)
	}
	for _, t := range ties {
		if count[t.a] == 1 && count[t.b] == 1 { // nothing else has a say
			if t.sameArticle(o) {
				f.parent[t.b], f.size[t.a] = t.a, 2
			}
			continue
		}
		similarity := t.Similarity
		if t.Kind == Contains || t.Kind == Contained {
			similarity = 0
		}
		f.link(t.a, t.b, link{similarity, 1})
		if t.sameArticle(o) {
			drawn = append(drawn, t)
		}
	}
	slices.SortStableFunc(drawn, func(s, t tie) int { return cmp.Compare(t.Similarity, s.Similarity) })
	for _, t := range drawn {
		a, b := f.root(t.a), f.root(t.b)
		if a != b && f.mean(a, b) >= o.Similar {
			f.join(a, b)
		}
	}
	return f
}

// mean returns the mean similarity of the pairs between the roots a and b. Pairs that were not compared have nothing in
// common; but of large trees not all pairs are proposed, so that no more than those of a few are missed.
func (f *forest) mean(a, b uint32) float64 {
	const all = 8
	l := f.links[a][b]
	return l.sum / float64(max(l.n, min(f.size[a], all)*min(f.size[b], all)))
}

// link adds l to what is between the roots a and b.
func (f *forest) link(a, b uint32, l link) {
	for _, side := range [2][2]uint32{{a, b}, {b, a}} {
		to := f.links[side[0]]
		if to == nil {
			to = map[uint32]link{}
			f.links[side[0]] = to
		}
		old := to[side[1]]
		to[side[1]] = link{old.sum + l.sum, old.n + l.n}
	}
}

// join makes one tree of the roots a and b.
func (f *forest) join(a, b uint32) {
	if len(f.links[a]) < len(f.links[b]) {
		a, b = b, a
	}
	f.parent[b] = a
	f.size[a] += f.size[b]
	for other, l := range f.links[b] {
		delete(f.links[other], b)
		if other != a {
			f.link(a, other, l)
		}
	}
	delete(f.links, b)
}

// clusters returns the clusters that ties make, and what else they tie together.
func (c *collection) clusters(ctx context.Context, ties []tie) ([]Cluster, error) {
	f := grow(len(c.order), ties, c.opts)
	members := map[uint32][]uint32{} // root → texts in order, where they are several
	for place := range uint32(len(c.order)) {
		if root := f.root(place); f.size[root] > 1 {
			members[root] = append(members[root], place)
		}
	}
	related := c.related(f, ties)
	var out []Cluster
	for place := range uint32(len(c.order)) {
		root := f.root(place)
		texts := members[root]
		switch {
		case texts != nil && texts[0] != place:
			continue
		case texts == nil && related[root] == nil && c.docs.at(c.order[place]).next < 0:
			continue
		case texts == nil:
			texts = []uint32{place}
		}
		cluster, err := c.cluster(ctx, texts, ties)
		if err != nil {
			return nil, fmt.Errorf("dedupe: grouping: %w", err)
		}
		cluster.Related = related[root]
		out = append(out, cluster)
	}
	return out, nil
}

// cluster returns the documents of texts, the first of which has the original.
func (c *collection) cluster(ctx context.Context, texts []uint32, ties []tie) (Cluster, error) {
	originals := c.same(c.order[texts[0]])
	out := Cluster{Original: c.docs.at(originals[0]).ID, Copies: []Match{}}
	type copied struct {
		doc int32
		Match
	}
	var copies []copied
	for _, d := range originals[1:] {
		copies = append(copies, copied{d, Match{Kind: Exact, Similarity: 1, Containment: 1}})
	}
	loaded := false
	for _, place := range texts[1:] {
		m, ok := between(ties, texts[0], place)
		if !ok {
			if !loaded {
				if err := c.load(ctx, texts[0]); err != nil {
					return out, err
				}
				loaded = true
			}
			var err error
			if m, err = c.with(ctx, place); err != nil {
				return out, err
			}
			if m.Kind == None { // the same article by way of others
				m.Kind = Updated
			}
		}
		for _, d := range c.same(c.order[place]) {
			copies = append(copies, copied{d, m})
		}
	}
	slices.SortFunc(copies, func(a, b copied) int { return c.before(a.doc, b.doc) })
	for _, m := range copies {
		m.ID = c.docs.at(m.doc).ID
		out.Copies = append(out.Copies, m.Match)
	}
	return out, nil
}

// between finds the tie of a and b, a < b, among ties, which are in order.
func between(ties []tie, a, b uint32) (Match, bool) {
	n, ok := slices.BinarySearchFunc(ties, tie{a: a, b: b}, func(s, t tie) int {
		return cmp.Or(cmp.Compare(s.a, t.a), cmp.Compare(s.b, t.b))
	})
	if !ok {
		return Match{}, false
	}
	return ties[n].Match, true
}

// related returns, by cluster, the texts outside that ties tie to it, each by the tie with the most in common.
func (c *collection) related(f *forest, ties []tie) map[uint32][]Match {
	type outside struct{ root, place uint32 }
	best := map[outside]Match{}
	add := func(inside, place uint32, m Match) {
		key := outside{f.root(inside), place}
		if old, ok := best[key]; !ok || cmp.Or(cmp.Compare(m.Containment, old.Containment), cmp.Compare(m.Similarity, old.Similarity)) > 0 {
			best[key] = m
		}
	}
	for _, t := range ties {
		if t.Kind != None && f.root(t.a) != f.root(t.b) {
			add(t.a, t.b, t.Match)
			t.Kind = t.Kind.turned()
			add(t.b, t.a, t.Match)
		}
	}
	keys := make([]outside, 0, len(best))
	for key := range best {
		keys = append(keys, key)
	}
	slices.SortFunc(keys, func(a, b outside) int { return cmp.Or(cmp.Compare(a.root, b.root), cmp.Compare(a.place, b.place)) })
	out := map[uint32][]Match{}
	for _, key := range keys {
		m := best[key]
		m.ID = c.docs.at(c.same(c.order[key.place])[0]).ID
		out[key.root] = append(out[key.root], m)
	}
	return out
}

// turned returns the kind seen from the other side.
func (k Kind) turned() Kind {
	switch k {
	case Contains:
		return Contained
	case Contained:
		return Contains
	}
	return k
}
