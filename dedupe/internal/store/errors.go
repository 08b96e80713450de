package store

import (
	"errors"
	"fmt"
)

var (
	// ErrLocked says that the index is open already, in this process or in another.
	ErrLocked = errors.New("index is in use")

	// ErrNotIndex says that a folder holds something that is no index, or that a file of the index is no regular one.
	// Nothing in it was touched.
	ErrNotIndex = errors.New("not an index")

	// ErrReadOnly says that an index was opened for reading only.
	ErrReadOnly = errors.New("index is open for reading only")

	// ErrClosed says that the index has been closed.
	ErrClosed = errors.New("index is closed")
)

// A CorruptError says that a file of an index is not what was written.
type CorruptError struct {
	File   string // path of the file
	Offset int64  // where in the file, in bytes
	Reason string
}

func (e *CorruptError) Error() string {
	return fmt.Sprintf("dedupe: index file %s is corrupt at offset %d: %s", e.File, e.Offset, e.Reason)
}

// A MismatchError says that an index was made with other settings, or by another version, than it is opened with.
type MismatchError struct {
	Path string // of the index
	Have string // what the index was made with
	Want string // what it was opened with
}

func (e *MismatchError) Error() string {
	return fmt.Sprintf("dedupe: index %s was made with %s, not with %s", e.Path, e.Have, e.Want)
}
