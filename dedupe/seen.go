package dedupe

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"slices"

	"github.com/gisa-go/gisa/dedupe/internal/store"
)

// errNoID says that a document cannot be remembered.
var errNoID = errors.New("dedupe: document has no ID")

// Change says what became of a document that was added to an index.
type Change uint8

// What an addition can be.
const (
	Added     Change = iota // nothing was remembered under its ID
	Changed                 // its text or its time is another than what was remembered, and has taken its place
	Unchanged               // it is remembered already
)

var changeNames = [...]string{"new", "changed", "unchanged"}

// String returns the name of c: "new", "changed" or "unchanged".
func (c Change) String() string {
	if int(c) < len(changeNames) {
		return changeNames[c]
	}
	return fmt.Sprintf("Change(%d)", uint8(c))
}

// MarshalText writes the name of c.
func (c Change) MarshalText() ([]byte, error) { return []byte(c.String()), nil }

// UnmarshalText reads a name that MarshalText wrote.
func (c *Change) UnmarshalText(name []byte) error {
	for i, n := range changeNames {
		if n == string(name) {
			*c = Change(i)
			return nil
		}
	}
	return fmt.Errorf("dedupe: no change is named %q", name)
}

// Seen is what an index says of a document that was added.
type Seen struct {
	Change  Change  `json:"change"`
	Earlier *Match  `json:"earlier,omitempty"` // of a changed document: what its earlier version is to it
	Matches []Match `json:"matches"`           // other documents that are like it, the most similar first
}

// Add tells what is remembered of documents like doc, then remembers doc. A document that is remembered already, by its
// ID, with its time and the same characters (byte for byte where the index keeps texts), is unchanged: that costs little,
// nothing is written, and nothing is compared, so that Matches is empty; Query tells what is like it. Another text or time
// under the same ID takes the place of the earlier one. Either what others add at the same time is seen, or they see doc.
//
// What was added can be found at once. It is durable, so that neither the end of the process nor that of the machine
// loses it, when Sync returns or the Add that completes IndexOptions.Commit of them. After an error of writing all
// further additions fail; open the index anew to see what it has.
func (x *Index) Add(ctx context.Context, doc Document) (Seen, error) {
	all, err := x.add(ctx, []Document{doc}, x.store.Write)
	if err != nil {
		return Seen{}, err
	}
	return all[0], nil
}

// AddAll adds documents in order, each seeing those before it, and makes them durable in one commit. It returns what Add
// would of each document.
func (x *Index) AddAll(ctx context.Context, docs []Document) ([]Seen, error) {
	return x.add(ctx, docs, x.store.WriteNow)
}

func (x *Index) add(ctx context.Context, docs []Document, write func(func(store.Writer) error) error) ([]Seen, error) {
	entering := make([]entrant, len(docs))
	for i := range docs {
		if docs[i].ID == "" {
			return nil, errNoID
		}
		if err := ctx.Err(); err != nil {
			return nil, err
		}
		entering[i].Document = &docs[i]
	}
	if err := x.prepare(entering); err != nil {
		return nil, err
	}
	err := write(func(w store.Writer) error {
		for i := range entering {
			if err := x.enter(w, &entering[i]); err != nil {
				return err
			}
		}
		return nil
	})
	if err != nil {
		return nil, err
	}
	seen := make([]Seen, len(docs))
	for i := range entering {
		if seen[i], err = x.answer(ctx, &entering[i]); err != nil {
			return nil, err
		}
	}
	return seen, nil
}

// entrant is a document on its way into an index.
type entrant struct {
	*Document
	signed
	complete bool       // signed in full; of one that was remembered when it came only the sum
	change   Change     //
	earlier  *candidate // the version that is replaced
	found    []candidate
}

// prepare signs documents, which needs no lock, except those that are remembered already.
func (x *Index) prepare(entering []entrant) error {
	s := x.signers.Get().(*indexSigner)
	defer x.signers.Put(s)
	for i := range entering {
		e := &entering[i]
		s.identify(&e.signed, e.Text)
		same := false
		if _, err := x.store.Get(e.ID, func(r store.Record) (err error) {
			same, err = x.same(e, r)
			return err
		}); err != nil {
			return err
		}
		if same {
			continue
		}
		if err := x.sign(s, &e.signed, e.Text); err != nil {
			return err
		}
		e.complete = true
	}
	return nil
}

// same says whether a record is of e as it is.
func (x *Index) same(e *entrant, r store.Record) (bool, error) {
	g, text, err := parseRecord(r)
	if err != nil || g.sum != e.sum || r.Time != milliseconds(e.Time) || !x.texts {
		return err == nil && g.sum == e.sum && r.Time == milliseconds(e.Time), err
	}
	kept, err := x.kept.expand(text)
	return kept == e.Text, err
}

// enter notes what is remembered of a document and of others like it, and remembers it.
func (x *Index) enter(w store.Writer, e *entrant) error {
	had, err := w.Get(e.ID, func(r store.Record) error { return x.meet(e, r) })
	if err != nil || had && e.change == Unchanged {
		return err
	}
	if !e.complete { // it was remembered when it came, and is no more
		s := x.signers.Get().(*indexSigner)
		defer x.signers.Put(s)
		s.identify(&e.signed, e.Text)
		if err := x.sign(s, &e.signed, e.Text); err != nil {
			return err
		}
	}
	if e.found, err = x.candidates(&e.signed, e.ID, w.Lookup); err != nil {
		return err
	}
	if had {
		return w.Put(e.ID, milliseconds(e.Time), e.kept(), e.payload)
	}
	return w.PutNew(e.ID, milliseconds(e.Time), e.kept(), e.payload)
}

// meet compares a document with what is remembered under its ID.
func (x *Index) meet(e *entrant, r store.Record) error {
	same, err := x.same(e, r)
	if err != nil {
		return err
	}
	if e.change = Unchanged; same {
		return nil
	}
	e.change = Changed
	g, text, err := parseRecord(r)
	if err != nil {
		return err
	}
	m := e.signature.match(&g, 0, &x.opts)
	m.ID = e.ID
	e.earlier = &candidate{m, slices.Clone(text)}
	return nil
}

// answer returns what there is to say of a document that was added.
func (x *Index) answer(ctx context.Context, e *entrant) (s Seen, err error) {
	s = Seen{Change: e.change}
	if e.change == Unchanged || e.earlier == nil && len(e.found) == 0 {
		return s, nil
	}
	d := x.decider(e.Text)
	defer d.release()
	if s.Matches, err = d.decide(ctx, e.found); err != nil || e.earlier == nil {
		return s, err
	}
	if s.Earlier = &e.earlier.Match; x.texts { // a text to be loaded may be the new one by now
		s.Earlier, err = d.compare(ctx, e.earlier)
	}
	return s, err
}

// Query returns the documents like doc that Add would find, and remembers nothing. The document needs no ID; with one,
// what is remembered under it is not among the matches.
func (x *Index) Query(ctx context.Context, doc Document) ([]Match, error) {
	s := x.signers.Get().(*indexSigner)
	defer x.signers.Put(s)
	var e signed
	s.identify(&e, doc.Text)
	x.keys(s, &e)
	found, err := x.candidates(&e, doc.ID, x.store.Lookup)
	if err != nil || len(found) == 0 {
		return nil, err
	}
	d := x.decider(doc.Text)
	defer d.release()
	return d.decide(ctx, found)
}

// candidate is a remembered document and what is estimated of it.
type candidate struct {
	Match
	text []byte // compressed, where texts are kept
}

// lookup is Lookup of a Store or of a Writer.
type lookup func(keys []uint64, limit int, visit func(r store.Record, shared int) error) error

// candidates returns the remembered documents, other than the one with an ID, that share a key with e and match by their
// signatures. Where texts decide, those that might match are candidates.
func (x *Index) candidates(e *signed, id string, ask lookup) (found []candidate, err error) {
	doubt := 0.0
	if x.exact() {
		doubt = 4
	}
	known := 0 // so many are of the look-up before
	compare := func(r store.Record, _ int) error {
		if string(r.ID) == id || slices.ContainsFunc(found[:known], func(c candidate) bool { return c.ID == string(r.ID) }) {
			return nil
		}
		g, text, err := parseRecord(r)
		if err != nil {
			return err
		}
		if m := e.signature.match(&g, doubt, &x.opts); m.Kind != None {
			m.ID = string(r.ID)
			found = append(found, candidate{m, slices.Clone(text)})
		}
		return nil
	}
	if err = ask(e.keys, candidatesPerMatch*x.max, compare); err == nil && len(e.inside) > 0 {
		known = len(found)
		err = ask(e.inside, insideLimit, compare)
	}
	return found, err
}

// exact says that matches are decided by Compare.
func (x *Index) exact() bool { return x.texts || x.opts.Load != nil }

// decider decides what candidates are to one text, which is signed once.
type decider struct {
	x     *Index
	text  string
	texts *comparer // nil until the first comparison
}

func (x *Index) decider(text string) *decider { return &decider{x: x, text: text} }

func (d *decider) release() {
	if d.texts != nil {
		comparers.Put(d.texts)
	}
}

// decide returns the matches among candidates, the most similar first. Where texts decide, they are compared in the order
// of their estimates until there are as many matches as may be returned.
func (d *decider) decide(ctx context.Context, found []candidate) ([]Match, error) {
	slices.SortStableFunc(found, func(a, b candidate) int { return moreSimilar(&a.Match, &b.Match) })
	matches := make([]Match, 0, min(len(found), d.x.max))
	for i := range found {
		if len(matches) == d.x.max {
			d.x.capped.Add(1)
			break
		}
		m := &found[i].Match
		if d.x.exact() && m.Kind != Exact {
			var err error
			if m, err = d.compare(ctx, &found[i]); err != nil {
				return nil, err
			}
		}
		if m.Kind != None {
			matches = append(matches, *m)
		}
	}
	slices.SortStableFunc(matches, func(a, b Match) int { return moreSimilar(&a, &b) })
	return matches, nil
}

func moreSimilar(a, b *Match) int {
	return cmp.Or(cmp.Compare(b.Similarity, a.Similarity), cmp.Compare(b.Containment, a.Containment))
}

// compare returns what Compare says of a candidate.
func (d *decider) compare(ctx context.Context, c *candidate) (*Match, error) {
	text, err := d.x.text(ctx, c)
	if err != nil {
		return nil, fmt.Errorf("dedupe: text of document %q: %w", c.ID, err)
	}
	if d.texts == nil {
		d.texts = comparers.Get().(*comparer)
		d.texts.first(d.text, &d.x.opts)
	}
	m := d.texts.match(text, &d.x.opts)
	m.ID = c.ID
	if m.Kind != None && !d.x.skipPassages {
		m.Passages = d.texts.passages(d.text, text, &d.x.opts)
	}
	return &m, nil
}

// text returns the text of a candidate.
func (x *Index) text(ctx context.Context, c *candidate) (string, error) {
	if x.texts {
		return x.kept.expand(c.text)
	}
	return x.opts.Load(ctx, c.ID)
}
