package dedupe

import (
	"fmt"
	"iter"
	"sync"
	"sync/atomic"
	"time"

	"github.com/gisa-go/gisa/dedupe/internal/store"
)

// The errors of an index that is opened or used.
var (
	// ErrLocked says that an index is in use, by this process or by another.
	ErrLocked = store.ErrLocked

	// ErrNotIndex says that a folder holds something that is no index, or that a file of the index is no regular one.
	// Nothing in it was touched.
	ErrNotIndex = store.ErrNotIndex

	// ErrReadOnly says that an index was opened for reading only.
	ErrReadOnly = store.ErrReadOnly

	// ErrClosed says that an index has been closed.
	ErrClosed = store.ErrClosed
)

// CorruptError says that a file of an index is not what was written: its fields File, Offset and Reason say which, where
// and how.
type CorruptError = store.CorruptError

// MismatchError says that an index was made with other options, or in another format, than it is opened with: its
// fields Path, Have and Want say which index, what it was made with, and what was asked for.
type MismatchError = store.MismatchError

// IndexOptions says how texts are compared and how an index keeps them. Nil and the zero value of each field mean the
// defaults.
type IndexOptions struct {
	// Options says how texts are compared. Shingle and Method have to be the same whenever the index is opened.
	//
	// Without Load, and without KeepTexts, the index decides by its sketches, and Similarity and Containment of a
	// Match are estimates with the standard error StdErr; only Kind Exact is certain, and Near stands for Updated as
	// well. With one of them every match is decided by Compare. Load is asked for a text by the ID that it was added
	// with, and while no lock is held.
	Options

	// KeepTexts keeps the texts themselves, compressed, in the index. It has to be the same whenever the index is
	// opened.
	KeepTexts bool

	// Commit is the number of additions and removals after which one waits until all of them are durable. Default
	// 500; 1 makes each durable by itself.
	Commit int

	// MaxMatches is the number of matches that are returned at most. Default 100. Four times as many candidates are
	// looked at: those that share the most keys, and of these the newest. Where texts decide, candidates are compared
	// in the order of their estimates until there are as many matches.
	MaxMatches int

	// SkipPassages leaves Passages out of matches that are decided by texts, which saves about a third of a comparison.
	SkipPassages bool

	// ReadOnly opens an index for Query, Documents and Stats, and writes nothing, not even a lock: in any number of
	// processes, also while one adds to it. What is seen is what was committed when the index was opened; open it
	// again to see more.
	ReadOnly bool

	// Repair opens an index that has lost the end of its log, and takes what is left; IndexStats.Lost says how much is
	// not. Otherwise Open fails with a *CorruptError.
	Repair bool
}

// Index remembers documents and tells which of them a new one repeats. It keeps about 400 bytes of each document: a hash
// of its text, a sketch of 128 bytes (b-bit minwise hashing), and 5 to 6 bytes for each key of its Method. These are in
// files that are mapped into memory; what is not yet in them, up to 50,000 documents, is in a log and in memory.
//
// An Index may be used by several goroutines at once. One process may add to it at a time, and any number may have it open
// for reading only. A file of it that another process cuts while it is in use is an error, a *CorruptError. Additions do
// not wait for the merges of files, which go on beside them. A query costs time logarithmic in
// the number of documents. With a MinHash of 32 bands or more the last 8 make room for the least hashes of the text, by
// which texts inside others are found. MinHash{} then finds a document of the Jaccard index J by its bands with a
// probability of 1 − (1 − J³)³⁴, .989 for .5, and one of which the share c stands in the text, or of the text in it, by the
// least hashes with 1 − (1 − c)⁸: .996 for .5, .96 for a third, .57 for a tenth.
type Index struct {
	opts         Options
	max          int
	texts        bool
	skipPassages bool
	store        *store.Store
	kept         *keptTexts // nil where texts are not kept

	capped  atomic.Int64 // additions and queries that have found more than MaxMatches
	signers sync.Pool
}

// Open opens the index in the folder path, which is made where there is none. The empty path means an index in memory.
// It fails with ErrLocked while another has it open to write, with a *MismatchError for an index made with other options,
// with a *CorruptError for one whose files are not what was written, and with ErrNotIndex for a folder that holds anything
// else; then nothing in it was touched. Files whose names begin with a dot, and what systems put into folders, do not count.
//
// What a commit that was cut short has left is removed, and IndexStats.Lost says how much that was. A log that has lost
// what was acknowledged as durable is a *CorruptError, unless IndexOptions.Repair is set.
func Open(path string, opts *IndexOptions) (*Index, error) {
	if opts == nil {
		opts = &IndexOptions{}
	}
	o, err := opts.Options.resolve()
	if err != nil {
		return nil, err
	}
	for _, f := range []struct {
		name  string
		value int
	}{{"Commit", opts.Commit}, {"MaxMatches", opts.MaxMatches}} {
		if f.value < 0 || f.value > maxOption {
			return nil, fmt.Errorf("dedupe: %w: %s is %d, want 0 to %d", ErrOptions, f.name, f.value, maxOption)
		}
	}
	settings := o.settings() + " signature=2"
	if opts.KeepTexts {
		settings += " texts=1"
	}
	s, err := store.Open(path, store.Options{
		Settings: settings, Commit: opts.Commit, ReadOnly: opts.ReadOnly, Repair: opts.Repair,
	})
	if err != nil {
		return nil, err
	}
	x := &Index{opts: o, max: opts.MaxMatches, texts: opts.KeepTexts, skipPassages: opts.SkipPassages, store: s}
	if x.max == 0 {
		x.max = 100
	}
	if x.texts {
		x.kept = new(keptTexts)
	}
	x.signers.New = func() any { return new(indexSigner) }
	return x, nil
}

const (
	maxOption          = 1_000_000
	candidatesPerMatch = 4
)

// Remove forgets the document with an ID and says whether there was one. It is durable when an addition in its place
// would be.
func (x *Index) Remove(id string) (had bool, err error) {
	err = x.store.Write(func(w store.Writer) error {
		had, err = w.Remove(id)
		return err
	})
	return had, err
}

// Expire forgets all documents of a time before the given one, says how many they were, and makes that durable.
// Documents without a time stay. Times count to the millisecond.
func (x *Index) Expire(before time.Time) (int, error) { return x.store.Expire(milliseconds(before)) }

// Documents returns what is remembered when the iteration begins, in the order in which it was added: ID, time to the
// millisecond in UTC, and the text where the index keeps texts. The loop may change the index.
func (x *Index) Documents() iter.Seq2[Document, error] {
	return func(yield func(Document, error) bool) {
		for r, err := range x.store.All() {
			var d Document
			if err == nil {
				d = Document{ID: string(r.ID), Time: moment(r.Time)}
				d.Text, err = x.textOf(r)
			}
			if !yield(d, err) || err != nil {
				return
			}
		}
	}
}

// textOf returns the text of a record; none where the index keeps no texts.
func (x *Index) textOf(r store.Record) (string, error) {
	if !x.texts {
		return "", nil
	}
	_, text, err := parseRecord(r)
	if err != nil {
		return "", err
	}
	return x.kept.expand(text)
}

// Sync returns when everything that was added and removed before is durable.
func (x *Index) Sync() error { return x.store.Sync() }

// Close makes everything durable, waits for the merges under way and closes the index.
func (x *Index) Close() error { return x.store.Close() }

// IndexStats describes an index.
type IndexStats struct {
	Documents int   `json:"documents"` // that are remembered
	Removed   int   `json:"removed"`   // that are not any more, and still take space
	Segments  int   `json:"segments"`  // sorted files that a query looks into
	Bytes     int64 `json:"bytes"`     // on disk
	// Lost is how many bytes at the end of the log Open gave up: a commit cut short, or, with Repair, what is missing.
	Lost   int64 `json:"lost"`
	Capped int64 `json:"capped"` // additions and queries, since Open, that did not compare all of their candidates
}

// Stats describes the index as it is.
func (x *Index) Stats() IndexStats {
	s := x.store.Stats()
	return IndexStats{
		Documents: s.Records, Removed: s.Marked, Segments: s.Segments, Bytes: s.Bytes, Lost: s.Lost,
		Capped: s.Capped + x.capped.Load(),
	}
}

func milliseconds(t time.Time) int64 {
	if t.IsZero() {
		return store.NoTime
	}
	return t.UnixMilli()
}

func moment(ms int64) time.Time {
	if ms == store.NoTime {
		return time.Time{}
	}
	return time.UnixMilli(ms).UTC()
}
