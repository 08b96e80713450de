package dedupe

// set is a set of shingles: a hash table with open addressing whose memory serves one text after another.
type set struct {
	slots []uint64 // 0 is free; the shingle 0 is held as 1
	shift uint
	n     int // shingles in the set
}

// reset empties s and makes room for n shingles.
func (s *set) reset(n int) {
	bits := uint(6)
	for 1<<bits < 3*n { // a table a third full at most is probed once, and a branch foreseen
		bits++
	}
	if cap(s.slots) < 1<<bits {
		s.slots = make([]uint64, 1<<bits)
	} else {
		s.slots = s.slots[:1<<bits]
		clear(s.slots)
	}
	s.shift, s.n = 64-bits, 0
}

// add adds h and reports whether it is new.
func (s *set) add(h uint64) bool {
	h += (h - 1) >> 63 &^ (h >> 63) // 0 becomes 1
	mask := uint64(len(s.slots) - 1)
	for k := h >> s.shift; ; k++ {
		switch e := &s.slots[k&mask]; *e {
		case h:
			return false
		case 0:
			*e = h
			s.n++
			return true
		}
	}
}

// has reports whether h is in s.
func (s *set) has(h uint64) bool {
	h += (h - 1) >> 63 &^ (h >> 63)
	mask := uint64(len(s.slots) - 1)
	for k := h >> s.shift; ; k++ {
		switch s.slots[k&mask] {
		case h:
			return true
		case 0:
			return false
		}
	}
}

// fill makes s the set of shingles.
func (s *set) fill(shingles []uint64) {
	s.reset(len(shingles))
	for _, h := range shingles {
		s.add(h)
	}
}

// fillCounting makes s the set of shingles and returns how many of them are in t.
func (s *set) fillCounting(shingles []uint64, t *set) (common int) {
	s.reset(len(shingles))
	for _, h := range shingles {
		if s.add(h) && t.has(h) {
			common++
		}
	}
	return common
}
