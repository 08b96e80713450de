package dedupe

// ExactMethod proposes texts with the same shingles in the same order, and nothing else: equal texts.
type ExactMethod struct{}

// Name returns "exact".
func (ExactMethod) Name() string { return "exact" }

// Keys appends one key; none for a text without shingles.
func (ExactMethod) Keys(shingles []uint64, dst []uint64) []uint64 {
	if len(shingles) == 0 {
		return dst
	}
	key := uint64(len(shingles))
	for _, h := range shingles {
		key = mix((key ^ h) * base)
	}
	return append(dst, key)
}
