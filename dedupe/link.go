package dedupe

import (
	"cmp"
	"errors"
	"fmt"
	"slices"
)

// Tie is what was found of two texts that were compared: what the text at place B is to the one at place A, A < B.
type Tie struct {
	A, B   int
	Common bool // of the pair Worth says that it is to be compared, but not that it relates
	Match
}

var errTie = errors.New("bad tie")

// Link clusters n texts, given by their places in the order of their claims, and returns for each the first text of its
// cluster: average linkage, as Group describes it. What that text is to the others is for Originals to say. The ties are those of the pairs that Worth names; of Kind None they say
// nothing. Texts that no chain of ties of Kind Near or Updated and of a Similarity of at least Options.Similar connects do
// not matter to each other, so that the texts of one such component can be linked alone. The order of ties does not
// matter. It fails for bad options, for a pair that is tied twice, and for a place that is none.
func Link(n int, ties []Tie, opts *Options) ([]int, error) {
	o, all, err := checkedTies(n, ties, opts)
	if err != nil {
		return nil, err
	}
	out := make([]int, n)
	for i, first := range linked(n, all, o) {
		out[i] = int(first)
	}
	return out, nil
}

// checkedTies returns ties that say something, in order, and the options with their defaults.
func checkedTies(n int, ties []Tie, opts *Options) (*Options, []tie, error) {
	o, err := opts.resolve()
	if err != nil {
		return nil, nil, err
	}
	all := make([]tie, 0, len(ties))
	for _, t := range ties {
		if t.A < 0 || t.A >= t.B || t.B >= n {
			return nil, nil, badTie("of the texts %d and %d of %d", t.A, t.B, n)
		}
		if t.Kind != None {
			all = append(all, tie{uint32(t.A), uint32(t.B), t.Kind, t.Common, t.Similarity, t.Containment})
		}
	}
	slices.SortFunc(all, tie.compare)
	for i := 1; i < len(all); i++ {
		if all[i].compare(all[i-1]) == 0 {
			return nil, nil, badTie("the texts %d and %d are tied twice", all[i].a, all[i].b)
		}
	}
	return &o, all, nil
}

func badTie(format string, args ...any) error {
	return fmt.Errorf("dedupe: %w: %s", errTie, fmt.Sprintf(format, args...))
}

// compare orders ties by their second text, then by their first.
func (t tie) compare(u tie) int { return cmp.Or(cmp.Compare(t.b, u.b), cmp.Compare(t.a, u.a)) }

// draws reports whether t draws its texts into one cluster.
func (t *tie) draws(o *Options) bool {
	return (t.kind == Near || t.kind == Updated) && t.similarity >= o.Similar
}

// relates reports whether t relates its texts to each other where they are not in one cluster.
func (t *tie) relates() bool {
	return t.kind != None && (!t.common || t.kind == Contains || t.kind == Contained)
}

// trees is a forest of texts.
type trees struct {
	parent, size []uint32 // the size is that of the tree at a root
}

func plant(n int) trees {
	t := trees{make([]uint32, n), make([]uint32, n)}
	for i := range t.parent {
		t.parent[i], t.size[i] = uint32(i), 1
	}
	return t
}

func (t *trees) root(a uint32) uint32 {
	for t.parent[a] != a {
		t.parent[a] = t.parent[t.parent[a]]
		a = t.parent[a]
	}
	return a
}

// join makes b a branch of a, two roots.
func (t *trees) join(a, b uint32) {
	t.parent[b] = a
	t.size[a] += t.size[b]
}

// union joins the trees of a and b.
func (t *trees) union(a, b uint32) {
	a, b = t.root(a), t.root(b)
	if t.size[a] < t.size[b] {
		a, b = b, a
	}
	if a != b {
		t.join(a, b)
	}
}

// firsts returns the first text of each text's tree.
func (t *trees) firsts() []uint32 {
	out := make([]uint32, len(t.parent))
	of := t.size // which is not needed any more: by root, the first text + 1
	clear(of)
	for i := range out {
		root := t.root(uint32(i))
		if of[root] == 0 {
			of[root] = uint32(i) + 1
		}
		out[i] = of[root] - 1
	}
	return out
}

// linked joins n texts by average linkage, the most similar pairs first, and returns the first text of each one's cluster.
func linked(n int, ties []tie, o *Options) []uint32 {
	connected := plant(n)
	for i := range ties {
		if ties[i].draws(o) {
			connected.union(ties[i].a, ties[i].b)
		}
	}
	inner := 0
	for i := range ties {
		if root := connected.root(ties[i].a); root == connected.root(ties[i].b) && connected.size[root] > 2 {
			inner++
		}
	}
	l := linkage{trees: plant(n), ends: make([]end, 0, 2*inner)}
	drawn := make([]uint32, 0, inner)
	for i, t := range ties {
		root := connected.root(t.a)
		switch {
		case root != connected.root(t.b):
		case connected.size[root] == 2: // nothing else has a say
			l.join(t.a, t.b)
		default:
			l.add(&t, inner)
			if t.draws(o) {
				drawn = append(drawn, uint32(i))
			}
		}
	}
	slices.SortFunc(drawn, func(i, j uint32) int {
		s, t := &ties[i], &ties[j]
		return cmp.Or(cmp.Compare(t.similarity, s.similarity), cmp.Compare(s.a, t.a), cmp.Compare(s.b, t.b))
	})
	for _, i := range drawn {
		a, b := l.root(ties[i].a), l.root(ties[i].b)
		if a != b && l.mean(a, b) >= o.Similar {
			l.merge(a, b)
		}
	}
	return l.firsts()
}
