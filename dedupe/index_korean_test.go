package dedupe

import (
	"context"
	"fmt"
	"math"
	"path/filepath"
	"slices"
	"testing"

	"github.com/gisa-go/gisa/internal/race"
)

// TestIndexKorean streams articles into an index: a document of a cluster that was there before is to be recognised, so
// is one that stands inside an earlier one or holds it, and what is returned is of the same story or truly inside the
// other. One return in twenty is not, by texts as by sketches: articles of different stories that share half of their
// shingles, such as daily reports.
func TestIndexKorean(t *testing.T) {
	docs, stories := someDocs(t), koTruth(t)
	if race.Detector { // what writes in the background is to be seen, not the figures
		docs = docs[:200]
	}
	for name, c := range map[string]struct {
		opts                     IndexOptions
		recall, inside, accuracy float64
	}{
		"sketches": {IndexOptions{}, .985, .88, .97},
		"texts":    {IndexOptions{KeepTexts: true}, .985, .92, .97},
	} {
		x := mustOpen(t, filepath.Join(t.TempDir(), name), &c.opts)
		s := stream{stories: stories, texts: map[string]string{}, ops: map[string][]string{}}
		for _, d := range docs {
			s.judge(t, d, mustAdd(t, x, d))
		}
		t.Logf("%s: %v of a cluster recognised, %v inside another, %v matches right, standard error %.3f, %d bytes a document in the log",
			name, &s.known, &s.inside, &s.right, math.Sqrt(s.squares/float64(s.right.all)), x.Stats().Bytes/int64(len(docs)))
		if !race.Detector && (s.known.of() < c.recall || s.inside.of() < c.inside || s.right.of() < c.accuracy) {
			t.Errorf("%s: want at least %.4f, %.4f and %.4f", name, c.recall, c.inside, c.accuracy)
		}
	}
}

// share is how many of all.
type share struct{ n, all int }

func (s *share) add(yes bool) { s.n, s.all = s.n+b2i(yes), s.all+1 }

func (s *share) of() float64 { return float64(s.n) / float64(s.all) }

func (s *share) String() string { return fmt.Sprintf("%d of %d (%.4f)", s.n, s.all, s.of()) }

// stream is the documents that were added, and how well the index has done.
type stream struct {
	stories              map[string]truth
	texts                map[string]string
	ops                  map[string][]string // related + op → documents
	known, inside, right share
	squares              float64
}

// judge takes note of what was found when d was added.
func (s *stream) judge(t *testing.T, d Document, found []Match) {
	own := s.stories[d.ID]
	cluster := false
	for _, m := range found {
		other := s.stories[m.ID]
		right := other.Related != "" && other.Related == own.Related
		if !right && (m.Kind == Contains || m.Kind == Contained) {
			exact, err := Compare(d.Text, s.texts[m.ID], nil)
			right = err == nil && exact.Containment >= .8
		}
		s.right.add(right)
		s.squares += m.StdErr * m.StdErr
		cluster = cluster || other.Cluster == own.Cluster
	}
	if own.Cluster != "" && len(s.ops[own.Cluster]) > 0 {
		s.known.add(cluster)
	}
	for _, op := range [][2]string{{"embed", "base"}, {"base", "embed"}, {"trunc", "base"}, {"base", "trunc"}} {
		if own.Op == op[0] && own.Related != "" {
			for _, id := range s.ops[own.Related+" "+op[1]] {
				s.inside.add(slices.ContainsFunc(found, func(m Match) bool { return m.ID == id }))
			}
		}
	}
	s.texts[d.ID] = d.Text
	s.ops[own.Cluster] = append(s.ops[own.Cluster], d.ID)
	s.ops[own.Related+" "+own.Op] = append(s.ops[own.Related+" "+own.Op], d.ID)
}

// BenchmarkIndexAdd signs, looks up and remembers articles in durable commits of 500.
func BenchmarkIndexAdd(b *testing.B) {
	docs := koDocs(b)
	b.SetBytes(size(docs))
	for b.Loop() {
		x := mustOpen(b, filepath.Join(b.TempDir(), "index"), nil)
		for at := 0; at < len(docs); at += 500 {
			if _, err := x.AddAll(context.Background(), docs[at:min(at+500, len(docs))]); err != nil {
				b.Fatal(err)
			}
		}
		x.Close()
	}
	b.ReportMetric(float64(len(docs))*float64(b.N)/b.Elapsed().Seconds(), "docs/s")
}

// BenchmarkIndexQuery asks an index of articles for each of them.
func BenchmarkIndexQuery(b *testing.B) {
	docs := koDocs(b)
	x := mustOpen(b, "", nil)
	if _, err := x.AddAll(context.Background(), docs); err != nil {
		b.Fatal(err)
	}
	b.SetBytes(size(docs))
	for b.Loop() {
		for _, d := range docs {
			if _, err := x.Query(context.Background(), d); err != nil {
				b.Fatal(err)
			}
		}
	}
	b.ReportMetric(float64(len(docs))*float64(b.N)/b.Elapsed().Seconds(), "docs/s")
}
