package extract

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"iter"
	"reflect"
	"runtime"
	"testing"
	"time"

	"github.com/gisa-go/gisa/internal/race"
)

// pagesOf yields n pages, each with its number in the title and as its key; every seventh has no article.
func pagesOf(n int) iter.Seq2[int, Input] {
	return func(yield func(int, Input) bool) {
		for i := range n {
			page := fmt.Sprintf("<h1>소식 %d</h1><div>%s</div>", i, paragraphs(first, second, third))
			if i%7 == 6 {
				page = ""
			}
			if !yield(i, Input{Page: Page{URL: fmt.Sprint("https://www.haeram.example/", i)}, HTML: []byte(page)}) {
				return
			}
		}
	}
}

func TestAll(t *testing.T) {
	const n = 100
	for _, workers := range []int{1, 2, 16} {
		i := 0
		for key, r := range All(t.Context(), pagesOf(n), &Options{SkipFacts: true, Workers: workers}) {
			switch {
			case key != i:
				t.Errorf("page %d has key %d", i, key)
			case i%7 == 6 && (!errors.Is(r.Err, ErrNotText) || r.Article != nil || r.Bytes != 0):
				t.Errorf("page %d: %+v", i, r)
			case i%7 != 6 && (r.Err != nil || r.Article.Title != fmt.Sprint("소식 ", i) || r.Bytes == 0):
				t.Errorf("page %d: %+v", i, r)
			}
			i++
		}
		if i != n {
			t.Errorf("%d workers: %d results", workers, i)
		}
	}
}

// TestAllSame holds that the number of workers changes nothing, neither articles nor errors.
func TestAllSame(t *testing.T) {
	collect := func(workers int) (list []Result) {
		for _, r := range All(t.Context(), pagesOf(60), &Options{Workers: workers}) {
			r.Took = 0
			list = append(list, r)
		}
		return list
	}
	one, eight := collect(1), collect(8)
	if len(one) != 60 || one[0].Article == nil || one[0].Article.Title != "소식 0" || one[6].Article != nil {
		t.Fatalf("%d results, the first %+v, the seventh %+v", len(one), one[0], one[6])
	}
	if !reflect.DeepEqual(one, eight) {
		t.Error("the number of workers changes what comes out")
	}
}

func TestAllStops(t *testing.T) {
	read := 0
	endless := func(yield func(int, Input) bool) {
		for key, in := range pagesOf(1 << 30) {
			read++
			if !yield(key, in) {
				return
			}
		}
	}
	n := 0
	for range All(t.Context(), endless, &Options{SkipFacts: true, Workers: 2}) {
		if n++; n == 10 {
			break
		}
	}
	if read > 10+8 { // two at work, two waiting, and what was under way
		t.Errorf("%d pages were read for 10 results", read)
	}
	ctx, cancel := context.WithCancel(t.Context())
	defer cancel()
	n = 0
	for range All(ctx, endless, &Options{SkipFacts: true, Workers: 2}) {
		cancel()
		n++
	}
	if n > 20 {
		t.Errorf("%d results after cancelling", n)
	}
}

// TestAllGivesUpPages: the end of ctx does not wait for a page of 60 MB that is under way.
func TestAllGivesUpPages(t *testing.T) {
	size := 60 << 20
	if testing.Short() || race.Detector { // which shows at any size
		size = 1 << 20
	}
	big := bytes.Repeat([]byte("<div><p>"+first+"</p></div>"), size/len("<div><p>"+first+"</p></div>"))
	ctx, cancel := context.WithCancel(t.Context())
	before := settled()
	in := func(yield func(string, Input) bool) {
		yield("big", Input{HTML: big})
		cancel()
	}
	began := time.Now()
	for key := range All(ctx, in, &Options{}) {
		t.Logf("%s was done in time", key) // by a fast machine
	}
	t.Logf("%d MB: the loop ended after %v", size>>20, time.Since(began))
	if ctx.Err() == nil {
		t.Error("the loop ended, but not its context")
	}
	if size > 1<<20 && runtime.NumGoroutine() <= before {
		t.Error("the loop has waited for the page that was under way")
	}
	for runtime.NumGoroutine() > before { // what was given up ends by itself, here before the next test
		time.Sleep(time.Millisecond)
	}
	settled()
}

// settled waits until what tests before have left running is done, and returns how many goroutines there are.
func settled() int {
	n := runtime.NumGoroutine()
	for same := 0; same < 50; same++ {
		time.Sleep(time.Millisecond)
		if now := runtime.NumGoroutine(); now != n {
			n, same = now, 0
		}
	}
	return n
}

func TestAllOfNothing(t *testing.T) {
	for range All[string](t.Context(), nil, nil) {
		t.Error("a result of nothing")
	}
}
