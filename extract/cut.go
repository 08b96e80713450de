package extract

import (
	"bytes"
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"

	"github.com/gisa-go/gisa/extract/sites"
)

// cuts returns the elements below root that are no part of the article, as stretches of text in order.
func (s *scorer) cuts(root int32) []span {
	total := s.proseIn(root)
	c := cutter{scorer: s, root: root, total: total, flow: s.flow(root), believed: ^hint(0)}
	if c.run(); c.lost*2 >= c.total {
		c.believed, c.total = hintsStrong, total
		c.run()
	}
	return c.list
}

// cutter finds what inside an element is no part of the article.
type cutter struct {
	*scorer
	root     int32
	total    int32 // running text of root, galleries aside
	flow     int32
	believed hint // which hints are believed
	list     []span
	lost     int32 // running text inside list
}

// run fills list and lost.
func (c *cutter) run() {
	ix := c.p.ix
	c.list, c.lost = c.list[:0], 0
	for i := c.root + 1; i < ix.elements[c.root].end; {
		e := &ix.elements[i]
		if c.isGallery(i) {
			c.list = append(c.list, span{e.start, e.stop, lineCaption})
			c.total -= c.proseIn(i)
		} else if kind := c.kindOf(i); kind != lineText {
			c.list = append(c.list, span{e.start, e.stop, kind})
			c.lost += min(c.proseIn(i), e.stop-e.start)
		} else {
			i++
			continue
		}
		i = e.end
	}
}

// kindOf says what an element is: by the rule of the site, else by its names and its tag, else by where it stands.
func (c *cutter) kindOf(i int32) lineKind {
	e := &c.p.ix.elements[i]
	kind := c.known[e.node]
	if kind != lineText || e.start == e.stop {
		return kind
	}
	if e.hints&c.believed&hintBodyProp == 0 {
		if kind = c.namedKind(i); kind == lineText {
			kind = c.taggedKind(i)
		} else if kind <= lineRelated && c.isWording(i) {
			return lineText
		}
	}
	if kind == lineText && c.flow >= 0 && !c.p.ix.within(c.flow, i) {
		kind = c.boxKind(i)
	}
	if kind == lineText && e.hints&hintDek != 0 && c.isKoreanDek(i) && c.opens(e.start) {
		kind = lineDek
	}
	return kind
}

// isWording reports whether an element is part of the wording of a sentence, which goes on before and behind it, whatever
// its name. What is glued to the word before is not: it explains that.
func (c *cutter) isWording(i int32) bool {
	e := &c.p.ix.elements[i]
	if e.blockStop-e.block != 1 || e.hints&(hintHidden|hintNever) != 0 || !c.isProse(e.block) {
		return false
	}
	b := &c.p.ix.blocks[e.block]
	before, behind := c.p.ix.text[b.start:max(b.start, e.start)], c.p.ix.text[min(b.stop, e.stop):b.stop]
	last, _ := utf8.DecodeLastRune(before)
	next, _ := utf8.DecodeRune(trimSpace(behind))
	if len(trimSpace(before)) == 0 {
		return unicode.IsLower(next) || len(behind) > 0 && !isBlank(behind[0]) && isWide(next)
	}
	glued := unicode.IsLetter(last) && !isWide(last) && !isBlank(c.p.ix.text[e.start])
	return len(trimSpace(behind)) > 0 && !glued
}

// namedKind says what the names of an element make it.
func (c *cutter) namedKind(i int32) lineKind {
	e := &c.p.ix.elements[i]
	h := e.hints & c.believed
	prose := c.proseIn(i)
	few := e.blockStop-e.block < 8
	switch {
	case h&hintNever != 0 && h&hintBody == 0 && !c.isAround(i):
		return linePromo
	case h&(hintRelated|hintComment|hintTags) != 0 && prose*3 <= c.total:
		return lineRelated
	case h&(hintNoise|hintHidden) != 0 && prose*3 <= c.total:
		return linePromo
	case h&hintCaption != 0 && min(prose, (e.stop-e.start)*2/3)*4 <= c.total: // one inside a line is no more than its own text
		return lineCaption
	case h&hintAuthor != 0 && prose*20 <= c.total && few:
		return lineByline
	case h&hintDate != 0 && prose*20 <= c.total && few:
		return lineTime
	case h&hintDoubt != 0 && prose*5 <= c.total && (prose == 0 || c.hasLinkedLine(e.block, e.blockStop)):
		return lineRelated
	}
	return lineText
}

// taggedKind says what the tag of an element and the links in it make it.
func (c *cutter) taggedKind(i int32) lineKind {
	prose := c.proseIn(i)
	switch c.p.ix.elements[i].node.DataAtom {
	case atom.Ul, atom.Ol, atom.Table, atom.Dl, atom.Section, atom.Div:
		if c.isLinkList(i) || prose*2 <= c.total && c.isTeasers(i) {
			return lineRelated
		}
		if prose*3 <= c.total && c.isSummary(i) {
			return linePromo
		}
	case atom.Figure:
		if prose*5 <= c.total && !c.p.ix.holds(c.p.ix.matter, i) {
			return lineCaption
		}
	case atom.Form:
		if prose*5 <= c.total {
			return linePromo
		}
	}
	return lineText
}

// isSummary reports whether an element is a small box that begins by saying that it sums the article up.
func (c *cutter) isSummary(i int32) bool {
	e := &c.p.ix.elements[i]
	if n := e.blockStop - e.block; n < 2 || n > 8 {
		return false
	}
	line := c.p.ix.line(int(e.block))
	if len(line) > 40 {
		return false
	}
	switch strings.ToLower(strings.ReplaceAll(string(line), " ", "")) {
	case "요약", "기사요약", "자동요약", "ai요약", "ai기사요약", "ai뉴스요약", "3줄요약", "ai3줄요약", "세줄요약", "핵심요약", "한눈에보기":
		return true
	}
	return false
}

// knownCuts maps the elements that the site's rule says are no part of the text to what they are.
func knownCuts(p *page) map[*html.Node]lineKind {
	if p.site.Layout == nil {
		return nil
	}
	known := map[*html.Node]lineKind{}
	for _, n := range p.site.nodes(sites.Remove) {
		known[n] = linePromo
	}
	for _, n := range p.site.nodes(sites.Subtitle) {
		known[n] = lineDek
	}
	for _, n := range p.site.nodes(sites.Captions) {
		known[n] = lineCaption
	}
	return known
}

// isKoreanDek reports whether an element reads like the subtitle of a Korean article: no sentences. It may stand in the first
// line of the text, which goes on behind it.
func (s *scorer) isKoreanDek(i int32) bool {
	e := &s.p.ix.elements[i]
	if e.stop-e.start > 2*maxSubtitle || e.stop-e.start < 12 || !s.p.isKorean() {
		return false
	}
	text := s.p.ix.text[e.start:e.stop]
	return !bytes.Contains(text, []byte("다.")) && !bytes.Contains(text, []byte("요."))
}

// opens reports whether nothing but what is cut stands in root before an offset.
func (c *cutter) opens(at int32) bool {
	text, from := c.p.ix.text, c.p.ix.elements[c.root].start
	if len(c.list) > 8 {
		return false
	}
	for _, cut := range c.list {
		if len(trimSpace(text[from:max(from, cut.start)])) > 0 {
			return false
		}
		from = max(from, cut.stop)
	}
	return len(trimSpace(text[from:max(from, at)])) == 0
}
