package outlet

import (
	"cmp"
	"net/url"
	"strings"
	"unicode/utf8"

	"golang.org/x/net/html/atom"

	"github.com/gisa-go/gisa/extract/internal/boilerplate"
	"github.com/gisa-go/gisa/extract/internal/byline"
	"github.com/gisa-go/gisa/extract/internal/document"
	"github.com/gisa-go/gisa/extract/internal/head"
	"github.com/gisa-go/gisa/extract/internal/letters"
	"github.com/gisa-go/gisa/extract/sites"
)

// findPublisher takes the name that the site's rule gives, else the one that the addresses on the page belong to,
// else what the page calls itself.
func (f *finder) findPublisher() {
	name, from := f.publisher()
	if !strings.HasPrefix(from, "site:") && from != "address" {
		name = plainName(name)
	}
	if name == "" {
		return
	}
	f.found.Publisher = &Outlet{Name: name, URL: f.siteURL()}
	f.found.Notes.Add("publisher", from, name)
}

func (f *finder) publisher() (name, from string) {
	for src := range f.Site.Sources(sites.Publisher) {
		if s := f.Field(src); s != "" {
			return s, "site:" + f.Site.Name()
		}
	}
	if s := f.onSharedHost(); s != "" {
		return s, "copyright"
	}
	if f.Site.Rule != nil && f.Site.Rule.Publisher != "" {
		return f.Site.Rule.Publisher, "site:" + f.Site.Name()
	}
	for _, address := range []string{f.URL, f.Head.URL, f.Head.Content("og:url")} {
		if s := sites.OutletOf(address); s != "" {
			return s, "address"
		}
	}
	name, from = f.publisherOfHead()
	if f.Korean && isHost(name) { // an address is the last that one calls a paper
		if s, said := f.publisherOfText(); s != "" {
			return s, said
		}
	}
	if name != "" {
		return name, from
	}
	return f.publisherOfText()
}

// publisherOfHead returns what the head of the page says.
func (f *finder) publisherOfHead() (name, from string) {
	if s := letters.Clean(f.Head.Content("og:site_name")); f.mayName(s) {
		return s, "og:site_name"
	}
	for _, a := range f.Head.Articles {
		if s := letters.Clean(f.Head.Refer(a.Get("publisher")).Name()); f.mayName(s) {
			return s, "jsonld"
		}
	}
	for _, key := range []string{"application-name", "copyright", "dc.publisher", "publisher",
		"apple-mobile-web-app-title"} {
		if s := letters.Clean(f.Head.Content(key)); f.mayName(s) {
			return s, "meta " + key
		}
	}
	return "", ""
}

// publisherOfText looks where less is said: at the addresses of pictures and reporters, in the copyright line, in the
// imprint, in <title>, in the other lines of the page's foot, in the pictures of its head.
func (f *finder) publisherOfText() (name, from string) {
	addresses := []string{f.Head.Content("og:image"), f.Head.Content("og:image1"), f.Head.Content("twitter:image")}
	for _, a := range f.authors {
		if _, host, ok := strings.Cut(a.Email, "@"); ok {
			addresses = append(addresses, "http://"+host)
		}
	}
	for _, address := range addresses {
		if s := sites.OutletOf(address); s != "" && !f.Board {
			return s, "address"
		}
	}
	if !f.Board {
		for _, c := range f.body.Cuts {
			if c.Kind == boilerplate.Copyright {
				if s := byline.CopyrightHolder(c.Text); s != "" {
					return s, "copyright"
				}
			}
		}
	}
	for _, src := range []struct {
		find func() string
		from string
	}{{f.imprint, "imprint"}, {f.siteOfTitle, "title"}, {f.foot, "imprint"}, {f.logo, "imprint"}} {
		if s := src.find(); s != "" {
			return s, src.from
		}
	}
	return "", ""
}

// siteURL returns the address of the page's site.
func (f *finder) siteURL() string {
	u, err := url.Parse(cmp.Or(f.Head.URL, f.URL))
	if err != nil || u.Host == "" {
		return ""
	}
	return u.Scheme + "://" + u.Host
}

// siteOfTitle returns the part of <title> that is not the article's title: the last, or the first where the title is
// last.
func (f *finder) siteOfTitle() string {
	text := f.Index.DocumentTitle()
	if text == "" {
		return ""
	}
	parts := head.Parts(text)
	if name := strings.Trim(text, " :|*~-☆★"); len(parts) < 2 || name != text {
		if !f.Korean || letters.Fold(name) == letters.Fold(f.title) || len(head.Parts(name)) > 1 {
			return ""
		}
		return siteName(name) // ::: site :::
	}
	title := letters.Fold(f.title)
	part := func(i int) string { return strings.TrimSpace(text[parts[i].Start:parts[i].End]) }
	last, first := part(len(parts)-1), part(0)
	switch {
	case title != "" && head.HasPart(text, parts[:len(parts)-1], title) || isCut(title, letters.Fold(first)):
		return siteName(last) // title | site
	case title != "" && head.HasPart(text, parts[1:], title):
		return siteName(first) // site | title
	case f.Head.IsSiteName(last):
		return last
	case !f.Korean:
		return ""
	case siteName(last) == "" || len(parts) == 2:
		return cmp.Or(siteName(first), siteName(last)) // site | section, or a headline of the page's own before the site
	}
	return last
}

// isCut reports whether a part of <title> is the beginning of the article's title, cut off, rather than a
// name that this begins with: 이룸군, 저수지 7곳 준설 begins with that of its town.
func isCut(title, part string) bool {
	return len(part) > 20 && strings.HasPrefix(title, part)
}

// siteName returns a part of <title> that may name the site, "" for what names a section.
func siteName(s string) string {
	if !byline.IsOutletName(s) || strings.Contains(s, ">") || head.IsSectionName(s) ||
		len(strings.Fields(s)) > maxNameWords {
		return ""
	}
	return s
}

// maxNameWords is how many words the name of a site has at most in a title; more are a headline.
const maxNameWords = 4

// logo returns the name in the picture that links to the front page: 담양군 for <img alt="담양군">. In other languages, where
// names are longer and pictures in links are many, the link is to lead there.
func (f *finder) logo() string {
	for n, i := range f.Index.Images {
		if n == 6 {
			break
		}
		alt := letters.Clean(document.Attr(f.Index.Elements[i].Node, "alt"))
		if alt = withoutLogo(alt); !f.mayName(alt) || f.Korean && utf8.RuneCountInString(alt) > 14 ||
			!f.Korean && !f.isLogoName(alt) {
			continue
		}
		if e := f.Index.Elements[i].Parent; e >= 0 && f.Index.Elements[e].Node.DataAtom == atom.A &&
			(f.Korean || f.isHome(f.Index.Elements[e].Node)) {
			if full := f.officeName(alt); full != "" {
				return full
			}
			return alt
		}
	}
	return ""
}

// officeName completes the name of a municipality to that of its office where the page has it: 담양군 → 담양군청.
func (f *finder) officeName(s string) string {
	for _, end := range []string{"시", "군", "구", "도"} {
		if strings.HasSuffix(s, end) && (strings.Contains(f.Head.Content("keywords"), s+"청") ||
			strings.Contains(string(f.Index.Text), s+"청")) {
			return s + "청"
		}
	}
	return ""
}
