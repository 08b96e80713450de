package facts

// runeTable finds what is kept for a rune: a hash table without deletion, faster than a map on the few hundred
// runes of a lexicon. It is filled once and then only read.
type runeTable[V any] struct {
	slots []runeSlot[V] // a power of two of them, a third in use at most
}

type runeSlot[V any] struct {
	key  rune
	list []V
}

// newRuneTable copies a map.
func newRuneTable[V any](m map[rune][]V) runeTable[V] {
	size := 4
	for size < 3*len(m) {
		size *= 2
	}
	t := runeTable[V]{make([]runeSlot[V], size)}
	for r, list := range m {
		*t.slot(r) = runeSlot[V]{r, list}
	}
	return t
}

// slot gives the slot of r, or the empty one where it belongs.
func (t *runeTable[V]) slot(r rune) *runeSlot[V] {
	mask := uint32(len(t.slots) - 1)
	for h := uint32(r) * 0x9E3779B1 >> 12; ; h++ {
		if s := &t.slots[h&mask]; s.key == r || s.list == nil {
			return s
		}
	}
}

// at gives the list of r, nil if there is none.
func (t *runeTable[V]) at(r rune) []V { return t.slot(r).list }
