package extract

import (
	"slices"
	"strings"
	"unicode/utf8"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"

	"github.com/gisa-go/gisa/extract/internal/document"
	"github.com/gisa-go/gisa/extract/internal/letters"
	"github.com/gisa-go/gisa/extract/sites"
)

// findSection takes the section from the rule, else from the head of the page.
func findSection(p *page) {
	for src := range p.site.Sources(sites.Section) {
		if s := p.readSource(src); s != "" && len(s) < 80 {
			p.art.Section = s
			p.note("section", "site:"+p.art.Site, s)
			return
		}
	}
	for _, name := range []string{"article:section", "og:article:section", "section", "content_category", "classification", "dc.subject"} {
		if s := letters.Clean(p.meta.content(name)); s != "" && len(s) < 80 {
			if first, _, ok := strings.Cut(s, " > "); ok {
				s = first
			}
			p.art.Section = s
			p.note("section", "meta "+name, s)
			return
		}
	}
	if s := letters.Clean(p.meta.ld("articleSection")); s != "" && len(s) < 80 {
		p.art.Section = s
		p.note("section", "jsonld", s)
	}
}

// maxTags bounds the tags of an article.
const maxTags = 30

// findTags reads the tags of the article, not the keywords that a site gives all its pages.
func findTags(p *page) {
	var tags []string
	from := ""
	take := func(source string, list ...string) {
		if len(tags) > 0 {
			return
		}
		for _, text := range list {
			for tag := range strings.FieldsFuncSeq(text, func(r rune) bool { return r == ',' || r == ';' || r == '|' || r == '，' || r == '\n' }) {
				tag = strings.TrimSpace(strings.TrimLeft(letters.Clean(tag), "#"))
				if tag != "" && utf8.RuneCountInString(tag) <= 40 && len(tags) < maxTags && !slices.Contains(tags, tag) {
					tags = append(tags, tag)
				}
			}
		}
		from = source
	}
	for src := range p.site.Sources(sites.Tags) {
		take("site:"+p.art.Site, p.readSources(src, maxTags)...)
	}
	for _, a := range p.meta.articles {
		a.get("keywords").each(func(v *ldValue) {
			if from == "" || from == "jsonld" {
				list := tags
				tags = nil
				take("jsonld", append(list, v.text)...)
			}
		})
	}
	take("meta article:tag", p.meta.all("article:tag")...)
	take("meta news_keywords", p.meta.all("news_keywords")...)
	if len(tags) > 0 {
		p.art.Tags = tags
		p.note("tags", from, "")
	}
}

// fileEndings are those of files that articles come with.
var fileEndings = []string{".hwpx", ".hwp", ".pdf", ".docx", ".doc", ".xlsx", ".xls", ".pptx", ".ppt", ".zip", ".odt", ".txt", ".rtf", ".csv",
	".jpg", ".jpeg", ".png", ".gif", ".mp4", ".mp3"}

// findAttachments reads the files that the page offers: those of the rule, else links near the article whose text ends as
// the names of files do.
func findAttachments(p *page) {
	add := func(n *html.Node, text string) {
		href := document.Attr(n, "href")
		if strings.HasPrefix(href, "javascript:") || href == "#" {
			href = ""
		}
		name := fileName(text)
		for _, a := range p.art.Attachments {
			if a.Name == name {
				return
			}
		}
		if name != "" && len(p.art.Attachments) < 50 {
			p.art.Attachments = append(p.art.Attachments, Attachment{Name: name, URL: p.resolve(href)})
		}
	}
	for n, text := range p.nodeTexts(p.site.nodes(sites.Attachments)) {
		add(n, text)
	}
	if len(p.art.Attachments) > 0 {
		p.note("attachments", "site:"+p.art.Site, "")
		return
	}
	ix := p.ix
	for i := range ix.Elements {
		e := &ix.Elements[i]
		if e.Node.DataAtom != atom.A || e.Stop-e.Start < 5 || e.Stop-e.Start > 300 || e.Block < p.headStart() || e.Block > p.body.last+40 {
			continue
		}
		text := ix.Text[e.Start:e.Stop]
		if !holdsFileName(text) {
			continue
		}
		add(e.Node, p.oneLine(int32(i)))
	}
	if len(p.art.Attachments) > 0 {
		p.note("attachments", "links", "")
	}
}

// holdsFileName is a cheap test for a dot and three letters.
func holdsFileName(s []byte) bool {
	for i := 1; i+3 < len(s); i++ {
		if s[i] == '.' && fileEnd(string(s[i:min(len(s), i+6)])) > 0 {
			return true
		}
	}
	return false
}

func fileEnd(s string) int {
	for _, end := range fileEndings {
		if len(s) >= len(end) && strings.EqualFold(s[:len(end)], end) {
			if len(s) == len(end) || !(s[len(end)]|0x20 >= 'a' && s[len(end)]|0x20 <= 'z') {
				return len(end)
			}
		}
	}
	return 0
}

// fileName returns a link's text up to the end of the file's name: without its size and count.
func fileName(s string) string {
	s = strings.TrimSpace(strings.ReplaceAll(s, "\n", " "))
	for i := len(s) - 1; i > 0; i-- {
		if s[i] != '.' {
			continue
		}
		if n := fileEnd(s[i:]); n > 0 {
			s = s[:i+n]
			break
		}
	}
	for _, lead := range []string{"첨부파일", "첨부", "다운로드", "파일"} {
		s = strings.TrimLeft(strings.TrimPrefix(s, lead), " :")
	}
	if len(s) > 255 {
		return ""
	}
	return s
}
