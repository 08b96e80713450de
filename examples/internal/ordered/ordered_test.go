package ordered

import (
	"context"
	"iter"
	"slices"
	"sync/atomic"
	"testing"
	"time"
)

func count(n int) iter.Seq[int] {
	return func(yield func(int) bool) {
		for i := range n {
			if !yield(i) {
				return
			}
		}
	}
}

func TestMapKeepsOrder(t *testing.T) {
	for _, workers := range []int{-1, 1, 2, 7} {
		got := slices.Collect(Map(t.Context(), workers, count(100), func(i int) int {
			time.Sleep(time.Duration(i%3) * 50 * time.Microsecond) // later values finish earlier
			return i * i
		}))
		if len(got) != 100 {
			t.Fatalf("%d workers: %d results", workers, len(got))
		}
		for i, v := range got {
			if v != i*i {
				t.Fatalf("%d workers: result %d is %d", workers, i, v)
			}
		}
	}
}

func TestMapHoldsFewValues(t *testing.T) {
	const workers = 3
	var taken, done atomic.Int64
	in := func(yield func(int) bool) {
		for i := range 200 {
			if ahead := taken.Add(1) - done.Load(); ahead > 2*workers+3 {
				t.Errorf("%d values ahead of the consumer", ahead)
			}
			if !yield(i) {
				return
			}
		}
	}
	for range Map(t.Context(), workers, in, func(i int) int { return i }) {
		done.Add(1)
	}
}

func TestMapStopsWithItsConsumer(t *testing.T) {
	var taken atomic.Int64
	endless := func(yield func(int) bool) {
		for yield(int(taken.Add(1))) {
		}
	}
	n := 0
	for range Map(t.Context(), 4, endless, func(i int) int { return i }) {
		if n++; n == 10 {
			break
		}
	}
	if at := taken.Load(); at > 30 {
		t.Errorf("%d values taken for 10 results", at)
	}
}

// A cancelled run yields what it took and does not wait for an input that is blocked.
func TestMapFinishesWhenCancelled(t *testing.T) {
	ctx, cancel := context.WithCancel(t.Context())
	block := make(chan bool)
	defer close(block)
	in := func(yield func(int) bool) {
		for i := range 3 {
			yield(i)
		}
		cancel()
		<-block
	}
	got := slices.Collect(Map(ctx, 2, in, func(i int) int {
		time.Sleep(time.Millisecond)
		return i
	}))
	if !slices.Equal(got, []int{0, 1, 2}) {
		t.Errorf("got %v, want the three values that were taken", got)
	}
}
