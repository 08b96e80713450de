package facts

import (
	"math/bits"

	"github.com/gisa-go/gisa/extract/facts/internal/runes"
)

// triggers tells which words of Hangul are worth a look, by how they begin: a first syllable, what stands behind it
// (a syllable, a blank and a syllable, or anything else), and what stands behind that. Most words are told by the
// first, and by a multiplication for the second.
//
// The longer beginnings are kept as two bits for the hash of each: what is in a set is always found, one in a hundred
// others by mistake, which costs a look and no more.
type triggers struct {
	first  [1 << 14]opening // by syllablePlace
	second [1 << 11]uint64  // beginnings as far as the second syllable
	third  [1 << 12]uint64  // those with what may stand behind, or anything
}

// opening says what a first syllable begins.
type opening uint8

const (
	noTrigger opening = iota
	someWords
	allWords
)

const (
	syllableMask = 1<<24 - 1
	// noSyllable stands for what is no syllable, nor a blank and a syllable.
	noSyllable = 1 << 24
	// anything stands for whatever may follow.
	anything = 1 << 25
)

// syllablePlace numbers the syllables that the next bytes of a text may begin with.
func syllablePlace(head uint64) uint64 { return head&3<<12 | head>>8&0x3F<<6 | head>>16&0x3F }

// addKey adds a key to a set.
func addKey(set []uint64, key uint64) {
	a, b := places(set, key)
	set[a/64] |= 1 << (a % 64)
	set[b/64] |= 1 << (b % 64)
}

// hasKey tells whether a key is in a set.
func hasKey(set []uint64, key uint64) bool {
	a, b := places(set, key)
	return set[a/64]>>(a%64)&(set[b/64]>>(b%64))&1 != 0
}

// places gives the two bits of a key in a set.
func places(set []uint64, key uint64) (a, b uint64) {
	high, low := bits.Mul64(key, 0x9E3779B97F4A7C15)
	h, mask := high^low, uint64(64*len(set)-1)
	return h & mask, h >> 32 & mask
}

// at tells whether a fact may begin with the syllable at i.
func (t *triggers) at(text string, i int) bool {
	head := runes.HeadAt(text, i)
	first := t.first[syllablePlace(head)]
	return first != noTrigger && (first == allWords || t.goOn(text, i, head))
}

// goOn tells whether the beginning of some words goes on as it does in the text.
func (t *triggers) goOn(text string, i int, head uint64) bool {
	two, width := twoSyllables(head)
	if !hasKey(t.second[:], two) {
		return false
	}
	return width == len("가") || hasKey(t.third[:], threeSyllables(two, anything)) ||
		hasKey(t.third[:], threeSyllables(two, runes.HeadAt(text, i+width)))
}

// twoSyllables gives the key of the beginning of the next eight bytes of a text, and its width.
func twoSyllables(head uint64) (key uint64, width int) {
	switch {
	case runes.IsHangulLead(byte(head >> 24)):
		return head & (1<<48 - 1), 6
	case byte(head>>24) == ' ' && runes.IsHangulLead(byte(head>>32)):
		return head & (1<<56 - 1), 7
	}
	return head&syllableMask | noSyllable, 3
}

// threeSyllables adds the bytes that stand behind a beginning to its key.
func threeSyllables(two, head uint64) uint64 {
	switch {
	case head == anything:
	case runes.IsHangulLead(byte(head)):
		head &= syllableMask
	case byte(head) == ' ' && runes.IsHangulLead(byte(head>>8)):
		head &= 1<<32 - 1
	default:
		head = noSyllable
	}
	return two ^ bits.RotateLeft64(head, 32)*3
}

// add adds the beginning of a text, which may go on in any way.
func (t *triggers) add(text string) {
	head := runes.HeadAt(text, 0)
	first := &t.first[syllablePlace(head)]
	if len(text) == len("가") {
		*first = allWords
		return
	}
	*first = max(*first, someWords)
	key, width := twoSyllables(head)
	addKey(t.second[:], key)
	if width == len("가 나") { // more than one blank may part them
		addKey(t.second[:], head&syllableMask|noSyllable)
	}
	switch {
	case width == len("가"):
	case width == len(text):
		addKey(t.third[:], threeSyllables(key, anything))
	default:
		next := runes.HeadAt(text, width)
		addKey(t.third[:], threeSyllables(key, next))
		if byte(next) == ' ' {
			addKey(t.third[:], threeSyllables(key, noSyllable))
		}
	}
}

// addJoined adds the beginning of three parts. It says the same as add of all three, without making a string of them.
func (t *triggers) addJoined(a, b, c string) {
	var joined [24]byte // more than add looks at
	n := copy(joined[:], a)
	n += copy(joined[n:], b)
	n += copy(joined[n:], c)
	t.add(string(joined[:n]))
}

// addParts adds a word; its further parts may be joined to it or stand apart.
func (t *triggers) addParts(word string, parts ...string) {
	if len(parts) == 0 {
		t.add(word)
		return
	}
	t.addParts(word+parts[0], parts[1:]...)
	t.addParts(word+" "+parts[0], parts[1:]...)
}
