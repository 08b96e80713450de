package store

import (
	"math/bits"
	"slices"
)

// marks is a set of record numbers of one table: those that are removed. The nil set is empty.
type marks []uint64

func (m marks) has(n int) bool { return n>>6 < len(m) && m[n>>6]>>(n&63)&1 != 0 }

func (m *marks) set(n int) {
	for n>>6 >= len(*m) {
		*m = append(*m, 0)
	}
	(*m)[n>>6] |= 1 << (n & 63)
}

func (m marks) count() (n int) {
	for _, w := range m {
		n += bits.OnesCount64(w)
	}
	return n
}

func (m marks) clone() marks { return slices.Clone(m) }
