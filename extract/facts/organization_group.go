package facts

import (
	"cmp"
	"slices"
	"strings"
)

// Group is an organization with its mentions in one text or in several.
type Group struct {
	Name      string   `json:"name"`     // the canonical name
	Type      OrgType  `json:"type"`     // the type most of its mentions have
	Mentions  int      `json:"mentions"` // how often it is named
	Documents int      `json:"documents"`
	Names     []string `json:"names"` // the spellings, most frequent first
}

// GroupOrganizations groups the mentions of each text (Facts.Organizations of one Find) by canonical name and
// counts them: most mentions first, then by name. Names that differ in spaces only are one.
func GroupOrganizations(texts ...[]Organization) []Group {
	groups := map[string]*grouping{}
	for doc, mentions := range texts {
		for _, o := range mentions {
			key := strings.ReplaceAll(o.Name, " ", "")
			g := groups[key]
			if g == nil {
				g = &grouping{name: o.Name, last: -1, types: map[OrgType]int{}, raws: map[string]int{}}
				groups[key] = g
			}
			g.add(doc, o)
		}
	}
	out := make([]Group, 0, len(groups))
	for _, g := range groups {
		out = append(out, g.group())
	}
	slices.SortFunc(out, func(a, b Group) int {
		return cmp.Or(cmp.Compare(b.Mentions, a.Mentions), cmp.Compare(a.Name, b.Name))
	})
	return out
}

// grouping counts the mentions of one organization.
type grouping struct {
	name                 string
	mentions, docs, last int
	types                map[OrgType]int
	raws                 map[string]int
}

func (g *grouping) add(doc int, o Organization) {
	g.mentions++
	if doc != g.last {
		g.docs++
		g.last = doc
	}
	g.types[o.Type]++
	g.raws[o.Raw]++
}

func (g *grouping) group() Group {
	names := byCount(g.raws)
	return Group{Name: g.name, Type: byCount(g.types)[0], Mentions: g.mentions, Documents: g.docs, Names: names}
}

// byCount gives the keys of counts, the greatest count first, equal ones in order.
func byCount[K cmp.Ordered](counts map[K]int) []K {
	keys := make([]K, 0, len(counts))
	for k := range counts {
		keys = append(keys, k)
	}
	slices.SortFunc(keys, func(a, b K) int { return cmp.Or(cmp.Compare(counts[b], counts[a]), cmp.Compare(a, b)) })
	return keys
}
