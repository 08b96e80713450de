package runes

import (
	"encoding/binary"
	"math/bits"
)

// Table finds words by the two runes that they begin or end with: a hash table without deletion, which is filled once
// and then only read. Few words share two runes, so that hardly one that does not fit is looked at.
type Table[V any] struct {
	known [4]uint64 // a bit for the hash of each first rune: most that are asked for are none of them
	keys  []uint64  // a power of two of them, a third in use at most
	lists [][]V     // of each key
}

// NewTable makes a table of words, the longest first, by what at gives for each: the bytes of the rune, and of the two
// runes, that it begins or ends with. They are the same for a word of one.
func NewTable[V any](words []V, at func(V) (one, two uint64)) Table[V] {
	firsts, groups := map[uint64]uint64{}, map[uint64][]V{}
	for _, word := range words {
		one, two := at(word)
		firsts[two], groups[one] = one, append(groups[one], word)
	}
	size := 4
	for size < 3*len(firsts) {
		size *= 2
	}
	t := Table[V]{keys: make([]uint64, size), lists: make([][]V, size)}
	for two, one := range firsts {
		k := t.slot(two)
		t.keys[k] = two
		for _, word := range groups[one] {
			if _, its := at(word); its == two || its == one { // a word of one rune fits as well
				t.lists[k] = append(t.lists[k], word)
			}
		}
		bit := hashRunes(one) >> 56
		t.known[bit/64] |= 1 << (bit % 64)
	}
	return t
}

func hashRunes(key uint64) uint64 { return key * 0x9E3779B97F4A7C15 }

// slot gives the place of a key, or the empty one where it belongs.
func (t *Table[V]) slot(key uint64) uint64 {
	mask := uint64(len(t.keys) - 1)
	for h := hashRunes(key) >> 40; ; h++ {
		if k := t.keys[h&mask]; k == key || k == 0 {
			return h & mask
		}
	}
}

// At gives the words that may stand where these runes do, nil if there are none.
func (t *Table[V]) At(one, two uint64) []V {
	if bit := hashRunes(one) >> 56; t.known[bit/64]>>(bit%64)&1 == 0 {
		return nil
	}
	if list := t.lists[t.slot(two)]; list != nil {
		return list
	}
	return t.lists[t.slot(one)]
}

const highBits = 0x8080808080808080

// StartOf gives the runes that text[i:] begins with.
func StartOf(text string, i int) (one, two uint64) {
	head := HeadAt(text, i)
	starts := (^head | head<<1) & highBits // of runes
	starts &^= 0x80
	one = head & (starts&-starts>>7 - 1)
	starts &= starts - 1
	return one, head & (starts&-starts>>7 - 1)
}

// EndOf gives the runes that text[:i] ends with, the last byte lowest.
func EndOf(text string, i int) (one, two uint64) {
	var tail uint64
	if i >= 8 {
		tail = bits.ReverseBytes64(binary.LittleEndian.Uint64([]byte(text[i-8 : i])))
	} else {
		tail = bits.ReverseBytes64(lastBytes(text[:i], 0) << (8 * (8 - i)))
	}
	starts := (^tail | tail<<1) & highBits
	first := starts & -starts
	starts &^= first
	return tail & (first<<1 - 1), tail & (starts&-starts<<1 - 1)
}

// HeadAt gives the eight bytes at i, the first one lowest; zeros stand behind the end of the text.
func HeadAt(text string, i int) (head uint64) {
	if i+8 <= len(text) {
		return binary.LittleEndian.Uint64([]byte(text[i : i+8]))
	}
	return lastBytes(text, i)
}

// lastBytes is headAt near the end of a text.
func lastBytes(text string, i int) (head uint64) {
	for k := len(text) - 1; k >= i; k-- {
		head = head<<8 | uint64(text[k])
	}
	return head
}
