package tagger

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
