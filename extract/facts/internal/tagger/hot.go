package tagger

import "encoding/binary"

// Hot features: of each 2^hotShift keys the one met most often, its weights spread beside it, small enough for the
// processor's second cache. What is not hot is asked of a filter of one bit per key, then of the table.
const (
	hotBits     = 14
	hotCells    = 1 << hotBits
	hotShift    = 32 - hotBits
	filterBits  = 21
	filterShift = 32 - filterBits
	hotSize     = hotCells * cellSize
)

// hot is what is asked before the model's table.
type hot struct {
	keys   [hotCells]uint32
	lanes  [hotCells][3]uint64
	filter [1 << (filterBits - 6)]uint64
}

// readHot reads the hot cells and the filter behind them.
func readHot(b []byte) *hot {
	h := new(hot)
	for i := range h.keys {
		cell := b[i*cellSize:][:cellSize]
		if h.keys[i] = binary.LittleEndian.Uint32(cell); h.keys[i] != 0 {
			h.lanes[i] = spread(binary.LittleEndian.Uint64(cell[4:]))
		}
	}
	b = b[hotSize:]
	for i := range h.filter {
		h.filter[i] = binary.LittleEndian.Uint64(b[8*i:])
	}
	return h
}
