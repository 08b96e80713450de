package extract

import (
	"cmp"
	"strings"
)

// ownArticles puts the articles of the JSON-LD that are the page's own before those of its lists, and drops those that stand at
// another address. It changes nothing where none can be told to be the page's own.
func (p *page) ownArticles(articles []*ldValue) []*ldValue {
	articles = articles[:min(len(articles), maxArticles)]
	if len(articles) < 2 || !articles[1].isArticle() {
		return articles
	}
	var own, rest []*ldValue
	for _, a := range articles {
		switch {
		case a.isArticle() && (p.isAddressOf(a) || a.address() == "" && p.namesDocument(a.get("headline").name())):
			own = append(own, a)
		case !a.isArticle() || a.address() == "":
			rest = append(rest, a)
		}
	}
	if len(own) == 0 {
		return articles
	}
	return append(own, rest...)
}

// isArticle reports whether an object is an article rather than a page, a video or the like.
func (v *ldValue) isArticle() bool { return v.is("Article") || v.is("Posting") || v.is("Report") }

// address returns where an article says it stands, "" where it does not.
func (v *ldValue) address() string {
	for _, name := range []string{"url", "mainEntityOfPage", "@id"} {
		s := v.get(name)
		if a := cmp.Or(s.text, s.get("@id").text, s.get("url").text); strings.HasPrefix(a, "http") {
			return a
		}
	}
	return ""
}

// isAddressOf reports whether an article says that it stands at the page's address.
func (p *page) isAddressOf(a *ldValue) bool {
	address := a.address()
	return address != "" && (sameAddress(address, p.URL) || sameAddress(address, p.art.URL) || sameAddress(address, p.meta.content("og:url")))
}

// sameAddress compares addresses but for scheme, fragment and, where only one has one, query.
func sameAddress(a, b string) bool {
	a, aQuery := bareAddress(a)
	b, bQuery := bareAddress(b)
	return a != "" && a == b && (aQuery == bQuery || aQuery == "" || bQuery == "")
}

func bareAddress(s string) (address, query string) {
	if _, rest, ok := strings.Cut(s, "://"); ok {
		s = rest
	}
	s, _, _ = strings.Cut(s, "#")
	s, query, _ = strings.Cut(s, "?")
	return strings.TrimSuffix(strings.TrimPrefix(s, "www."), "/"), query
}
