package cli

import (
	"context"
	"iter"

	"github.com/gisa-go/gisa/examples/internal/input"
	"github.com/gisa-go/gisa/internal/ordered"
)

// Each calls do for each item on several goroutines and yields the results in the order of the items. When ctx ends it
// returns at once.
func Each[Out any](ctx context.Context, workers int, items iter.Seq[input.Item], do func(input.Item) Out) iter.Seq[Out] {
	return func(yield func(Out) bool) {
		in := func(yield func(int, input.Item) bool) {
			n := 0
			for item := range items {
				if !yield(n, item) {
					return
				}
				n++
			}
		}
		for _, out := range ordered.Map(ctx, workers, in, do) {
			if !yield(out) {
				return
			}
		}
	}
}
