// Package output writes what the programs found: for people on a terminal, as lines of JSON, as a table, as JSON-LD,
// as Markdown.
package output

import (
	"bufio"
	"cmp"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"math/rand/v2"
	"os"
	"path/filepath"
)

// File is a file that is written whole or not at all: until Commit, what is written stands in a file without a name,
// of which a run that is killed leaves nothing, or where the system has none such, in a hidden one beside it.
type File struct {
	*bufio.Writer
	path string
	temp *os.File
	name string // of temp; empty while it has none
}

// Create begins to write the file. The caller must call Commit or Abort.
func Create(path string) (*File, error) {
	mode := fs.FileMode(0o666) // less the umask
	if err := Place(path); err != nil {
		return nil, err
	}
	if info, err := os.Stat(path); err == nil {
		mode = info.Mode().Perm()
		if path, err = filepath.EvalSymlinks(path); err != nil {
			return nil, cannotWrite(path, err)
		}
	}
	if temp, err := openUnnamed(path, mode); err == nil {
		return &File{bufio.NewWriterSize(temp, 64<<10), path, temp, ""}, nil
	}
	return createHidden(path, mode)
}

// Place refuses a path where no file can stand: a folder, or one in a folder that is not there.
func Place(path string) error {
	if info, err := os.Stat(path); err == nil && info.IsDir() {
		return fmt.Errorf("%s is a folder: give the name of a file", path)
	}
	if _, err := os.Stat(filepath.Dir(path)); errors.Is(err, fs.ErrNotExist) {
		return cannotWrite(path, err)
	}
	return nil
}

func createHidden(path string, mode fs.FileMode) (*File, error) {
	var temp *os.File
	name, err := beside(path, func(name string) (err error) {
		temp, err = os.OpenFile(name, os.O_CREATE|os.O_EXCL|os.O_WRONLY, mode)
		return err
	})
	if err != nil {
		return nil, cannotWrite(path, err)
	}
	return &File{bufio.NewWriterSize(temp, 64<<10), path, temp, name}, nil
}

// beside tries hidden names beside path until create finds one that is not taken.
func beside(path string, create func(name string) error) (name string, err error) {
	for {
		name = filepath.Join(filepath.Dir(path), fmt.Sprintf(".%s.%08x.tmp", filepath.Base(path), rand.Uint32()))
		if err = create(name); !errors.Is(err, fs.ErrExist) {
			return name, err
		}
	}
}

// cannotWrite says what is wrong without the names of our own files.
func cannotWrite(path string, err error) error {
	if pathErr := (*fs.PathError)(nil); errors.As(err, &pathErr) {
		err = pathErr.Err
	}
	if errors.Is(err, fs.ErrNotExist) {
		return fmt.Errorf("cannot write %s: there is no folder %s", path, filepath.Dir(path))
	}
	return fmt.Errorf("cannot write %s: %w", path, err)
}

// Commit makes the file appear, in place of an older one.
func (f *File) Commit() error {
	err := errors.Join(f.Flush(), f.temp.Sync())
	if err == nil && f.name == "" {
		if err = link(f.temp, f.path); errors.Is(err, fs.ErrExist) {
			f.name, err = beside(f.path, func(name string) error { return link(f.temp, name) })
		}
	}
	err = errors.Join(err, f.temp.Close())
	if err == nil && f.name != "" {
		err = os.Rename(f.name, f.path)
	}
	if err != nil {
		f.Abort()
		return cannotWrite(f.path, err)
	}
	return nil
}

// Abort forgets what was written.
func (f *File) Abort() {
	f.temp.Close()
	if f.name != "" {
		os.Remove(f.name)
	}
}

// To calls write with a buffered writer to the file at path, or to stdout where path is empty or "-". The file appears
// only if write returns nil. A device or a pipe at path is written to as it stands.
func To(path string, stdout io.Writer, write func(w *bufio.Writer) error) error {
	if path == "" || path == "-" {
		return stream(stdout, write)
	}
	if info, err := os.Stat(path); err == nil && !info.Mode().IsRegular() && !info.IsDir() {
		device, err := os.OpenFile(path, os.O_WRONLY, 0)
		if err != nil {
			return cannotWrite(path, err)
		}
		defer device.Close()
		return stream(device, write)
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

func stream(out io.Writer, write func(w *bufio.Writer) error) error {
	w := bufio.NewWriterSize(out, 64<<10)
	err := write(w)
	return cmp.Or(err, w.Flush()) // a write that failed fails again in Flush
}
