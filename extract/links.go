package extract

import (
	"strings"

	"golang.org/x/net/html/atom"

	"github.com/gisa-go/gisa/extract/internal/document"
)

// maxLink is the longest text of a link, in bytes; what is longer is a box that someone forgot to close.
const maxLink = 4 << 10

// addLinks fills Links with the links of the lines that stay, each address once.
func (p *page) addLinks(sel *selection) {
	if sel.root < 0 {
		return
	}
	lines, seen := sel.lines, map[Link]bool{}
	for i := sel.root; i < p.ix.Elements[sel.root].End; i++ {
		e := &p.ix.Elements[i]
		if e.Node.DataAtom != atom.A || e.Start >= e.Stop || e.Stop-e.Start > maxLink {
			continue
		}
		for len(lines) > 0 && lines[0].stop <= e.Start {
			lines = lines[1:]
		}
		href := document.Attr(e.Node, "href")
		if len(lines) == 0 || e.Stop <= lines[0].start || href == "" || href[0] == '#' || strings.HasPrefix(href, "javascript:") {
			continue
		}
		l := Link{Text: strings.ReplaceAll(p.ix.TextOf(i), "\n", " "), URL: p.resolve(strings.TrimSpace(href))}
		if l.Text != "" && !seen[l] {
			seen[l] = true
			p.art.Links = append(p.art.Links, l)
		}
	}
}
