package dedupe

import (
	"cmp"
	"context"
	"fmt"
	"slices"
)

// clusters returns the clusters that ties make, and what else they tie together.
func (c *collection) clusters(ctx context.Context, ties []tie) ([]Cluster, error) {
	first := linked(len(c.order), ties, c.opts)
	ties, err := c.withFirsts(ctx, first, ties)
	if err != nil {
		return nil, fmt.Errorf("dedupe: grouping: %w", err)
	}
	first = originals(first, ties, c.opts)
	next := followers(first)
	related := c.related(first, ties)
	var out []Cluster
	for place := range uint32(len(c.order)) {
		about := related.of(place)
		alone := next[place] == 0 && about == nil && c.docs.at(c.order[place]).next < 0
		if first[place] != place || alone {
			continue
		}
		cluster := c.cluster(place, next, ties)
		cluster.Related = about
		out = append(out, cluster)
	}
	return out, nil
}

// followers returns, for each text, the next one of its cluster; 0 where there is none.
func followers(first []uint32) []uint32 {
	next, last := make([]uint32, len(first)), make([]uint32, len(first)) // the last one by the first one
	for at, f := range first {
		if uint32(at) != f {
			next[last[f]] = uint32(at)
		}
		last[f] = uint32(at)
	}
	return next
}

// copied is a document of a cluster and what it is to the original.
type copied struct {
	doc int32
	tie
}

// cluster returns the documents of the cluster whose first text is given.
func (c *collection) cluster(first uint32, next []uint32, ties []tie) Cluster {
	n := -1
	for place, more := first, true; more; place, more = next[place], next[place] > 0 {
		n += c.copies(c.order[place])
	}
	all := make([]copied, 0, n)
	originals := c.same(c.order[first])
	for _, d := range originals[1:] {
		all = append(all, copied{d, tie{kind: Exact, similarity: 1, containment: 1}})
	}
	for place := next[first]; place > 0; place = next[place] {
		n, _ := slices.BinarySearchFunc(ties, tie{a: first, b: place}, tie.compare) // which is there: it makes place a copy
		t := ties[n]
		for d := c.order[place]; d >= 0; d = c.docs.at(d).next {
			all = append(all, copied{d, t})
		}
	}
	slices.SortFunc(all, func(a, b copied) int { return c.before(a.doc, b.doc) })
	out := Cluster{Original: c.docs.at(originals[0]).ID, Copies: make([]Match, len(all))}
	for i := range all {
		out.Copies[i] = all[i].match()
		out.Copies[i].ID = c.docs.at(all[i].doc).ID
	}
	return out
}

// outside is a text that a tie ties to a cluster to which it does not belong.
type outside struct {
	first, place uint32 // of the cluster, and of the text
	tie          uint32
}

// relations is what is related to clusters.
type relations struct {
	matches []Match // cluster by cluster
	ends    []end32 // of each cluster that has any, in order
}

// end32 says up to where in matches those of a cluster are.
type end32 struct {
	first uint32
	to    int
}

// of returns what is related to the cluster with this first text.
func (r *relations) of(first uint32) []Match {
	n, ok := slices.BinarySearchFunc(r.ends, first, func(e end32, first uint32) int { return cmp.Compare(e.first, first) })
	if !ok {
		return nil
	}
	from := 0
	if n > 0 {
		from = r.ends[n-1].to
	}
	return r.matches[from:r.ends[n].to:r.ends[n].to]
}

// related returns the texts outside that ties tie to clusters, each by the tie with the most in common.
func (c *collection) related(first []uint32, ties []tie) relations {
	n := 0
	for _, t := range ties {
		if first[t.a] != first[t.b] && t.relates() {
			n++
		}
	}
	all := make([]outside, 0, 2*n)
	for i, t := range ties {
		if first[t.a] != first[t.b] && t.relates() {
			all = append(all, outside{first[t.a], t.b, uint32(i)}, outside{first[t.b], t.a, uint32(i)})
		}
	}
	slices.SortFunc(all, func(x, y outside) int {
		s, t := &ties[x.tie], &ties[y.tie]
		return cmp.Or(cmp.Compare(x.first, y.first), cmp.Compare(x.place, y.place), cmp.Compare(t.containment, s.containment),
			cmp.Compare(t.similarity, s.similarity), cmp.Compare(s.a, t.a), cmp.Compare(s.b, t.b))
	})
	all = slices.CompactFunc(all, func(x, y outside) bool { return x.first == y.first && x.place == y.place })
	r := relations{matches: make([]Match, 0, len(all))}
	for i, x := range all {
		m := ties[x.tie].match()
		if x.place == ties[x.tie].a { // seen from the other side
			m.Kind = m.Kind.turned()
		}
		m.ID = c.docs.at(c.earliest(c.order[x.place])).ID
		r.matches = append(r.matches, m)
		if i+1 == len(all) || all[i+1].first != x.first {
			r.ends = append(r.ends, end32{x.first, i + 1})
		}
	}
	return r
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
