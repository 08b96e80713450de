package byline

import (
	_ "embed"
	"slices"
	"strings"
	"sync"

	"github.com/gisa-go/gisa/extract/internal/letters"
	"github.com/gisa-go/gisa/extract/internal/table"
	"github.com/gisa-go/gisa/extract/sites"
)

//go:embed data/bylines.txt
var bylineLines string

// bylineWords holds data/bylines.txt.
type bylineWords struct {
	surnames, words, places, by, lead, photo, jobs, desks, newsroom, networks, pictures table.Words
	particles, nonames, filler, ends, agencies, oflabel, with, weakby                   table.Words
	wrote, stationed, archive, archiveby, within                                        table.Words
	roles, weak, before, behind                                                         []string // the longest first
	outlets, towns, separators, sources, stations, desk, filed                          []string
}

var bylines = sync.OnceValue(func() *bylineWords {
	w := &bylineWords{}
	sets := map[string]*table.Words{"surnames": &w.surnames, "words": &w.words, "places": &w.places, "by": &w.by,
		"lead": &w.lead, "photo": &w.photo, "jobs": &w.jobs, "desks": &w.desks, "newsroom": &w.newsroom,
		"networks": &w.networks, "particles": &w.particles, "nonames": &w.nonames, "filler": &w.filler, "ends": &w.ends,
		"agencies": &w.agencies, "oflabel": &w.oflabel, "with": &w.with, "weakby": &w.weakby, "pictures": &w.pictures,
		"wrote": &w.wrote, "stationed": &w.stationed, "archive": &w.archive, "archiveby": &w.archiveby,
		"within": &w.within}
	lists := map[string]*[]string{"roles": &w.roles, "weak": &w.weak, "before": &w.before, "behind": &w.behind,
		"outlets": &w.outlets, "towns": &w.towns, "separators": &w.separators, "sources": &w.sources,
		"stations": &w.stations, "desk": &w.desk, "filed": &w.filed}
	table.Sets("byline/data/bylines.txt", bylineLines, sets, lists)
	for i, sep := range w.separators {
		w.separators[i] = strings.ReplaceAll(sep, "_", " ")
	}
	byLength(w.roles)
	byLength(w.weak)
	byLength(w.before)
	byLength(w.behind)
	return w
})

// isDesk tells the addresses of newsrooms, to which readers write, from those of reporters: desk@… and
// daon1234@daon.example.
func (w *bylineWords) isDesk(email string) bool {
	local, host, _ := strings.Cut(strings.ToLower(email), "@")
	own, _, _ := strings.Cut(host, ".")
	return w.desks[local] || strings.TrimRight(local, "0123456789") == own ||
		strings.Contains(local, "jebo") || strings.Contains(local, "jaebo") // 제보
}

func (w *bylineWords) isRole(s string) bool {
	return slices.Contains(w.roles, s) || slices.Contains(w.weak, s)
}

// isName reports whether a word may be a Korean person's name.
func (w *bylineWords) isName(s string) bool {
	n := 0
	for _, r := range s {
		if !letters.IsHangul(r) {
			return false
		}
		n++
	}
	if n < 2 || n > 4 || strings.HasPrefix(s, "기자") || w.words[s] || w.places[s] || sites.IsOutlet(s) {
		return false
	}
	if n == 4 {
		return w.surnames[s[:6]]
	}
	return w.surnames[s[:3]] && !endsWith(s, w.outlets) && !(n == 3 && endsWith(s, w.towns))
}

// endsWith reports whether a word ends with one of several.
func endsWith(s string, ends []string) bool {
	return slices.ContainsFunc(ends, func(end string) bool { return strings.HasSuffix(s, end) })
}

// byLength sorts words by falling length.
func byLength(words []string) {
	slices.SortStableFunc(words, func(a, b string) int { return len(b) - len(a) })
}

// IsName reports whether a word may be a Korean person's name.
func IsName(word string) bool { return bylines().isName(word) }

// IsDesk tells the addresses of newsrooms from those of reporters.
func IsDesk(email string) bool { return bylines().isDesk(email) }

// officeOf returns the office that a word is or ends with: 교수, 명예교수, but not 교수가.
func (w *bylineWords) officeOf(word string) string {
	for _, role := range w.weak {
		if strings.HasSuffix(word, role) {
			return word
		}
	}
	return ""
}
