package cli

import (
	"runtime"
	"testing"
)

func TestPercentFor(t *testing.T) {
	for live, want := range map[uint64]int{
		0: mostPercent, 1 << 20: mostPercent, spare / 4: mostPercent, spare / 2: 200, spare: usual, 4 * spare: usual,
	} {
		if got := percentFor(live); got != want {
			t.Errorf("%d bytes may grow by %d percent, want %d", live, got, want)
		}
	}
}

// TestCycle: each collection leads to a choice; one that is as before is not made again.
func TestCycle(t *testing.T) {
	set := make(chan int, 8)
	c := &cycle{set: func(percent int) { set <- percent }}
	c.await()
	c = nil
	runtime.GC()
	first := <-set
	held := make([]byte, 8*spare)
	runtime.GC()
	if second := <-set; first <= second || second != usual {
		t.Errorf("chose %d, then %d with %d bytes in use", first, second, len(held))
	}
	runtime.KeepAlive(held)
}

// TestGOGC: what GOGC says stays.
func TestGOGC(t *testing.T) {
	for gogc, want := range map[string]bool{"": true, "100": false, "off": false} {
		t.Setenv("GOGC", gogc)
		if got := collectLess(); got != want {
			t.Errorf("GOGC=%s: chooses %v", gogc, got)
		}
	}
}
