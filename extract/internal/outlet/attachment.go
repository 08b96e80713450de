package outlet

import (
	"strings"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"

	"github.com/gisa-go/gisa/extract/internal/document"
	"github.com/gisa-go/gisa/extract/sites"
)

// findAttachments reads the files that the page offers: those of the rule, else links near the article whose text ends
// as the names of files do.
func (f *finder) findAttachments() {
	add := func(n *html.Node, text string) {
		href := document.Attr(n, "href")
		if strings.HasPrefix(href, "javascript:") || href == "#" {
			href = ""
		}
		name := fileName(text)
		for _, a := range f.found.Attachments {
			if a.Name == name {
				return
			}
		}
		if name != "" && len(f.found.Attachments) < 50 {
			f.found.Attachments = append(f.found.Attachments, Attachment{Name: name, URL: f.Head.Resolve(href)})
		}
	}
	for n, text := range f.NodeTexts(f.Site.Nodes(sites.Attachments)) {
		add(n, text)
	}
	if len(f.found.Attachments) > 0 {
		f.found.Notes.Add("attachments", "site:"+f.Site.Name(), "")
		return
	}
	ix := f.Index
	for i := range ix.Elements {
		e := &ix.Elements[i]
		if e.Node.DataAtom != atom.A || e.Size() < minFileLink || e.Size() > maxFileLink {
			continue
		}
		if e.Block < f.body.Region.Start() || e.Block > f.body.Region.Last+filesBehind {
			continue
		}
		text := ix.Text[e.Start:e.Stop]
		if !holdsFileName(text) {
			continue
		}
		add(e.Node, f.Index.OneLine(int32(i)))
	}
	if len(f.found.Attachments) > 0 {
		f.found.Notes.Add("attachments", "links", "")
	}
}

// The least and the most text of a link to a file, in bytes, and how many lines behind the article it stands at most.
const (
	minFileLink = 5
	maxFileLink = 300
	filesBehind = 40
)

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
	for _, end := range words().files {
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
	for _, lead := range words().attached {
		s = strings.TrimLeft(strings.TrimPrefix(s, lead), " :")
	}
	if len(s) > 255 {
		return ""
	}
	return s
}
