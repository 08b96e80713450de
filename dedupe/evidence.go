package dedupe

import (
	"math/bits"
	"slices"
)

// evidence is which texts share which keys, laid out so that all that speaks for comparing a text with earlier ones is
// read together. The texts are cut into windows; a window's list has, in words, what its texts share with earlier ones.
type evidence struct {
	windows []words
	shift   int // of a text's place to its window
	blocks  *blocks
	groups  [][]uint32 // places of texts that share a key, each group behind a head: twice its size, and one for a method's key
	used    int        // of the last of groups
	touched uint32     // a sum of heads, so that touch reads them
	common  [][]uint32 // places of the texts that have a common key of the method
}

// A word has the place of a text in its upper 31 bits, two bits that say what the lower 31 are.
const (
	bySample  = iota // the place of an earlier text: a key of the samples is shared with it
	byMethod         // likewise, by a key of the method
	inGroup          // where in groups the text's group is
	inCommon         // which of common
	kindShift = 31
	textShift = 33
	lower31   = 1<<31 - 1
)

const groupBlock = 1 << 14

// reset makes room for n texts.
func (e *evidence) reset(n int, free *blocks) {
	const windowBits = 8
	shift := max(12, bits.Len(uint(n))-windowBits)
	*e = evidence{windows: make([]words, n>>shift+1), shift: shift, blocks: free}
}

func (e *evidence) word(text uint32, kind, what uint64) {
	e.windows[text>>e.shift].add(uint64(text)<<textShift|kind<<kindShift|what, e.blocks)
}

// share takes note of a key, which is not common, that the texts at places share.
func (e *evidence) share(places []uint32, method bool) {
	const asPairs = 5 // texts: their pairs take little more room than a group, and are read faster
	if len(places) > asPairs && len(e.groups) < lower31/groupBlock {
		group := e.group(places, method)
		for _, b := range places[1:] {
			e.word(b, inGroup, uint64(group))
		}
		return
	}
	kind := uint64(bySample)
	if method {
		kind = byMethod
	}
	for j, b := range places {
		for _, a := range places[:j] {
			e.word(b, kind, uint64(a))
		}
	}
}

// shareCommon takes note of a common key of the method that the texts at places share.
func (e *evidence) shareCommon(places []uint32) {
	for _, text := range places[1:] {
		e.word(text, inCommon, uint64(len(e.common)))
	}
	e.common = append(e.common, slices.Clone(places))
}

// group keeps places and returns where.
func (e *evidence) group(places []uint32, method bool) int {
	if len(e.groups) == 0 || e.used+1+len(places) > groupBlock {
		e.groups = append(e.groups, make([]uint32, groupBlock))
		e.used = 0
	}
	last := len(e.groups) - 1
	at := e.groups[last][e.used:]
	at[0] = uint32(len(places)) << 1
	if method {
		at[0]++
	}
	copy(at[1:], places)
	where := last*groupBlock + e.used
	e.used += 1 + len(places)
	return where
}

// earlier is an earlier text and what another one shares with it.
type earlier struct {
	place  uint32
	sample uint32 // keys of their samples
	keys   uint32 // of the method that propose the pair
	common uint32 // common ones that do
}

// counter counts what a text shares with each earlier one, in memory that it keeps: a hash table with open addressing.
type counter struct {
	slots []int32 // places in found + 1
	found []earlier
}

// all returns what was counted and begins anew: it is valid until the next count.
func (c *counter) all() []earlier {
	if 8*len(c.found) < len(c.slots) {
		for _, e := range slices.Backward(c.found) { // so that what came before is still found
			c.slots[c.slot(e.place)] = 0
		}
	} else {
		clear(c.slots)
	}
	all := c.found
	c.found = c.found[:0]
	return all
}

func (c *counter) slot(place uint32) uint32 {
	mask := uint32(len(c.slots) - 1)
	for k := uint32(uint64(place) * base >> 32); ; k++ {
		if s := c.slots[k&mask]; s == 0 || c.found[s-1].place == place {
			return k & mask
		}
	}
}

// with returns the count for the text at a place.
func (c *counter) with(place uint32) *earlier {
	if 2*len(c.found) >= len(c.slots) {
		c.slots = make([]int32, max(1<<9, 2*len(c.slots)))
		for i := range c.found {
			c.slots[c.slot(c.found[i].place)] = int32(i + 1)
		}
	}
	s := &c.slots[c.slot(place)]
	if *s == 0 {
		c.found = append(c.found, earlier{place: place})
		*s = int32(len(c.found))
	}
	return &c.found[*s-1]
}

// each calls yield for each text that shares a key with earlier ones, in order, with what it shares with each of them, in
// any order. These are valid until yield returns. It empties e.
func (e *evidence) each(yield func(text uint32, earlier []earlier)) {
	var c counter
	var sorted []uint64
	var from []uint32
	for w := range e.windows {
		list := &e.windows[w]
		sorted, from = e.sort(sorted, from, list, uint32(w)<<e.shift)
		list.release(e.blocks)
		for at := range from[1:] {
			words := sorted[from[at]:from[at+1]]
			if len(words) == 0 {
				continue
			}
			text := uint32(w)<<e.shift + uint32(at)
			e.touch(words)
			for _, word := range words {
				e.count(&c, text, word>>kindShift&3, uint32(word&lower31))
			}
			yield(text, c.all())
		}
	}
}

// sort returns the words of a window's list by their texts, the first of which is given, and where those of each text
// start.
func (e *evidence) sort(sorted []uint64, from []uint32, list *words, first uint32) ([]uint64, []uint32) {
	n := list.size()
	sorted = slices.Grow(sorted[:0], n)[:n]
	from = slices.Grow(from[:0], 1<<e.shift+1)[:1<<e.shift+1]
	clear(from)
	for _, b := range list.all() {
		for _, w := range b {
			from[uint32(w>>textShift)-first+1]++
		}
	}
	for i := range from[1:] {
		from[i+1] += from[i]
	}
	for _, b := range list.all() {
		for _, w := range b {
			at := &from[uint32(w>>textShift)-first]
			sorted[*at] = w
			*at++
		}
	}
	copy(from[1:], from) // each now starts where the one before it ended
	from[0] = 0
	return sorted, from
}

// touch reads where the groups of words start. They lie all over the memory, and reads that do not wait for one another
// are fetched side by side; count finds them in the cache.
func (e *evidence) touch(words []uint64) {
	for _, w := range words {
		if w>>kindShift&3 == inGroup {
			e.touched += e.groups[w&lower31/groupBlock][w&lower31%groupBlock]
		}
	}
}

// count counts what a word says of a text.
func (e *evidence) count(c *counter, text uint32, kind uint64, what uint32) {
	switch kind {
	case bySample:
		c.with(what).sample++
	case byMethod:
		c.with(what).keys++
	case inGroup:
		group := e.groups[what/groupBlock][what%groupBlock:]
		for _, a := range group[1 : 1+group[0]>>1] {
			if a == text {
				return
			}
			if s := c.with(a); group[0]&1 == 1 {
				s.keys++
			} else {
				s.sample++
			}
		}
	case inCommon:
		places := e.common[what]
		at, _ := slices.BinarySearch(places, text)
		head, from := proposed(len(places), at)
		for _, a := range places[:head] {
			c.with(a).common++
		}
		for _, a := range places[from:at] {
			c.with(a).common++
		}
	}
}
