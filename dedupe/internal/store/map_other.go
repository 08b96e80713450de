//go:build !(darwin || dragonfly || freebsd || linux || netbsd || openbsd)

package store

import (
	"errors"
	"io"
	"os"
)

// mapFile returns the view of an open file, a copy of its bytes, and closes the file.
func mapFile(f *os.File, size int64) (*view, error) {
	data := make([]byte, size)
	_, err := io.ReadFull(io.NewSectionReader(f, 0, size), data)
	if err = errors.Join(err, f.Close()); err != nil {
		return nil, err
	}
	return &view{data: data, close: func() error { return nil }}, nil
}
