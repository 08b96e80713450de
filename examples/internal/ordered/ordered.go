// Package ordered does work on several goroutines and hands the results over in the order of the input.
package ordered

import (
	"context"
	"iter"
)

// Map calls do for each value of in on up to workers goroutines and yields the results in the order of in.
// At most 2*workers+2 values are held at a time, so memory stays bounded however long in is.
//
// When ctx ends, no further value is taken, what was taken already is finished and yielded, and Map returns; it does
// not wait for in, which may be blocked on a terminal. When the consumer stops, Map returns at once.
func Map[In, Out any](ctx context.Context, workers int, in iter.Seq[In], do func(In) Out) iter.Seq[Out] {
	workers = max(workers, 1)
	return func(yield func(Out) bool) {
		ctx, stop := context.WithCancel(ctx)
		defer stop()
		results := start(ctx, workers, in, do)
		for {
			select {
			case out, more := <-results:
				if !more || !yield(<-out) {
					return
				}
			case <-ctx.Done():
				finish(results, yield)
				return
			}
		}
	}
}

type job[In, Out any] struct {
	in  In
	out chan Out
}

// start runs the workers and feeds them. It returns the results' channels in order of the input.
func start[In, Out any](ctx context.Context, workers int, in iter.Seq[In], do func(In) Out) <-chan chan Out {
	jobs := make(chan job[In, Out])
	results := make(chan chan Out, workers)
	for range workers {
		go func() {
			for j := range jobs {
				j.out <- do(j.in)
			}
		}()
	}
	go func() {
		defer close(results)
		defer close(jobs)
		for v := range in {
			j := job[In, Out]{v, make(chan Out, 1)}
			select {
			case results <- j.out:
			case <-ctx.Done():
				return
			}
			jobs <- j
		}
	}()
	return results
}

// finish yields the results that are under way.
func finish[Out any](results <-chan chan Out, yield func(Out) bool) {
	for {
		select {
		case out, more := <-results:
			if !more || !yield(<-out) {
				return
			}
		default:
			return
		}
	}
}
