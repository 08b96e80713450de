package store

import "io"

// files is the folder that an index lives in. Tests put faults behind it.
type files interface {
	lock() (io.Closer, error)
	list() ([]listed, error)
	create(name string) (file, error) // empty; an error where there is one
	open(name string) (file, error)   // to write in one that exists
	view(name string) (*view, error)  // to read one whole
	rename(from, to string) error     // replaces
	remove(name string) error         //
	sync() error                      // makes created, renamed and removed names durable
	path(name string) string          // for messages
}

// listed is what a folder has under a name.
type listed struct {
	name    string
	regular bool // a file; not a folder, a link, a pipe
}

// file is written at offsets that the writer keeps count of.
type file interface {
	io.WriterAt
	io.Closer
	Truncate(size int64) error
	Sync() error
	size() (int64, error)
}

// view is the bytes of a file, mapped where the system can. They may not be changed, nor used after close. Reading them
// needs a guard.
type view struct {
	data  []byte
	size  func() (int64, error) // of the file as it is now; nil where the bytes are a copy
	close func() error
}

// whole says whether the file still is as long as it was.
func (v *view) whole() bool {
	if v.size == nil {
		return true
	}
	n, err := v.size()
	return err == nil && n >= int64(len(v.data))
}
