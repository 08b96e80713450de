package credit

import (
	"cmp"
	"path"
	"strings"

	"github.com/gisa-go/gisa/extract/internal/byline"
	"github.com/gisa-go/gisa/extract/internal/head"
	"github.com/gisa-go/gisa/extract/internal/letters"
)

// areOutlets reports whether authors are the newspaper itself or agencies rather than persons.
func (f *finder) areOutlets(list []byline.Person) bool {
	for _, a := range list {
		if !f.isOutlet(a.Name) {
			return false
		}
	}
	return true
}

// isOutlet reports whether a name is that of the site, of an account of the newsroom, or a word such as AFP or
// haeram.example.
func (f *finder) isOutlet(name string) bool {
	if f.Head.IsSiteName(name) || words().accounts[strings.ToLower(name)] || isAccount(f.Head, name) {
		return true
	}
	if copyright := letters.Fold(f.Head.Content("copyright")); strings.Contains(copyright, letters.Fold(name)) {
		return true // the company that owns the page
	}
	shouted := strings.ToUpper(name) == name && strings.ToLower(name) != name
	return !strings.Contains(name, " ") && (shouted || strings.Contains(name, "."))
}

// isAccount reports whether JSON-LD gives a name the address of such an account: https://haeram.example/author/admin/.
func isAccount(h *head.Head, name string) bool {
	for _, a := range h.Articles {
		for i := range a.Get("author").List {
			if v := &a.Get("author").List[i]; v.Name() == name &&
				isAccountAddress(cmp.Or(v.Get("url").Text, v.Get("@id").Text)) {
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
