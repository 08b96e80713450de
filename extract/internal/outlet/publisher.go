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
	if (f.Korean || from != "og:site_name") && isHost(name) { // an address is the last that one calls a paper
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
	}{{f.imprint, "imprint"}, {f.siteOfTitle, "title"}, {f.foot, "imprint"}, {f.logo, "imprint"}, {f.header, "header"}} {
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

// header returns the text at the top of the page that links to its front page and is named after its host, or of
// several words in a heading: the name of a blog.
func (f *finder) header() string {
	if f.Korean {
		return ""
	}
	links := 0
	for i := range f.Index.Elements {
		e := &f.Index.Elements[i]
		if e.Node.DataAtom != atom.A || e.Size() == 0 {
			continue
		}
		if links++; links > maxHeaderLinks || e.Block >= f.body.Region.First {
			break
		}
		s := letters.Clean(f.Index.OneLine(int32(i)))
		if len(strings.Fields(s)) > maxNameWords || !f.isHome(e.Node) || !f.mayName(s) || f.siteName(s) == "" {
			continue
		}
		if f.isOfHost(s) || strings.Contains(s, " ") && f.Index.IsHeading(e.Block) {
			return s
		}
	}
	return ""
}

// maxHeaderLinks is among how many links at the top of a page that to its front page is looked for.
const maxHeaderLinks = 12

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
