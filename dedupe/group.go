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
// compared exactly. Which pairs are candidates follows from the two texts and the keys that they share, as Sketch, Propose
// and Worth say. Two documents that Compare calls Exact, Near or Updated with a similarity of at least Options.Similar are
// drawn into one cluster; clusters are joined, the most similar first, as long as the mean similarity of the pairs between
// them, where a text inside another counts 0, is that high as well: average linkage, which does not chain unrelated
// articles together. Whatever else ties a document to one outside its cluster is in Related of both, but for pairs that
// share only what more than PairLimit texts do: these are related where one stands inside the other.
//
// What is joined by way of others need not be alike: each document is a copy of the original that it is most similar to, by
// Options.Similar at least, or inside of, and where its cluster has no such original it is one itself, as Originals says.
//
// The original of a cluster is its earliest document; of several, or where no time is known, the most complete one, then
// the one whose ID sorts first. Copies come in the same order, and so do clusters, by their originals. The outcome does
// not depend on the order of docs.
//
// The documents are read once. Held for each are its text, but with Options.Load no texts, 8 bytes for each key of the
// method (42 with MinHash{}) and for each of the sample (one for 12 characters), and about 200 bytes: some 1.1 kB for an
// article of 3 kB of Korean text. Of an exact copy the latter alone is held. Candidates are found in the memory that the
// keys leave; a pair that is tied takes 32 to 100 bytes, and two Matches where its texts are related.
//
// Time is that of reading the documents, of sorting their keys, and of reading both texts again for each pair that is
// compared. Pairs do not grow faster than documents, whatever these share: a key pairs a text with 23 others at most. Of
// news they are about one for three texts; where each text shares a part with all others, ten to twenty a text.
//
// An error of docs or Load, or the end of ctx, ends the grouping and is returned.
func Group(ctx context.Context, docs iter.Seq2[Document, error], opts *Options) ([]Cluster, error) {
	o, err := opts.resolve()
	if err != nil {
		return nil, err
	}
	c := newCollection(&o)
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
	c.arrange()
	ties, err := c.compare(ctx, c.candidates())
	if err != nil {
		return nil, fmt.Errorf("dedupe: grouping: %w", err)
	}
	return c.clusters(ctx, ties)
}

// collection is the documents that Group has read.
type collection struct {
	opts     *Options
	docs     entries
	seed     maphash.Seed
	ids      register // documents by the hash of their IDs
	equal    register // texts by the hash of their units
	keys     postings // of the method
	samples  postings
	blocks   blocks
	sizes    [][]uint32 // of the samples of documents that stand for a text, in blocks of entryBlock
	order    []int32    // of texts: the documents that stand for them
	place    []uint32   // of documents: of their texts in order
	sketcher Sketcher
	comparer
}

// size returns the size of the sample of a document; 0 for one that has none.
func (c *collection) size(d int32) uint32 {
	if block := int(d) / entryBlock; block < len(c.sizes) {
		return c.sizes[block][d%entryBlock]
	}
	return 0
}

// extent is Extent in less room.
type extent struct {
	size, common, keys uint32
}

func (e extent) public() Extent { return Extent{int(e.size), int(e.common), int(e.keys)} }

func newCollection(o *Options) *collection {
	c := &collection{opts: o, seed: maphash.MakeSeed(), sketcher: Sketcher{opts: *o, settings: o.sketchSettings()}}
	c.keys.blocks, c.samples.blocks = &c.blocks, &c.blocks
	return c
}

// add reads a document.
func (c *collection) add(ctx context.Context, doc Document) error {
	if err := c.register(doc.ID); err != nil {
		return err
	}
	s := &c.sketcher
	hashes := s.signer.sign(doc.Text, c.opts.Shingle)
	e := c.docs.add(doc, len(s.signer.units))
	if c.opts.Load != nil {
		e.Text = ""
	}
	if len(s.signer.units) == 0 {
		e.Text = ""
		return nil
	}
	if copied, err := c.copied(ctx, e); copied || err != nil || len(s.signer.units) < c.opts.MinText {
		return err
	}
	s.sign(hashes)
	c.post(s.keys, s.sampler.keys, s.size())
	return nil
}

// register takes note of the ID of the next document.
func (c *collection) register(id string) error {
	if _, known := c.document(id); known {
		return fmt.Errorf("document %q: %w", id, ErrDuplicateID)
	}
	c.ids.add(maphash.String(c.seed, id), int32(c.docs.n))
	return nil
}

// document returns the document with an ID.
func (c *collection) document(id string) (int32, bool) {
	for d := range c.ids.with(maphash.String(c.seed, id)) {
		if c.docs.at(d).ID == id {
			return d, true
		}
	}
	return 0, false
}

// post takes note of the keys of the document that was read last.
func (c *collection) post(keys, sample []uint64, size int) {
	d := uint32(c.docs.n - 1)
	for int(d)/entryBlock >= len(c.sizes) {
		c.sizes = append(c.sizes, make([]uint32, entryBlock))
	}
	c.sizes[d/entryBlock][d%entryBlock] = uint32(size)
	c.keys.add(d, keys)
	c.samples.add(d, sample)
}

// copied reports whether the document that was read last is an exact copy of one read before, to which it is then
// chained. Otherwise it is remembered as a text of its own.
func (c *collection) copied(ctx context.Context, e *entry) (bool, error) {
	units := c.sketcher.signer.units
	n, h := int32(c.docs.n-1), hash(units)
	for first := range c.equal.with(h) {
		text, err := c.text(ctx, first)
		if err != nil {
			return false, err
		}
		if c.b.sign(text, c.opts.Shingle); slices.Equal(units, c.b.units) {
			c.chain(e, first)
			return true, nil
		}
	}
	c.equal.add(h, n)
	return false, nil
}

// chain makes e, the document that was read last, an exact copy of the document first.
func (c *collection) chain(e *entry, first int32) {
	f := c.docs.at(first)
	e.next, f.next = f.next, int32(c.docs.n-1)
	e.copy, e.Text = true, ""
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

// earliest returns the one of the exact copies of the document d, and d, that claims to be the original.
func (c *collection) earliest(d int32) int32 {
	best := d
	for next := c.docs.at(d).next; next >= 0; next = c.docs.at(next).next {
		if c.before(next, best) < 0 {
			best = next
		}
	}
	return best
}

// copies returns how many exact copies the document d, and d, are.
func (c *collection) copies(d int32) (n int) {
	for ; d >= 0; d = c.docs.at(d).next {
		n++
	}
	return n
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
