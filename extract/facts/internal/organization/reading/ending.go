package reading

import (
	"strings"
	"unicode/utf8"

	"github.com/gisa-go/gisa/extract/facts/internal/organization/kind"
)

// LeastListed is the model's mean preference for organization below which a name of the lists, or a short one, is not
// believed where the model marks nothing.
const LeastListed = 8000

// EndsWhole reports whether a name has an ending of two syllables or more, with two or more before it.
func (f *Reading) EndsWhole(name string) bool {
	e := f.Lists.Endings.Longest(name)
	return e != nil && len(e.Text) >= 2*Syllable && len(name)-len(e.Text) >= 2*Syllable
}

// TypeOf returns the type that the end of a name says, else typ.
func (f *Reading) TypeOf(s Span, typ kind.Type) kind.Type {
	raw := f.Text[s.Start:s.End]
	if t, ok := f.EndsAs(raw); ok {
		return t
	}
	if e := f.Lists.Endings.Longest(raw); e != nil && utf8.RuneCountInString(e.Text) > 1 {
		return kind.Type(e.Type())
	}
	return typ
}

// EndsAs returns the type that the end of a marked name says, where the endings that the model knows do not.
func (f *Reading) EndsAs(raw string) (kind.Type, bool) {
	for _, typ := range kind.All {
		for _, end := range f.Lists.Context.List("ends " + string(typ)) {
			if strings.HasSuffix(raw, end) {
				return typ, true
			}
		}
	}
	return "", false
}
