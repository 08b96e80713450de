// Package ordered does work on several goroutines and hands the results over in the order of the input.
package ordered

import (
	"context"
	"iter"
	"runtime"
)

// Map calls do for each value of in on up to workers goroutines and yields keys and results in the order of in.
// At most 2*workers+2 values are held at a time, so memory stays bounded however long in is. A nil in is empty.
//
// The values are read by a goroutine of Map's. A panic of in is raised again where the results are consumed. Where the
// consumer stops, Map waits until in has come to its next value. Where ctx ends, Map returns at once, without the results
// that are not done and without waiting for in, which may be blocked on a terminal, or for do, which may be slow.
// do must not panic.
func Map[K, In, Out any](ctx context.Context, workers int, in iter.Seq2[K, In], do func(In) Out) iter.Seq2[K, Out] {
	return func(yield func(K, Out) bool) {
		if in == nil {
			return
		}
		work, stop := context.WithCancel(ctx)
		r := start(work, max(workers, 1), in, do)
		defer r.settle(ctx)
		defer stop()
		for {
			select {
			case <-ctx.Done():
				return
			case next, more := <-r.results:
				if !more {
					return
				}
				select {
				case <-ctx.Done():
					return
				case out := <-next.out:
					if !yield(next.key, out) {
						return
					}
				}
			}
		}
	}
}

// running is the reader of the input and the results that are to come, in order.
type running[K, In, Out any] struct {
	results chan job[K, In, Out]
	read    chan any // closed when the reader is done, with what it panicked of in it
}

type job[K, In, Out any] struct {
	key K
	in  In
	out chan Out
}

// start runs the workers and feeds them.
func start[K, In, Out any](ctx context.Context, workers int, in iter.Seq2[K, In], do func(In) Out) *running[K, In, Out] {
	r := &running[K, In, Out]{results: make(chan job[K, In, Out], workers), read: make(chan any, 1)}
	jobs := make(chan job[K, In, Out])
	for range workers {
		go func() {
			for j := range jobs {
				j.out <- do(j.in)
			}
		}()
	}
	go func() {
		defer close(r.read)
		defer close(r.results)
		defer close(jobs)
		ended := false
		defer func() {
			if p := recover(); p != nil {
				r.read <- p
			} else if !ended {
				r.read <- exited{}
			}
		}()
		r.feed(ctx, in, jobs)
		ended = true
	}()
	return r
}

// exited is what a reader has in read whose goroutine was ended by the input, with runtime.Goexit: what a test's FailNow
// does.
type exited struct{}

// feed hands the values to the workers until there are no more or nobody asks for results.
func (r *running[K, In, Out]) feed(ctx context.Context, in iter.Seq2[K, In], jobs chan<- job[K, In, Out]) {
	for key, v := range in {
		j := job[K, In, Out]{key, v, make(chan Out, 1)}
		select {
		case r.results <- j:
		case <-ctx.Done():
			return
		}
		select {
		case jobs <- j:
		case <-ctx.Done():
			return
		}
	}
}

// settle waits for the reader unless the caller's context has ended, and raises its panic again; where the input ended its
// goroutine, that of the consumer ends, so that no part is taken for the whole.
func (r *running[K, In, Out]) settle(ctx context.Context) {
	select {
	case p := <-r.read:
		switch p.(type) {
		case nil:
		case exited:
			runtime.Goexit()
		default:
			panic(p)
		}
	case <-ctx.Done():
	}
}
