package output

import (
	"fmt"
	"io/fs"
	"os"
	"path/filepath"

	"golang.org/x/sys/unix"
)

// openUnnamed opens a file without a name in the folder of path. Not every file system has them.
func openUnnamed(path string, mode fs.FileMode) (*os.File, error) {
	fd, err := unix.Open(filepath.Dir(path), unix.O_TMPFILE|unix.O_WRONLY|unix.O_CLOEXEC, uint32(mode))
	if err != nil {
		return nil, err
	}
	if _, err := os.Stat(procName(uintptr(fd))); err != nil { // link needs it
		unix.Close(fd)
		return nil, err
	}
	return os.NewFile(uintptr(fd), path), nil
}

// link gives an unnamed file its name; an older file of that name is fs.ErrExist.
func link(f *os.File, name string) error {
	err := unix.Linkat(unix.AT_FDCWD, procName(f.Fd()), unix.AT_FDCWD, name, unix.AT_SYMLINK_FOLLOW)
	if err != nil {
		return &os.LinkError{Op: "link", Old: f.Name(), New: name, Err: err}
	}
	return nil
}

func procName(fd uintptr) string { return fmt.Sprintf("/proc/self/fd/%d", fd) }
