package lint

import (
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/gisa-go/gisa/internal/corpus"
)

// limit is how large a package may be: files and lines of its own, tests and what lies below it apart.
type limit struct{ files, lines int }

// limits are those of the faces; a room's is mostRoom lines.
var limits = map[string]limit{
	"extract":       {15, 1500},
	"extract/facts": {15, 1800},
}

// mostRoom is how many lines a room may have: what is longer is two.
const mostRoom = 2500

// TestSizes: a face stays one that can be read, and a room one that can be known.
func TestSizes(t *testing.T) {
	for _, p := range list(t) {
		path, _ := within(p.ImportPath)
		l, face := limits[path]
		if !face {
			if !below(path, rooms) {
				continue
			}
			l = limit{len(p.GoFiles), mostRoom}
		}
		lines := 0
		for _, name := range p.GoFiles {
			text, err := os.ReadFile(filepath.Join(p.Dir, name))
			if err != nil {
				t.Fatal(err)
			}
			lines += strings.Count(string(text), "\n")
		}
		if len(p.GoFiles) > l.files || lines > l.lines {
			t.Errorf("%s has %d files and %d lines: at most %d and %d", path, len(p.GoFiles), lines, l.files, l.lines)
		}
	}
}

// TestRoomsAreTested: each room has a test of its own, so that it can be known without what stands on it.
func TestRoomsAreTested(t *testing.T) {
	for _, p := range list(t) {
		path, _ := within(p.ImportPath)
		if !below(path, rooms) || p.Name == "main" || strings.HasSuffix(path, "test") {
			continue
		}
		if tests, _ := filepath.Glob(filepath.Join(p.Dir, "*_test.go")); tests == nil {
			t.Errorf("%s has no test", path)
		}
	}
}

// named is a path of the repository in the text of a document, without the marks around it.
var named = regexp.MustCompile("`((?:extract|dedupe|internal|examples|docs|scale|testdata|peers)/[\\w./-]*)`")

// TestNamedPaths: what the documents send a contributor to exists.
func TestNamedPaths(t *testing.T) {
	for _, name := range []string{"CONTRIBUTING.md", "docs/walls.md"} {
		text, err := os.ReadFile(filepath.Join(corpus.Root(), name))
		if err != nil {
			t.Fatal(err)
		}
		paths := named.FindAllStringSubmatch(string(text), -1)
		if len(paths) < 10 {
			t.Errorf("%s names only %d paths", name, len(paths))
		}
		for _, m := range paths {
			if _, err := os.Stat(filepath.Join(corpus.Root(), filepath.FromSlash(m[1]))); err != nil {
				t.Errorf("%s: %v", name, err)
			}
		}
	}
}

// fileList is a line of a list in the comment of a package, listedFile a file that it names.
var (
	fileList   = regexp.MustCompile(`(?m)^//\t.*`)
	listedFile = regexp.MustCompile(`(?:^|[\s,(])([a-z_0-9]+\.go)\b`)
)

// TestFileLists: a list of files in the comment of a package names each of its files, and none that is gone.
func TestFileLists(t *testing.T) {
	found := 0
	for _, p := range list(t) {
		for _, name := range p.GoFiles {
			text, err := os.ReadFile(filepath.Join(p.Dir, name))
			if err != nil {
				t.Fatal(err)
			}
			head, _, _ := strings.Cut(string(text), "\npackage ")
			var listed []string
			for _, line := range fileList.FindAllString(head, -1) {
				for _, m := range listedFile.FindAllStringSubmatch(line, -1) {
					listed = append(listed, m[1])
				}
			}
			if listed == nil {
				continue
			}
			found++
			for _, f := range listed {
				if !slices.Contains(p.GoFiles, f) && !onDisk(p.Dir, f) {
					t.Errorf("%s lists %s, which is gone", filepath.Join(p.Dir, name), f)
				}
			}
			for _, f := range p.GoFiles {
				if f != name && !slices.Contains(listed, f) {
					t.Errorf("%s does not list %s", filepath.Join(p.Dir, name), f)
				}
			}
		}
	}
	if found == 0 {
		t.Error("no package lists its files")
	}
}

// onDisk reports whether a folder has a file: one for another system is no part of the package here.
func onDisk(dir, name string) bool {
	_, err := os.Stat(filepath.Join(dir, name))
	return err == nil
}
