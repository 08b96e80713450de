package dedupe

import "math/bits"

// SimHash proposes texts whose 64-bit fingerprints (Charikar 2002) differ in at most 4 bits: each bit is the sign of a
// sum over the shingles, so that it is the angle between two texts that decides. The fingerprint is cut into six blocks,
// as Manku, Jain and Das Sarma (2007) do; a key is two of them, and 4 bits leave two blocks as they are. It needs less
// memory than MinHash and finds less: the copies that differ little.
type SimHash struct{}

// Name returns "simhash-64-4".
func (SimHash) Name() string { return "simhash-64-4" }

// Keys appends 15 keys; none for a text without shingles.
func (SimHash) Keys(shingles []uint64, dst []uint64) []uint64 {
	if len(shingles) == 0 {
		return dst
	}
	print := fingerprint(shingles)
	const blocks = 6
	var block [blocks]uint64
	for i := range block {
		from, to := i*64/blocks, (i+1)*64/blocks
		block[i] = print >> from & (1<<(to-from) - 1)
	}
	for i := range block {
		for j := range block[:i] {
			dst = append(dst, uint64(i)<<56|uint64(j)<<48|block[i]<<16|block[j])
		}
	}
	return dst
}

// fingerprint returns the SimHash of shingles: bit n says whether more of them have bit n than have it not. The bits
// are counted 63 shingles at a time, in six words that hold the binary digits of 64 counters side by side.
func fingerprint(shingles []uint64) (print uint64) {
	const digits = 6
	var total [64]int
	for len(shingles) > 0 {
		part := shingles[:min(len(shingles), 1<<digits-1)]
		shingles = shingles[len(part):]
		var sum [digits]uint64
		for _, h := range part {
			for d := range sum { // add h, with carry
				sum[d], h = sum[d]^h, sum[d]&h
			}
		}
		for d, word := range sum {
			for ; word != 0; word &= word - 1 {
				total[bits.TrailingZeros64(word)] += 2 << d
			}
		}
		for n := range total {
			total[n] -= len(part)
		}
	}
	for n, sum := range total {
		if sum > 0 {
			print |= 1 << n
		}
	}
	return print
}
