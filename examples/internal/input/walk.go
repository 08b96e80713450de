package input

import (
	"fmt"
	"io/fs"
	"iter"
	"log/slog"
	"os"
	"path/filepath"
	"strings"
)

// File is one file to read.
type File struct {
	Path   string // as given, or the folder as given with the path inside it
	Walked bool   // found in a folder rather than named
	Size   int64
	Err    error
}

// Check returns an error naming the first path that is neither "-", nor a file, nor a folder, nor a pattern that
// matches one.
func Check(paths []string) error {
	for _, p := range paths {
		if p == "-" {
			continue
		}
		if _, err := os.Stat(p); err == nil {
			continue
		}
		matches, err := filepath.Glob(p)
		if err != nil {
			return fmt.Errorf("%s: %w", p, err)
		}
		if len(matches) == 0 {
			return fmt.Errorf("%s: %w", p, fs.ErrNotExist)
		}
	}
	return nil
}

// Files yields the files of the paths: each path itself, what a folder holds (by name, at any depth, hidden ones
// apart), what a pattern matches.
func Files(paths []string, log *slog.Logger) iter.Seq[File] {
	return func(yield func(File) bool) {
		for _, p := range paths {
			if !files(p, log, yield) {
				return
			}
		}
	}
}

func files(p string, log *slog.Logger, yield func(File) bool) bool {
	if p == "-" {
		return yield(File{Path: p})
	}
	info, err := os.Stat(p)
	if err != nil {
		matches, globErr := filepath.Glob(p)
		if globErr != nil || len(matches) == 0 {
			return yield(File{Path: p, Err: err})
		}
		for _, m := range matches {
			if hiddenFile(m) && !hiddenFile(p) {
				continue
			}
			if !files(m, log, yield) {
				return false
			}
		}
		return true
	}
	if info.IsDir() {
		return walk(p, log, yield)
	}
	return yield(File{Path: p, Size: info.Size()})
}

func walk(root string, log *slog.Logger, yield func(File) bool) bool {
	more := true
	err := filepath.WalkDir(root, func(p string, entry fs.DirEntry, err error) error {
		switch {
		case err != nil:
			more = yield(File{Path: p, Err: err})
			if more && entry != nil && entry.IsDir() {
				return fs.SkipDir
			}
		case p != root && hiddenFile(p):
			if entry.IsDir() {
				return fs.SkipDir
			}
		case entry.IsDir():
			if page := pageOfFolder(p); page != "" && p != root {
				log.Debug("passed over: the pictures and frames of a saved page", "folder", p, "page", page)
				return fs.SkipDir
			}
		default:
			more = walkFile(p, log, yield)
		}
		if !more {
			return fs.SkipAll
		}
		return nil
	})
	if err != nil && more {
		return yield(File{Path: root, Err: err})
	}
	return more
}

func walkFile(p string, log *slog.Logger, yield func(File) bool) bool {
	info, err := os.Stat(p) // follows links to files; links to folders could go in circles
	if err != nil {
		return yield(File{Path: p, Err: err})
	}
	if !info.Mode().IsRegular() {
		log.Debug("passed over: no regular file", "file", p)
		return true
	}
	return yield(File{Path: p, Walked: true, Size: info.Size()})
}

// pageOfFolder returns the saved page whose pictures and frames lie in dir ("x.html" beside "x_files"), or "".
func pageOfFolder(dir string) string {
	for _, suffix := range []string{"_files", ".files", "_파일"} {
		stem, ok := strings.CutSuffix(dir, suffix)
		if !ok {
			continue
		}
		for _, ext := range []string{".html", ".htm"} {
			if _, err := os.Stat(stem + ext); err == nil {
				return stem + ext
			}
		}
	}
	return ""
}

func hiddenFile(p string) bool {
	return strings.HasPrefix(filepath.Base(p), ".") && filepath.Base(p) != "."
}

// Total returns the size of the files that the paths hold, in bytes.
func Total(paths []string) (bytes int64) {
	for f := range Files(paths, slog.New(slog.DiscardHandler)) {
		bytes += f.Size
	}
	return bytes
}
