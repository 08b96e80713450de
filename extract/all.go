package extract

import (
	"context"
	"iter"
	"runtime"
	"sync"
	"time"
)

// Input is one page for All: HTML as it was saved or, where HTML is nil, the Text dump of a page.
type Input struct {
	Page
	HTML []byte
	Text string
}

// All extracts the articles of many pages, several at a time (Options.Workers), and yields them in the order of the
// input. It holds at most a few pages for each worker in memory. A page that fails, or an error of the input, is
// yielded as an error and does not end the iteration; the end of ctx does, with ctx's error as the last pair. The
// input is read by one goroutine of All's, which is done with it when the iteration ends. Options.OnPage is called
// before each pair is yielded.
func All(ctx context.Context, in iter.Seq2[Input, error], opts *Options) iter.Seq2[*Article, error] {
	opts = opts.orDefault()
	return func(yield func(*Article, error) bool) {
		ctx, cancel := context.WithCancelCause(ctx)
		var running sync.WaitGroup
		defer running.Wait()
		defer cancel(nil)
		results := start(ctx, in, opts, &running)
		for {
			select {
			case <-ctx.Done():
				yield(nil, context.Cause(ctx))
				return
			case next, ok := <-results:
				if !ok {
					if ctx.Err() != nil {
						yield(nil, context.Cause(ctx))
					}
					return
				}
				if !pass(ctx, next, opts, yield) {
					return
				}
			}
		}
	}
}

// result is what became of one page.
type result struct {
	article *Article
	err     error
	stats   Stats
}

// pass waits for the next result and yields it.
func pass(ctx context.Context, next <-chan result, opts *Options, yield func(*Article, error) bool) bool {
	select {
	case <-ctx.Done():
		yield(nil, context.Cause(ctx))
		return false
	case r := <-next:
		if opts.OnPage != nil {
			opts.OnPage(r.stats)
		}
		return yield(r.article, r.err)
	}
}

// start reads the input and sets workers to it. The channel holds, in the order of the input, a place for each result.
func start(ctx context.Context, in iter.Seq2[Input, error], opts *Options, running *sync.WaitGroup) <-chan chan result {
	workers := opts.Workers
	if workers <= 0 {
		workers = runtime.GOMAXPROCS(0)
	}
	type job struct {
		input Input
		err   error
		done  chan result
	}
	jobs := make(chan job)
	results := make(chan chan result, workers)
	for range workers {
		running.Go(func() {
			for j := range jobs {
				if j.err != nil {
					j.done <- result{err: j.err, stats: Stats{Err: j.err}}
					continue
				}
				j.done <- j.input.extract(opts)
			}
		})
	}
	running.Go(func() {
		defer close(results)
		defer close(jobs)
		for input, err := range in {
			done := make(chan result, 1)
			select {
			case <-ctx.Done():
				return
			case results <- done:
			}
			select {
			case <-ctx.Done():
				return
			case jobs <- job{input, err, done}:
			}
		}
	})
	return results
}

// extract reads one page and measures what it costs.
func (in *Input) extract(opts *Options) (r result) {
	begin := time.Now()
	if in.HTML != nil {
		r.stats.Bytes = len(in.HTML)
		r.article, r.err = FromBytes(in.HTML, in.Page, opts)
	} else {
		r.stats.Bytes = len(in.Text)
		r.article, r.err = FromText(in.Text, in.Page, opts)
	}
	r.stats.Took, r.stats.Err = time.Since(begin), r.err
	return r
}
