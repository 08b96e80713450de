package tagger

import (
	"encoding/binary"
	"strings"

	"github.com/gisa-go/gisa/extract/facts/internal/gazetteer"
)

// Hot features: of each 2^hotShift keys the one met most often, its weights beside it, small enough for the
// processor's second cache. What is not hot is asked of a filter of one bit per key, then of the table.
const (
	hotBits     = 14
	hotCells    = 1 << hotBits
	hotShift    = 32 - hotBits
	filterBits  = 21
	filterShift = 32 - filterBits
)

// hot is what is asked before the model's table.
type hot struct {
	keys   [hotCells]uint32
	lanes  [hotCells][3]uint64
	filter [1 << (filterBits - 6)]uint64
}

// warm makes the features of the keys hot, and enters all others into the filter.
func (m *Model) warm(keys []byte) {
	m.hot = new(hot)
	for i := 0; i+4 <= len(keys) && i/4 < hotCells; i += 4 {
		k := binary.LittleEndian.Uint32(keys[i:])
		if lane := m.find(k); k != 0 && lane >= 0 {
			m.hot.keys[i/4], m.hot.lanes[i/4] = k, m.lanes[lane]
		}
	}
	for _, s := range m.slots {
		if k := s.key &^ displaced; k != 0 && m.hot.keys[k>>hotShift] != k {
			b := k >> filterShift
			m.hot.filter[b>>6] |= 1 << (b & 63)
		}
	}
}

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
