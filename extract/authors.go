package extract

import (
	"cmp"
	"path"
	"slices"
	"strings"

	"github.com/gisa-go/gisa/extract/internal/byline"
	"github.com/gisa-go/gisa/extract/internal/letters"
)

// credit is the authors that one source of a page names.
type credit struct {
	from, raw string
	authors   []byline.Person
}

// findAuthors decides who wrote the article: the first source that names anyone, and what the others know of them.
func findAuthors(p *page) {
	var list []credit
	add := func(from, raw string, authors []byline.Person) {
		if authors = p.persons(authors[:min(len(authors), maxAuthors)]); len(authors) > 0 {
			list = append(list, credit{from, raw, authors})
		}
	}
	korean := p.isKorean()
	creditRule(p, korean, add)
	if korean {
		creditLines(p, add)
	}
	creditLD(p, korean, add)
	creditTags(p, korean, add)
	if korean {
		creditGuest(p, add)
	} else {
		creditElements(p, add)
		creditLead(p, add)
	}
	if len(list) == 0 {
		return
	}
	best := p.bestCredit(list, korean)
	for _, c := range list {
		complete(best.authors, c.authors)
	}
	for _, a := range named(best.authors) {
		p.art.Authors = append(p.art.Authors, Author(a))
	}
	if len(p.art.Authors) > 0 {
		p.note("authors", best.from, best.raw)
	}
}

// maxAuthors is how many names of one source are compared with one another; no article has as many.
const maxAuthors = 100

// bestCredit takes the first source. One that names no more than the newspaper gives way to one that names persons, and
// in Korean one that names more than the first, and all of these, is taken.
func (p *page) bestCredit(list []credit, korean bool) credit {
	best := list[0]
	for _, c := range list[1:] {
		switch {
		case len(named(slices.Clone(best.authors))) == 0: // an address without a name
			best = c
		case korean && len(best.authors) < len(c.authors) && hasAll(c.authors, best.authors):
			best = c
		case !korean && p.areOutlets(best.authors) && !p.areOutlets(c.authors) && byline.IsFullName(c.authors[0].Name):
			return c
		}
	}
	return best
}

// areOutlets reports whether authors are the newspaper itself or agencies rather than persons.
func (p *page) areOutlets(list []byline.Person) bool {
	for _, a := range list {
		one := !strings.Contains(a.Name, " ")
		if !p.meta.isSiteName(a.Name) && !accounts[strings.ToLower(a.Name)] && !p.meta.isAccount(a.Name) && !(one && strings.ToUpper(a.Name) == a.Name) && !(one && strings.Contains(a.Name, ".")) {
			return false
		}
	}
	return true
}

// accounts end the addresses of authors that stand for the newsroom.
var accounts = map[string]bool{"admin": true, "administrator": true, "webmaster": true, "editor": true, "editorial": true, "newsroom": true,
	"newsdesk": true, "staff": true, "redaktion": true, "redaccion": true, "redazione": true, "redacao": true, "redactie": true, "redakcja": true}

// isAccount reports whether JSON-LD gives a name the address of such an account: https://haeram.example/author/admin/.
func (m *meta) isAccount(name string) bool {
	for _, a := range m.articles {
		for i := range a.get("author").list {
			if v := &a.get("author").list[i]; v.name() == name && isAccountAddress(cmp.Or(v.get("url").text, v.get("@id").text)) {
				return true
			}
		}
		if v := a.get("author"); v.name() == name && isAccountAddress(cmp.Or(v.get("url").text, v.get("@id").text)) {
			return true
		}
	}
	return false
}

func isAccountAddress(address string) bool {
	return strings.Contains(address, "://") && accounts[strings.ToLower(path.Base(address))]
}

// persons drops what names nobody, and names that differ only in case and in what follows them.
func (p *page) persons(list []byline.Person) (out []byline.Person) {
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

// adder notes the authors of a source.
type adder func(from, raw string, authors []byline.Person)

// readNames splits a byline of the page into names.
func (p *page) readNames(s string) []byline.Person {
	return byline.Names(s, strings.HasPrefix(p.art.Language, "zh"), p.meta.isSiteName)
}
