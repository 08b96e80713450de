package extract

import (
	"reflect"
	"strings"
	"testing"

	"golang.org/x/net/html"

	"github.com/gisa-go/gisa/extract/internal/document"
	"github.com/gisa-go/gisa/internal/peak"
	"github.com/gisa-go/gisa/internal/race"
)

func heavy() []peak.Kind { return append(peak.Texts(), peak.Pages()...) }

// TestPeak reads one page in a process of its own, whose memory TestMemory and BenchmarkPeak then know.
func TestPeak(t *testing.T) {
	peak.Child(t, heavy(), func(text string) func() int {
		FromBytes([]byte(text), Page{}, &Options{SkipFacts: true})
		return func() int { return treeOf(text) }
	})
}

// TestPeakOfText does so with a text dump.
func TestPeakOfText(t *testing.T) {
	peak.Child(t, peak.Texts(), func(text string) func() int {
		FromText(text, Page{}, &Options{SkipFacts: true})
		return func() int { return 2 * strings.Count(text, "\n") * int(reflect.TypeFor[html.Node]().Size()) }
	})
}

// treeOf returns how many bytes the tree of a page takes, its texts aside.
func treeOf(page string) (size int) {
	root, err := document.Parse([]byte(page))
	if err != nil {
		return 0
	}
	for n := range root.Descendants() {
		size += int(reflect.TypeFor[html.Node]().Size()) + len(n.Attr)*int(reflect.TypeFor[html.Attribute]().Size())
	}
	return size
}

// TestMemory pins what kinds of page cost that once took hundreds of bytes a byte.
func TestMemory(t *testing.T) {
	if testing.Short() || race.Detector {
		t.Skip("it runs processes of megabytes")
	}
	peak.Check(t, "TestPeak", heavy(), 3<<20, "mail addresses", "brackets", "CP949 garbage", "invalid UTF-8", "closers",
		"paragraphs", "attributes")
	peak.Check(t, "TestPeakOfText", peak.Texts(), 3<<20, "lines", "sentences")
}

// BenchmarkPeak prints what a page of each kind costs, in 4 MB of it.
func BenchmarkPeak(b *testing.B) { peak.Bench(b, "TestPeak", heavy(), 4<<20) }

// BenchmarkPeakOfText prints what each kind of text costs as a dump.
func BenchmarkPeakOfText(b *testing.B) { peak.Bench(b, "TestPeakOfText", peak.Texts(), 4<<20) }
