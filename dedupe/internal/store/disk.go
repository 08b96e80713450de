package store

import (
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

func (d disk) list() ([]string, error) {
	entries, err := os.ReadDir(string(d))
	names := make([]string, len(entries))
	for i, e := range entries {
		names[i] = e.Name()
	}
	return names, err
}

func (d disk) create(name string) (file, error) {
	return os.OpenFile(d.path(name), os.O_RDWR|os.O_CREATE|os.O_TRUNC, 0o666)
}

func (d disk) open(name string) (file, error) { return os.OpenFile(d.path(name), os.O_RDWR, 0) }

func (d disk) view(name string) (*view, error) {
	f, err := os.Open(d.path(name))
	if err != nil {
		return nil, err
	}
	defer f.Close()
	info, err := f.Stat()
	if err != nil {
		return nil, err
	}
	if info.Size() == 0 {
		return &view{close: func() error { return nil }}, nil
	}
	return mapFile(f, info.Size())
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
