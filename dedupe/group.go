package dedupe

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"hash/maphash"
	"iter"
	"slices"
)

// ErrDuplicateID is wrapped by the error of Group for a collection in which two documents have the same ID.
var ErrDuplicateID = errors.New("duplicate ID")

// Group returns the clusters of docs: which documents are one article, and which stand inside others. Documents that
// nothing ties to any other are in none of them.
//
// Candidates are proposed by Options.Method and by samples of the shingles, which also find texts inside others; each is
// compared exactly. Two documents that Compare calls Exact, Near or Updated with a similarity of at least
// Options.Similar are drawn into one cluster; clusters are joined, the most similar first, as long as the mean
// similarity of the pairs between them, where a text inside another counts 0, is that high as well: average linkage,
// which does not chain unrelated articles together. Whatever else ties a document to one outside its cluster is in
// Related of both.
//
// The original of a cluster is its earliest document; of several, or where no time is known, the most complete one, then
// the one whose ID sorts first. Copies come in the same order, and so do clusters, by their originals. The outcome does
// not depend on the order of docs.
//
// The documents are read once. Held for each are its text, a third of a byte a character for the sample, 4 bytes for each
// key of the method (168 with MinHash), and about 150 bytes; of an exact copy the latter alone; with Options.Load no
// texts. Candidates take another 150 bytes a document. An error of docs or Load, or the end of ctx, ends the grouping
// and is returned.
func Group(ctx context.Context, docs iter.Seq2[Document, error], opts *Options) ([]Cluster, error) {
	o, err := opts.resolve()
	if err != nil {
		return nil, err
	}
	c := &collection{opts: &o, seed: maphash.MakeSeed()}
	for doc, err := range docs {
		if err == nil {
			err = ctx.Err()
		}
		if err == nil {
			err = c.add(ctx, doc)
		}
		if err != nil {
			return nil, fmt.Errorf("dedupe: grouping: %w", err)
		}
	}
	ties, err := c.compare(ctx, c.candidates())
	if err != nil {
		return nil, fmt.Errorf("dedupe: grouping: %w", err)
	}
	return c.clusters(ctx, ties)
}

// collection is the documents that Group has read.
type collection struct {
	opts    *Options
	docs    entries
	seed    maphash.Seed
	ids     register // documents by the hash of their IDs
	equal   register // texts by the hash of their units
	keys    postings // of the method
	samples postings
	keysBuf []uint64 // of the document that is read, as the method gives them
	keys32  []uint32 // and as they are kept
	sample  []uint32
	order   []int32 // of texts: the documents that stand for them
	comparer
}

// add reads a document.
func (c *collection) add(ctx context.Context, doc Document) error {
	id := maphash.String(c.seed, doc.ID)
	for d := range c.ids.with(id) {
		if c.docs.at(d).ID == doc.ID {
			return fmt.Errorf("document %q: %w", doc.ID, ErrDuplicateID)
		}
	}
	c.ids.add(id, int32(c.docs.n))
	hashes := c.a.sign(doc.Text, c.opts.Shingle)
	e := c.docs.add(doc, len(c.a.units))
	c.keys32, c.sample = c.keys32[:0], c.sample[:0]
	defer func() { c.keys.add(c.keys32); c.samples.add(c.sample) }()
	if c.opts.Load != nil {
		e.Text = ""
	}
	if len(c.a.units) < c.opts.MinText {
		e.Text = ""
		return nil
	}
	if copied, err := c.copied(ctx, e); copied || err != nil {
		return err
	}
	c.keysBuf = c.opts.Method.Keys(hashes, c.keysBuf[:0])
	for _, k := range c.keysBuf {
		c.keys32 = append(c.keys32, uint32(mix(k)>>32))
	}
	c.sample = sample(c.sample, hashes)
	return nil
}

// copied reports whether the document that was read last is an exact copy of one read before, to which it is then
// chained. Otherwise it is remembered as a text of its own.
func (c *collection) copied(ctx context.Context, e *entry) (bool, error) {
	n, h := int32(c.docs.n-1), hash(c.a.units)
	for first := range c.equal.with(h) {
		text, err := c.text(ctx, first)
		if err != nil {
			return false, err
		}
		if c.b.sign(text, c.opts.Shingle); slices.Equal(c.a.units, c.b.units) {
			f := c.docs.at(first)
			e.next, f.next = f.next, n
			e.copy, e.Text = true, ""
			return true, nil
		}
	}
	c.equal.add(h, n)
	return false, nil
}

// text returns the text of document d.
func (c *collection) text(ctx context.Context, d int32) (string, error) {
	if c.opts.Load == nil {
		return c.docs.at(d).Text, nil
	}
	text, err := c.opts.Load(ctx, c.docs.at(d).ID)
	if err != nil {
		return "", fmt.Errorf("text of document %q: %w", c.docs.at(d).ID, err)
	}
	return text, nil
}

// before orders documents by their claim to be the original.
func (c *collection) before(a, b int32) int {
	d, e := c.docs.at(a), c.docs.at(b)
	if d.Time.IsZero() != e.Time.IsZero() {
		if d.Time.IsZero() {
			return 1
		}
		return -1
	}
	return cmp.Or(d.Time.Compare(e.Time), cmp.Compare(e.units, d.units), cmp.Compare(d.ID, e.ID))
}

// same returns the exact copies of the document d, and d, in order.
func (c *collection) same(d int32) []int32 {
	var all []int32
	for ; d >= 0; d = c.docs.at(d).next {
		all = append(all, d)
	}
	slices.SortFunc(all, c.before)
	return all
}
