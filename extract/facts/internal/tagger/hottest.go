package tagger

import (
	"encoding/binary"
	"strings"

	"github.com/gisa-go/gisa/extract/facts/internal/gazetteer"
)

// Hot returns the keys that texts ask a model for most often, one for each cell, as Decode reads them.
func Hot(m *Model, lists *gazetteer.Lists, texts []string) []byte {
	met := map[uint32]int{}
	t := New(m, lists)
	for _, text := range texts {
		for line := range strings.Lines(text) {
			t.line.read(strings.TrimRight(line, "\n"))
			t.line.each(func(_ int, f *features) {
				for _, h := range f.hash[:f.n] {
					if m.find(h) >= 0 {
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
	out := make([]byte, 0, 4*hotCells)
	for _, k := range best {
		out = binary.LittleEndian.AppendUint32(out, k)
	}
	return out
}
