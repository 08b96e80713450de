package cut

import (
	"strings"

	"golang.org/x/net/html/atom"

	"github.com/gisa-go/gisa/extract/internal/document"
	"github.com/gisa-go/gisa/extract/internal/letters"
)

// isMark reports whether an element is a mark that leads to a footnote, or back from one: [1], 2) and * in raised
// letters, an arrow in a link within the page.
func (c *cutter) isMark(i int32) bool {
	e := &c.Index.Elements[i]
	if e.Size() > maxMark || e.Lines() > 1 {
		return false
	}
	switch e.Node.DataAtom {
	case atom.Sup:
		text := string(letters.Trim(c.Index.Text[e.Start:e.Stop]))
		a := c.onlyLink(i)
		return letters.IsNumberInMarks(text) || a >= 0 && c.leadsWithin(a) && letters.IsShortMark(text)
	case atom.A:
		text := string(letters.Trim(c.Index.Text[e.Start:e.Stop]))
		if !c.leadsWithin(i) {
			return false
		}
		return letters.IsArrow(text) || letters.IsNumberInMarks(text) || document.Attr(e.Node, "role") == "doc-noteref" ||
			letters.IsShortMark(text) && c.isGlued(e.Start)
	}
	return false
}

// maxMark is the longest mark of a footnote, in bytes.
const maxMark = 16

// onlyLink returns the link that holds all text of an element, or -1.
func (c *cutter) onlyLink(i int32) int32 {
	e := &c.Index.Elements[i]
	for j := i + 1; j < e.End; j++ {
		if a := &c.Index.Elements[j]; a.Node.DataAtom == atom.A && a.Start == e.Start && a.Stop == e.Stop {
			return j
		}
	}
	return -1
}

// leadsWithin reports whether a link leads to a place in the page.
func (c *cutter) leadsWithin(a int32) bool {
	address, place, ok := strings.Cut(document.Attr(c.Index.Elements[a].Node, "href"), "#")
	return ok && place != "" && (address == "" || strings.HasPrefix(c.Address(), address))
}

// isGlued reports whether a letter stands right before an offset.
func (c *cutter) isGlued(at int32) bool { return at > 0 && !letters.IsBlank(c.Index.Text[at-1]) }
