package gazetteer

import (
	"fmt"
	"strings"
	"unicode/utf8"

	"github.com/gisa-go/gisa/internal/korean"
)

// EndingKind says what an ending of names does.
type EndingKind uint8

// The kinds of endings.
const (
	NameEnding     EndingKind = iota // ends a name that stands in one word: 한국환경공단
	UnitEnding                       // a part of the body named before it: 나주시 보건소
	WeakEnding                       // says the type of a name that is one for other reasons: 가온전자
	NumberedEnding                   // a unit that carries a number: 민사합의51부, 1사단
	CertainEnding                    // ends a name whatever the model says: 다온도시개발공사
	endingKindCount
)

var endingKinds = map[string]EndingKind{
	"name": NameEnding, "unit": UnitEnding, "weak": WeakEnding, "numbered": NumberedEnding, "certain": CertainEnding,
}

// Ending is a suffix of organization names.
type Ending struct {
	Text  string
	Kinds [endingKindCount]bool   // by EndingKind
	Types [endingKindCount]string // the type of organization, by EndingKind
	code  uint64
}

// Type returns the type of organization that the ending says, by its first kind.
func (x *Ending) Type() string {
	for k, has := range x.Kinds {
		if has {
			return x.Types[k]
		}
	}
	return ""
}

// Code is a number for the ending, never 0.
func (x *Ending) Code() uint64 { return x.code }

// TypeCode is a number for the type of organization that the ending says, never 0.
func (x *Ending) TypeCode() uint64 { return codeOf(x.Type()) }

// Endings finds suffixes of organization names. It is immutable once built.
type Endings struct {
	endings korean.Suffixes[Ending]
	generic map[string]bool
	refused korean.Suffixes[struct{}]
	last    [(0xD7A4-0xAC00)/64 + 1]uint64 // by syllable: whether an ending has it last
}

// ParseEndings reads sections [name TYPE], [unit TYPE], [weak TYPE], [numbered TYPE], [certain TYPE], [refused] and
// [generic] of words.
func ParseEndings(f File) (*Endings, error) {
	e := &Endings{generic: map[string]bool{}}
	return e, f.sections(func(head []string, line string) error {
		switch head[0] {
		case "generic":
			for w := range strings.FieldsSeq(line) {
				e.generic[w] = true
			}
			return nil
		case "refused":
			for w := range strings.FieldsSeq(line) {
				e.refused.Put(w, struct{}{})
			}
			return nil
		}
		kind, ok := endingKinds[head[0]]
		if !ok || len(head) != 2 {
			return fmt.Errorf("unknown section %v", head)
		}
		for w := range strings.FieldsSeq(line) {
			e.add(w, kind, head[1])
		}
		return nil
	})
}

func (e *Endings) add(text string, kind EndingKind, typ string) {
	if r, _ := utf8.DecodeLastRuneInString(text); r >= '가' && r <= '힣' {
		e.last[(r-'가')/64] |= 1 << ((r - '가') % 64)
	}
	x := e.endings.Get(text)
	if x == nil {
		e.endings.Put(text, Ending{Text: text, code: codeOf(text)})
		x = e.endings.Get(text)
	}
	if !x.Kinds[kind] {
		x.Kinds[kind], x.Types[kind] = true, typ
	}
}

// codeOf hashes an ending's text, so that new lines in the file leave the codes of the others.
func codeOf(text string) uint64 {
	h := uint64(hashSeed)
	for _, r := range text {
		h = mix(h, r)
	}
	return h>>1 | 1
}

// Generic reports whether word is a common noun that ends like a name (노동조합).
func (e *Endings) Generic(word string) bool { return e.generic[word] }

// Refused reports whether word ends like a place, a law, an event or a product.
func (e *Endings) Refused(word string) (yes bool) {
	e.refused.Each(word, func(int, *struct{}) { yes = true })
	return yes
}

// Longest returns the longest ending of word that has one of the kinds (any, if none is given), or nil.
func (e *Endings) Longest(word string, kinds ...EndingKind) (best *Ending) {
	if r, _ := utf8.DecodeLastRuneInString(word); r >= '가' && r <= '힣' && e.last[(r-'가')/64]>>((r-'가')%64)&1 == 0 {
		return nil
	}
	e.endings.Each(word, func(_ int, x *Ending) {
		if x.has(kinds) {
			best = x
		}
	})
	return best
}

func (x *Ending) has(kinds []EndingKind) bool {
	for _, k := range kinds {
		if x.Kinds[k] {
			return true
		}
	}
	return len(kinds) == 0
}
