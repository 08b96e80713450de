package dedupe

import "slices"

// base is the multiplier of the rolling polynomial hash: odd, so that no unit is ever shifted out of the 64 bits.
const base = 0x9e3779b97f4a7c15

// shingles returns the hashes of all runs of k units in text order, repeats included, in dst's memory, which it grows
// as needed. Fewer than k units have none. The hash is a polynomial modulo 2⁶⁴, rolled from one run to the next, and
// mixed so that all of its bits depend on all units.
func shingles(dst []uint64, units []uint16, k int) []uint64 {
	n := len(units) - k + 1
	if n <= 0 {
		return dst[:0]
	}
	dst = slices.Grow(dst[:0], n)[:n]
	out := uint64(1) // what a unit is multiplied by that leaves
	for range k {
		out *= base
	}
	// Both halves are rolled side by side, since each step waits for the one before.
	half := n / 2
	a, b, goneA, goneB := start(units, k), start(units[half:], k), uint64(0), uint64(0)
	headA, tailA, headB, tailB := units[k-1:][:half], units[:half], units[k-1+half:][:half], units[half:][:half]
	first, second := dst[:half], dst[half:][:half]
	for i := range first {
		a = a*base + (uint64(headA[i]) - goneA)
		b = b*base + (uint64(headB[i]) - goneB)
		first[i], second[i] = mix(a), mix(b)
		goneA, goneB = uint64(tailA[i])*out, uint64(tailB[i])*out
	}
	if n%2 == 1 {
		dst[n-1] = mix(b*base + (uint64(units[len(units)-1]) - goneB))
	}
	return dst
}

// start returns the polynomial of the first k - 1 units.
func start(units []uint16, k int) (h uint64) {
	for _, u := range units[:k-1] {
		h = h*base + uint64(u)
	}
	return h
}

// hash returns the hash of units as one run: four polynomials side by side, which do not wait for one another.
func hash(units []uint16) uint64 {
	var a, b, c, d uint64
	n := uint64(len(units))
	for ; len(units) >= 4; units = units[4:] {
		a, b, c, d = a*base+uint64(units[0]), b*base+uint64(units[1]), c*base+uint64(units[2]), d*base+uint64(units[3])
	}
	for _, u := range units {
		a = a*base + uint64(u)
	}
	return mix(mix(mix(mix(mix(a)+b)*base+c)*base+d)*base + n)
}

// mix spreads every bit of h over all 64.
func mix(h uint64) uint64 {
	h ^= h >> 32
	h *= 0xd6e8feb86659fd93
	return h ^ h>>32
}

// signer turns texts into shingles in memory that it keeps. It serves one goroutine.
type signer struct {
	units  []uint16
	hashes []uint64
}

// sign returns the shingles of text, k units each, in memory that the next call overwrites.
func (s *signer) sign(text string, k int) []uint64 {
	s.units = normalise(s.units, text)
	s.hashes = shingles(s.hashes, s.units, k)
	return s.hashes
}

// AppendShingles appends the shingles of text, k characters each, to dst and returns it: what a Method is given. A k
// below 1 has none.
func AppendShingles(dst []uint64, text string, k int) []uint64 {
	if k < 1 {
		return dst
	}
	f := finders.Get().(*finder)
	defer finders.Put(f)
	return append(dst, f.sign(text, k)...)
}
