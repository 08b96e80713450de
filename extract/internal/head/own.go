package head

import (
	"cmp"
	"slices"
	"strings"
)

// ownArticles puts the articles of the JSON-LD that are the page's own before those of its lists, and drops those that
// stand at another address. It changes nothing where none can be told to be the page's own.
func (h *Head) ownArticles(articles []*Value) []*Value {
	articles = articles[:min(len(articles), maxArticles)]
	if len(articles) < 2 || !articles[1].isArticle() {
		return articles
	}
	var own, rest []*Value
	for _, a := range articles {
		switch {
		case a.isArticle() && (h.isAddressOf(a) || a.address() == "" && h.NamesDocument(a.Get("headline").Name())):
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
func (v *Value) isArticle() bool { return v.Is("Article") || v.Is("Posting") || v.Is("Report") }

// address returns where an article says it stands, "" where it does not.
func (v *Value) address() string {
	for _, name := range []string{"url", "mainEntityOfPage", "@id"} {
		s := v.Get(name)
		a := cmp.Or(s.Text, s.Get("@id").Text, s.Get("url").Text)
		if strings.HasPrefix(a, "http") || len(a) > 1 && a[0] == '/' {
			return a
		}
	}
	return ""
}

// isAddressOf reports whether an article says that it stands at the page's address.
func (h *Head) isAddressOf(a *Value) bool {
	address := a.address()
	if strings.HasPrefix(address, "/") {
		address = h.Resolve(address)
	}
	return slices.ContainsFunc([]string{h.given, h.URL, h.Content("og:url")}, func(own string) bool {
		return sameAddress(address, own)
	})
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
