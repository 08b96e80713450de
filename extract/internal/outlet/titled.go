package outlet

import (
	"cmp"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/gisa-go/gisa/extract/internal/byline"
	"github.com/gisa-go/gisa/extract/internal/head"
	"github.com/gisa-go/gisa/extract/internal/letters"
	"github.com/gisa-go/gisa/extract/sites"
)

// siteOfTitle returns the part of <title> that is not the article's title: the last, or the first where the title is
// last. Of several the one that the page's host is called after is it.
func (f *finder) siteOfTitle() string {
	text := f.Index.DocumentTitle()
	if text == "" {
		return ""
	}
	parts := head.Parts(text)
	title := letters.Fold(f.title)
	if name := strings.Trim(text, " :|*~-☆★"); len(parts) < 2 || name != text {
		if tail := hanTail(text, title); tail != "" && !f.Korean {
			return tail
		}
		if !f.Korean || letters.Fold(name) == title || len(head.Parts(name)) > 1 {
			return ""
		}
		return f.siteName(name) // ::: site :::
	}
	if !f.Korean && strings.HasPrefix(title, letters.Fold(strings.TrimRight(text, " .…"))) {
		return "" // the beginning of the title, with a colon in it
	}
	part := func(i int) string { return strings.TrimSpace(text[parts[i].Start:parts[i].End]) }
	last, first := part(len(parts)-1), part(0)
	switch {
	case title != "" && head.HasPart(text, parts[:len(parts)-1], title) || isCut(title, letters.Fold(first)):
		for i := len(parts) - 2; i > 0 && !f.isOfHost(last) && !f.Korean; i-- {
			if s := part(i); f.isOfHost(s) && !strings.Contains(title, letters.Fold(s)) {
				return f.siteName(s) // title | site | slogan
			}
		}
		return f.siteName(last) // title | site
	case title != "" && head.HasPart(text, parts[1:], title):
		return f.siteName(first) // site | title
	case f.Head.IsSiteName(last):
		return last
	case !f.Korean:
		return ""
	case f.siteName(last) == "" || len(parts) == 2:
		// site | section, or a headline of the page's own before the site
		return cmp.Or(f.siteName(first), f.siteName(last))
	}
	return last
}

// hanTail returns the name behind a title in Chinese or Japanese that a mark without blanks parts from it:
// 市議會通過新橋案_政治_晨聲網.
func hanTail(text, title string) string {
	i := strings.LastIndexAny(text, "-_|–—")
	if i <= 0 || title == "" {
		return ""
	}
	before, _ := utf8.DecodeLastRuneInString(text[:i])
	if !unicode.In(before, unicode.Han, unicode.Hiragana, unicode.Katakana) && !unicode.IsPunct(before) {
		return ""
	}
	_, n := utf8.DecodeRuneInString(text[i:])
	name := strings.TrimSpace(text[i+n:])
	if !strings.HasPrefix(letters.Fold(text[:i]), title) || letters.Size(name) > maxHanName || isASCII(name) ||
		!byline.IsOutletName(name) || isNoName(name) || head.IsSectionName(name) {
		return ""
	}
	return name
}

// maxHanName is how long the name of a site in such letters is at most, in characters, of which each counts as two.
const maxHanName = 24

// isCut reports whether a part of <title> is the beginning of the article's title, cut off, rather than a
// name that this begins with: 이룸군, 저수지 7곳 준설 begins with that of its town.
func isCut(title, part string) bool {
	return len(part) > 20 && strings.HasPrefix(title, part)
}

// siteName returns a part of <title> that may name the site, "" for what names a section. A longer one is the name
// where the page's head says it, too.
func (f *finder) siteName(s string) string {
	if !byline.IsOutletName(s) || !f.Korean && isNoName(s) || strings.Contains(s, ">") || head.IsSectionName(s) ||
		len(strings.Fields(s)) > maxNameWords && !(!f.Korean && f.Head.IsName(letters.Fold(s))) {
		return ""
	}
	return s
}

// maxNameWords is how many words the name of a site has at most in a title; more are a headline.
const maxNameWords = 4

// minHostName is the least length, in bytes, of a name that a host is told to be called after.
const minHostName = 4

// isOfHost reports whether the page's host is called after a name: Bridges of Daon at bridges-of-daon.example.
func (f *finder) isOfHost(s string) bool {
	name := letters.Fold(s)
	if len(name) < minHostName || !isASCII(name) {
		return false
	}
	host := sites.Host(f.Address())
	if name == letters.Fold(host) {
		return true
	}
	labels := strings.Split(host, ".")
	for n := len(labels) - 2; n >= 0; n-- {
		label := letters.Fold(labels[n])
		if label == name || strings.Contains(label, name) && len(label) < 2*len(name) {
			return true
		}
		if n < len(labels)-2 || len(label) > 3 && !slices.Contains(words().platforms, label) {
			return false // what stands before it are its departments
		}
	}
	return false
}
