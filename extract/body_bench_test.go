package extract_test

import (
	"os"
	"path/filepath"
	"runtime"
	"testing"
	"time"

	"github.com/gisa-go/gisa/extract"
	"github.com/gisa-go/gisa/internal/corpus"
	"github.com/gisa-go/gisa/internal/cputime"
)

// benchPages are the pages of testdata, and those of the development corpora where they are.
func benchPages(b *testing.B) (list [][]byte) {
	files, err := filepath.Glob(pages + "/*/*.html")
	if err != nil || len(files) == 0 {
		b.Fatalf("no pages: %v", err)
	}
	for _, file := range files {
		page, err := os.ReadFile(file)
		if err != nil {
			b.Fatal(err)
		}
		list = append(list, page)
	}
	if corpus.Dir() == "" {
		return list
	}
	for _, name := range bodyCorpora {
		for _, truth := range readTruth(b, name) {
			list = append(list, corpus.Bytes(b, "pages", name, "html", truth.ID+".html.gz"))
		}
	}
	return list
}

// BenchmarkBody reads every page without and with its body, by turns, and tells what the body costs: x is the ratio of
// processor time, the others are per page.
func BenchmarkBody(b *testing.B) {
	list := benchPages(b)
	for _, c := range []struct {
		name string
		opts extract.Options
	}{{"facts", extract.Options{}}, {"no facts", extract.Options{SkipFacts: true}}} {
		b.Run(c.name, func(b *testing.B) {
			var cost [2]struct {
				took          time.Duration
				allocs, bytes uint64
			}
			for n := 0; b.Loop(); n++ {
				for _, page := range list {
					for turn := range 2 {
						k := (turn + n) % 2 // neither is always the first, which warms the other's caches
						opts := c.opts
						opts.Body = k == 1
						var before, after runtime.MemStats
						runtime.ReadMemStats(&before)
						began, _ := cputime.Used()
						extract.FromBytes(page, extract.Page{}, &opts)
						cost[k].took += cputime.Since(began)
						runtime.ReadMemStats(&after)
						cost[k].allocs += after.Mallocs - before.Mallocs
						cost[k].bytes += after.TotalAlloc - before.TotalAlloc
					}
				}
			}
			times := float64(b.N * len(list))
			b.ReportMetric(float64(cost[1].took)/float64(cost[0].took), "x")
			for k, name := range []string{"off", "on"} {
				b.ReportMetric(float64(cost[k].took.Microseconds())/times, name+"-µs/page")
				b.ReportMetric(float64(cost[k].allocs)/times, name+"-allocs/page")
				b.ReportMetric(float64(cost[k].bytes)/times/1024, name+"-KB/page")
			}
		})
	}
}
