package tagger

import (
	"encoding/binary"
	"errors"
	"math"
)

// Model holds the weights of the labels for each feature, and of each step from label to label, as integers.
// It is immutable and may be shared.
type Model struct {
	n     int    // features
	cells []byte // of cellSize bytes, in order of their keys, each at its home or behind; one of key 0 is empty
	homes uint64 // cells that may be homes
	steps [labelCount][labelCount]int32
	hot   *hot
}

// A weight is stored in 8 bits as the signed square root of its value, so that small weights keep their
// differences and large ones (the bias) their size. Biased by 2^14, the sum of maxFeatures weights fits 21 bits.
const (
	maxWeight = 127 * 127
	bias      = 1 << 14
	laneBits  = 21
	laneMask  = 1<<laneBits - 1
)

// ErrModel is wrapped by the errors of Decode and Open.
var ErrModel = errors.New("tagger: bad model")

// Features returns the number of features the model has weights for.
func (m *Model) Features() int { return m.n }

// home is the cell where a key is looked for first. Keys in order have their homes in order.
func home(key uint32, homes uint64) uint64 { return uint64(key) * homes >> 32 }

// find returns the weights of a key, a byte for each label, and whether it has any.
func (m *Model) find(key uint32) (weights uint64, ok bool) {
	for i := home(key, m.homes) * cellSize; ; i += cellSize {
		cell := m.cells[i:][:cellSize]
		switch k := binary.LittleEndian.Uint32(cell); {
		case k == key:
			return binary.LittleEndian.Uint64(cell[4:]), true
		case k == 0 || k > key:
			return 0, false
		}
	}
}

// feature is a feature with its weights as stored, for writing.
type feature struct {
	key     uint32
	weights [labelCount]int8
}

func compand(w float64) int8 {
	q := math.Round(math.Sqrt(math.Min(math.Abs(w), maxWeight)))
	return int8(math.Copysign(q, w))
}
