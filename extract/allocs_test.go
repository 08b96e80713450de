//go:build !race

// The race detector drops what pools hold, so allocations are counted without it.

package extract

import (
	"bytes"
	"runtime/debug"
	"testing"

	"golang.org/x/net/html"

	"github.com/gisa-go/gisa/extract/internal/document"
)

// TestFromBytesAllocates holds the allocations for pages against those of parsing them alone: on a page of the usual
// size a share of them, on our own, which are next to nothing but an article, a number.
func TestFromBytesAllocates(t *testing.T) {
	defer debug.SetGCPercent(debug.SetGCPercent(-1)) // a collection empties pools
	count := func(page []byte) (parsing, all float64) {
		d, ok := document.Decode(page, "")
		if !ok {
			t.Fatal(ErrNotText)
		}
		parsing = testing.AllocsPerRun(3, func() { html.Parse(bytes.NewReader(d.Text)) })
		return parsing, testing.AllocsPerRun(3, func() { FromBytes(page, Page{}, &Options{SkipFacts: true}) })
	}
	if parsing, all := count(benchPage()); all > 1.3*parsing {
		t.Errorf("%.0f allocations, %.2f times those of parsing alone", all, all/parsing)
	} else {
		t.Logf("a usual page: %.0f allocations, %.0f of parsing", all, parsing)
	}
	pages, extra := ownPages(t), 0.0
	for _, page := range pages {
		parsing, all := count(page)
		extra += all - parsing
	}
	if extra /= float64(len(pages)); extra > 440 {
		t.Errorf("%.0f allocations a page beside those of parsing", extra)
	} else {
		t.Logf("our own pages: %.0f allocations a page beside those of parsing", extra)
	}
}
