package outlet

import (
	"strings"

	"github.com/gisa-go/gisa/extract/internal/letters"
	"github.com/gisa-go/gisa/extract/sites"
)

// findSection takes the section from the rule, else from the head of the page.
func (f *finder) findSection() {
	for src := range f.Site.Sources(sites.Section) {
		if s := f.Field(src); s != "" && len(s) < 80 {
			f.found.Section = s
			f.found.Notes.Add("section", "site:"+f.Site.Name(), s)
			return
		}
	}
	for _, name := range []string{"article:section", "og:article:section", "section", "content_category",
		"classification", "dc.subject"} {
		if s := letters.Clean(f.Head.Content(name)); s != "" && len(s) < 80 {
			if first, _, ok := strings.Cut(s, " > "); ok {
				s = first
			}
			f.found.Section = s
			f.found.Notes.Add("section", "meta "+name, s)
			return
		}
	}
	if s := letters.Clean(f.Head.LD("articleSection")); s != "" && len(s) < 80 {
		f.found.Section = s
		f.found.Notes.Add("section", "jsonld", s)
	}
}
