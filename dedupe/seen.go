package dedupe

import (
	"bytes"
	"cmp"
	"compress/flate"
	"context"
	"errors"
	"fmt"
	"io"
	"slices"
	"strings"

	"github.com/gisa-go/gisa/dedupe/internal/store"
)

// errNoID says that a document cannot be remembered.
var errNoID = errors.New("dedupe: document has no ID")

// Add returns what is remembered of documents like doc, the most similar first, then remembers doc. Where a document
// with its ID is remembered already, that one is among the matches, if it is similar, and is then replaced. Either what
// others add at the same time is seen, or they see doc.
//
// What was added can be found at once. It is durable, so that neither the end of the process nor that of the machine
// loses it, when Sync returns or the Add that completes IndexOptions.Commit of them. After an error of writing all
// further additions fail; open the index anew to see what it has.
func (x *Index) Add(ctx context.Context, doc Document) ([]Match, error) {
	all, err := x.add(ctx, []Document{doc}, x.store.Write)
	if err != nil {
		return nil, err
	}
	return all[0], nil
}

// AddAll adds documents in order, each seeing those before it, and makes them durable in one commit. It returns the
// matches of each document.
func (x *Index) AddAll(ctx context.Context, docs []Document) ([][]Match, error) {
	return x.add(ctx, docs, x.store.WriteNow)
}

func (x *Index) add(ctx context.Context, docs []Document, write func(func(store.Writer) error) error) ([][]Match, error) {
	entries := make([]signed, len(docs))
	for i, d := range docs {
		if d.ID == "" {
			return nil, errNoID
		}
		if err := ctx.Err(); err != nil {
			return nil, err
		}
		if err := x.sign(&entries[i], d.Text); err != nil {
			return nil, err
		}
	}
	found := make([][]candidate, len(docs))
	err := write(func(w store.Writer) (err error) {
		for i := range entries {
			if found[i], err = x.candidates(&entries[i]); err != nil {
				return err
			}
			if err = w.Put(docs[i].ID, milliseconds(docs[i].Time), entries[i].kept(), entries[i].payload); err != nil {
				return err
			}
		}
		return nil
	})
	if err != nil {
		return nil, err
	}
	matches := make([][]Match, len(docs))
	for i := range found {
		if matches[i], err = x.decide(ctx, docs[i], found[i]); err != nil {
			return nil, err
		}
	}
	return matches, nil
}

// Query returns what Add would, and remembers nothing. The document needs no ID.
func (x *Index) Query(ctx context.Context, doc Document) ([]Match, error) {
	var e signed
	if err := x.sign(&e, doc.Text); err != nil {
		return nil, err
	}
	found, err := x.candidates(&e)
	if err != nil {
		return nil, err
	}
	return x.decide(ctx, doc, found)
}

// signed is a text ready to be looked up and remembered.
type signed struct {
	signature
	keys    []uint64 // of the method
	inside  []uint64 // the least hashes, by which texts inside others are found
	payload []byte
}

// sign sets e to what the index keeps of text. A text shorter than MinText has no keys.
func (x *Index) sign(e *signed, text string) (err error) {
	s := x.signers.Get().(*signer)
	defer x.signers.Put(s)
	hashes := s.sign(text, x.opts.Shingle)
	full := e.signature.make(s)
	if len(s.units) >= x.opts.MinText && len(hashes) > 0 {
		if m, ok := x.opts.Method.(MinHash); ok { // of the sketch that is there already
			m = m.resolve()
			if m.Bands >= 4*insideKept {
				m.Bands -= insideKept
				e.inside = least(make([]uint64, 0, insideAsked), hashes, insideAsked)
			}
			e.keys = full.bands(make([]uint64, 0, m.Bands+insideKept), m.Bands, m.Rows)
		} else {
			e.keys = distinct(x.opts.Method.Keys(hashes, nil))
		}
	}
	e.payload = e.signature.append(make([]byte, 0, signatureSize))
	if x.texts {
		e.payload, err = appendText(e.payload, text)
	}
	return err
}

// MinHash tells little of a text inside a much longer one. In place of the last of its bands, where it has many, the index
// keeps insideKept of the least hashes of a text, and asks for insideAsked: by these it also finds what it misses by a band
// less. It compares the insideLimit newest documents that have one of them, since some are of phrases that many texts share.
const (
	insideKept  = 8
	insideAsked = 16
	insideLimit = 32
)

// kept returns the keys that the index keeps.
func (e *signed) kept() []uint64 {
	return append(e.keys, e.inside[:min(len(e.inside), insideKept)]...)
}

func distinct(keys []uint64) []uint64 {
	slices.Sort(keys)
	return slices.Compact(keys)
}

// candidate is a remembered document and what is estimated of it.
type candidate struct {
	Match
	text []byte // compressed, where texts are kept
}

// candidates returns the remembered documents that share a key with e and match by their signatures. Where texts decide,
// those that might match are candidates.
func (x *Index) candidates(e *signed) (found []candidate, err error) {
	doubt := 0.0
	if x.exact() {
		doubt = 4
	}
	compare := func(r store.Record, _ int) error {
		if slices.ContainsFunc(found, func(c candidate) bool { return c.ID == string(r.ID) }) {
			return nil
		}
		g, text, err := parsePayload(r.Payload)
		if err != nil {
			return fmt.Errorf("dedupe: index has document %q with a signature that cannot be read: %w", r.ID, err)
		}
		if m := e.signature.match(&g, doubt, &x.opts); m.Kind != None {
			m.ID = string(r.ID)
			found = append(found, candidate{m, slices.Clone(text)})
		}
		return nil
	}
	if err = x.store.Lookup(e.keys, candidatesPerMatch*x.max, compare); err == nil && len(e.inside) > 0 {
		err = x.store.Lookup(e.inside, insideLimit, compare)
	}
	return found, err
}

// exact says that matches are decided by Compare.
func (x *Index) exact() bool { return x.texts || x.opts.Load != nil }

// decide returns the matches among candidates, the most similar first.
func (x *Index) decide(ctx context.Context, doc Document, found []candidate) ([]Match, error) {
	matches := make([]Match, 0, min(len(found), x.max))
	for _, c := range found {
		if x.exact() && c.Kind != Exact {
			text, err := x.text(ctx, c)
			if err != nil {
				return nil, fmt.Errorf("dedupe: text of document %q: %w", c.ID, err)
			}
			id := c.ID
			if c.Match, err = Compare(doc.Text, text, &x.opts); err != nil {
				return nil, err
			}
			c.ID = id
		}
		if c.Kind != None {
			matches = append(matches, c.Match)
		}
	}
	slices.SortStableFunc(matches, func(a, b Match) int {
		return cmp.Or(cmp.Compare(b.Similarity, a.Similarity), cmp.Compare(b.Containment, a.Containment))
	})
	return matches[:min(len(matches), x.max)], nil
}

// text returns the text of a candidate.
func (x *Index) text(ctx context.Context, c candidate) (string, error) {
	if x.texts {
		return expandText(c.text)
	}
	return x.opts.Load(ctx, c.ID)
}

// appendText appends text, compressed.
func appendText(dst []byte, text string) ([]byte, error) {
	b := bytes.NewBuffer(dst)
	w, err := flate.NewWriter(b, flate.BestSpeed)
	if err != nil {
		return nil, err
	}
	_, err = io.WriteString(w, text)
	err = errors.Join(err, w.Close())
	return b.Bytes(), err
}

func expandText(b []byte) (string, error) {
	var text strings.Builder
	_, err := io.Copy(&text, flate.NewReader(bytes.NewReader(b)))
	return text.String(), err
}

// parsePayload reads what sign wrote.
func parsePayload(b []byte) (g signature, text []byte, err error) {
	text, ok := g.parse(b)
	if !ok {
		err = io.ErrUnexpectedEOF
	}
	return g, text, err
}
