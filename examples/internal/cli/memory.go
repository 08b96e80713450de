package cli

import (
	"os"
	"runtime"
	"runtime/debug"
	"runtime/metrics"
)

// Collecting garbage costs a program of a small heap a fifth of its time, since it is done whenever the heap has
// doubled. So the programs let the heap grow by as much as spare before that, or by four times, whichever is less;
// one that holds more than spare grows to the double, as Go has it.
const (
	spare       = 32 << 20
	mostPercent = 400
	usual       = 100
)

// collectLess chooses how far the heap may grow, after each collection anew, and reports whether it does: what GOGC
// says from outside stays.
func collectLess() bool {
	if os.Getenv("GOGC") != "" {
		return false
	}
	(&cycle{set: func(percent int) { debug.SetGCPercent(percent) }}).await()
	return true
}

// percentFor returns by how many percent a heap of so many bytes may grow.
func percentFor(live uint64) int {
	return int(min(max(usual*spare/max(live, 1), usual), mostPercent))
}

// cycle is garbage from the beginning: its finalizer runs after each collection.
type cycle struct {
	set     func(percent int)
	percent int // as it was set last
}

func (c *cycle) await() { runtime.SetFinalizer(c, (*cycle).ended) }

// ended chooses anew after a collection, where that makes a difference worth stopping the program for.
func (c *cycle) ended() {
	live := []metrics.Sample{{Name: "/gc/heap/live:bytes"}}
	metrics.Read(live)
	if live[0].Value.Kind() != metrics.KindUint64 { // not known to this Go
		return
	}
	if p := percentFor(live[0].Value.Uint64()); p > c.percent+c.percent/8 || p < c.percent-c.percent/8 {
		c.percent = p
		c.set(p)
	}
	c.await()
}
