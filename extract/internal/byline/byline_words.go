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
	surnames, words, places, by, lead, photo, jobs, desks, newsroom table.Words
	roles, weak, before, behind                                     []string // the longest first
}

var bylines = sync.OnceValue(func() *bylineWords {
	w := &bylineWords{}
	sets := map[string]*table.Words{"surnames": &w.surnames, "words": &w.words, "places": &w.places, "by": &w.by, "lead": &w.lead,
		"photo": &w.photo, "jobs": &w.jobs, "desks": &w.desks, "newsroom": &w.newsroom}
	lists := map[string]*[]string{"roles": &w.roles, "weak": &w.weak, "before": &w.before, "behind": &w.behind}
	table.Sets("byline/data/bylines.txt", bylineLines, sets, lists)
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
	for _, list := range [][]string{w.roles, w.weak} {
		for _, role := range list {
			if s == role {
				return true
			}
		}
	}
	return false
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
	if n < 2 || n > 4 || w.words[s] || w.places[s] || sites.IsOutlet(s) {
		return false
	}
	if n == 4 {
		return w.surnames[s[:6]]
	}
	return w.surnames[s[:3]] && !strings.HasSuffix(s, "일보") && !strings.HasSuffix(s, "신문") && !strings.HasSuffix(s, "뉴스") &&
		!strings.HasSuffix(s, "방송") && !(n == 3 && (strings.HasSuffix(s, "시") || strings.HasSuffix(s, "군") || strings.HasSuffix(s, "구청") || strings.HasSuffix(s, "부")))
}

// byLength sorts words by falling length.
func byLength(words []string) {
	slices.SortStableFunc(words, func(a, b string) int { return len(b) - len(a) })
}

// IsName reports whether a word may be a Korean person's name.
func IsName(word string) bool { return bylines().isName(word) }

// IsDesk tells the addresses of newsrooms from those of reporters.
func IsDesk(email string) bool { return bylines().isDesk(email) }
