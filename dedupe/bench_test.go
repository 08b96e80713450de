package dedupe

import (
	"testing"

	"github.com/gisa-go/gisa/internal/corpus"
	"github.com/gisa-go/gisa/internal/cputime"
	"github.com/gisa-go/gisa/internal/race"
)

// koDocs reads the Korean articles beside the checkout. Under the race detector, which is slow and sees nothing in what
// one goroutine measures, the test is skipped.
func koDocs(t testing.TB) []Document {
	t.Helper()
	if race.Detector {
		t.Skip("one goroutine: there is nothing to race, and the figures are those of a run without the detector")
	}
	return someDocs(t)
}

// someDocs is koDocs under the race detector as well.
func someDocs(t testing.TB) []Document {
	t.Helper()
	var docs []Document
	for d := range corpus.Lines[struct{ ID, Text string }](t, "dedupe", "ko.docs.jsonl.gz") {
		docs = append(docs, Document{ID: d.ID, Text: d.Text})
	}
	return docs
}

func size(docs []Document) (n int64) {
	for _, d := range docs {
		n += int64(len(d.Text))
	}
	return n
}

// perCPU reports the megabytes that were read for each second of CPU time, which other jobs on the machine disturb less
// than time on the clock.
func perCPU(b *testing.B, bytes int64, work func()) {
	b.SetBytes(bytes)
	before, _ := cputime.Used()
	n := 0
	for b.Loop() {
		work()
		n++
	}
	b.ReportMetric(float64(bytes)*float64(n)/1e6/cputime.Since(before).Seconds(), "MB/cpu-s")
}

func BenchmarkNormalise(b *testing.B) {
	docs := koDocs(b)
	var units []uint16
	perCPU(b, size(docs), func() {
		for _, d := range docs {
			units = normalise(units, d.Text)
		}
	})
}

func BenchmarkShingles(b *testing.B) {
	docs := koDocs(b)
	var s signer
	perCPU(b, size(docs), func() {
		for _, d := range docs {
			s.sign(d.Text, 5)
		}
	})
}

func BenchmarkKeys(b *testing.B) {
	docs := koDocs(b)
	for _, m := range []Method{MinHash{}} {
		b.Run(m.Name(), func(b *testing.B) {
			var s signer
			var keys []uint64
			perCPU(b, size(docs), func() {
				for _, d := range docs {
					keys = m.Keys(s.sign(d.Text, 5), keys[:0])
				}
			})
		})
	}
}
