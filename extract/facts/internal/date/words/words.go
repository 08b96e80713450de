// Package words holds the words of dates and of lengths of time, and finds them in a text.
package words

import (
	"iter"
	"slices"
	"strings"
	"unicode/utf8"

	"github.com/gisa-go/gisa/extract/facts/internal/calendar"
	"github.com/gisa-go/gisa/extract/facts/internal/lexicon"
	"github.com/gisa-go/gisa/extract/facts/internal/runes"
	"github.com/gisa-go/gisa/internal/korean"
)

// Syllables that numbers in words begin with, and further ones inside them or before a unit.
const (
	numeralStarts = "일이삼사오육칠팔구십백천한두세네다여아열스서마쉰예석넉수"
	numeralInner  = "십백천만억조여른흔섯덟곱홉물"
)

// wordKey is what tells most words from the one that is looked for.
type wordKey struct {
	word  uint16 // its index
	next  uint16 // index of the syllable behind head, where blanks may part them; too large for any
	head  uint8  // the width of the two runes that the word is found by, or of the one
	kind  WordKind
	whole bool // the word is no more than its head
}

// Words holds the words of a lexicon.
type Words struct {
	words    []Word                  // the longer first
	table    runes.Table[wordKey]    // of them, by their beginning
	Kinds    [runes.Syllables]uint64 // the kinds of words that begin with a syllable
	Asciis   [128]uint64
	Holidays []calendar.Holiday
	Numerals [runes.Syllables]bool // syllables that numbers in words begin with
	Scales   [runes.Syllables]bool // syllables inside numbers and before units: 십, 천, 여
}

// New makes the tables of what a lexicon says of dates.
func New(l lexicon.Entries) *Words {
	d := new(Words)
	for _, r := range numeralStarts {
		d.Numerals[r-runes.FirstSyllable] = true
	}
	for _, r := range numeralInner {
		d.Scales[r-runes.FirstSyllable] = true
	}
	index := map[string]int{}
	for _, e := range l {
		kind, ok := kindsByName()[e.Section]
		if !ok {
			continue
		}
		w := Word{Kind: kind}
		if head := sections[kind].head; head != nil {
			if err := head(&w, strings.Fields(e.Head)); err != nil {
				continue // checkHead reported it
			}
		}
		if w.Kind == HolidayWord {
			h, _ := calendar.ParseHoliday(e.Head)
			w.N = len(d.Holidays)
			d.Holidays = append(d.Holidays, h)
		}
		for _, text := range e.Words {
			w.Segments = strings.Fields(text)
			w.size = len(strings.Join(w.Segments, ""))
			key := strings.Join(w.Segments, " ") + string(rune(w.Kind))
			if w.Kind == DirectionWord {
				key += e.Head
			}
			if i, known := index[key]; known {
				d.words[i] = w
				continue
			}
			index[key] = len(d.words)
			d.words = append(d.words, w)
		}
	}
	d.index()
	return d
}

// index orders the words by size and makes the tables that find them.
func (d *Words) index() {
	slices.SortStableFunc(d.words, func(a, b Word) int { return b.size - a.size })
	var keys []wordKey
	for i := range d.words {
		w := &d.words[i]
		keys = append(keys, keyOf(i, w))
		switch r := runes.FirstRune(w.Segments[0]); {
		case korean.IsSyllable(r):
			d.Kinds[r-runes.FirstSyllable] |= 1 << w.Kind
		case r < utf8.RuneSelf:
			d.Asciis[r] |= 1 << w.Kind
		}
	}
	d.table = runes.NewTable(keys,
		func(k wordKey) (one, two uint64) { return runes.StartOf(d.words[k.word].Segments[0], 0) })
}

// keyOf gives the key of a word with its index.
func keyOf(index int, w *Word) wordKey {
	first := w.Segments[0]
	_, head := utf8.DecodeRuneInString(first)
	_, second := utf8.DecodeRuneInString(first[head:])
	head += second
	rest := first[head:] + strings.Join(w.Segments[1:], "")
	return wordKey{uint16(index), uint16(min(runes.SyllableAt(rest, 0), runes.Syllables)), uint8(head), w.Kind, rest == ""}
}

// in gives the words of some kinds.
func (d *Words) in(kinds uint64) iter.Seq[*Word] {
	return func(yield func(*Word) bool) {
		for i := range d.words {
			if kinds>>d.words[i].Kind&1 != 0 && !yield(&d.words[i]) {
				return
			}
		}
	}
}

// Find gives the longest word of some kinds that begins at i, and where it ends.
func (d *Words) Find(text string, i int, kinds uint64) (w *Word, end int) {
	if i >= len(text) {
		return nil, i
	}
	if k := runes.SyllableAt(text, i); k < runes.Syllables && d.Kinds[k]&kinds == 0 || text[i] < utf8.RuneSelf &&
		d.Asciis[text[i]]&kinds == 0 {
		return nil, i
	}
	for _, key := range d.table.At(runes.StartOf(text, i)) {
		switch {
		case kinds>>(key.kind&63)&1 == 0:
			continue
		case key.whole:
			return &d.words[key.word], i + int(key.head)
		case key.next < runes.Syllables && uint(key.next) != runes.SyllableAt(text, runes.SkipBlanks(text, i+int(key.head))):
			continue
		}
		w := &d.words[key.word]
		if end := w.match(text, i); end > i {
			return w, end
		}
	}
	return nil, i
}
