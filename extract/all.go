package extract

import (
	"context"
	"iter"
	"runtime"
	"time"

	"github.com/gisa-go/gisa/internal/ordered"
)

// Input is one page for All: HTML as it was saved or, where HTML is nil, the Text dump of a page. HTML that is empty
// but not nil is ErrNotText.
type Input struct {
	Page
	HTML []byte
	Text string
}

// Result is what became of one input.
type Result struct {
	Article *Article      // nil where there is an error
	Err     error         // why there is no article: the errors of FromBytes
	Bytes   int           // of the input
	Took    time.Duration // by the clock
}

// All extracts the articles of many pages, several at a time (Options.Workers), and yields them in the order of the
// input, each with its key: a file name, a row, a record of an archive, whatever the caller knows the page by. It
// holds at most a few pages for each worker in memory. A nil in is empty.
//
// The input is read by a goroutine of All's; its panic, and that of the loop's body, reach the caller. Where the loop
// is left, All returns when in has come to its next page. Where ctx ends, the loop ends at once: pages under way are
// given up, and ctx.Err tells the caller why.
func All[K any](ctx context.Context, in iter.Seq2[K, Input], opts *Options) iter.Seq2[K, Result] {
	own := *opts.orDefault()
	own.over = ctx.Done()
	workers := own.Workers
	if workers <= 0 {
		workers = runtime.GOMAXPROCS(0)
	}
	return ordered.Map(ctx, workers, in, func(in Input) Result { return in.extract(&own) })
}

// extract reads one page and measures what it costs.
func (in *Input) extract(opts *Options) (r Result) {
	begin := time.Now()
	if in.HTML != nil {
		r.Bytes = len(in.HTML)
		r.Article, r.Err = FromBytes(in.HTML, in.Page, opts)
	} else {
		r.Bytes = len(in.Text)
		r.Article, r.Err = FromText(in.Text, in.Page, opts)
	}
	r.Took = time.Since(begin)
	return r
}
