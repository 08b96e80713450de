package main

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/gisa-go/gisa/scale/internal/trial"
)

func TestDuckDB(t *testing.T) {
	for name, docs := range trial.Collections(t) {
		t.Run(name, func(t *testing.T) {
			dir := t.TempDir()
			sketches, pairs := trial.Write(t, dir, docs), filepath.Join(dir, "pairs.csv")
			began := time.Now()
			if err := find(t.Context(), []string{sketches}, pairs, "", ""); err != nil {
				t.Fatal(err)
			}
			t.Logf("%.1f s", time.Since(began).Seconds())
			file, err := os.Open(pairs)
			if err != nil {
				t.Fatal(err)
			}
			defer file.Close()
			trial.Check(t, docs, sketches, file)
		})
	}
}

func TestFilesThatAreNone(t *testing.T) {
	dir := t.TempDir()
	mixed := filepath.Join(dir, "mixed.csv")
	rows := "settings,claim,text_hash,sample_size,method_keys,sample_keys\n0a,00,00,1,1,1\n0b,01,01,1,1,1\n"
	if err := os.WriteFile(mixed, []byte(rows), 0o644); err != nil {
		t.Fatal(err)
	}
	out := filepath.Join(dir, "pairs.csv")
	for _, test := range []struct {
		files []string
		want  string
	}{
		{nil, "no files"}, {[]string{filepath.Join(dir, "it's not there.csv")}, "it's not there"},
		{[]string{mixed}, "sketches of different settings: 0a and 0b"},
	} {
		if err := find(t.Context(), test.files, out, "", ""); err == nil || !strings.Contains(err.Error(), test.want) {
			t.Errorf("%v: %v, want %q", test.files, err, test.want)
		}
		if left, _ := filepath.Glob(out + "*"); left != nil {
			t.Errorf("%v leaves %v", test.files, left)
		}
	}
}
