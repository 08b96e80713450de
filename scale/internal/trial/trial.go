// Package trial holds what the tests of the engines have in common: collections, their sketches as files, and whether what
// an engine found are the pairs and the clusters of dedupe.Group.
package trial

import (
	"bytes"
	"cmp"
	"context"
	"encoding/json"
	"flag"
	"fmt"
	"io"
	"iter"
	"math/rand/v2"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"
	"time"

	"github.com/gisa-go/gisa/dedupe"
	"github.com/gisa-go/gisa/internal/corpus"
	"github.com/gisa-go/gisa/scale/sql"
)

var made = flag.Int("made", 1500, "number of documents that the tests of engines make; docs/scale.md has the figures for 100,000")

// Collections returns collections by name: Korean articles where they are beside the checkout, made ones, and some whose
// texts share so much that their keys are common.
func Collections(t testing.TB) map[string][]dedupe.Document {
	all := map[string][]dedupe.Document{
		"made":        articles(*made),
		"near copies": sharing(600, 80, .06, 0),
		"half shared": sharing(600, 30, 0, 22),
		"boilerplate": sharing(600, 60, .01, 200),
		"short":       sharing(600, 12, 0, 8),
	}
	if corpus.Dir() != "" {
		var docs []dedupe.Document
		for d := range corpus.Lines[struct{ ID, Text string }](t, "dedupe", "ko.docs.jsonl.gz") {
			docs = append(docs, dedupe.Document{ID: d.ID, Text: d.Text})
		}
		all["articles"] = docs
	} else {
		t.Log("no ../shared/data beside this checkout: made collections only")
	}
	return all
}

// words returns n invented words of one to four syllables.
func words(rng *rand.Rand, n int) []string {
	out := make([]string, n)
	for i := range out {
		for range 1 + rng.IntN(4) {
			out[i] += string(rune('가' + rng.IntN(11172)))
		}
	}
	return out
}

// articles makes n documents of different lengths and times: one in six is a copy of an earlier one with small changes or
// none, one in twelve holds an earlier one.
func articles(n int) []dedupe.Document {
	rng := rand.New(rand.NewPCG(13, 1))
	all := words(rng, 20_000)
	docs := make([]dedupe.Document, n)
	for i := range docs {
		d := &docs[i]
		d.ID = "made/" + strconv.Itoa(i)
		if rng.IntN(3) > 0 {
			d.Time = time.Unix(1_600_000_000+int64(rng.IntN(n)), 0)
		}
		var text []string
		if i > 0 && rng.IntN(4) == 0 {
			text = strings.Fields(docs[rng.IntN(i)].Text)
		}
		switch {
		case text == nil || rng.IntN(3) == 0:
			for range 20 + rng.IntN(300) {
				text = append(text, all[rng.IntN(len(all))])
			}
		case rng.IntN(3) > 0:
			for range 1 + rng.IntN(len(text)/30+1) {
				text[rng.IntN(len(text))] = d.ID
			}
		}
		if rng.IntN(25) == 0 { // too short for anything but to be the same as another
			text = all[rng.IntN(20):][:1]
		}
		d.Text = strings.Join(text, " ")
	}
	return docs
}

// sharing makes n documents that have a number of words in common, but for a share of them, and others of their own.
func sharing(n, common int, changed float64, own int) []dedupe.Document {
	rng := rand.New(rand.NewPCG(uint64(common), uint64(own)))
	all := words(rng, 3000)
	shared := make([]string, common)
	for i := range shared {
		shared[i] = all[rng.IntN(len(all))]
	}
	docs := make([]dedupe.Document, n)
	for i := range docs {
		text := slices.Clone(shared)
		for k := range text {
			if rng.Float64() < changed {
				text[k] = all[rng.IntN(len(all))]
			}
		}
		for range own {
			text = append(text, all[rng.IntN(len(all))])
		}
		docs[i] = dedupe.Document{ID: strconv.Itoa(i), Text: strings.Join(text, " ")}
		if i > 0 && rng.IntN(8) == 0 {
			docs[i].Text = docs[rng.IntN(i)].Text + " " + all[rng.IntN(len(all))]
		}
	}
	return docs
}

// Write writes the sketches of docs, the last ones first, to a file in dir and returns its path.
func Write(t testing.TB, dir string, docs []dedupe.Document) string {
	t.Helper()
	path := filepath.Join(dir, "sketches.csv")
	var b bytes.Buffer
	w := sql.NewWriter(&b, sql.CSV)
	s, err := dedupe.NewSketcher(nil)
	if err != nil {
		t.Fatal(err)
	}
	for _, d := range slices.Backward(docs) {
		if k, ok := s.Sketch(d); ok {
			if err := w.Write(&k); err != nil {
				t.Fatal(err)
			}
		}
	}
	if err := w.Flush(); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(path, b.Bytes(), 0o644); err != nil {
		t.Fatal(err)
	}
	return path
}

// Check fails the test where the pairs that an engine wrote for the sketches of docs are not those of Group, or do not
// give its clusters, byte for byte.
func Check(t testing.TB, docs []dedupe.Document, sketches string, pairs io.Reader) {
	t.Helper()
	found := list(t, sql.Pairs(pairs))
	file, err := os.Open(sketches)
	if err != nil {
		t.Fatal(err)
	}
	defer file.Close()
	all := list(t, sql.Sketches(file))
	want, err := dedupe.Candidates(t.Context(), each(all), nil)
	if err != nil {
		t.Fatal(err)
	}
	byID := func(p, q dedupe.Pair) int { return cmp.Or(cmp.Compare(p.A, q.A), cmp.Compare(p.B, q.B)) }
	slices.SortFunc(found, byID)
	slices.SortFunc(want, byID)
	if !slices.Equal(found, want) {
		t.Errorf("the engine found %d pairs, Group %d, or others: %s", len(found), len(want), first(found, want))
	}
	texts := map[string]string{}
	for _, d := range docs {
		texts[d.ID] = d.Text
	}
	opts := &dedupe.Options{Load: func(_ context.Context, id string) (string, error) { return texts[id], nil }}
	got, err := dedupe.Assemble(t.Context(), each(all), each(found), opts)
	if err != nil {
		t.Fatal(err)
	}
	native, err := dedupe.Group(t.Context(), dedupe.Documents(docs...), nil)
	if err != nil {
		t.Fatal(err)
	}
	if a, b := asJSON(t, got), asJSON(t, native); a != b {
		t.Errorf("clusters differ:\n%.400s\nwant\n%.400s", a, b)
	}
	t.Logf("%d documents, %d pairs, %d clusters", len(docs), len(found), len(native))
}

// first names a pair that one of them lacks.
func first(a, b []dedupe.Pair) string {
	for i := range min(len(a), len(b)) {
		if a[i] != b[i] {
			return fmt.Sprintf("%+v and %+v", a[i], b[i])
		}
	}
	return "one has more"
}

func asJSON(t testing.TB, v any) string {
	t.Helper()
	b, err := json.Marshal(v)
	if err != nil {
		t.Fatal(err)
	}
	return string(b)
}

func list[T any](t testing.TB, seq iter.Seq2[T, error]) (all []T) {
	t.Helper()
	for v, err := range seq {
		if err != nil {
			t.Fatal(err)
		}
		all = append(all, v)
	}
	return all
}

func each[T any](all []T) iter.Seq2[T, error] {
	return func(yield func(T, error) bool) {
		for _, v := range all {
			if !yield(v, nil) {
				return
			}
		}
	}
}
