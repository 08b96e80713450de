package dedupe

// radixSort sorts a by its bits from low up to high, stably, and returns the outcome, which stands in a or in spare.
// spare has the length of a.
func radixSort(a, spare []uint64, low, high int) (sorted, other []uint64) {
	const most = 11                          // bits a pass
	passes := max(1, (high-low+most-1)/most) // of the same width: few places are written to at a time
	digit := (high - low + passes - 1) / passes
	for shift := low; shift < high; shift += digit {
		mask := uint64(1)<<min(digit, high-shift) - 1
		var at [1 << most]int
		for _, v := range a {
			at[v>>shift&mask]++
		}
		n := 0
		for d, count := range at[:mask+1] {
			at[d] = n
			n += count
		}
		for _, v := range a {
			d := v >> shift & mask
			spare[at[d]] = v
			at[d]++
		}
		a, spare = spare, a
	}
	return a, spare
}
