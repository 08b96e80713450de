package store

import (
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"runtime"
)

// disk is a folder on disk.
type disk string

const lockName = "LOCK"

func (d disk) path(name string) string { return filepath.Join(string(d), name) }

func (d disk) lock() (io.Closer, error) {
	if err := os.MkdirAll(string(d), 0o777); err != nil {
		return nil, err
	}
	return lockFile(d.path(lockName))
}

func (d disk) list() ([]listed, error) {
	entries, err := os.ReadDir(string(d))
	if info, no := os.Stat(string(d)); err != nil && no == nil && !info.IsDir() {
		return nil, fmt.Errorf("%w: it is no folder", ErrNotIndex)
	}
	names := make([]listed, len(entries))
	for i, e := range entries {
		names[i] = listed{e.Name(), e.Type().IsRegular()}
	}
	return names, err
}

func (d disk) create(name string) (file, error) {
	return d.openFile(name, os.O_RDWR|os.O_CREATE|os.O_EXCL)
}
func (d disk) open(name string) (file, error) { return d.openFile(name, os.O_RDWR) }

func (d disk) openFile(name string, flags int) (file, error) {
	f, err := os.OpenFile(d.path(name), flags, 0o666)
	if err != nil {
		return nil, err
	}
	return diskFile{f}, nil
}

type diskFile struct{ *os.File }

func (f diskFile) size() (int64, error) {
	info, err := f.Stat()
	if err != nil {
		return 0, err
	}
	return info.Size(), nil
}

func (d disk) view(name string) (*view, error) {
	f, err := os.Open(d.path(name))
	if err != nil {
		return nil, err
	}
	size, err := diskFile{f}.size()
	if err == nil && size > 0 {
		return mapFile(f, size)
	}
	if err = errors.Join(err, f.Close()); err != nil {
		return nil, err
	}
	return &view{close: func() error { return nil }}, nil
}

func (d disk) rename(from, to string) error { return os.Rename(d.path(from), d.path(to)) }
func (d disk) remove(name string) error     { return os.Remove(d.path(name)) }

func (d disk) sync() error {
	if runtime.GOOS == "windows" || runtime.GOOS == "plan9" { // a folder cannot be synced there
		return nil
	}
	f, err := os.Open(string(d))
	if err != nil {
		return err
	}
	defer f.Close()
	return f.Sync()
}
