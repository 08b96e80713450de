package dedupe

import "math/bits"

// digit returns how many bits radixSort sorts n postings by, twice.
func digit(n int) int { return min(max((bits.Len(uint(n))+2)/2, 4), 11) }

// sortedBits returns by how many upper bits of their keys radixSort sorts n postings: so many that few different keys
// agree in them.
func sortedBits(n int) int { return 2 * digit(n) }

// radixSort sorts a by the upper bits of the keys, stably, and returns the outcome, which stands in a or in spare. spare
// has the length of a.
func radixSort(a, spare []posting) (sorted, other []posting) {
	width := digit(len(a))
	mask := uint64(1)<<width - 1
	for _, shift := range [2]int{56 - 2*width, 56 - width} {
		var at [1 << 11]uint32
		for i := range a {
			at[a[i].key>>(shift&63)&mask&(1<<11-1)]++
		}
		n := uint32(0)
		for d, count := range at[:mask+1] {
			at[d] = n
			n += count
		}
		for i := range a {
			d := a[i].key >> (shift & 63) & mask & (1<<11 - 1)
			spare[at[d]] = a[i]
			at[d]++
		}
		a, spare = spare, a
	}
	return a, spare
}
