// Package gazetteer holds lists of names and endings and finds them in a text by rolling hash, longest first.
package gazetteer

import (
	"slices"
	"strings"
	"unicode/utf8"
)

// Kind tells organizations from places.
type Kind uint8

// The kinds of names.
const (
	Organization Kind = iota
	Province          // 경상남도
	Municipality      // 창원시
	Town              // 유달동
	bareProvince      // 경남: a place, and a part of longer names
	Country           // 영국: a part of longer names
)

// Name is one spelling of a listed name.
type Name struct {
	Text      string // as written, without spaces
	Canonical string
	Type      string // the type of organization
	Kind      Kind
	Weak      bool // also a word or another's name: counts only in context
}

// Bare reports whether the name is a province without its 도 or 시.
func (n *Name) Bare() bool { return n.Kind == bareProvince }

// Code is a small number for the kind, type and weakness of a name.
func (n *Name) Code() uint64 {
	code := uint64(n.Kind)<<6 | uint64(slices.Index(Types[:], n.Type)+1)<<1
	if n.Weak {
		code |= 1
	}
	return code + 1
}

// Table finds listed names. It is immutable once built.
type Table struct {
	names []Name
	slots []slot
	used  int
}

// slot holds a prefix of a name: the name that ends there (index+1, else 0) and whether longer names go on.
type slot struct {
	tag  uint32
	name uint32
}

const goesOn = 1 << 31

// Match is a listed name found in a text: it ends at byte End and is the table's Name(ID).
type Match struct {
	End    int
	ID     int
	Spaced bool // the text has a space inside the name
}

// NewTable returns a table with room for about n names.
func NewTable(n int) *Table {
	size := 1 << 8
	for size < 4*n {
		size *= 2
	}
	return &Table{slots: make([]slot, size)}
}

// Len returns the number of names.
func (t *Table) Len() int { return len(t.names) }

// Name returns the name with the given ID.
func (t *Table) Name(id int) *Name { return &t.names[id] }

const (
	hashSeed = 0x9E3779B97F4A7C15
	hashStep = 0x100000001B3
)

func mix(h uint64, r rune) uint64 { return (h ^ uint64(r)) * hashStep }

// at returns the slot of a prefix, empty or not.
func (t *Table) at(h uint64) *slot {
	h ^= h >> 29
	h *= hashSeed
	mask := uint64(len(t.slots) - 1)
	tag := uint32(h) | 1
	for i := h >> 32 & mask; ; i = (i + 1) & mask {
		if s := &t.slots[i]; s.tag == tag || s.tag == 0 {
			return s
		}
	}
}

// Add puts a name into a table under construction, unless the spelling is there already: the first one stays.
// It reports whether it did; the name's ID is the number of names before.
func (t *Table) Add(n Name) bool {
	if strings.Contains(n.Text, " ") {
		n.Text = strings.ReplaceAll(n.Text, " ", "")
	}
	if n.Text == "" {
		return false
	}
	for 2*(t.used+len(n.Text)) > len(t.slots) {
		t.grow()
	}
	id := uint32(len(t.names) + 1)
	if t.insert(n.Text, id) != id {
		return false
	}
	t.names = append(t.names, n)
	return true
}

// insert returns the ID that the spelling has, given or older.
func (t *Table) insert(text string, id uint32) uint32 {
	h := uint64(hashSeed)
	var s *slot
	for rest := text; rest != ""; {
		r, n := utf8.DecodeRuneInString(rest)
		rest = rest[n:]
		h = mix(h, r)
		s = t.at(h)
		if s.tag == 0 {
			s.tag = tagOf(h)
			t.used++
		}
		if rest != "" {
			s.name |= goesOn
		}
	}
	if s.name&^goesOn == 0 {
		s.name |= id
	}
	return s.name &^ goesOn
}

func tagOf(h uint64) uint32 {
	h ^= h >> 29
	return uint32(h*hashSeed) | 1
}

func (t *Table) grow() {
	t.slots = make([]slot, 2*len(t.slots))
	t.used = 0
	for i := range t.names {
		t.insert(t.names[i].Text, uint32(i+1))
	}
}

// Matches appends to dst the names that start at byte start of text, the shortest first. A name may be
// written with single spaces that its list does not have.
func (t *Table) Matches(text string, start int, dst []Match) []Match {
	h := uint64(hashSeed)
	spaced := false
	for i := start; i < len(text); {
		c := text[i]
		var r rune
		var size int
		if c>>4 == 0xE && i+2 < len(text) {
			r, size = rune(c&15)<<12|rune(text[i+1]&63)<<6|rune(text[i+2]&63), 3
		} else {
			r, size = utf8.DecodeRuneInString(text[i:])
		}
		if r == ' ' {
			if spaced = true; i+1 < len(text) && text[i+1] == ' ' {
				break
			}
			i++
			continue
		}
		h = mix(h, r)
		s := t.at(h)
		if s.tag == 0 {
			break
		}
		i += size
		if id := s.name &^ goesOn; id != 0 {
			if n := &t.names[id-1]; !spaced && text[start:i] == n.Text || spaced && sameLetters(text[start:i], n.Text) {
				dst = append(dst, Match{End: i, ID: int(id - 1), Spaced: spaced})
			}
		}
		if s.name&goesOn == 0 {
			break
		}
	}
	return dst
}

// sameLetters compares a with b, which has no spaces.
func sameLetters(a, b string) bool {
	j := 0
	for i := 0; i < len(a); i++ {
		if a[i] == ' ' {
			continue
		}
		if j >= len(b) || a[i] != b[j] {
			return false
		}
		j++
	}
	return j == len(b)
}

// Lookup returns the ID of the name that is written text, without spaces.
func (t *Table) Lookup(text string) (id int, ok bool) {
	h := uint64(hashSeed)
	for _, r := range text {
		h = mix(h, r)
	}
	s := t.at(h)
	if n := s.name &^ goesOn; n != 0 && t.names[n-1].Text == text {
		return int(n - 1), true
	}
	return 0, false
}

// Types are the types of organizations that lists may name.
var Types = [...]string{"government", "public-institution", "company", "school", "association", "media", "party",
	"hospital", "military-police-court", "team", "religious", "committee", "other"}
