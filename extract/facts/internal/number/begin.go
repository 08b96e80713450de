package number

import "slices"

// Numeral is a number in words of one syllable.
type Numeral struct {
	Word   string
	Native bool
}

// Beginnings gives what numbers in words begin with: a first syllable with what goes on a number behind it. What
// may be counted by a numeral alone is asked of units.
func Beginnings(add func(word string, parts ...string), units func(Numeral)) {
	const scales, digits = "십백천만억조경", "일이삼사오육칠팔구"
	for _, word := range "십백천만억" { // 백이십, 백여, 십수, 백분의 일, 십점오, 백에서 이백 사이, 백~이백
		n := Numeral{Word: string(word)}
		n.begin(add, scales+digits+"여수분대점부과와~", scales+digits+"여수분대1")
		units(n)
		add(n.Word + "에서")
	}
	for _, word := range digits { // 이백, 삼분의 일, 삼할, 삼대 일, 삼점오
		n := Numeral{Word: string(word)}
		n.begin(add, scales+"분할대점~", scales+"분대여1")
		units(n)
	}
	for _, word := range slices.Concat(nativeTens[1:], nativeOnes[1:]) {
		beginNative(word, add, units)
	}
	for _, n := range nativeWords {
		beginNative(n.Word, add, units)
	}
	for _, vague := range [...]string{"수", "몇"} {
		Numeral{Word: vague}.begin(add, scales, scales)
	}
	add("영점")
}

// beginNative adds a native numeral: of more than a syllable whatever follows, else with what goes on it and with its
// units.
func beginNative(word string, add func(word string, parts ...string), units func(Numeral)) {
	joined := "~"
	switch {
	case len(word) > len("한"):
		add(word)
		return
	case slices.Contains(nativeTens[:], word): // 열한 … 열아홉
		joined = "한두세네다여일아~"
	}
	n := Numeral{Word: word, Native: true}
	n.begin(add, joined, "여1")
	units(n)
}

// begin adds a numeral of one syllable with what may go it on, joined or behind a blank.
func (n Numeral) begin(add func(word string, parts ...string), joined, spaced string) {
	for _, next := range joined {
		add(n.Word + string(next))
	}
	for _, next := range spaced {
		add(n.Word + " " + string(next))
	}
}
