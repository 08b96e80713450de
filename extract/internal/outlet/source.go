package outlet

import (
	"strings"

	"github.com/gisa-go/gisa/extract/internal/boilerplate"
	"github.com/gisa-go/gisa/extract/internal/byline"
	"github.com/gisa-go/gisa/extract/internal/letters"
	"github.com/gisa-go/gisa/extract/sites"
)

// findSource finds the outlet that the article is credited to where it is not the page's own: what the rule says, a
// line such as 출처 : 해람일보(http://…), the dateline of an agency, the newspaper of the reporter's address.
func (f *finder) findSource() {
	set := func(from, raw, name, address string) bool {
		if name == "" || f.found.Publisher != nil && letters.Fold(name) == letters.Fold(f.found.Publisher.Name) {
			return false
		}
		f.found.Source = &Outlet{Name: name, URL: address}
		f.found.Notes.Add("source", from, raw)
		return true
	}
	for src := range f.Site.Sources(sites.Origin) {
		if s := f.Field(src); s != "" {
			name, _, _ := strings.Cut(s, " | ")
			set("site:"+f.Site.Name(), s, name, "")
			return
		}
	}
	for _, c := range f.body.Cuts {
		if c.Kind == boilerplate.Source {
			for line := range strings.SplitSeq(c.Text, "\n") {
				if name, address, ok := byline.Source(line); ok && set("text", line, name, address) {
					return
				}
			}
		}
	}
	for i := range f.body.Text.Paragraphs {
		if i < 3 || i >= len(f.body.Text.Paragraphs)-3 {
			line := f.body.Text.Paragraph(i)
			if name, address, ok := byline.Source(line); ok && set("text", line, name, address) {
				return
			}
		}
		if i < 3 {
			if _, agency := byline.Dateline(f.body.Text.Paragraph(i)); agency != "" {
				set("dateline", letters.Head(f.body.Text.Paragraph(i), 60), agency, "")
				return
			}
		}
	}
	for b := f.body.Region.Last; b < min(f.body.Region.Last+5, f.Index.BlockCount()); b++ {
		line := string(f.Index.Line(int(b)))
		if name, address, ok := byline.Source(line); ok && set("text", line, name, address) {
			return
		}
	}
	if f.Board {
		f.sourceOfAuthors(set)
	}
}

// sourceOfAuthors finds the newspaper whose reporters signed: by their addresses, or by its name before theirs.
func (f *finder) sourceOfAuthors(set func(from, raw, name, address string) bool) {
	for _, a := range f.authors {
		if _, host, ok := strings.Cut(a.Email, "@"); ok &&
			set("e-mail", a.Email, sites.OutletOf("http://"+host), "http://www."+host) {
			return
		}
	}
	for _, c := range f.body.Cuts {
		if word, _, ok := strings.Cut(c.Text, " "); ok && c.Kind == boilerplate.Byline && byline.IsNewspaper(word) &&
			set("byline", c.Text, word, "") {
			return
		}
	}
}
