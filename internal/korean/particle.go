package korean

import (
	"fmt"
	"strings"
)

// Final says how a syllable ends, as far as particles ask.
type Final uint8

// The ends of syllables. A particle asks for one or several of them.
const (
	Vowel     Final = 1 << iota // 도
	Rieul                       // 일
	Consonant                   // 원
	AnyFinal  = Vowel | Rieul | Consonant
)

// FinalOf returns the end of a Hangul syllable, and AnyFinal for every other rune: Latin letters
// and digits are read aloud in more than one way (SK는, LG은).
func FinalOf(r rune) Final {
	if r < '가' || r > '힣' {
		return AnyFinal
	}
	switch (r - '가') % 28 {
	case 0:
		return Vowel
	case 8:
		return Rieul
	}
	return Consonant
}

// Particles is a set of particles (조사), each with the finals it may follow. It is immutable.
type Particles struct{ after Suffixes[Final] }

var finalCodes = map[string]Final{"c": Consonant | Rieul, "v": Vowel, "l": Vowel | Rieul, "n": Consonant, "*": AnyFinal}

// ParseParticles reads lines of a code (c, v, l, n, *) and the particles that follow such a syllable.
// Empty lines and lines starting with # are skipped. Errors name file and line.
func ParseParticles(file, text string) (*Particles, error) {
	p := &Particles{}
	n := 0
	for line := range strings.Lines(text) {
		n++
		fields := strings.Fields(line)
		if len(fields) == 0 || strings.HasPrefix(fields[0], "#") {
			continue
		}
		final, ok := finalCodes[fields[0]]
		if !ok {
			return nil, fmt.Errorf("%s:%d: unknown code %q", file, n, fields[0])
		}
		for _, s := range fields[1:] {
			if v := p.after.Get(s); v != nil {
				*v |= final
			} else {
				p.after.Put(s, final)
			}
		}
	}
	return p, nil
}

// Follows reports whether s as a whole is a particle that may stand behind a word ending in r.
func (p *Particles) Follows(r rune, s string) bool {
	v := p.after.Get(s)
	return v != nil && *v&FinalOf(r) != 0
}

// Stems appends to dst the lengths in bytes at which word may end before a particle, the shortest stem
// first. The whole word is not among them.
func (p *Particles) Stems(word string, dst []int) []int {
	n := len(dst)
	p.after.Each(word, func(start int, final *Final) {
		if start == 0 {
			return
		}
		if r, _ := lastRune(word[:start]); *final&FinalOf(r) != 0 {
			dst = append(dst, start)
		}
	})
	for i, j := n, len(dst)-1; i < j; i, j = i+1, j-1 {
		dst[i], dst[j] = dst[j], dst[i]
	}
	return dst
}
