package outlet

import (
	"slices"
	"strings"
	"unicode/utf8"

	"golang.org/x/net/html"

	"github.com/gisa-go/gisa/extract/internal/boilerplate"
	"github.com/gisa-go/gisa/extract/internal/byline"
	"github.com/gisa-go/gisa/extract/internal/document"
	"github.com/gisa-go/gisa/extract/internal/head"
	"github.com/gisa-go/gisa/extract/internal/letters"
	"github.com/gisa-go/gisa/extract/sites"
)

// mayName reports whether a text may name the page's site: it is no headline of an article, and no word that systems
// put where nobody gave a name.
func (f *finder) mayName(s string) bool {
	return byline.IsOutletName(s) && !isNoName(s) &&
		(letters.Fold(s) != letters.Fold(f.title) || head.IsFrontAddress(f.URL))
}

// isNoName reports whether a text is what a site is called that has no name: 신문사, Home.
func isNoName(s string) bool {
	return slices.Contains(words().none, strings.ToLower(strings.ReplaceAll(s, " ", "")))
}

// isHost reports whether a name is an address.
func isHost(s string) bool {
	name, end, ok := cutLast(s, ".")
	return ok && name != "" && !strings.Contains(s, " ") && len(end) > 1 && len(end) < 9 && isASCII(s)
}

func cutLast(s, sep string) (before, after string, ok bool) {
	i := strings.LastIndex(s, sep)
	if i < 0 {
		return s, "", false
	}
	return s[:i], s[i+len(sep):], true
}

func isASCII(s string) bool {
	return strings.IndexFunc(s, func(r rune) bool { return r >= utf8.RuneSelf }) < 0
}

// withoutAbout cuts what stands before or behind the name of a newspaper: words for what it is, its name in Latin
// letters.
func withoutAbout(s string) string {
	for _, about := range words().about {
		rest, _ := strings.CutPrefix(s, about)
		if name, ok := strings.CutPrefix(rest, " "); ok && byline.IsNewspaper(name) {
			return name
		}
	}
	i := strings.IndexAny(s, " _-–—|·")
	if i < 0 || !byline.IsNewspaper(s[:i]) {
		return s
	}
	rest := strings.ToLower(strings.TrimLeft(s[i:], " _-–—|·"))
	if slices.Contains(words().about, rest) || slices.Contains(words().official, rest) || head.IsSectionName(rest) {
		return s[:i]
	}
	if isASCII(rest) && letters.Count(rest) > 3 && !isASCII(s[:i]) {
		return s[:i]
	}
	return s
}

// withoutOfficial cuts what a site says of itself behind its name: a word of its own, or at the end of a newspaper's
// name.
func withoutOfficial(s string) string {
	for _, end := range words().official {
		n := len(s) - len(end)
		if n <= 0 || !strings.EqualFold(s[n:], end) || letters.Count(s[:n]) < 2 {
			continue
		}
		if name := strings.TrimRight(s[:n], " -_–|·"); len(name) < n || byline.IsNewspaper(name) {
			s = name
		}
	}
	return s
}

// quoted returns the name of a newspaper that a slogan ends with in quotation marks: 바른 언론 '다온일보'.
func quoted(s string) string {
	body := strings.TrimRight(s, "'\"’”」》")
	if body == s {
		return s
	}
	i := strings.LastIndexAny(body, "'\"‘“「《")
	if i <= 0 {
		return s
	}
	if name := strings.TrimLeft(body[i:], "'\"‘“「《"); byline.IsNewspaper(name) {
		return name
	}
	return s
}

// plainName returns what a site is called without what it calls itself besides: a slogan before a colon or a comma or
// behind a mark, 홈페이지 and a welcome at the end, the name in another script in brackets.
func plainName(s string) string {
	s = strings.Trim(strings.TrimSpace(s), " :|*~-☆★▒■《》")
	if strings.HasPrefix(s, "[") && strings.IndexByte(s, ']') == len(s)-1 {
		s = strings.Trim(s, "[]")
	}
	s = withoutAbout(quoted(s))
	for _, form := range words().firm {
		if name := strings.TrimSpace(strings.TrimPrefix(s, form)); letters.Count(name) > 1 {
			s = name
		}
	}
	for _, home := range words().home {
		if i := strings.Index(strings.ToLower(s), home); i > 0 && letters.Count(s[:i]) > 1 {
			s = strings.TrimRight(s[:i], " -|:,·")
		}
	}
	s = withoutOfficial(s)
	open := strings.IndexAny(s, "([")
	if open > 0 && strings.IndexAny(s, ")]") == len(s)-1 && letters.Count(s[:open]) > 1 {
		s = strings.TrimSpace(s[:open])
	}
	for _, mark := range []string{": ", ", ", "! ", " - ", " | ", " – "} {
		slogan, name, ok := strings.Cut(s, mark)
		if ok && strings.Contains(slogan, " ") && isShortName(name) && (mark == ": " || byline.IsNewspaper(name)) {
			return name
		}
	}
	for _, mark := range []string{" - ", " | ", " – ", " :: ", ": ", ", "} {
		if name, slogan, ok := strings.Cut(s, mark); ok && strings.Contains(slogan, " ") && isShortName(name) {
			return name
		}
	}
	if fields := strings.Fields(s); len(fields) > 2 && byline.IsNewspaper(fields[len(fields)-1]) {
		return fields[len(fields)-1] // a slogan without a mark
	}
	return s
}

// isShortName reports whether a text is a name of one word.
func isShortName(s string) bool { return byline.IsOutletName(s) && !strings.Contains(s, " ") }

// onSharedHost returns the outlet that a page itself names where its host is a part of one that belongs to another
// outlet.
func (f *finder) onSharedHost() string {
	parent := ""
	for _, address := range []string{f.URL, f.Head.URL, f.Head.Content("og:url")} {
		if parent = sites.SharedHost(address); parent != "" {
			break
		}
	}
	if parent == "" {
		return ""
	}
	own := f.holder()
	if own == "" {
		own = plainName(letters.Clean(f.Head.Content("og:site_name")))
	}
	if sites.IsOutlet(own) || !f.mayName(own) || strings.Contains(own, parent) || strings.Contains(parent, own) {
		return ""
	}
	return own
}

// holder returns the outlet of the copyright line in the text or right behind it.
func (f *finder) holder() string {
	for _, c := range f.body.Cuts {
		if c.Kind == boilerplate.Copyright {
			if s := byline.CopyrightHolder(c.Text); s != "" {
				return s
			}
		}
	}
	for b := f.body.Region.Last; b < min(f.body.Region.Last+8, f.Index.BlockCount()); b++ {
		if line := f.Index.Line(int(b)); len(line) < 200 {
			if s := byline.CopyrightHolder(string(line)); s != "" {
				return s
			}
		}
	}
	return ""
}

// withoutLogo cuts the word for it from the beginning or the end of what a logo says: Logo der Daoner Zeitung.
func withoutLogo(s string) string {
	if first, rest, ok := strings.Cut(s, " "); ok && strings.EqualFold(strings.Trim(first, ":-"), "logo") {
		s = strings.TrimLeft(rest, " -:|")
		if of, name, ok := strings.Cut(s, " "); ok && slices.Contains(words().logoof, strings.ToLower(of)) {
			s = name
		}
	}
	for _, word := range words().logo {
		if n := len(s) - len(word); n > 0 && strings.EqualFold(s[n:], word) {
			s = strings.TrimRight(s[:n], " -|:")
		}
	}
	return strings.TrimSpace(s)
}

// isLogoName reports whether what a logo says in another language than Korean is a name: of two words at least, or of
// the host, and no file's.
func (f *finder) isLogoName(s string) bool {
	host := letters.Fold(sites.Host(f.Address()))
	return !strings.ContainsAny(s, "_/") && (strings.Contains(s, " ") || strings.Contains(host, letters.Fold(s)))
}

// isHome reports whether a link leads to the front page of the page's site.
func (f *finder) isHome(a *html.Node) bool {
	href := strings.TrimSpace(document.Attr(a, "href"))
	if i := strings.LastIndex(href, "//"); i >= 0 { // of a page in an archive the address that it had
		host, path, _ := strings.Cut(href[i+len("//"):], "/")
		return path == "" && (f.Address() == "" || sites.Host(f.Address()) == strings.TrimPrefix(host, "www."))
	}
	return href == "/" || href == "./"
}
