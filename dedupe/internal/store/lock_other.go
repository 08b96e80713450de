//go:build !(darwin || dragonfly || freebsd || linux || netbsd || openbsd || windows)

package store

import (
	"errors"
	"io"
	"io/fs"
	"os"
)

// lockFile makes a file that must not exist yet. One left by a process that was killed has to be removed by hand.
func lockFile(path string) (io.Closer, error) {
	f, err := os.OpenFile(path, os.O_RDWR|os.O_CREATE|os.O_EXCL, 0o666)
	if errors.Is(err, fs.ErrExist) {
		return nil, &os.PathError{Op: "lock", Path: path, Err: ErrLocked}
	}
	if err != nil {
		return nil, err
	}
	return held{f}, nil
}

type held struct{ *os.File }

func (h held) Close() error { return errors.Join(h.File.Close(), os.Remove(h.Name())) }
