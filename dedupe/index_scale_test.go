package dedupe

import (
	"flag"
	"fmt"
	"math/rand/v2"
	"path/filepath"
	"slices"
	"testing"
	"time"

	"github.com/gisa-go/gisa/internal/cputime"
)

var (
	fillCount  = flag.Int("fill", 0, "number of documents that TestIndexFill adds; 0 skips it")
	fillOne    = flag.Bool("fill-one", false, "TestIndexFill adds one at a time and tells how long the longest took")
	fillTexts  = flag.Bool("fill-texts", false, "TestIndexFill keeps the texts")
	fillSize   = flag.Int("fill-size", 850, "syllables of each document that TestIndexFill adds")
	nearCopies = flag.Int("near", 0, "number of near copies that TestIndexNear adds; 0 skips it")
)

// story returns text i of an endless row of made ones: words of invented syllables, some of them used again and again.
func story(i, syllables int) string {
	rng := rand.New(rand.NewPCG(uint64(i), 21))
	return invent(rng, syllables)
}

// TestIndexFill fills an index on disk with made texts and reports CPU time, the making of them aside, and the longest
// call; then it adds the last of them again.
func TestIndexFill(t *testing.T) {
	if *fillCount == 0 {
		t.Skip("give -fill N to measure")
	}
	x := mustOpen(t, filepath.Join(t.TempDir(), "index"), &IndexOptions{KeepTexts: *fillTexts})
	docs := make([]Document, 500)
	var used time.Duration
	var calls []time.Duration
	timed := func(call func() error) {
		start := time.Now()
		if err := call(); err != nil {
			t.Fatal(err)
		}
		calls = append(calls, time.Since(start))
	}
	for at := 0; at < *fillCount; at += len(docs) {
		for i := range docs {
			docs[i] = Document{ID: fmt.Sprint("made-", at+i), Text: story(at+i, *fillSize)}
		}
		before, _ := cputime.Used()
		if *fillOne {
			for _, d := range docs {
				timed(func() error { _, err := x.Add(t.Context(), d); return err })
			}
		} else {
			timed(func() error { _, err := x.AddAll(t.Context(), docs); return err })
		}
		used += cputime.Since(before)
	}
	bytes := x.Stats().Bytes
	before, _ := cputime.Used()
	if _, err := x.AddAll(t.Context(), docs); err != nil {
		t.Fatal(err)
	}
	again := cputime.Since(before)
	if grown := x.Stats().Bytes - bytes; grown > 0 {
		t.Errorf("the index has grown by %d bytes", grown)
	}
	before, _ = cputime.Used()
	start := time.Now()
	if err := x.Close(); err != nil {
		t.Fatal(err)
	}
	used += cputime.Since(before)
	t.Logf("the last %d documents again: %v of CPU time each", len(docs), again/time.Duration(len(docs)))
	slices.Sort(calls)
	t.Logf("%d documents of %d bytes: %.0f a CPU second, Close took %v", *fillCount, len(docs[0].Text),
		float64(*fillCount)/used.Seconds(), time.Since(start))
	t.Logf("of %d calls half took less than %v, 99.9%% less than %v, the longest five %v", len(calls), calls[len(calls)/2],
		calls[len(calls)*999/1000], calls[max(0, len(calls)-5):])
}

// TestIndexNear adds near copies of one text to an index that keeps texts, as the program duplicates does.
func TestIndexNear(t *testing.T) {
	if *nearCopies == 0 {
		t.Skip("give -near N to measure")
	}
	x := mustOpen(t, filepath.Join(t.TempDir(), "index"), &IndexOptions{KeepTexts: true, SkipPassages: true})
	rng := rand.New(rand.NewPCG(23, 24))
	text := invent(rng, 850)
	for part := range 5 {
		before, _ := cputime.Used()
		n := *nearCopies / 5
		for i := range n {
			mustAdd(t, x, Document{ID: fmt.Sprint(part, "-", i), Text: noise(rng, text, 0.02)})
		}
		t.Logf("copies %d to %d: %v of CPU time each", part*n, part*n+n, cputime.Since(before)/time.Duration(n))
	}
}
