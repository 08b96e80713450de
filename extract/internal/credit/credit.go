// Package credit finds who wrote an article: the sources of a page are asked in turn, the site's rule, Korean bylines or those
// of other languages, JSON-LD, meta elements, elements named for authors, and what the others know completes the best one.
package credit

import (
	"cmp"
	"path"
	"slices"
	"strings"

	"github.com/gisa-go/gisa/extract/internal/body"
	"github.com/gisa-go/gisa/extract/internal/byline"
	"github.com/gisa-go/gisa/extract/internal/evidence"
	"github.com/gisa-go/gisa/extract/internal/head"
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
}

// Find decides who wrote the article: the first source that names anyone, and what the others know of them.
func Find(v *view.View, title string, b *body.Body) (found Found) {
	f := &finder{View: v, title: title, body: b}
	f.creditRule()
	if f.Korean {
		f.creditLines()
	}
	f.creditLD()
	f.creditTags()
	if f.Korean {
		f.creditGuest()
	} else {
		f.creditElements()
		f.creditLead()
	}
	if len(f.list) == 0 {
		return found
	}
	best := f.best()
	for _, c := range f.list {
		complete(best.authors, c.authors)
	}
	if found.Authors = named(best.authors); len(found.Authors) > 0 {
		found.Notes.Add("authors", best.from, best.raw)
	}
	return found
}

// add notes the authors that a source names.
func (f *finder) add(from, raw string, authors []byline.Person) {
	if authors = persons(authors[:min(len(authors), maxAuthors)]); len(authors) > 0 {
		f.list = append(f.list, credit{from, raw, authors})
	}
}

// maxAuthors is how many names of one source are compared with one another; no article has as many.
const maxAuthors = 100

// best takes the first source. One that names no more than the newspaper gives way to one that names persons, and
// in Korean one that names more than the first, and all of these, is taken.
func (f *finder) best() credit {
	best := f.list[0]
	for _, c := range f.list[1:] {
		switch {
		case len(named(slices.Clone(best.authors))) == 0: // an address without a name
			best = c
		case f.Korean && len(best.authors) < len(c.authors) && hasAll(c.authors, best.authors):
			best = c
		case !f.Korean && f.areOutlets(best.authors) && !f.areOutlets(c.authors) && byline.IsFullName(c.authors[0].Name):
			return c
		}
	}
	return best
}

// areOutlets reports whether authors are the newspaper itself or agencies rather than persons.
func (f *finder) areOutlets(list []byline.Person) bool {
	for _, a := range list {
		one := !strings.Contains(a.Name, " ")
		if !f.Head.IsSiteName(a.Name) && !words().accounts[strings.ToLower(a.Name)] && !isAccount(f.Head, a.Name) && !(one && strings.ToUpper(a.Name) == a.Name) && !(one && strings.Contains(a.Name, ".")) {
			return false
		}
	}
	return true
}

// isAccount reports whether JSON-LD gives a name the address of such an account: https://haeram.example/author/admin/.
func isAccount(h *head.Head, name string) bool {
	for _, a := range h.Articles {
		for i := range a.Get("author").List {
			if v := &a.Get("author").List[i]; v.Name() == name && isAccountAddress(cmp.Or(v.Get("url").Text, v.Get("@id").Text)) {
				return true
			}
		}
		if v := a.Get("author"); v.Name() == name && isAccountAddress(cmp.Or(v.Get("url").Text, v.Get("@id").Text)) {
			return true
		}
	}
	return false
}

func isAccountAddress(address string) bool {
	return strings.Contains(address, "://") && words().accounts[strings.ToLower(path.Base(address))]
}

// persons drops what names nobody, and names that differ only in case and in what follows them.
func persons(list []byline.Person) (out []byline.Person) {
next:
	for _, a := range list {
		a.Name = strings.TrimSpace(a.Name)
		for i := range out {
			switch known := letters.Fold(out[i].Name); {
			case a.Name == "" || known == "":
			case known == letters.Fold(a.Name) || strings.HasPrefix(a.Name, out[i].Name+" ") && strings.Contains(out[i].Name, " "):
				continue next
			case strings.HasPrefix(out[i].Name, a.Name+" ") && strings.Contains(a.Name, " "):
				out[i].Name = a.Name // a name with what a link beside it says
				continue next
			}
		}
		out = append(out, a)
	}
	return out
}

// hasAll reports whether all names of b are in a.
func hasAll(a, b []byline.Person) bool {
	for _, x := range b {
		found := false
		for _, y := range a {
			found = found || letters.Fold(x.Name) == letters.Fold(y.Name)
		}
		if !found {
			return false
		}
	}
	return true
}

// complete adds addresses and roles that another source knows. An address without a name belongs to a single author.
func complete(authors, more []byline.Person) {
	for _, m := range more {
		for i := range authors {
			a := &authors[i]
			if letters.Fold(a.Name) == letters.Fold(m.Name) || m.Name == "" && len(authors) == 1 {
				a.Email = cmp.Or(a.Email, m.Email)
				a.Role = cmp.Or(a.Role, m.Role)
			}
		}
	}
}

// named drops addresses without a name.
func named(list []byline.Person) []byline.Person {
	out := list[:0]
	for _, a := range list {
		if a.Name != "" {
			out = append(out, a)
		}
	}
	return out
}

// readNames splits a byline of the page into names.
func (f *finder) readNames(s string) []byline.Person {
	return byline.Names(s, strings.HasPrefix(f.Head.Language, "zh"), f.Head.IsSiteName)
}
