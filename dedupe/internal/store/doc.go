// Package store keeps short records on disk and finds them again by any of their keys: the engine below dedupe.Index.
// It knows nothing of texts: a record is an ID, a time, some tens of 64-bit keys and an opaque payload.
//
// It is a log-structured merge tree cut down to what this needs. What is put goes to a log (durable) and a memtable
// (searchable). A full memtable is frozen, and a worker turns it into a segment: an immutable file with the records and
// a sorted table of their keys, mapped into memory. When a few segments of one size stand side by side, another
// worker merges them, so that a look-up asks a number of tables that is logarithmic in the number of records. A manifest
// names the live files; replacing it is what makes a change take place.
//
// Removed records are marks beside an immutable table. They are left out at the next merge; a table that is mostly
// marks is rewritten alone, and one that is all marks is dropped, which is how a window of time moves on.
//
// Every byte that is read back is under a checksum: a frame of the log for each commit, a block of a segment at its
// first use, the manifest whole. A file that is cut while it is mapped is an error, not the end of the process. How much
// of the log was acknowledged stands in a file of its own, so that a log that has lost its end is told from one whose
// last commit was cut short.
//
// Files are created and appended to, never written over, except SYNCED, which is 28 bytes; and a folder that holds what no
// store has made is refused before anything in it is touched. One process writes at a time, which the file LOCK sees to.
// Any number read: a segment stays readable when it is removed, and what a manifest no longer names is looked for again.
//
//	store.go     Store: Open, Close, Stats
//	write.go     Write: Put, Remove, Expire; commits and how they become durable
//	lookup.go    Lookup, All
//	compact.go   the workers: flush, merge, drop
//	survey.go    what else may be in the folder: nothing
//	recover.go   what Open does with the files it finds; readonly.go what it does beside one who writes
//	key.go       64-bit keys → 36-bit fingerprints
//	memtable.go  records in memory; marks.go which of them are removed
//	log.go       the write-ahead log: frames and operations; synced.go how much of it was acknowledged
//	segment.go   a segment as it is read; build.go as it is written; merge.go sorted keys of several tables → one
//	manifest.go  which files are live
//	guard.go     guard: a read of a file that was cut is an error
//	files.go     the folder: osfiles.go on disk, memory.go in memory; map_unix.go lock_unix.go and their like for each system
//	errors.go    ErrLocked, ErrClosed, ErrReadOnly, ErrNotIndex, CorruptError, MismatchError
package store
