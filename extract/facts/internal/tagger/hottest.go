package tagger

import (
	"strings"

	"github.com/gisa-go/gisa/extract/facts/internal/gazetteer"
)

// Heat returns the file of a model in which those features are hot that texts ask it for most often, one for each
// cell.
func Heat(m *Model, lists *gazetteer.Lists, texts []string) []byte {
	met := map[uint32]int{}
	t := New(m, lists)
	for _, text := range texts {
		for line := range strings.Lines(text) {
			t.line.read(strings.TrimRight(line, "\n"))
			t.line.each(func(_ int, f *features) {
				for _, h := range f.hash[:f.n] {
					if _, ok := m.find(h); ok {
						met[h]++
					}
				}
			})
		}
	}
	var best [hotCells]uint32
	for k, n := range met {
		cell := k >> hotShift
		if old := best[cell]; old == 0 || n > met[old] || n == met[old] && k < old {
			best[cell] = k
		}
	}
	return encode(m.features(), &m.steps, best[:])
}
