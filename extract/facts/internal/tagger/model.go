package tagger

import (
	"encoding/binary"
	"errors"
	"fmt"
	"hash/crc32"
	"math"
	"slices"
)

// Model holds the weights of the labels for each feature, and of each step from label to label, as integers.
// It is immutable and may be shared.
type Model struct {
	slots []slot // open addressing by the upper bits of the feature hash
	shift int
	lanes [][3]uint64 // per feature: the labels' weights, three biased 21-bit lanes a number
	steps [labelCount][labelCount]int32
	hot   *hot
}

// slot leads from a feature to its weights. Its key is 0 where it is empty; the lowest bit is displaced.
type slot struct{ key, lane uint32 }

// A weight is stored in 8 bits as the signed square root of its value, so that small weights keep their
// differences and large ones (the bias) their size. Biased by 2^14, the sum of maxFeatures weights fits 21 bits.
const (
	maxWeight = 127 * 127
	bias      = 1 << 14
	laneBits  = 21
	laneMask  = 1<<laneBits - 1
)

const magic = "gisaorg1"

// ErrModel is wrapped by the errors of Decode.
var ErrModel = errors.New("tagger: bad model")

// Features returns the number of features the model has weights for.
func (m *Model) Features() int { return len(m.lanes) }

// home is the slot where a key is looked for first. Keys in order have their homes in order, so that a model,
// written in order, is read into memory from front to back.
func (m *Model) home(key uint32) uint32 { return key >> m.shift }

// displaced marks a slot behind which a key stands that has its home at the slot or before. Keys are even.
const displaced = 1

// find returns the lane of a key that is not in its home, or -1.
func (m *Model) find(key uint32) int {
	mask := uint32(len(m.slots) - 1)
	for i := m.home(key); ; i = (i + 1) & mask {
		if s := m.slots[i]; s.key&^displaced == key {
			return int(s.lane)
		} else if s.key&displaced == 0 {
			return -1
		}
	}
}

func newModel(n int) *Model {
	size, shift := 1<<8, 32-8
	for size < 2*n {
		size, shift = 2*size, shift-1
	}
	return &Model{slots: make([]slot, size), shift: shift, lanes: make([][3]uint64, 0, n)}
}

// put adds a feature with its weights.
func (m *Model) put(key uint32, w *[labelCount]int16) {
	mask := uint32(len(m.slots) - 1)
	i := m.home(key)
	for m.slots[i].key&^displaced != 0 {
		m.slots[i].key |= displaced
		i = (i + 1) & mask
	}
	m.slots[i].key |= key
	m.slots[i].lane = uint32(len(m.lanes))
	var lanes [3]uint64
	for l, x := range w {
		lanes[l/3] |= uint64(int(x)+bias) << (l % 3 * laneBits)
	}
	m.lanes = append(m.lanes, lanes)
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

func expand(q int8) int16 {
	w := int16(q) * int16(q)
	if q < 0 {
		return -w
	}
	return w
}

// encode writes features, sorted by key, and steps: the magic, the steps, the number of features, then for each
// the distance of its key from the last, a mask of the labels with weights, the weights; at the end a checksum.
func encode(features []feature, steps *[labelCount][labelCount]int32) []byte {
	slices.SortFunc(features, func(a, b feature) int {
		if a.key < b.key {
			return -1
		}
		return 1
	})
	b := []byte(magic)
	for _, row := range steps {
		for _, s := range row {
			b = binary.AppendVarint(b, int64(s))
		}
	}
	b = binary.AppendUvarint(b, uint64(len(features)))
	last := uint32(0)
	for _, f := range features {
		b = binary.AppendUvarint(b, uint64(f.key-last))
		last = f.key
		at, mask := len(b), byte(0)
		b = append(b, 0)
		for l, q := range f.weights {
			if q != 0 {
				mask |= 1 << l
				b = append(b, byte(q))
			}
		}
		b[at] = mask
	}
	return binary.LittleEndian.AppendUint32(b, crc32.ChecksumIEEE(b))
}

// Decode reads a model as the trainer writes it. Its errors wrap ErrModel.
func Decode(b, hot []byte) (*Model, error) {
	if len(b) < len(magic)+4 || string(b[:len(magic)]) != magic {
		return nil, fmt.Errorf("%w: no %s header", ErrModel, magic)
	}
	body, sum := b[:len(b)-4], binary.LittleEndian.Uint32(b[len(b)-4:])
	if crc32.ChecksumIEEE(body) != sum {
		return nil, fmt.Errorf("%w: checksum differs", ErrModel)
	}
	r := reader{b: body[len(magic):]}
	var steps [labelCount][labelCount]int32
	for i := range steps {
		for j := range steps[i] {
			steps[i][j] = int32(r.varint())
		}
	}
	n := r.uvarint()
	if r.bad || n > uint64(len(r.b)) {
		return nil, fmt.Errorf("%w: cut short", ErrModel)
	}
	m := newModel(int(n))
	m.steps = steps
	key := uint32(0)
	for range n {
		key += uint32(r.uvarint())
		if w := r.weights(); key != 0 && key&displaced == 0 {
			m.put(key, &w)
		}
	}
	if r.bad {
		return nil, fmt.Errorf("%w: cut short", ErrModel)
	}
	m.warm(hot)
	return m, nil
}

// reader reads numbers until one is bad.
type reader struct {
	b   []byte
	bad bool
}

func (r *reader) uvarint() uint64 {
	x, n := binary.Uvarint(r.b)
	return x * r.skip(n)
}

func (r *reader) varint() int64 {
	x, n := binary.Varint(r.b)
	return x * int64(r.skip(n))
}

// skip moves on by n bytes and returns 1, or 0 if there was nothing to read.
func (r *reader) skip(n int) uint64 {
	if n <= 0 {
		r.bad = true
		return 0
	}
	r.b = r.b[n:]
	return 1
}

func (r *reader) weights() (w [labelCount]int16) {
	if len(r.b) == 0 {
		r.bad = true
		return w
	}
	mask := r.b[0]
	r.b = r.b[1:]
	for l := range w {
		if mask&(1<<l) == 0 {
			continue
		}
		if len(r.b) == 0 {
			r.bad = true
			return w
		}
		w[l] = expand(int8(r.b[0]))
		r.b = r.b[1:]
	}
	return w
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
