package report

import (
	"net/url"
	"os"
	"path/filepath"
	"strings"
)

// saved finds the way from the page to the files that articles were read from.
type saved struct {
	dir   string // of the page, absolute
	known map[string]string
}

func newSaved(out string) saved {
	dir, err := filepath.Abs(filepath.Dir(out))
	if err != nil {
		dir = ""
	}
	return saved{dir, map[string]string{}}
}

// link gives the address of a saved file relative to the page, of an archive where the name is that of a member, and ""
// where there is none. The address begins with a dot or with file: and so can be no other scheme.
func (s saved) link(name string) string {
	file := name
	for !isFile(file) {
		cut := strings.LastIndexAny(file, "/#")
		if cut <= 0 {
			return ""
		}
		file = file[:cut]
	}
	link, known := s.known[file]
	if !known {
		link = s.relative(file)
		s.known[file] = link
	}
	return link
}

func (s saved) relative(file string) string {
	full, err := filepath.Abs(file)
	if err != nil {
		return ""
	}
	path, err := filepath.Rel(s.dir, full)
	if err != nil || s.dir == "" {
		return (&url.URL{Scheme: "file", Path: "/" + strings.TrimPrefix(filepath.ToSlash(full), "/")}).String()
	}
	path = (&url.URL{Path: filepath.ToSlash(path)}).EscapedPath()
	if !strings.HasPrefix(path, "../") {
		path = "./" + path
	}
	return path
}

func isFile(name string) bool {
	info, err := os.Stat(name)
	return err == nil && info.Mode().IsRegular()
}
