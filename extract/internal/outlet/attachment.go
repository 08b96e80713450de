package outlet

import (
	"strings"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"

	"github.com/gisa-go/gisa/extract/internal/document"
	"github.com/gisa-go/gisa/extract/sites"
)

// fileEndings are those of files that articles come with.
var fileEndings = []string{".hwpx", ".hwp", ".pdf", ".docx", ".doc", ".xlsx", ".xls", ".pptx", ".ppt", ".zip", ".odt", ".txt", ".rtf", ".csv",
	".jpg", ".jpeg", ".png", ".gif", ".mp4", ".mp3"}

// findAttachments reads the files that the page offers: those of the rule, else links near the article whose text ends as
// the names of files do.
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
		if e.Node.DataAtom != atom.A || e.Stop-e.Start < 5 || e.Stop-e.Start > 300 || e.Block < f.body.Region.Start() || e.Block > f.body.Region.Last+40 {
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
