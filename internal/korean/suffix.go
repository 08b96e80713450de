package korean

import "unicode/utf8"

// Suffixes finds the endings of words, each with a value. It is a table of hashes of endings, read from
// the last letter on, so that most words cost one look. The zero value is empty and ready to use.
type Suffixes[V any] struct {
	slots  []suffixSlot
	texts  []string
	values []V
	used   int
}

// suffixSlot holds an ending's end: the ending that is complete there (index+1) and whether longer ones go on.
type suffixSlot struct {
	hash   uint32
	index  int32
	goesOn bool
}

func suffixHash(h uint32, r rune) uint32 { return (h ^ uint32(r)) * 0x9E3779B1 }

const suffixSeed = 0x811C9DC5

func (s *Suffixes[V]) slot(h uint32) *suffixSlot {
	mask := uint32(len(s.slots) - 1)
	h |= 1 // 0 is empty
	for i := h >> 11 & mask; ; i = (i + 1) & mask {
		if x := &s.slots[i]; x.hash == h || x.hash == 0 {
			return x
		}
	}
}

// Put sets the value of an ending.
func (s *Suffixes[V]) Put(text string, v V) {
	if v0 := s.Get(text); v0 != nil {
		*v0 = v
		return
	}
	if 2*(s.used+len(text)) >= len(s.slots) {
		s.grow(len(text))
	}
	s.texts, s.values = append(s.texts, text), append(s.values, v)
	s.insert(text, int32(len(s.texts)))
}

func (s *Suffixes[V]) grow(extra int) {
	size := max(64, 2*len(s.slots))
	for size < 4*extra {
		size *= 2
	}
	s.slots, s.used = make([]suffixSlot, size), 0
	for i, text := range s.texts {
		s.insert(text, int32(i+1))
	}
}

func (s *Suffixes[V]) insert(text string, index int32) {
	h := uint32(suffixSeed)
	for i := len(text); i > 0; {
		r, n := utf8.DecodeLastRuneInString(text[:i])
		i -= n
		h = suffixHash(h, r)
		x := s.slot(h)
		if x.hash == 0 {
			x.hash = h | 1
			s.used++
		}
		if i > 0 {
			x.goesOn = true
		} else {
			x.index = index
		}
	}
}

// Get returns the value of an ending, or nil.
func (s *Suffixes[V]) Get(text string) (v *V) {
	s.Each(text, func(start int, value *V) {
		if start == 0 {
			v = value
		}
	})
	return v
}

// Each calls do with each ending of word, the shortest first: where in word it starts, and its value.
func (s *Suffixes[V]) Each(word string, do func(start int, v *V)) {
	if len(s.slots) == 0 {
		return
	}
	h := uint32(suffixSeed)
	for i := len(word); i > 0; {
		r, n := lastRune(word[:i])
		i -= n
		h = suffixHash(h, r)
		x := s.slot(h)
		if x.hash == 0 {
			return
		}
		if x.index > 0 && word[i:] == s.texts[x.index-1] {
			do(i, &s.values[x.index-1])
		}
		if !x.goesOn {
			return
		}
	}
}

// lastRune is utf8.DecodeLastRuneInString with a short way for Hangul.
func lastRune(s string) (rune, int) {
	if n := len(s); n >= 3 && s[n-3]>>4 == 0xE && s[n-2]>>6 == 2 && s[n-1]>>6 == 2 {
		if r := rune(s[n-3]&15)<<12 | rune(s[n-2]&63)<<6 | rune(s[n-1]&63); r >= '가' && r <= '힣' {
			return r, 3
		}
	}
	return utf8.DecodeLastRuneInString(s)
}
