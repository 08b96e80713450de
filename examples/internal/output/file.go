// Package output writes what the programs found: for people on a terminal, as lines of JSON, as a table, as JSON-LD,
// as Markdown.
package output

import (
	"bufio"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"math/rand/v2"
	"os"
	"path/filepath"
)

// File is a file that is written whole or not at all: until Commit, what is written stands in a file beside it.
type File struct {
	*bufio.Writer
	path string
	temp *os.File
}

// Create begins to write the file. The caller must call Commit or Abort.
func Create(path string) (*File, error) {
	mode := fs.FileMode(0o666) // less the umask
	if info, err := os.Stat(path); err == nil {
		if info.IsDir() {
			return nil, fmt.Errorf("%s is a folder: give the name of a file", path)
		}
		mode = info.Mode().Perm()
	}
	for {
		name := filepath.Join(filepath.Dir(path), fmt.Sprintf(".%s.%08x.tmp", filepath.Base(path), rand.Uint32()))
		temp, err := os.OpenFile(name, os.O_CREATE|os.O_EXCL|os.O_WRONLY, mode)
		if errors.Is(err, fs.ErrExist) {
			continue
		}
		if err != nil {
			return nil, fmt.Errorf("cannot write %s: %w", path, err)
		}
		return &File{bufio.NewWriterSize(temp, 64<<10), path, temp}, nil
	}
}

// Commit makes the file appear, in place of an older one.
func (f *File) Commit() error {
	err := errors.Join(f.Flush(), f.temp.Sync(), f.temp.Close())
	if err == nil {
		err = os.Rename(f.temp.Name(), f.path)
	}
	if err != nil {
		os.Remove(f.temp.Name())
		return fmt.Errorf("cannot write %s: %w", f.path, err)
	}
	return nil
}

// Abort forgets what was written.
func (f *File) Abort() {
	f.temp.Close()
	os.Remove(f.temp.Name())
}

// To calls write with a buffered writer to the file at path, or to stdout where path is empty or "-". The file appears
// only if write returns nil.
func To(path string, stdout io.Writer, write func(w *bufio.Writer) error) error {
	if path == "" || path == "-" {
		w := bufio.NewWriterSize(stdout, 64<<10)
		return errors.Join(write(w), w.Flush())
	}
	f, err := Create(path)
	if err != nil {
		return err
	}
	if err := write(f.Writer); err != nil {
		f.Abort()
		return err
	}
	return f.Commit()
}
