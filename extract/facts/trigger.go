package facts

import (
	"encoding/binary"
	"math/bits"
	"slices"
	"unicode/utf8"
)

// triggers tells which words of Hangul are worth a look: by the first syllable and what stands behind it, which is the
// next syllable, a blank and a syllable, or anything else. It costs two multiplications and three loads a word, and
// lets one word of news in fourteen through, of which one in four is a fact.
//
// It is a set of such beginnings, kept as two bits for the hash of each: what is in the set is always found, one in
// a thousand others by mistake, which costs a look and no more.
type triggers struct {
	set [1 << (triggerBits - 6)]uint64
	any [1 << (anyBits - 6)]uint64 // first syllables that anything may follow, one bit each
}

const (
	triggerBits = 18
	anyBits     = 12

	// A beginning is up to seven bytes of text; markEnd stands for what is no syllable, nor a blank and a syllable.
	markEnd = 1 << 24
)

func hashTrigger(key uint64) uint64 { return key * 0x9E3779B97F4A7C15 }

func (t *triggers) add(key uint64) {
	h := hashTrigger(key)
	for _, bit := range [...]uint64{h >> (64 - triggerBits), h << triggerBits >> (64 - triggerBits)} {
		t.set[bit/64] |= 1 << (bit % 64)
	}
}

func (t *triggers) addAny(first uint64) {
	bit := hashTrigger(first) >> (64 - anyBits)
	t.any[bit/64] |= 1 << (bit % 64)
}

// at tells whether a fact may begin with the syllable that head begins with, the next eight bytes of the text.
func (t *triggers) at(head uint64) bool {
	key := head&(1<<24-1) | markEnd
	if isHangulLead(byte(head >> 24)) {
		key = head & (1<<48 - 1)
	} else if byte(head>>24) == ' ' && isHangulLead(byte(head>>32)) {
		key = head & (1<<56 - 1)
	}
	h := hashTrigger(key)
	a, b := h>>(64-triggerBits), h<<triggerBits>>(64-triggerBits)
	c := hashTrigger(head&(1<<24-1)) >> (64 - anyBits)
	return (t.set[a/64]>>(a%64)&(t.set[b/64]>>(b%64))|t.any[c/64]>>(c%64))&1 != 0
}

// isHangulLead tells whether a byte begins a syllable, or one of the few runes that share its first byte.
func isHangulLead(c byte) bool { return c-0xEA < 4 }

// headAt gives the eight bytes at i, the first one lowest; zeros stand behind the end of the text.
func headAt(text string, i int) (head uint64) {
	if i+8 <= len(text) {
		return binary.LittleEndian.Uint64([]byte(text[i : i+8]))
	}
	return lastBytes(text, i)
}

// lastBytes is headAt near the end of a text.
func lastBytes(text string, i int) (head uint64) {
	for k := len(text) - 1; k >= i; k-- {
		head = head<<8 | uint64(text[k])
	}
	return head
}

// hangulEnd gives where the Hangul that i lies in ends: at the next ASCII byte or first byte of another rune. It reads
// eight bytes at a time.
func hangulEnd(text string, i int) int {
	const ones = 0x0101010101010101
	for ; i+8 <= len(text); i += 8 {
		x := binary.LittleEndian.Uint64([]byte(text[i : i+8]))
		low := x &^ (0x80 * ones) // the sums below carry into the eighth bit of a byte, never beyond
		lead, syllable, over := low+(0x80-0x40)*ones, low+(0x80-0x6A)*ones, low+(0x80-0x6E)*ones
		if end := (^x | lead&^syllable | over) & (0x80 * ones); end != 0 {
			return i + bits.TrailingZeros64(end)/8
		}
	}
	for i < len(text) && text[i] >= utf8.RuneSelf && (text[i] < 0xC0 || isHangulLead(text[i])) {
		i++
	}
	return i
}

// follow adds a first syllable with what may follow it, joined or behind a blank. Anything but a syllable may, too.
func (t *triggers) follow(first rune, joined, spaced []rune) {
	a := runeKey(first)
	t.add(a | markEnd)
	for _, r := range joined {
		if isHangul(r) {
			t.add(a | runeKey(r)<<24)
		}
	}
	for _, r := range spaced {
		if isHangul(r) {
			t.add(a | ' '<<24 | runeKey(r)<<32)
		}
	}
}

// runeKey gives the bytes of a syllable, the first one lowest.
func runeKey(r rune) uint64 { return headAt(string(r), 0) }

// addDates adds the words that dates and lengths of time begin with, and the numbers before units of time.
func (t *triggers) addDates(d *dateWords) {
	for i := range d.words {
		w := &d.words[i]
		if anchorKinds&(1<<w.kind) == 0 || !isHangul(firstRune(w.segments[0])) {
			continue
		}
		word := []rune(w.segments[0])
		switch {
		case len(word) > 1:
			t.follow(word[0], word[1:2], nil)
		case len(w.segments) > 1:
			next := []rune{firstRune(w.segments[1])}
			t.follow(word[0], next, next)
		default:
			t.follow(word[0], nil, nil)
			t.addAny(runeKey(word[0]))
		}
	}
	var units []rune
	for k := range d.kinds {
		if d.kinds[k]&(1<<lengthUnit|1<<unitWord) != 0 {
			units = append(units, firstSyllable+rune(k))
		}
	}
	t.addNumerals(func(numeral) (joined, spaced []rune) { return units, units }) // 수 counts units of time, too
	t.follow('수', units, units)
}

// addAmounts adds the numbers in words before units, and the halves.
func (t *triggers) addAmounts(w *amountWords) {
	t.addNumerals(func(n numeral) (joined, spaced []rune) {
		for _, list := range w.units.slots {
			for _, u := range list.list {
				if n.counts(u, false) {
					joined = append(joined, list.key)
				}
				if n.counts(u, true) {
					spaced = append(spaced, list.key)
				}
			}
		}
		return joined, spaced
	})
	t.follow('절', []rune("반"), nil)
	t.follow('과', []rune("반"), nil)
	var measures []rune // 반 리터
	for _, list := range w.units.slots {
		if slices.ContainsFunc(list.list, func(u *amountUnit) bool { return u.kind == Measure }) {
			measures = append(measures, list.key)
		}
	}
	t.follow('반', measures, measures)
}

// numeral is a number in words of one syllable.
type numeral struct {
	word   rune
	native bool
	one    bool
}

// counts tells whether the unit may stand behind the numeral.
func (n numeral) counts(u *amountUnit, spaced bool) bool {
	if n.native {
		return u.nativeCounts(n.one, spaced)
	}
	return u.sinoCounts(n.word, spaced)
}

// addNumerals adds what numbers in words begin with: a first syllable with what goes on a number behind it, and with the
// beginnings of the units that it counts alone.
func (t *triggers) addNumerals(units func(numeral) (joined, spaced []rune)) {
	const scales, digits = "십백천만억조경", "일이삼사오육칠팔구"
	add := func(n numeral, on, onSpaced string) {
		joined, spaced := units(n)
		t.follow(n.word, append([]rune(on), joined...), append([]rune(onSpaced), spaced...))
	}
	for _, first := range "십백천만억" { // 백이십, 백여, 십수, 백분의 일, 십점오, 백에서 이백 사이
		add(numeral{word: first}, scales+digits+"여수분대점에부과와", scales+digits+"여수분대")
	}
	for _, first := range digits { // 이백, 삼분의 일, 삼할, 삼대 일, 삼점오
		add(numeral{word: first}, scales+"분할대점", scales+"분대여")
	}
	t.follow('영', []rune("점"), nil)
	t.follow('수', []rune(scales), []rune(scales))
	t.follow('몇', []rune(scales), []rune(scales))
	words := slices.Concat(nativeTens[1:], nativeOnes[1:])
	for _, n := range nativeWords {
		words = append(words, n.word)
	}
	for _, word := range words {
		if runes := []rune(word); len(runes) > 1 {
			t.follow(runes[0], runes[1:2], nil)
		} else {
			on := ""
			if slices.Contains(nativeTens[:], word) { // 열한 … 열아홉
				on = "한두세네다여일아"
			}
			add(numeral{word: runes[0], native: true, one: word == "한"}, on, "여")
		}
	}
}
