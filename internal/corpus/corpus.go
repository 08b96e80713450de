// Package corpus finds the benchmark data that lies beside a checkout and is not part of it.
package corpus

import (
	"bufio"
	"compress/gzip"
	"encoding/json"
	"io"
	"iter"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// Root returns the repository's root, the nearest folder above the working directory that holds go.work, or "".
func Root() string {
	dir, err := os.Getwd()
	if err != nil {
		return ""
	}
	for {
		if exists(filepath.Join(dir, "go.work")) {
			return dir
		}
		up := filepath.Dir(dir)
		if up == dir {
			return ""
		}
		dir = up
	}
}

// Dir returns the path of ../shared/data as seen from the repository's root, or "" where it is absent.
func Dir() string {
	data := filepath.Join(filepath.Dir(Root()), "shared", "data")
	if Root() == "" || !exists(data) {
		return ""
	}
	return data
}

// Path returns the path of a file under ../shared/data and skips the test where it is absent.
func Path(t testing.TB, elem ...string) string {
	t.Helper()
	if Dir() == "" {
		t.Skip("no ../shared/data beside this checkout: nothing to measure")
	}
	path := filepath.Join(append([]string{Dir()}, elem...)...)
	if !exists(path) {
		t.Skipf("no %s beside this checkout", filepath.Join(elem...))
	}
	return path
}

// Bytes returns what a file under ../shared/data holds, unpacked where its name ends in .gz.
func Bytes(t testing.TB, elem ...string) []byte {
	t.Helper()
	in := open(t, Path(t, elem...))
	defer in.Close()
	b, err := io.ReadAll(in)
	if err != nil {
		t.Fatal(err)
	}
	return b
}

// Lines yields the values of a file of JSON lines under ../shared/data, packed or not. A file without any fails the
// test, which would measure nothing.
func Lines[T any](t testing.TB, elem ...string) iter.Seq[T] {
	t.Helper()
	path := Path(t, elem...)
	return func(yield func(T) bool) {
		in := open(t, path)
		defer in.Close()
		dec := json.NewDecoder(in)
		for n := 0; ; n++ {
			var v T
			switch err := dec.Decode(&v); {
			case err == io.EOF && n > 0:
				return
			case err != nil:
				t.Fatalf("%s: value %d: %v", path, n+1, err)
			}
			if !yield(v) {
				return
			}
		}
	}
}

// file is an open file, or what is unpacked from it.
type file struct {
	io.Reader
	io.Closer
}

func open(t testing.TB, path string) file {
	f, err := os.Open(path)
	if err != nil {
		t.Fatal(err)
	}
	if !strings.HasSuffix(path, ".gz") {
		return file{bufio.NewReader(f), f}
	}
	z, err := gzip.NewReader(bufio.NewReader(f))
	if err != nil {
		t.Fatalf("%s: %v", path, err)
	}
	return file{z, f}
}

func exists(path string) bool {
	_, err := os.Stat(path)
	return err == nil
}
