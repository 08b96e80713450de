package reading

import (
	"strings"
	"unicode/utf8"

	"github.com/gisa-go/gisa/extract/facts/internal/gazetteer"
)

func (f *Reading) IsPlace(s string) bool {
	id, ok := f.Lists.Table.Lookup(s)
	return ok && f.Lists.Table.Name(id).Kind != gazetteer.Organization
}

func (f *Reading) IsBody(s string) bool {
	id, ok := f.Lists.Table.Lookup(s)
	return ok && !f.Lists.Table.Name(id).Weak && f.Lists.Table.Name(id).Kind != gazetteer.Town
}

// LongestTown is the most syllables of a town's name.
const LongestTown = 5

// IsTownForm reports whether a name has the form of a town's.
func (f *Reading) IsTownForm(name string) bool {
	if !strings.HasSuffix(name, "동") && !strings.HasSuffix(name, "읍") && !strings.HasSuffix(name, "면") {
		return false
	}
	n := utf8.RuneCountInString(name)
	if f.IsPlace(name) {
		return true
	}
	if n < 2 || n > LongestTown || f.Lists.Nouns[name] {
		return false
	}
	return len(name) < 2*Syllable || !f.Lists.Context.Section("no town")[name[len(name)-2*Syllable:]]
}

// PlaceVerb reports whether the words after a subject say that it is a place: 인구가, 위치한.
func (f *Reading) PlaceVerb(next string) bool {
	return strings.HasPrefix(next, "위치") || strings.HasPrefix(next, "있는")
}

// IsTown reports whether s is a municipality without its 시, 군 or 구, or a province without its 도.
func (f *Reading) IsTown(s string) bool {
	return f.IsPlace(s) || f.IsPlace(s+"시") || f.IsPlace(s+"군") || f.IsPlace(s+"구")
}

// IsPlaceWord reports whether word is a place, with or without a particle.
func (f *Reading) IsPlaceWord(word string) bool {
	f.stems = f.Lists.Particles.Stems(word, append(f.stems[:0], len(word)))
	for _, n := range f.stems {
		if f.IsPlace(word[:n]) {
			return true
		}
	}
	return false
}
