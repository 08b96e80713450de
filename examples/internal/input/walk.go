package input

import (
	"fmt"
	"io/fs"
	"iter"
	"log/slog"
	"os"
	"path"
	"path/filepath"
	"strings"
)

// File is one file to read.
type File struct {
	Path   string // as given, or the folder as given with the path inside it
	Walked bool   // found in a folder rather than named
	Folder string // in which it was found
	Size   int64
	Err    error
	Other  other // why it is passed over; nothing else is known of it
}

// Walk says how folders are gone through.
type Walk struct {
	FollowLinks bool          // also links that lead out of the folder
	Not         []fs.FileInfo // files that are passed over where nobody names them: what the run itself writes
	Log         *slog.Logger  // told of what is passed over; nil is silent
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
func Files(paths []string, w Walk) iter.Seq[File] {
	if w.Log == nil {
		w.Log = slog.New(slog.DiscardHandler)
	}
	return func(yield func(File) bool) {
		for _, p := range paths {
			if !w.files(p, yield) {
				return
			}
		}
	}
}

func (w Walk) files(p string, yield func(File) bool) bool {
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
			if !w.files(m, yield) {
				return false
			}
		}
		return true
	}
	if info.IsDir() {
		return (&walking{Walk: w, root: p, yield: yield}).walk()
	}
	return yield(File{Path: p, Size: info.Size()})
}

// walking goes through one folder.
type walking struct {
	Walk
	root   string
	within string // root without links, found when it is first asked for
	yield  func(File) bool
}

func (w *walking) walk() bool {
	more := true
	root := w.root
	if !strings.HasSuffix(root, string(filepath.Separator)) {
		root += string(filepath.Separator) // so that a link to a folder is gone through
	}
	err := filepath.WalkDir(root, func(p string, entry fs.DirEntry, err error) error {
		switch {
		case err != nil:
			more = w.yield(File{Path: p, Err: err})
			if more && entry != nil && entry.IsDir() {
				return fs.SkipDir
			}
		case p != root && hiddenFile(p):
			if entry.IsDir() {
				return fs.SkipDir
			}
		case entry.IsDir():
			return w.folder(p, p == root)
		default:
			more = w.file(p, entry)
		}
		if !more {
			return fs.SkipAll
		}
		return nil
	})
	if err != nil && more {
		return w.yield(File{Path: w.root, Err: err})
	}
	return more
}

// folder reports with fs.SkipDir that a folder is not gone through.
func (w *walking) folder(p string, root bool) error {
	if root {
		return nil
	}
	if page := pageOfFolder(p); page != "" {
		w.Log.Debug("passed over: the pictures and frames of a saved page", "folder", p, "page", page)
		return fs.SkipDir
	}
	if isMirrors(filepath.ToSlash(p)) {
		w.Log.Debug("passed over: of the program that copied the site", "folder", p)
		return fs.SkipDir
	}
	return nil
}

func (w *walking) file(p string, entry fs.DirEntry) bool {
	info, err := os.Stat(p) // follows links to files; links to folders could go in circles
	switch {
	case err == nil && info.IsDir():
		w.Log.Debug("passed over: a link to a folder", "file", p)
		return w.yield(File{Path: p, Other: otherFolder})
	case entry.Type()&fs.ModeSymlink != 0 && !w.FollowLinks && w.leadsOut(p):
		w.Log.Debug("passed over: a link that leads out of the folder", "file", p)
		return w.yield(File{Path: p, Other: otherLink})
	case err != nil:
		return w.yield(File{Path: p, Err: err})
	case !info.Mode().IsRegular():
		w.Log.Debug("passed over: no regular file", "file", p)
		return w.yield(File{Path: p, Other: otherDevice})
	}
	if isMirrors(filepath.ToSlash(p)) {
		return w.yield(File{Path: p, Other: otherMirror, Size: info.Size()})
	}
	for _, own := range w.Not {
		if os.SameFile(own, info) {
			return w.yield(File{Path: p, Other: otherOutput, Size: info.Size()})
		}
	}
	return w.yield(File{Path: p, Walked: true, Folder: w.root, Size: info.Size()})
}

// leadsOut reports whether a link leads out of the folder, or nowhere that can be told.
func (w *walking) leadsOut(p string) bool {
	target, err := filepath.EvalSymlinks(p)
	if err != nil {
		return true
	}
	if w.within == "" {
		if w.within, err = absolute(w.root); err != nil {
			return true
		}
	}
	if target, err = filepath.Abs(target); err != nil {
		return true
	}
	rel, err := filepath.Rel(w.within, target)
	return err != nil || !filepath.IsLocal(rel)
}

// absolute returns a path from the root of the file system on, without links.
func absolute(p string) (string, error) {
	p, err := filepath.EvalSymlinks(p)
	if err != nil {
		return "", err
	}
	return filepath.Abs(p)
}

// pageOfFolder returns the saved page whose pictures and frames lie in dir ("x.html" beside "x_files"), or "".
func pageOfFolder(dir string) string {
	for _, suffix := range folderSuffixes {
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

// isMirrors reports whether a file or folder is of a program that copies sites rather than of a site: HTTrack's logs and
// cache, what programs ask for before they copy.
func isMirrors(name string) bool {
	switch path.Base(name) {
	case "hts-cache", "hts-log.txt", "hts-err.txt", "hts-ioinfo.txt", "robots.txt":
		return true
	}
	return false
}

func hiddenFile(p string) bool {
	return strings.HasPrefix(filepath.Base(p), ".") && filepath.Base(p) != "." && filepath.Base(p) != ".."
}

// Total returns the size of the files that the paths hold, in bytes.
func Total(paths []string, w Walk) (bytes int64) {
	for f := range Files(paths, w) {
		bytes += f.Size
	}
	return bytes
}
