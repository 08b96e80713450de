package extract

import (
	"context"
	"errors"
	"fmt"
	"iter"
	"reflect"
	"slices"
	"testing"
)

// pagesOf yields n pages, each with its number in the title; every seventh has no article.
func pagesOf(n int) iter.Seq2[Input, error] {
	return func(yield func(Input, error) bool) {
		for i := range n {
			page := fmt.Sprintf("<h1>소식 %d</h1><div>%s</div>", i, paragraphs(first, second, third))
			if i%7 == 6 {
				page = "<p>없음"
			}
			if !yield(Input{Page: Page{URL: fmt.Sprint("https://www.haeram.example/", i)}, HTML: []byte(page)}, nil) {
				return
			}
		}
	}
}

func TestAll(t *testing.T) {
	const n = 100
	for _, workers := range []int{1, 2, 16} {
		var stats []Stats
		opts := &Options{SkipFacts: true, Workers: workers, OnPage: func(s Stats) { stats = append(stats, s) }}
		i := 0
		for a, err := range All(t.Context(), pagesOf(n), opts) {
			switch {
			case i%7 == 6 && !errors.Is(err, ErrNoArticle):
				t.Errorf("page %d: error %v", i, err)
			case i%7 != 6 && (err != nil || a.Title != fmt.Sprint("소식 ", i)):
				t.Errorf("page %d: %v %v", i, a, err)
			}
			i++
		}
		if i != n || len(stats) != n || stats[6].Err == nil || stats[0].Bytes == 0 {
			t.Errorf("%d workers: %d results, %d stats", workers, i, len(stats))
		}
	}
}

// TestAllSame holds that the number of workers changes nothing, neither articles nor errors.
func TestAllSame(t *testing.T) {
	type result struct {
		Article *Article
		Err     string
	}
	collect := func(workers int) (list []result) {
		for a, err := range All(t.Context(), pagesOf(60), &Options{Workers: workers}) {
			list = append(list, result{a, fmt.Sprint(err)})
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
	endless := func(yield func(Input, error) bool) {
		for in, err := range pagesOf(1 << 30) {
			read++
			if !yield(in, err) {
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
	var errs []error
	for _, err := range All(ctx, endless, &Options{SkipFacts: true, Workers: 2}) {
		cancel()
		errs = append(errs, err)
	}
	if len(errs) > 20 || !errors.Is(errs[len(errs)-1], context.Canceled) {
		t.Errorf("after cancelling: %v", errs)
	}
}

func TestAllInputErrors(t *testing.T) {
	broken := errors.New("disk on fire")
	in := func(yield func(Input, error) bool) {
		_ = yield(Input{}, broken) && yield(Input{Text: first + "\n" + second}, nil)
	}
	var got []bool
	for _, err := range All(t.Context(), in, nil) {
		got = append(got, errors.Is(err, broken))
	}
	if !slices.Equal(got, []bool{true, false}) {
		t.Errorf("errors %v", got)
	}
}
