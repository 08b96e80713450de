package dedupe

import (
	"context"
	"errors"
	"fmt"
	"iter"
	"slices"
)

// Pair is two documents to be compared, by their IDs: those that make the claims of their texts, or other exact copies.
type Pair struct {
	A      string `json:"a"`
	B      string `json:"b"`
	Common bool   `json:"common,omitempty"` // Worth says of them that they are to be compared, but not that it relates

	// Match says what B is to A where the pair was compared already, as Comparer does; its ID is not looked at.
	Match *Match `json:"match,omitempty"`
}

// ErrPair is wrapped by the error of Assemble for a pair of documents of which one has no sketch, or that are one text.
var ErrPair = errors.New("no pair of texts")

// Candidates returns the pairs of texts that are worth a comparison, by the documents that make their claims, in the order
// of the later claim, then of the earlier one: what another engine has to find. Its errors are those of Assemble.
func Candidates(ctx context.Context, sketches iter.Seq2[Sketch, error], opts *Options) ([]Pair, error) {
	o, err := opts.resolve()
	if err != nil {
		return nil, err
	}
	c := newCollection(&o)
	found, _, err := c.assemble(ctx, sketches, nil)
	if err != nil {
		return nil, fmt.Errorf("dedupe: candidates: %w", err)
	}
	pairs := make([]Pair, 0, found.size())
	id := func(place uint32) string { return c.docs.at(c.earliest(c.order[place])).ID }
	for _, block := range found.all() {
		for _, pair := range block {
			pairs = append(pairs, Pair{A: id(uint32(pair) >> 1), B: id(uint32(pair >> 32)), Common: pair&1 == 1})
		}
	}
	return pairs, nil
}

// Assemble returns the clusters that Group would return for the documents of these sketches, in whatever order they come.
// The pairs are those of Candidates, as another engine found them, in any order, also several times; with nil they are
// found here. Each pair that has no Match is compared, and so are originals with copies that no pair names, for which Options.Load has to be there and is asked for texts by the IDs of
// documents, two for a pair at most. Sketches need keys only where pairs are found here, and those of texts without a
// copy that are in no pair may be left out.
//
// It fails with ErrSketchVersion for sketches made with other options than opts, or by another version of this package,
// with ErrDuplicateID, with ErrPair, and with the errors of its sequences, of Load and of ctx. It holds about 250 bytes of
// each sketch, 8 a pair, and where it finds the pairs 8 for each key.
func Assemble(
	ctx context.Context, sketches iter.Seq2[Sketch, error], pairs iter.Seq2[Pair, error], opts *Options,
) ([]Cluster, error) {
	o, err := opts.resolve()
	if err == nil && o.Load == nil {
		err = fmt.Errorf("dedupe: %w: Load is nil", ErrOptions)
	}
	if err != nil {
		return nil, err
	}
	c := newCollection(&o)
	found, known, err := c.assemble(ctx, sketches, pairs)
	var ties []tie
	if err == nil {
		ties, err = c.compare(ctx, found)
	}
	if err != nil {
		return nil, fmt.Errorf("dedupe: assembling: %w", err)
	}
	return c.clusters(ctx, united(ties, known))
}

// assemble reads the sketches and returns the candidates, and the ties between those that were compared already.
func (c *collection) assemble(
	ctx context.Context, sketches iter.Seq2[Sketch, error], pairs iter.Seq2[Pair, error],
) (*words, []tie, error) {
	sums := map[[16]byte]int32{}
	for k, err := range sketches {
		if err == nil {
			err = ctx.Err()
		}
		if err == nil {
			err = c.addSketch(&k, sums, pairs == nil)
		}
		if err != nil {
			return nil, nil, err
		}
	}
	c.arrange()
	if pairs == nil {
		return c.candidates(), nil, nil
	}
	return c.given(ctx, pairs)
}

// addSketch reads a sketch, and its keys where they are asked for.
func (c *collection) addSketch(k *Sketch, sums map[[16]byte]int32, keys bool) error {
	if err := k.Claim.check(); err != nil {
		return err
	}
	id := k.Claim.ID()
	if k.Settings != c.sketcher.settings {
		return fmt.Errorf("document %q: %w: %016x, want %016x", id, ErrSketchVersion, k.Settings, c.sketcher.settings)
	}
	if err := c.register(id); err != nil {
		return err
	}
	e := c.docs.add(Document{ID: id, Time: k.Claim.time()}, k.Claim.units())
	if first, known := sums[k.Sum]; known {
		c.chain(e, first)
		return nil
	}
	sums[k.Sum] = int32(c.docs.n - 1)
	if keys {
		c.post(k.Keys, k.Sample, k.Size)
	}
	return nil
}

// given returns the candidates that pairs name, and the ties between those that were compared already.
func (c *collection) given(ctx context.Context, pairs iter.Seq2[Pair, error]) (*words, []tie, error) {
	var all []uint64
	var ties []tie
	for p, err := range pairs {
		if err == nil {
			err = ctx.Err()
		}
		if err != nil {
			return nil, nil, err
		}
		a, okA := c.document(p.A)
		b, okB := c.document(p.B)
		if !okA || !okB || c.place[a] == c.place[b] {
			return nil, nil, fmt.Errorf("documents %q and %q: %w", p.A, p.B, ErrPair)
		}
		at, to := c.place[a], c.place[b]
		if p.Match != nil {
			ties = c.compared(ties, at, to, &p)
			continue
		}
		all = append(all, newCandidate(min(at, to), max(at, to), p.Common))
	}
	slices.Sort(all)
	var out words
	for i, pair := range all {
		if i == 0 || pair>>1 != all[i-1]>>1 { // of one given twice, that which relates
			out.add(pair, &c.blocks)
		}
	}
	return &out, ties, nil
}

// compared appends the tie between the texts at two places, unless their pair was compared in vain.
func (c *collection) compared(ties []tie, a, b uint32, p *Pair) []tie {
	t := tie{a, b, p.Match.Kind, p.Common, p.Match.Similarity, p.Match.Containment}
	if a > b {
		t.a, t.b, t.kind = b, a, t.kind.turned()
	}
	if t.draws(c.opts) || t.relates() {
		ties = append(ties, t)
	}
	return ties
}

// united returns the ties of both in order, each once; of one given twice, that which relates.
func united(ties, known []tie) []tie {
	if len(known) == 0 {
		return ties
	}
	ties = append(ties, known...)
	slices.SortFunc(ties, func(s, t tie) int {
		n := s.compare(t)
		if n == 0 && s.common != t.common {
			n = 1
			if t.common {
				n = -1
			}
		}
		return n
	})
	return slices.CompactFunc(ties, func(s, t tie) bool { return s.compare(t) == 0 })
}
