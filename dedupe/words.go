package dedupe

// words is a list of words that is written, then read and given back a block at a time. It is never moved, so that many
// lists grow side by side in little more memory than they hold.
type words struct {
	full [][]uint64
	last []uint64
}

// blockSize is the number of words in a block that others take over. The first blocks of a list are smaller.
const (
	blockSize  = 1 << 11
	firstBlock = 1 << 5
)

// blocks are those that lists gave back.
type blocks struct{ free [][]uint64 }

func (w *words) add(v uint64, from *blocks) {
	if len(w.last) == cap(w.last) {
		w.grow(from)
	}
	w.last = append(w.last, v)
}

func (w *words) grow(from *blocks) {
	size := firstBlock
	if w.last != nil {
		w.full = append(w.full, w.last)
		size = min(blockSize, 4*cap(w.last))
	}
	if n := len(from.free); size == blockSize && n > 0 {
		w.last, from.free = from.free[n-1][:0], from.free[:n-1]
		return
	}
	w.last = make([]uint64, 0, size)
}

// all returns the blocks of the list.
func (w *words) all() [][]uint64 { return append(w.full, w.last) }

// size returns how many words are in the list.
func (w *words) size() (n int) {
	for _, b := range w.all() {
		n += len(b)
	}
	return n
}

// release empties the list and gives its blocks back.
func (w *words) release(to *blocks) {
	for _, b := range w.all() {
		if cap(b) == blockSize {
			to.free = append(to.free, b)
		}
	}
	*w = words{}
}
