package reading

import (
	"strings"

	"github.com/gisa-go/gisa/extract/facts/internal/tagger"
	"github.com/gisa-go/gisa/internal/korean"
)

// IsPerson reports whether word has the form of a person's full name and is not known to name anything else.
func (f *Reading) IsPerson(word string) bool {
	if len(word) != 3*Syllable || !f.Lists.Context.Section("surname")[word[:Syllable]] {
		return false
	}
	_, listed := f.Lists.Table.Lookup(word)
	return !listed && f.Lists.Endings.Longest(word) == nil
}

// IsNamedPerson reports whether a word has the form of a person's full name and the model takes it for one.
func (f *Reading) IsNamedPerson(w korean.Word) bool {
	name := f.Text[w.Start:w.End]
	if !f.IsPerson(name) || f.Lists.Nouns[name] {
		return false
	}
	return f.isMarkedPerson(Span(w)) || !strings.Contains("은는이가을를에의도만과와로", name[2*Syllable:])
}

func (f *Reading) isMarkedPerson(s Span) bool {
	for _, m := range f.Marked {
		if m.Start < s.End && s.Start < m.End {
			return m.Class == tagger.BeginPerson
		}
		if m.Start >= s.End {
			break
		}
	}
	return false
}
