package ordered

import (
	"context"
	"iter"
	"runtime"
	"slices"
	"sync/atomic"
	"testing"
	"time"
)

// count yields n numbers, each as its own key.
func count(n int) iter.Seq2[int, int] {
	return func(yield func(int, int) bool) {
		for i := range n {
			if !yield(i, i) {
				return
			}
		}
	}
}

func same(i int) int { return i }

func TestMapKeepsOrder(t *testing.T) {
	for _, workers := range []int{-1, 1, 2, 7} {
		n := 0
		for key, v := range Map(t.Context(), workers, count(100), func(i int) int {
			time.Sleep(time.Duration(i%3) * 50 * time.Microsecond) // later values finish earlier
			return i * i
		}) {
			if key != n || v != n*n {
				t.Fatalf("%d workers: result %d is %d of %d", workers, n, v, key)
			}
			n++
		}
		if n != 100 {
			t.Fatalf("%d workers: %d results", workers, n)
		}
	}
}

func TestMapHoldsFewValues(t *testing.T) {
	const workers = 3
	var taken, done atomic.Int64
	in := func(yield func(int, int) bool) {
		for i := range 200 {
			if ahead := taken.Add(1) - done.Load(); ahead > 2*workers+3 {
				t.Errorf("%d values ahead of the consumer", ahead)
			}
			if !yield(i, i) {
				return
			}
		}
	}
	for range Map(t.Context(), workers, in, same) {
		done.Add(1)
	}
}

// TestMapStopsWithItsConsumer: few values are read ahead, and when Map returns nobody reads any more.
func TestMapStopsWithItsConsumer(t *testing.T) {
	var taken atomic.Int64
	endless := func(yield func(int, int) bool) {
		for yield(0, int(taken.Add(1))) {
		}
	}
	n := 0
	for range Map(t.Context(), 4, endless, same) {
		if n++; n == 10 {
			break
		}
	}
	at := taken.Load()
	if at > 30 {
		t.Errorf("%d values taken for 10 results", at)
	}
	time.Sleep(5 * time.Millisecond)
	if taken.Load() != at {
		t.Error("the input is read after Map has returned")
	}
}

// TestMapReturnsWhenCancelled: it waits neither for an input that is blocked nor for slow work.
func TestMapReturnsWhenCancelled(t *testing.T) {
	ctx, cancel := context.WithCancel(t.Context())
	defer cancel()
	block := make(chan bool)
	defer close(block)
	in := func(yield func(int, int) bool) {
		_ = yield(0, 0) && yield(1, 1)
		<-block
	}
	var got []int
	for key := range Map(ctx, 2, in, func(i int) int {
		if i == 1 {
			<-block
		}
		return i
	}) {
		got = append(got, key)
		cancel()
	}
	if !slices.Equal(got, []int{0}) {
		t.Errorf("results of %v", got)
	}
}

// TestMapRaisesPanics: a panic of the input, and of the loop, reaches the consumer.
func TestMapRaisesPanics(t *testing.T) {
	recovered := func(do func()) (p any) {
		defer func() { p = recover() }()
		do()
		return nil
	}
	broken := func(yield func(int, int) bool) {
		yield(0, 0)
		panic("input")
	}
	n := 0
	if p := recovered(func() {
		for range Map(t.Context(), 2, broken, same) {
			n++
		}
	}); p != "input" || n != 1 {
		t.Errorf("recovered %v after %d results", p, n)
	}
	if p := recovered(func() {
		for range Map(t.Context(), 2, count(9), same) {
			panic("loop")
		}
	}); p != "loop" {
		t.Errorf("recovered %v", p)
	}
}

// TestMapEndsWithItsInput: an input that ends its goroutine, as a test's FailNow does, ends that of the consumer.
func TestMapEndsWithItsInput(t *testing.T) {
	broken := func(yield func(int, int) bool) {
		yield(0, 0)
		runtime.Goexit()
	}
	whole := make(chan bool, 1)
	go func() {
		defer close(whole)
		for range Map(t.Context(), 2, broken, same) {
		}
		whole <- true
	}()
	if <-whole {
		t.Error("the loop ended as if the input had been read to its end")
	}
}

func TestMapOfNothing(t *testing.T) {
	for range Map[int](t.Context(), 2, nil, same) {
		t.Error("a result of nothing")
	}
}
