package store

import (
	"runtime"
	"runtime/debug"
)

// guard calls read, which reads views, and turns a fault of memory into an error: what is mapped from a file that another
// process cuts, or that the disk cannot read, faults, which would end the process.
func (s *Store) guard(read func() error) (err error) {
	defer debug.SetPanicOnFault(debug.SetPanicOnFault(true))
	defer func() {
		switch p := recover().(type) {
		case nil:
		case fault:
			if err = s.whole(); err == nil {
				err = &CorruptError{s.fs.path(""), 0, "a file was cut, or cannot be read from the disk"}
			}
		default:
			panic(p)
		}
	}()
	return read()
}

// fault is what a read of memory that is not there panics with, as SetPanicOnFault says; other errors have no address.
type fault interface {
	runtime.Error
	Addr() uintptr
}

// whole returns an error where a segment is shorter than it was: what was read of its last page may be zeros.
func (s *Store) whole() error {
	s.state.RLock()
	defer s.state.RUnlock()
	for _, g := range s.segments {
		if err := g.whole(); err != nil {
			return err
		}
	}
	return nil
}

func (s *segment) whole() error {
	if s.view.whole() {
		return nil
	}
	return s.corrupt(0, "file was cut while it was in use")
}
