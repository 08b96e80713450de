package pictures

import (
	"strings"

	"golang.org/x/net/html/atom"

	"github.com/gisa-go/gisa/extract/internal/document"
)

// maxLink is the longest text of a link, in bytes; what is longer is a box that someone forgot to close.
const maxLink = 4 << 10

// addLinks fills Links with the links of the lines that stay, each address once.
func (f *finder) addLinks() {
	if f.body.Root < 0 {
		return
	}
	lines, seen := f.body.Lines, map[Link]bool{}
	for i := f.body.Root; i < f.Index.Elements[f.body.Root].End; i++ {
		e := &f.Index.Elements[i]
		if e.Node.DataAtom != atom.A || e.Start >= e.Stop || e.Size() > maxLink {
			continue
		}
		for len(lines) > 0 && lines[0].Stop <= e.Start {
			lines = lines[1:]
		}
		href := document.Attr(e.Node, "href")
		if len(lines) == 0 || e.Stop <= lines[0].Start || href == "" || href[0] == '#' ||
			strings.HasPrefix(href, "javascript:") {
			continue
		}
		l := Link{Text: strings.ReplaceAll(f.Index.TextOf(i), "\n", " "), URL: f.Head.Resolve(strings.TrimSpace(href))}
		if l.Text != "" && !seen[l] {
			seen[l] = true
			f.found.Links = append(f.found.Links, l)
		}
	}
}
