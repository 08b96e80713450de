package dedupe

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"iter"
	"math/rand/v2"
	"slices"
	"sync"
	"testing"
	"time"

	"github.com/gisa-go/gisa/internal/corpus"
	"github.com/gisa-go/gisa/internal/race"
)

// collections are small ones of several kinds, by name: each has keys that are common, and texts inside others.
func collections(t testing.TB) map[string][]Document {
	rng := rand.New(rand.NewPCG(7, 13))
	n := 400
	if race.Detector {
		n = 150
	}
	all := map[string][]Document{"family": family()}
	for name, s := range sharing {
		if s.common > 100 {
			continue
		}
		docs := s.generate(n)
		for i := range docs {
			if rng.IntN(2) == 0 {
				docs[i].Time = time.Unix(1_700_000_000+int64(rng.IntN(50)), 0)
			}
			if i > 0 && rng.IntN(12) == 0 { // copies, and texts inside others
				docs[i].Text = docs[rng.IntN(i)].Text
				if rng.IntN(2) == 0 {
					docs[i].Text = invent(rng, 200) + docs[i].Text
				}
			}
		}
		all[name] = docs
	}
	return all
}

func loader(docs []Document) func(context.Context, string) (string, error) {
	texts := map[string]string{}
	for _, d := range docs {
		texts[d.ID] = d.Text
	}
	return func(_ context.Context, id string) (string, error) {
		text, ok := texts[id]
		if !ok {
			return "", fmt.Errorf("no text of %q", id)
		}
		return text, nil
	}
}

func each[T any](all []T) iter.Seq2[T, error] {
	return func(yield func(T, error) bool) {
		for _, v := range all {
			if !yield(v, nil) {
				return
			}
		}
	}
}

// split makes sketches with several workers, each of a part of docs, sends them as bytes, and returns them as they come.
func split(t testing.TB, docs []Document, workers int) (all []Sketch) {
	t.Helper()
	var group sync.WaitGroup
	sent := make(chan []byte)
	for w := range workers {
		group.Go(func() {
			s, err := NewSketcher(nil)
			if err != nil {
				t.Error(err)
				return
			}
			for i := w; i < len(docs); i += workers {
				if k, ok := s.Sketch(docs[i]); ok {
					b, err := k.MarshalBinary()
					if err != nil {
						t.Error(err)
					}
					sent <- b
				}
			}
		})
	}
	go func() { group.Wait(); close(sent) }()
	for b := range sent {
		var k Sketch
		if err := k.UnmarshalBinary(b); err != nil {
			t.Error(err)
		}
		all = append(all, k)
	}
	return all
}

// joined are the pairs that are worth a comparison by the public parts alone, as another engine would find them: maps
// instead of all that makes Group fast.
func joined(sketches []Sketch) (pairs []Pair) {
	texts := map[[16]byte]Sketch{}
	for _, k := range sketches {
		if first, ok := texts[k.Sum]; !ok || k.Claim < first.Claim {
			texts[k.Sum] = k
		}
	}
	keys, samples := map[uint64][]Claim{}, map[uint64][]Claim{}
	extents := map[Claim]Extent{}
	for _, k := range texts {
		extents[k.Claim] = Extent{Size: k.Size}
		for _, key := range k.Keys {
			keys[key] = append(keys[key], k.Claim)
		}
		for _, key := range k.Sample {
			samples[key] = append(samples[key], k.Claim)
		}
	}
	type two struct{ a, b Claim }
	found := map[two]Shared{}
	note := func(claims []Claim, count func(*Shared)) {
		slices.Sort(claims)
		for a, b := range Propose(len(claims)) {
			s := found[two{claims[a], claims[b]}]
			count(&s)
			found[two{claims[a], claims[b]}] = s
		}
	}
	for _, claims := range samples {
		if len(claims) <= PairLimit {
			note(claims, func(s *Shared) { s.Sample++ })
			continue
		}
		for _, c := range claims {
			e := extents[c]
			e.Common++
			extents[c] = e
		}
	}
	for _, claims := range keys {
		if len(claims) <= PairLimit {
			note(claims, func(s *Shared) { s.Keys++ })
			continue
		}
		note(claims, func(s *Shared) { s.Common++ })
		for _, c := range claims {
			e := extents[c]
			e.CommonKeys++
			extents[c] = e
		}
	}
	for p, s := range found {
		if compare, relate := Worth(s, extents[p.a], extents[p.b]); compare {
			pairs = append(pairs, Pair{A: p.a.ID(), B: p.b.ID(), Common: !relate})
		}
	}
	return pairs // in the order of a map: any
}

// compare says of each pair, turned or as it is, what one is to the other.
func compare(t testing.TB, docs []Document, pairs []Pair, turned bool) (out []Pair) {
	t.Helper()
	texts := map[string]string{}
	for _, d := range docs {
		texts[d.ID] = d.Text
	}
	c, err := NewComparer(nil)
	if err != nil {
		t.Fatal(err)
	}
	for i, p := range pairs {
		if turned && i%2 == 0 {
			p.A, p.B = p.B, p.A
		}
		c.First(texts[p.A])
		m := c.Match(texts[p.B])
		p.Match = &m
		out = append(out, p)
	}
	return out
}

// Group gives the same JSON in any order of its input, and so do its parts for any partition and number of workers.
func TestPartsGiveWhatGroupGives(t *testing.T) {
	rng := rand.New(rand.NewPCG(5, 13))
	all := collections(t)
	if corpus.Dir() != "" {
		all["articles"] = someDocs(t)[:1200]
	}
	for name, docs := range all {
		t.Run(name, func(t *testing.T) {
			clusters, err := Group(t.Context(), Documents(docs...), nil)
			if err != nil {
				t.Fatal(err)
			}
			want := asJSON(t, clusters)
			opts := &Options{Load: loader(docs)}
			for _, workers := range []int{1, 2, 7} {
				rng.Shuffle(len(docs), func(i, j int) { docs[i], docs[j] = docs[j], docs[i] })
				again, err := Group(t.Context(), Documents(docs...), nil)
				if err != nil {
					t.Fatal(err)
				}
				if got := asJSON(t, again); got != want {
					t.Errorf("Group of documents in another order:\n%.500s\nwant\n%.500s", got, want)
				}
				parts := split(t, docs, workers)
				found, err := Candidates(t.Context(), each(parts), nil)
				if err != nil {
					t.Fatal(err)
				}
				byID := func(p, q Pair) int { return cmp.Or(cmp.Compare(p.A, q.A), cmp.Compare(p.B, q.B)) }
				elsewhere := joined(parts)
				slices.SortFunc(found, byID)
				if !slices.Equal(slices.SortedFunc(slices.Values(elsewhere), byID), found) {
					t.Errorf("%d pairs are found here, %d elsewhere", len(found), len(elsewhere))
				}
				compared := append(compare(t, docs, elsewhere, true), compare(t, docs, elsewhere[:len(elsewhere)/3], false)...)
				some := append(slices.Clone(elsewhere[len(elsewhere)/2:]), compared[:len(elsewhere)/2]...)
				for how, pairs := range map[string]iter.Seq2[Pair, error]{
					"found here": nil, "found elsewhere": each(elsewhere), "compared elsewhere": each(compared), "half of them": each(some),
				} {
					clusters, err := Assemble(t.Context(), each(parts), pairs, opts)
					if err != nil {
						t.Fatal(err)
					}
					if got := asJSON(t, clusters); got != want {
						t.Errorf("%d workers, %s:\n%.500s\nwant\n%.500s", workers, how, got, want)
					}
				}
			}
		})
	}
}

// Pairs that nothing ties together change nothing.
func TestComparisonsInVain(t *testing.T) {
	all := 0
	for name, docs := range collections(t) {
		want, err := Group(t.Context(), Documents(docs...), nil)
		if err != nil {
			t.Fatal(err)
		}
		parts := split(t, docs, 2)
		pairs := joined(parts)
		known := map[[2]string]bool{}
		for _, p := range pairs {
			known[[2]string{p.A, p.B}], known[[2]string{p.B, p.A}] = true, true
		}
		opts := &Options{Load: loader(docs)}
		c, err := NewComparer(nil)
		if err != nil {
			t.Fatal(err)
		}
		more := 0
		for i, a := range docs {
			c.First(a.Text)
			for _, b := range docs[:min(i, 25)] {
				if c.Match(b.Text).Kind == None && !known[[2]string{a.ID, b.ID}] && min(len(a.Text), len(b.Text)) > 200 {
					pairs = append(pairs, Pair{A: a.ID, B: b.ID})
					more++
				}
			}
		}
		got, err := Assemble(t.Context(), each(parts), each(pairs), opts)
		if err != nil {
			t.Fatal(err)
		}
		if asJSON(t, got) != asJSON(t, want) {
			t.Errorf("%s: %d comparisons in vain change the clusters", name, more)
		}
		all += more
	}
	if all < 1000 {
		t.Errorf("only %d comparisons were in vain", all)
	}
}

// Link clusters the texts of a component as it does among all others.
func TestLinkByComponents(t *testing.T) {
	rng := rand.New(rand.NewPCG(6, 13))
	o, err := (*Options)(nil).resolve()
	if err != nil {
		t.Fatal(err)
	}
	for range 300 {
		n := 2 + rng.IntN(60)
		known := map[[2]int]bool{}
		var ties []Tie
		for range rng.IntN(4 * n) {
			a, b := rng.IntN(n), rng.IntN(n)
			if a >= b || known[[2]int{a, b}] || a%3 != b%3 && rng.IntN(8) > 0 {
				continue
			}
			known[[2]int{a, b}] = true
			ties = append(ties, Tie{A: a, B: b, Match: Match{Kind: Kind(rng.IntN(6)), Similarity: float64(rng.IntN(20)) / 20, Containment: 1}})
		}
		want, err := Link(n, ties, nil)
		if err != nil {
			t.Fatal(err)
		}
		connected := plant(n)
		for _, t := range ties {
			if internal := (&tie{kind: t.Kind, similarity: t.Similarity}); internal.draws(&o) {
				connected.union(uint32(t.A), uint32(t.B))
			}
		}
		got := make([]int, n)
		parts := map[uint32][]int{}
		for i := range n {
			parts[connected.root(uint32(i))] = append(parts[connected.root(uint32(i))], i)
		}
		for _, texts := range parts {
			var inside []Tie
			for _, t := range ties {
				a, okA := slices.BinarySearch(texts, t.A)
				b, okB := slices.BinarySearch(texts, t.B)
				if okA && okB {
					t.A, t.B = a, b
					inside = append(inside, t)
				}
			}
			rng.Shuffle(len(inside), func(i, j int) { inside[i], inside[j] = inside[j], inside[i] })
			first, err := Link(len(texts), inside, nil)
			if err != nil {
				t.Fatal(err)
			}
			for i, text := range texts {
				got[text] = texts[first[i]]
			}
		}
		if !slices.Equal(got, want) {
			t.Fatalf("%d texts, %v:\n%v by components,\n%v together", n, ties, got, want)
		}
		if naive := naiveLinkage(n, ties, &o); !slices.Equal(naive, want) {
			t.Fatalf("%d texts, %v:\n%v without any data structure,\n%v with them", n, ties, naive, want)
		}
	}
}

// naiveLinkage is average linkage that sums up all ties between two clusters anew each time.
func naiveLinkage(n int, ties []Tie, o *Options) []int {
	first := make([]int, n)
	for i := range first {
		first[i] = i
	}
	ties = slices.SortedFunc(slices.Values(ties), func(s, t Tie) int {
		return cmp.Or(cmp.Compare(t.Similarity, s.Similarity), cmp.Compare(s.A, t.A), cmp.Compare(s.B, t.B))
	})
	for _, t := range ties {
		internal := tie{kind: t.Kind, similarity: t.Similarity}
		a, b := min(first[t.A], first[t.B]), max(first[t.A], first[t.B])
		if a == b || !internal.draws(o) {
			continue
		}
		sum, tied, sizes := 0.0, 0, [2]int{}
		for _, u := range ties {
			if u.Kind != None && min(first[u.A], first[u.B]) == a && max(first[u.A], first[u.B]) == b {
				tied++
				if u.Kind != Contains && u.Kind != Contained {
					sum += u.Similarity
				}
			}
		}
		for _, f := range first {
			switch f {
			case a:
				sizes[0]++
			case b:
				sizes[1]++
			}
		}
		if sum/float64(max(tied, min(sizes[0], neighbours)*min(sizes[1], neighbours))) < o.Similar-1e-12 {
			continue
		}
		for i, f := range first {
			if f == b {
				first[i] = a
			}
		}
	}
	return first
}

func TestLinkReportsErrors(t *testing.T) {
	for name, ties := range map[string][]Tie{
		"itself": {{A: 1, B: 1}}, "turned": {{A: 1, B: 0}}, "outside": {{A: 0, B: 2}}, "before": {{A: -1, B: 0}},
		"twice": {{A: 0, B: 1, Match: Match{Kind: Near}}, {A: 0, B: 1, Match: Match{Kind: Near}}},
	} {
		if got, err := Link(2, ties, nil); err == nil {
			t.Errorf("%s: %v and no error", name, got)
		}
	}
	if _, err := Link(2, nil, &Options{Similar: 2}); !errors.Is(err, ErrOptions) {
		t.Errorf("bad options: %v", err)
	}
}

func TestAssembleReportsErrors(t *testing.T) {
	docs := family()
	parts := split(t, docs, 1)
	load := &Options{Load: loader(docs)}
	old := slices.Clone(parts)
	old[3].Settings++
	damaged := slices.Clone(parts)
	damaged[1].Claim = "x"
	broken := errors.New("the disk is gone")
	failing := func(yield func(Sketch, error) bool) { yield(Sketch{}, broken) }
	for name, test := range map[string]struct {
		sketches iter.Seq2[Sketch, error]
		pairs    iter.Seq2[Pair, error]
		opts     *Options
		want     error
	}{
		"of another version":  {each(old), nil, load, ErrSketchVersion},
		"of other options":    {each(parts), nil, &Options{Load: load.Load, Shingle: 6}, ErrSketchVersion},
		"twice":               {each(append(slices.Clone(parts), parts[0])), nil, load, ErrDuplicateID},
		"damaged":             {each(damaged), nil, load, ErrSketch},
		"no Load":             {each(parts), nil, nil, ErrOptions},
		"reading":             {failing, nil, load, broken},
		"a pair with nothing": {each(parts), each([]Pair{{A: "first", B: "nobody"}}), load, ErrPair},
		"a pair of one text":  {each(parts), each([]Pair{{A: "first", B: "copy"}}), load, ErrPair},
	} {
		if got, err := Assemble(t.Context(), test.sketches, test.pairs, test.opts); !errors.Is(err, test.want) || got != nil {
			t.Errorf("%s: %v, %v, want no clusters and %v", name, got, err, test.want)
		}
	}
}

func TestComparer(t *testing.T) {
	c, err := NewComparer(nil)
	if err != nil {
		t.Fatal(err)
	}
	docs := family()
	for _, a := range docs {
		c.First(a.Text)
		for _, b := range docs {
			want, err := Compare(a.Text, b.Text, nil)
			if err != nil {
				t.Fatal(err)
			}
			want.Passages = nil
			if got := c.Match(b.Text); asJSON(t, got) != asJSON(t, want) {
				t.Errorf("%s and %s: %+v, want %+v", a.ID, b.ID, got, want)
			}
		}
	}
}
