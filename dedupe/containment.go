package dedupe

import "slices"

// A sample of the shingles of a text, chosen by their hashes alone, so that what a text has in common with another is in
// the samples of both, however different their sizes are: how much of a text stands in another can be read off their
// samples. Of each window of sampleWindow shingles in a row the least is in the sample (winnowing: Schleimer, Wilkerson,
// Aiken 2003), two of sampleWindow + 1 on average. Unlike a sample by a threshold of the hash it has something of every
// passage. Of a short text, which may stand in a long one, all shingles are in the sample. What is kept is the hash of a
// shingle and of that sampleReach units on, a run of 8 units, which few unrelated texts share.
const (
	sampleWindow = 23
	sampleReach  = 3
	sampleAll    = 2 * sampleWindow // shingles of a short text
)

// sampler takes samples in memory that it keeps. It serves one goroutine.
type sampler struct {
	at   []uint32
	keys []uint64 // the sample that was taken last: one for 12 units, on average
}

// sample sets s.keys to the sample of the text with these shingles, in text order, repeats included.
func (s *sampler) sample(shingles []uint64) {
	n := max(0, len(shingles)-sampleReach)
	s.at = slices.Grow(s.at[:0], n+1)[:n+1]
	if n >= sampleAll {
		s.at = s.at[:winnow(s.at, shingles[:n])]
	} else {
		s.at = s.at[:n]
		for i := range s.at {
			s.at[i] = uint32(i)
		}
	}
	s.keys = slices.Grow(s.keys[:0], len(s.at))[:len(s.at)]
	for i, at := range s.at {
		s.keys[i] = mix(shingles[at] + shingles[at+sampleReach]*base)
	}
}

// winnow writes the places of the least of each window to dst and returns how many they are. There is at least one
// window, and dst is longer than shingles. The least of a window that spans two blocks is the lesser one of those at the
// end of the first and at the start of the second (van Herk 1992).
func winnow(dst []uint32, shingles []uint64) (n int) {
	const placed = 1<<16 - 1 // bits that say where a shingle is, so that of equal ones the first is the least
	last := uint64(0)
	for from := 0; from+sampleWindow <= len(shingles); from += sampleWindow {
		var ends [sampleWindow]uint64
		least := ^uint64(0)
		for k := sampleWindow - 1; k >= 0; k-- {
			least = min(least, shingles[from+k]&^placed|uint64(from+k)&placed)
			ends[k] = least
		}
		starts, next := ^uint64(0), shingles[from+sampleWindow:]
		for k := range min(sampleWindow, len(next)+1) {
			if least = min(ends[k], starts); least != last || n == 0 {
				dst[n] = uint32(from + k + int(uint16(least)-uint16(from+k)))
				n++
				last = least
			}
			if k < len(next) {
				starts = min(starts, next[k]&^placed|uint64(from+sampleWindow+k)&placed)
			}
		}
	}
	return n
}

// least returns the n least hashes of the shingles, with those sampleReach units on, in dst's memory: a sketch by the
// bottom of all hashes (Broder 1997). Of a text inside a longer one they are among the least of both as far as the longer
// one's are in it.
func least(dst, shingles []uint64, n int) []uint64 {
	dst = dst[:0]
	limit := ^uint64(0)
	for i := range max(0, len(shingles)-sampleReach) {
		h := mix(shingles[i] + shingles[i+sampleReach]*base)
		if h >= limit {
			continue
		}
		at, known := slices.BinarySearch(dst, h)
		if known {
			continue
		}
		if len(dst) == n {
			dst = dst[:n-1]
		}
		if dst = slices.Insert(dst, at, h); len(dst) == n {
			limit = dst[n-1]
		}
	}
	return dst
}
