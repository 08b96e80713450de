package extract

import (
	"strings"

	"golang.org/x/net/html/atom"
)

// maxLink is the longest text of a link, in bytes; what is longer is a box that someone forgot to close.
const maxLink = 4 << 10

// addLinks fills Links with the links of the lines that stay, each address once.
func (p *page) addLinks(sel *selection) {
	if sel.root < 0 {
		return
	}
	lines, seen := sel.lines, map[Link]bool{}
	for i := sel.root; i < p.ix.elements[sel.root].end; i++ {
		e := &p.ix.elements[i]
		if e.node.DataAtom != atom.A || e.start >= e.stop || e.stop-e.start > maxLink {
			continue
		}
		for len(lines) > 0 && lines[0].stop <= e.start {
			lines = lines[1:]
		}
		href := attr(e.node, "href")
		if len(lines) == 0 || e.stop <= lines[0].start || href == "" || href[0] == '#' || strings.HasPrefix(href, "javascript:") {
			continue
		}
		l := Link{Text: strings.ReplaceAll(p.ix.textOf(i), "\n", " "), URL: p.resolve(strings.TrimSpace(href))}
		if l.Text != "" && !seen[l] {
			seen[l] = true
			p.art.Links = append(p.art.Links, l)
		}
	}
}
