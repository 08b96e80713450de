package facts

import (
	"math/bits"
	"slices"

	"github.com/gisa-go/gisa/extract/facts/internal/runes"
)

// triggers tells which words of Hangul are worth a look, by how they begin: a first syllable, what stands behind it (a
// syllable, a blank and a syllable, or anything else), and what stands behind that. Most words are told by the first, and
// by a multiplication for the second.
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
	return width == len("가") || hasKey(t.third[:], threeSyllables(two, anything)) || hasKey(t.third[:], threeSyllables(two, runes.HeadAt(text, i+width)))
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

// addParts adds a word whose parts may be joined or stand apart.
func (t *triggers) addParts(word string, parts ...string) {
	if len(parts) == 0 {
		t.add(word)
		return
	}
	t.addParts(word+parts[0], parts[1:]...)
	t.addParts(word+" "+parts[0], parts[1:]...)
}

// addDates adds the words that dates and lengths of time begin with, and the numbers before units of time.
func (t *triggers) addDates(d *dateWords) {
	for w := range d.in(anchorKinds) {
		switch first := w.segments[0]; {
		case !runes.IsHangul(runes.FirstRune(first)):
		case w.kind == holidayShort: // 설 연휴, not 설명
			for next := range d.in(1<<holidayAfter | 1<<holidayPeriod | 1<<holidaySeason) {
				t.addParts(first, next.segments...)
			}
		case w.kind == thisYearWord, w.kind == directionWord && len(w.segments) == 1:
			t.addOpen(d, first)
		default:
			t.addParts(first, w.segments[1:]...)
		}
	}
	addUnits := func(n numeral) {
		for u := range d.in(1<<lengthUnit | 1<<unitWord) {
			t.addParts(n.word, u.segments...)
		}
	}
	t.addNumerals(addUnits)
	addUnits(numeral{word: "수"}) // counts units of time, too
}

// addOpen adds a word that is no date before another one, or a number, follows: 이번, 올.
func (t *triggers) addOpen(d *dateWords, word string) {
	for next := range d.in(laterKinds | 1<<lengthWord) {
		t.addParts(word, next.segments...)
	}
	for _, next := range numeralStarts + "1" {
		t.addParts(word, string(next))
	}
	t.addParts(word, "들어")
}

// addAmounts adds the numbers in words before units, and the halves.
func (t *triggers) addAmounts(w *amountWords) {
	t.addNumerals(func(n numeral) {
		for _, u := range w.every {
			if n.counts(u, false) {
				t.add(n.word + u.word)
			}
			if n.counts(u, true) {
				t.add(n.word + " " + u.word)
			}
		}
	})
	t.add("절반")
	t.add("과반")
	for _, u := range w.every {
		if u.kind == Measure { // 반 리터
			t.addParts("반", u.word)
		}
	}
}

// numeral is a number in words of one syllable.
type numeral struct {
	word   string
	native bool
}

// counts tells whether the unit may stand behind the numeral.
func (n numeral) counts(u *amountUnit, spaced bool) bool {
	if n.native {
		return u.nativeCounts(n.word == "한", spaced)
	}
	return u.sinoCounts(runes.FirstRune(n.word), spaced)
}

// addNumerals adds what numbers in words begin with: a first syllable with what goes on a number behind it; addUnits adds
// those that count units alone.
func (t *triggers) addNumerals(addUnits func(numeral)) {
	const scales, digits = "십백천만억조경", "일이삼사오육칠팔구"
	for _, word := range "십백천만억" { // 백이십, 백여, 십수, 백분의 일, 십점오, 백에서 이백 사이, 백~이백
		t.addNumeral(numeral{word: string(word)}, addUnits, scales+digits+"여수분대점부과와~", scales+digits+"여수분대1")
		t.add(string(word) + "에서")
	}
	for _, word := range digits { // 이백, 삼분의 일, 삼할, 삼대 일, 삼점오
		t.addNumeral(numeral{word: string(word)}, addUnits, scales+"분할대점~", scales+"분대여1")
	}
	for _, word := range slices.Concat(nativeTens[1:], nativeOnes[1:]) {
		t.addNative(word, addUnits)
	}
	for _, n := range nativeWords {
		t.addNative(n.word, addUnits)
	}
	for _, vague := range [...]string{"수", "몇"} {
		t.addNumeral(numeral{word: vague}, func(numeral) {}, scales, scales)
	}
	t.add("영점")
}

// addNative adds a native numeral: of more than a syllable whatever follows, else with what goes on it and with its units.
func (t *triggers) addNative(word string, addUnits func(numeral)) {
	joined := "~"
	switch {
	case len(word) > len("한"):
		t.add(word)
		return
	case slices.Contains(nativeTens[:], word): // 열한 … 열아홉
		joined = "한두세네다여일아~"
	}
	t.addNumeral(numeral{word: word, native: true}, addUnits, joined, "여1")
}

// addNumeral adds a numeral of one syllable with what may go it on, joined or behind a blank.
func (t *triggers) addNumeral(n numeral, addUnits func(numeral), joined, spaced string) {
	for _, next := range joined {
		t.add(n.word + string(next))
	}
	for _, next := range spaced {
		t.add(n.word + " " + string(next))
	}
	addUnits(n)
}
