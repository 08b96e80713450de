package tagger

import (
	"encoding/binary"
	"fmt"
	"hash/crc32"
	"slices"
)

// A model's file is laid out as it is asked, in little-endian numbers: the magic, a checksum of all that follows, the
// number of features, that of the cells that may be homes and that of all cells; the steps; the hot cells; the filter;
// the cells.
const (
	magic      = "gisaorg2"
	headSize   = len(magic) + 4*4
	stepsSize  = 4 * int(labelCount) * int(labelCount)
	filterSize = 1 << (filterBits - 3)
	frontSize  = headSize + stepsSize + hotSize + filterSize
)

// encode writes features and steps; those of the keys are hot.
func encode(features []feature, steps *[labelCount][labelCount]int32, keys []uint32) []byte {
	slices.SortFunc(features, func(a, b feature) int {
		if a.key < b.key {
			return -1
		}
		return 1
	})
	homes := len(features) + len(features)/4 + 1
	cells := make([]byte, homes*cellSize, (homes+len(features)+1)*cellSize)
	filter := make([]byte, filterSize)
	chosen := hotOf(features, keys)
	at := 0
	for _, f := range features {
		if at = max(at, int(home(f.key, uint64(homes)))); (at+1)*cellSize > len(cells) {
			cells = cells[:(at+1)*cellSize]
		}
		f.put(cells[at*cellSize:])
		at++
		if hot := chosen[f.key>>hotShift]; hot.key != f.key {
			b := f.key >> filterShift
			filter[b>>3] |= 1 << (b & 7)
		}
	}
	cells = cells[:len(cells)+cellSize] // the last one is empty
	out := append([]byte(magic), 0, 0, 0, 0)
	for _, n := range []int{len(features), homes, len(cells) / cellSize} {
		out = binary.LittleEndian.AppendUint32(out, uint32(n))
	}
	for _, row := range steps {
		for _, s := range row {
			out = binary.LittleEndian.AppendUint32(out, uint32(s))
		}
	}
	var cell [cellSize]byte
	for i := range chosen {
		chosen[i].put(cell[:])
		out = append(out, cell[:]...)
	}
	out = append(append(out, filter...), cells...)
	binary.LittleEndian.PutUint32(out[len(magic):], crc32.ChecksumIEEE(out[len(magic)+4:]))
	return out
}

// hotOf returns the features of the keys, each in its cell.
func hotOf(features []feature, keys []uint32) (chosen [hotCells]feature) {
	wanted := map[uint32]bool{}
	for _, k := range keys {
		wanted[k] = true
	}
	for _, f := range features {
		if wanted[f.key] {
			chosen[f.key>>hotShift] = f
		}
	}
	return chosen
}

// put writes a feature into a cell.
func (f *feature) put(cell []byte) {
	binary.LittleEndian.PutUint32(cell, f.key)
	for l, q := range f.weights {
		cell[4+l] = byte(q)
	}
	clear(cell[4+labelCount : cellSize])
}

// Decode reads a model as the trainer writes it, and refuses one that was changed since. Its errors wrap ErrModel.
func Decode(b []byte) (*Model, error) {
	m, err := Open(b)
	if err != nil {
		return nil, err
	}
	if crc32.ChecksumIEEE(b[len(magic)+4:]) != binary.LittleEndian.Uint32(b[len(magic):]) {
		return nil, fmt.Errorf("%w: checksum differs", ErrModel)
	}
	return m, nil
}

// Open reads a model without reading all of it: what was changed in it gives other answers. It keeps b. Its errors
// wrap ErrModel.
func Open(b []byte) (*Model, error) {
	if len(b) < frontSize+cellSize || string(b[:len(magic)]) != magic {
		return nil, fmt.Errorf("%w: no %s header", ErrModel, magic)
	}
	number := func(i int) uint32 { return binary.LittleEndian.Uint32(b[i:]) }
	m := &Model{n: int(number(12)), homes: uint64(number(16)), cells: b[frontSize:]}
	if all := int(number(20)); m.homes == 0 || m.homes > uint64(all) || len(m.cells) != all*cellSize ||
		number(len(b)-cellSize) != 0 {
		return nil, fmt.Errorf("%w: cut short", ErrModel)
	}
	at := headSize
	for i := range m.steps {
		for j := range m.steps[i] {
			m.steps[i][j] = int32(number(at))
			at += 4
		}
	}
	m.hot = readHot(b[at:frontSize])
	return m, nil
}

// features returns what a model holds, as it was encoded.
func (m *Model) features() (list []feature) {
	for i := 0; i < len(m.cells); i += cellSize {
		if k := binary.LittleEndian.Uint32(m.cells[i:]); k != 0 {
			f := feature{key: k}
			for l := range f.weights {
				f.weights[l] = int8(m.cells[i+4+l])
			}
			list = append(list, f)
		}
	}
	return list
}
