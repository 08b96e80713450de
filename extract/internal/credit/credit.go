// Package credit finds who wrote an article: the sources of a page are asked in turn, the site's rule, Korean bylines
// or those of other languages, JSON-LD, meta elements, elements named for authors, and what the others know completes
// the best one.
package credit

import (
	"cmp"
	"slices"

	"github.com/gisa-go/gisa/extract/internal/body"
	"github.com/gisa-go/gisa/extract/internal/byline"
	"github.com/gisa-go/gisa/extract/internal/letters"
	"github.com/gisa-go/gisa/extract/internal/view"
)

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
		f.creditNames()
		f.creditBox()
	} else {
		f.creditSeen()
		f.creditElements()
		f.creditLead()
		f.creditBeside()
		f.creditSignature()
	}
	if len(f.list) == 0 {
		return found
	}
	best := f.best()
	places := placesOf(best.authors)
	for _, c := range f.list {
		complete(best.authors, places, c.authors)
	}
	if found.Authors = named(best.authors); len(found.Authors) > 0 {
		found.Notes.Add("authors", best.from, best.raw)
	}
	return found
}

// best takes the first source. One that names no more than the newspaper gives way to one that names persons, and
// in Korean one that names more than the first, and all of these, is taken.
func (f *finder) best() credit {
	best := f.list[0]
	for _, c := range f.list[1:] {
		switch {
		case !slices.ContainsFunc(best.authors, hasName): // an address without a name
			best = c
		case f.Korean && len(best.authors) < len(c.authors) && hasAll(c.authors, best.authors):
			best = c
		case c.from == "seen" && len(best.authors) < len(c.authors) && hasAll(c.authors, best.authors):
			best = c
		case !f.Korean && f.areOutlets(best.authors) && !f.areOutlets(c.authors) && byline.IsPersonal(c.authors[0].Name):
			return c
		}
	}
	return best
}

// hasAll reports whether all names of b are in a.
func hasAll(a, b []byline.Person) bool {
	return !slices.ContainsFunc(b, func(x byline.Person) bool {
		return !slices.ContainsFunc(a, func(y byline.Person) bool { return letters.Fold(x.Name) == letters.Fold(y.Name) })
	})
}

// placesOf tells where each name, folded, stands in a list.
func placesOf(list []byline.Person) map[string][]int {
	places := make(map[string][]int, len(list))
	for i, a := range list {
		name := letters.Fold(a.Name)
		places[name] = append(places[name], i)
	}
	return places
}

// complete adds addresses and roles that another source knows, to the authors at their places. An address without a
// name belongs to a single author.
func complete(authors []byline.Person, places map[string][]int, more []byline.Person) {
	for _, m := range more {
		same := places[letters.Fold(m.Name)]
		if m.Name == "" && len(authors) == 1 {
			same = []int{0}
		}
		for _, i := range same {
			a := &authors[i]
			a.Email = cmp.Or(a.Email, m.Email)
			a.Role = cmp.Or(a.Role, m.Role)
		}
	}
}

func hasName(a byline.Person) bool { return a.Name != "" }

// named drops addresses without a name.
func named(list []byline.Person) []byline.Person {
	return slices.DeleteFunc(list, func(a byline.Person) bool { return a.Name == "" })
}
