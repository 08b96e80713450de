package facts

import (
	"reflect"
	"testing"

	"github.com/gisa-go/gisa/internal/peak"
	"github.com/gisa-go/gisa/internal/race"
)

// TestPeak finds the facts of one text in a process of its own, whose memory TestMemory and BenchmarkPeak then know.
func TestPeak(t *testing.T) {
	peak.Child(t, peak.Texts(), func(text string) func() int {
		f := Find(text, nil)
		return func() int {
			return sizeOf(f.Amounts) + sizeOf(f.Dates) + sizeOf(f.Durations) + sizeOf(f.Organizations)
		}
	})
}

// sizeOf returns how many bytes a list takes, the texts that it refers to aside.
func sizeOf[F any](list []F) int { return len(list) * int(reflect.TypeFor[F]().Size()) }

// TestMemory pins what kinds of text cost that once took thirty to a thousand bytes a byte.
func TestMemory(t *testing.T) {
	if testing.Short() || race.Detector {
		t.Skip("it runs processes of megabytes")
	}
	peak.Check(t, "TestPeak", peak.Texts(), 3<<20, "colons", "sums", "counts", "mail addresses", "nulls", "places",
		"tabs", "firms")
}

// BenchmarkPeak prints what each kind of text costs, in 4 MB of it.
func BenchmarkPeak(b *testing.B) { peak.Bench(b, "TestPeak", peak.Texts(), 4<<20) }
