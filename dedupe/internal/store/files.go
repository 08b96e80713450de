package store

import "io"

// files is the folder that an index lives in. Tests put faults behind it.
type files interface {
	lock() (io.Closer, error)
	list() ([]string, error)
	create(name string) (file, error) // empty, also where there was one
	open(name string) (file, error)   // to write in one that exists
	view(name string) (*view, error)  // to read one whole
	rename(from, to string) error     // replaces
	remove(name string) error         //
	sync() error                      // makes created, renamed and removed names durable
	path(name string) string          // for messages
}

// file is written at offsets that the writer keeps count of.
type file interface {
	io.WriterAt
	io.Closer
	Truncate(size int64) error
	Sync() error
}

// view is the bytes of a file, mapped where the system can. They may not be changed, nor used after close.
type view struct {
	data  []byte
	close func() error
}
