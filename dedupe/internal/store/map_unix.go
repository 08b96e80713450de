//go:build darwin || dragonfly || freebsd || linux || netbsd || openbsd

package store

import (
	"errors"
	"os"
	"syscall"
)

// mapFile returns the view of an open file, which is closed with it or where there is none.
func mapFile(f *os.File, size int64) (*view, error) {
	fail := func(err error) (*view, error) {
		f.Close()
		return nil, &os.PathError{Op: "mmap", Path: f.Name(), Err: err}
	}
	if int64(int(size)) != size {
		return fail(syscall.EFBIG)
	}
	data, err := syscall.Mmap(int(f.Fd()), 0, int(size), syscall.PROT_READ, syscall.MAP_SHARED)
	if err != nil {
		return fail(err)
	}
	unmap := func() error { return errors.Join(syscall.Munmap(data), f.Close()) }
	return &view{data, diskFile{f}.size, unmap}, nil
}
