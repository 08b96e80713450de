package facts

import (
	"strings"
	"testing"

	"github.com/gisa-go/gisa/internal/corpus"
	"github.com/gisa-go/gisa/internal/race"
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

// TestRolesAllocations: what roles cost in memory is little beside what a text costs.
func TestRolesAllocations(t *testing.T) {
	if race.Detector {
		t.Skip("the race detector allocates")
	}
	text := strings.Repeat("해람시는 총사업비 140억원(국비 70억원, 시비 70억원)을 들여 내년 3월 도서관을 착공한다고 밝혔다. "+
		"이 가운데 열람실 8곳은 시민 300명이 쓴다. 해람문화재단은 5월 3일까지 의견을 접수한다.\n", 20)
	allocs := func(skip bool) float64 {
		opts := Options{SkipRoles: skip, Reference: rolesReference}
		return testing.AllocsPerRun(10, func() { Find(text, &opts) })
	}
	without, with := allocs(true), allocs(false)
	if with > 1.15*without+16 {
		t.Errorf("%.0f allocations with roles, %.0f without", with, without)
	}
}
