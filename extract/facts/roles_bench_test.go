package facts

import (
	"testing"

	"github.com/gisa-go/gisa/internal/corpus"
)

// BenchmarkRoles compares Find with and without roles on real news, with the ways of finding names that matter.
func BenchmarkRoles(b *testing.B) {
	var texts []string
	for d := range corpus.Lines[struct{ Text string }](b, "dedupe", "ko.docs.jsonl.gz") {
		if texts = append(texts, d.Text); len(texts) == 400 {
			break
		}
	}
	for _, c := range []struct {
		name string
		opts Options
	}{
		{"without", Options{SkipRoles: true}},
		{"with", Options{}},
		{"numbers-without", Options{SkipRoles: true, Names: NamesNone}},
		{"numbers-with", Options{Names: NamesNone}},
	} {
		b.Run(c.name, func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				for _, t := range texts {
					Find(t, &c.opts)
				}
			}
		})
	}
}
