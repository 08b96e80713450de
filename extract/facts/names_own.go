package facts

import (
	"strings"

	"github.com/gisa-go/gisa/extract/facts/internal/gazetteer"
	"github.com/gisa-go/gisa/extract/facts/internal/lexicon"
	"github.com/gisa-go/gisa/extract/facts/internal/organization"
)

// nameSections are those of organizations, named for their types.
func nameSections() (list []lexicon.Section) {
	for _, typ := range orgTypes {
		list = append(list, lexicon.Section{Name: string(typ)})
	}
	return list
}

// newNames adds the organizations of a lexicon, in sections named for their types, to the lists of the package.
func newNames(l lexicon.Entries) *gazetteer.Lists {
	own := gazetteer.NewTable(0)
	for _, typ := range orgTypes {
		for e := range l.In(lexicon.Section{Name: string(typ)}) {
			for _, w := range append([]string{e.Head}, e.Words...) {
				addName(own, e.Head, w, typ)
			}
		}
	}
	if own.Len() == 0 {
		return organization.Lists()
	}
	lists := *organization.Lists()
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
