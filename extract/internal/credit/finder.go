package credit

import (
	"strings"

	"github.com/gisa-go/gisa/extract/internal/body"
	"github.com/gisa-go/gisa/extract/internal/byline"
	"github.com/gisa-go/gisa/extract/internal/evidence"
	"github.com/gisa-go/gisa/extract/internal/letters"
	"github.com/gisa-go/gisa/extract/internal/view"
)

// credit is the authors that one source of a page names.
type credit struct {
	from, raw string
	authors   []byline.Person
}

// Found is who wrote an article.
type Found struct {
	Authors []byline.Person
	Notes   evidence.Notes
}

// finder holds what the sources of authors are asked for, and gathers what they say.
type finder struct {
	*view.View
	title string
	body  *body.Body
	list  []credit
	head  []sight // the lines of the article's head that may name authors
}

// add notes the authors that a source names.
func (f *finder) add(from, raw string, authors []byline.Person) {
	if authors = persons(authors[:min(len(authors), maxAuthors)]); len(authors) > 0 {
		f.list = append(f.list, credit{from, raw, authors})
	}
}

// maxAuthors is how many names of one source are compared with one another; no article has as many.
const maxAuthors = 100

// persons drops what names nobody, and names that differ only in case and in what follows them. Each name is folded
// once: pages may name thousands.
func persons(list []byline.Person) (out []byline.Person) {
	var folded []string // the names of out
next:
	for _, a := range list {
		if a.Name = strings.TrimSpace(a.Name); strings.HasPrefix(a.Name, "www.") ||
			words().nobody[strings.ToLower(strings.ReplaceAll(a.Name, " ", ""))] {
			continue
		}
		name := letters.Fold(a.Name)
		for i := range out {
			switch known := folded[i]; {
			case a.Name == "" || known == "":
			case known == name || strings.HasPrefix(a.Name, out[i].Name+" ") &&
				strings.Contains(out[i].Name, " "):
				continue next
			case strings.HasPrefix(out[i].Name, a.Name+" ") && strings.Contains(a.Name, " "):
				out[i].Name, folded[i] = a.Name, name // a name with what a link beside it says
				continue next
			}
		}
		out, folded = append(out, a), append(folded, name)
	}
	return out
}

// readNames splits a byline of the page into names.
func (f *finder) readNames(s string) []byline.Person {
	return byline.Names(s, strings.HasPrefix(f.Head.Language, "zh"), f.Head.IsSiteName)
}
