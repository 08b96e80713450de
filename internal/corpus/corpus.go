// Package corpus finds the benchmark data that lies beside a checkout and is not part of it.
package corpus

import (
	"os"
	"path/filepath"
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

func exists(path string) bool {
	_, err := os.Stat(path)
	return err == nil
}
