package pipeline

import (
	"bufio"
	"context"
	"encoding/json"
	"fmt"
	"io"
	"iter"

	"github.com/gisa-go/gisa/dedupe"
)

// finishFn links what was tied and writes the clusters, in the order of their originals, cut into files. Only texts with a
// tie or a copy come here: about 300 bytes of memory each, and 100 a tie, on one machine.
type finishFn struct {
	Store  articles
	Shards int
}

func (f *finishFn) ProcessElement(ctx ctx, _ int, all func(*[]byte) bool) error {
	heads := map[dedupe.Claim]int{}
	var texts []dedupe.Sketch
	places := map[string]place{}
	var pairs []dedupe.Pair
	want, err := settings()
	if err != nil {
		return err
	}
	add := func(sum string, h *head) {
		if _, known := heads[h.Claim]; !known {
			heads[h.Claim] = len(texts)
			texts = append(texts, dedupe.Sketch{Settings: want, Claim: h.Claim, Sum: [sumSize]byte([]byte(sum))})
			places[h.Claim.ID()] = h.place
		}
	}
	var b []byte
	for all(&b) {
		if len(b) == 0 {
			continue
		}
		r := reader{b: b[1:]}
		switch b[0] {
		case isCopy:
			sum := string(r.take(sumSize))
			if h := r.head(); r.err == nil {
				add(sum, &h)
			}
		case isTie:
			if t := r.tie(); r.err == nil {
				add(t.sums[0], &t.a)
				add(t.sums[1], &t.b)
				pairs = append(pairs, dedupe.Pair{A: t.a.Claim.ID(), B: t.b.Claim.ID(), Common: t.common, Match: &t.Match})
			}
		default:
			r.err = errRecord
		}
		if r.err != nil {
			return badRecord("ties", r.err)
		}
	}
	opened := f.Store.open(ctx)
	defer opened.close()
	clusters, err := dedupe.Assemble(ctx, each(texts), each(pairs), &dedupe.Options{Load: func(_ context.Context, id string) (string, error) {
		at, ok := places[id]
		if !ok {
			return "", badRecord(id, errRecord)
		}
		return opened.text(at)
	}})
	if err != nil {
		return err
	}
	return f.write(ctx, clusters)
}

// write writes the clusters. Where it was killed in a run before, what that left goes.
func (f *finishFn) write(ctx ctx, clusters []dedupe.Cluster) error {
	per := (len(clusters) + f.Shards - 1) / f.Shards
	for n := range f.Shards {
		name := clustersName(n, f.Shards)
		some := clusters[min(n*per, len(clusters)):min((n+1)*per, len(clusters))]
		err := writeFile(ctx, f.Store.Out, name, func(w *bufio.Writer) error { return writeClusters(w, some) })
		if err != nil {
			return err
		}
	}
	if err := removeParts(ctx, f.Store.Out); err != nil {
		return err
	}
	return writeMark(ctx, f.Store.Out)
}

func clustersName(n, of int) string { return fmt.Sprintf("clusters-%05d-of-%05d.ndjson", n, of) }

func writeClusters(w io.Writer, clusters []dedupe.Cluster) error {
	enc := json.NewEncoder(w)
	enc.SetEscapeHTML(false)
	for _, c := range clusters {
		if c.Copies == nil {
			c.Copies = []dedupe.Match{} // readers of JSON go through the list
		}
		if err := enc.Encode(c); err != nil {
			return err
		}
	}
	return nil
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
