package facts

import (
	"embed"
	"strings"
	"sync"

	"github.com/gisa-go/gisa/extract/facts/internal/gazetteer"
)

//go:embed data/org-*.txt data/particles.txt
var nameFiles embed.FS

// builtinNames reads the lists of names on first use. They are part of the package, so that a bad line is a
// mistake in it.
var builtinNames = sync.OnceValue(func() *gazetteer.Lists {
	l, err := gazetteer.Read(nameFiles)
	if err != nil {
		panic(err)
	}
	return l
})

// newNames adds the organizations of a lexicon, in sections named for their types, to the lists of the package.
func newNames(l *Lexicon) *gazetteer.Lists {
	own := gazetteer.NewTable(0)
	for _, typ := range orgTypes {
		for e := range l.in(string(typ)) {
			for _, w := range append([]string{e.head}, e.words...) {
				addName(own, e.head, w, typ)
			}
		}
	}
	if own.Len() == 0 {
		return builtinNames()
	}
	lists := *builtinNames()
	lists.Own = own
	return &lists
}

// addName adds a spelling of an organization; ~ marks one that needs context.
func addName(t *gazetteer.Table, canonical, spelling string, typ OrgType) {
	text, weak := strings.CutPrefix(spelling, "~")
	if canonical == "" {
		canonical = text
	}
	t.Add(gazetteer.Name{Text: text, Canonical: canonical, Type: string(typ), Weak: weak})
}
