package store

import (
	"flag"
	"os"
	"path/filepath"
	"runtime"
	"testing"
	"time"

	"github.com/gisa-go/gisa/internal/cputime"
)

var (
	documents = flag.Int("documents", 100_000, "how many documents BenchmarkFill adds")
	keyCount  = flag.Int("keys", 16, "how many keys each has")
	sketch    = flag.Int("sketch", 256, "how many bytes each has beside them")
)

func folderSize(b *testing.B, path string) (n int64) {
	entries, err := os.ReadDir(path)
	if err != nil {
		b.Fatal(err)
	}
	for _, e := range entries {
		info, err := e.Info()
		if err != nil {
			b.Fatal(err)
		}
		n += info.Size()
	}
	return n
}

// BenchmarkFill adds documents, of 16 keys and 256 bytes unless flags say otherwise, in durable commits of 500, asking for each one first; then it
// closes and opens the index, and asks it.
func BenchmarkFill(b *testing.B) {
	for b.Loop() {
		path := filepath.Join(b.TempDir(), "index")
		s, err := Open(path, Options{})
		if err != nil {
			b.Fatal(err)
		}
		n, w := *documents, newWorkload(*keyCount, *sketch)
		start := time.Now()
		used, _ := cputime.Used()
		found := fill(b, s, w, n)
		if found < n/4 {
			b.Errorf("%d found, want at least %d", found, n/4)
		}
		b.ReportMetric(float64(n)/time.Since(start).Seconds(), "docs/s")
		b.ReportMetric(float64(n)/cputime.Since(used).Seconds(), "docs/cpu-s")
		start = time.Now()
		if err := s.Close(); err != nil {
			b.Fatal(err)
		}
		b.ReportMetric(time.Since(start).Seconds(), "close-s")
		b.ReportMetric(float64(folderSize(b, path))/float64(n), "bytes/doc")
		start = time.Now()
		if s, err = Open(path, Options{}); err != nil {
			b.Fatal(err)
		}
		b.ReportMetric(time.Since(start).Seconds(), "open-s")
		b.ReportMetric(float64(s.Stats().Segments), "segments")
		queries(b, s, w)
		var m runtime.MemStats
		runtime.GC()
		runtime.ReadMemStats(&m)
		b.ReportMetric(float64(m.HeapAlloc)/1e6, "heap-MB")
		s.Close()
	}
}

func queries(b *testing.B, s *Store, w *workload) {
	const n = 100_000
	payload := make([]byte, w.size)
	start := time.Now()
	for range n {
		_, keys := w.next(payload)
		if err := s.Lookup(keys, 100, func(Record, int) error { return nil }); err != nil {
			b.Fatal(err)
		}
	}
	b.ReportMetric(n/time.Since(start).Seconds(), "queries/s")
}

// BenchmarkCommitOne makes each document durable by itself.
func BenchmarkCommitOne(b *testing.B) {
	s, err := Open(filepath.Join(b.TempDir(), "index"), Options{Commit: 1})
	if err != nil {
		b.Fatal(err)
	}
	defer s.Close()
	w, payload := newWorkload(*keyCount, *sketch), make([]byte, *sketch)
	for b.Loop() {
		id, keys := w.next(payload)
		if err := s.Write(func(w Writer) error { return w.Put(id, 0, keys, payload) }); err != nil {
			b.Fatal(err)
		}
	}
}
