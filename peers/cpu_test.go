package peers

import (
	"flag"
	"fmt"
	"os"
	"runtime"
	"testing"
	"text/tabwriter"
	"time"

	"github.com/gisa-go/gisa/internal/cputime"
)

var rounds = flag.Int("rounds", 0, "interleaved rounds of the tables; 0 skips them")

// contender is one library at one task.
type contender struct {
	name string
	run  func()
}

// cost is what one round took.
type cost struct {
	cpu           time.Duration
	allocs, bytes uint64
}

func measure(run func()) (c cost) {
	var before, after runtime.MemStats
	runtime.GC()
	runtime.ReadMemStats(&before)
	begin, _ := cputime.Used()
	run()
	c.cpu = cputime.Since(begin)
	runtime.ReadMemStats(&after)
	c.allocs, c.bytes = after.Mallocs-before.Mallocs, after.TotalAlloc-before.TotalAlloc
	return c
}

// table runs the contenders in interleaved rounds and prints the best of each, per item and relative to the first. Only
// ratios within one run mean anything on a shared machine.
func table(t *testing.T, items int, list []contender) {
	t.Helper()
	if *rounds == 0 {
		t.Skip("give -rounds N to measure")
	}
	defer runtime.GOMAXPROCS(runtime.GOMAXPROCS(1))
	best := make([]cost, len(list))
	for round := range *rounds {
		for i, c := range list {
			if got := measure(c.run); round == 0 || got.cpu < best[i].cpu {
				best[i] = got
			}
		}
	}
	w := tabwriter.NewWriter(os.Stdout, 0, 8, 2, ' ', tabwriter.AlignRight)
	fmt.Fprintln(w, "\tCPU / first\tms an item\tallocations an item\tKB an item\t")
	for i, c := range list {
		n := float64(items)
		fmt.Fprintf(w, "%s\t%.2f\t%.3f\t%.0f\t%.0f\t\n", c.name, best[i].cpu.Seconds()/best[0].cpu.Seconds(), best[i].cpu.Seconds()*1e3/n,
			float64(best[i].allocs)/n, float64(best[i].bytes)/n/1024)
	}
	w.Flush()
}
