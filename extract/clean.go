package extract

import (
	"bytes"
	"strings"

	"golang.org/x/net/html"
	"golang.org/x/net/html/atom"

	"github.com/gisa-go/gisa/extract/sites"
)

// selection is a candidate's text after cleaning.
type selection struct {
	root  int32
	lines []line
	cut   []cutLine
	size  int32 // characters that stay
	prose int32 // of these, running text
	waste int32 // characters that were cut
}

// line is a stretch of a block that stays in the article.
type line struct {
	block       int32
	start, stop int32 // bytes of index.text
	glued       bool  // it goes on with the line before, between which something was cut
}

// span is a stretch of index.text that is no part of the article.
type span struct {
	start, stop int32
	kind        lineKind
}

// clean decides for each line of an element whether it is part of the article.
func (s *scorer) clean(root int32) selection {
	sel := selection{root: root}
	sel.subtract(s, s.cuts(root))
	sel.judge(s)
	sel.trimHead(s)
	sel.trimTail(s)
	ix := s.p.ix
	for i := range sel.lines {
		l := &sel.lines[i]
		sel.size += ix.blocks[l.block].size
		sel.prose += s.prose[l.block+1] - s.prose[l.block]
	}
	return sel
}

// cuts returns the elements below root that are no part of the article, as stretches of text in order.
func (s *scorer) cuts(root int32) []span {
	total := s.proseIn(root)
	for _, believed := range []hint{^hint(0), hintsStrong} {
		list, lost := s.cutsBy(root, believed)
		if lost*2 < total || believed == hintsStrong {
			return list
		}
	}
	return nil
}

// cutsBy is cuts where only some hints are believed; it also returns how much running text is lost.
func (s *scorer) cutsBy(root int32, believed hint) (list []span, lost int32) {
	ix := s.p.ix
	total := s.proseIn(root)
	flow := s.flow(root)
	for i := root + 1; i < ix.elements[root].end; {
		e := &ix.elements[i]
		kind := s.siteKind(e.node)
		if kind == lineText && e.start < e.stop {
			if kind = s.kindOf(i, total, believed); kind == lineText && flow >= 0 && !ix.within(flow, i) {
				kind = s.boxKind(i, total)
			}
		}
		if kind == lineText && e.hints&hintDek != 0 && s.isKoreanDek(i) && s.opens(root, e.start, list) {
			kind = lineDek
		}
		if kind == lineText {
			i++
			continue
		}
		list = append(list, span{e.start, e.stop, kind})
		lost += min(s.proseIn(i), e.stop-e.start)
		i = e.end
	}
	return list, lost
}

// isKoreanDek reports whether an element reads like the subtitle of a Korean article: no sentences. It may stand in the first
// line of the text, which goes on behind it.
func (s *scorer) isKoreanDek(i int32) bool {
	e := &s.p.ix.elements[i]
	if e.stop-e.start > 2*maxSubtitle || e.stop-e.start < 12 || !strings.HasPrefix(s.p.art.Language, "ko") {
		return false
	}
	text := s.p.ix.text[e.start:e.stop]
	return !bytes.Contains(text, []byte("다.")) && !bytes.Contains(text, []byte("요."))
}

// opens reports whether nothing but what is cut stands in an element before an offset.
func (s *scorer) opens(root, at int32, cuts []span) bool {
	text, from := s.p.ix.text, s.p.ix.elements[root].start
	if len(cuts) > 8 {
		return false
	}
	for _, c := range cuts {
		if len(trimSpace(text[from:max(from, c.start)])) > 0 {
			return false
		}
		from = max(from, c.stop)
	}
	return len(trimSpace(text[from:max(from, at)])) == 0
}

// siteKind says what the site's rule says of an element.
func (s *scorer) siteKind(n *html.Node) lineKind {
	if s.known == nil {
		return lineText
	}
	return s.known[n]
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

// kindOf says what an element inside a candidate is; total is the running text of the candidate.
func (s *scorer) kindOf(i, total int32, believed hint) lineKind {
	e := &s.p.ix.elements[i]
	h := e.hints & believed
	prose := s.proseIn(i)
	switch {
	case h&hintBodyProp != 0:
		return lineText
	case h&hintNever != 0 && h&hintBody == 0 && !s.isAround(i):
		return linePromo
	case h&(hintRelated|hintComment|hintTags) != 0 && prose*3 <= total:
		return lineRelated
	case h&(hintNoise|hintHidden) != 0 && prose*3 <= total:
		return linePromo
	case h&hintCaption != 0 && min(prose, (e.stop-e.start)*2/3)*4 <= total: // one inside a line is no more than its own text
		return lineCaption
	case h&(hintAuthor) != 0 && prose*20 <= total && e.blockStop-e.block < 8:
		return lineByline
	case h&(hintDate) != 0 && prose*20 <= total && e.blockStop-e.block < 8:
		return lineTime
	case h&hintDoubt != 0 && prose*5 <= total && (prose == 0 || s.hasLinkedLine(e.block, e.blockStop)):
		return lineRelated
	}
	switch e.node.DataAtom {
	case atom.Ul, atom.Ol, atom.Table, atom.Dl, atom.Section, atom.Div:
		if s.isLinkList(i) || prose*2 <= total && s.isTeasers(i) {
			return lineRelated
		}
	case atom.Figure:
		if prose*5 <= total && !s.p.ix.holds(s.p.ix.matter, i) {
			return lineCaption
		}
	case atom.Form:
		if prose*5 <= total {
			return linePromo
		}
	}
	return lineText
}

// isLinkList reports whether an element holds little but links.
func (s *scorer) isLinkList(i int32) bool {
	ix := s.p.ix
	e := &ix.elements[i]
	n := e.blockStop - e.block
	if n < 2 {
		return false
	}
	size := s.size[e.blockStop] - s.size[e.block]
	linked := s.linked[e.blockStop] - s.linked[e.block]
	return linked*3 > size*2
}

// isTeasers reports whether an element is a list of other articles: three or more children, nearly all of which are headed
// by a line that is a link and hold little more text than a summary.
func (s *scorer) isTeasers(i int32) bool {
	ix := s.p.ix
	children, teasers := 0, 0
	for c := i + 1; c < ix.elements[i].end; c = ix.elements[c].end {
		e := &ix.elements[c]
		if e.block == e.blockStop {
			continue
		}
		children++
		if s.proseIn(c) < maxSummary && s.hasLinkedLine(e.block, min(s.written[e.block], e.blockStop)) {
			teasers++
		}
	}
	return teasers >= 3 && teasers*4 >= children*3
}

// maxSummary is the most running text below one headline of a list.
const maxSummary = 600

// hasLinkedLine reports whether one of the blocks is a link as a whole and long enough for a headline.
func (s *scorer) hasLinkedLine(from, to int32) bool { return s.titles[to] > s.titles[from] }

// subtract splits the blocks of the candidate into the lines that the cuts leave.
func (sel *selection) subtract(s *scorer, cuts []span) {
	ix := s.p.ix
	e := &ix.elements[sel.root]
	for b := e.block; b < e.blockStop; b++ {
		at, stop := max(ix.blocks[b].start, e.start), min(ix.blocks[b].stop, e.stop)
		glued := false
		for len(cuts) > 0 && cuts[0].start < stop {
			c := cuts[0]
			if glued = sel.keep(ix, line{b, at, min(c.start, stop), glued}) || glued; max(c.start, at) < min(c.stop, stop) {
				sel.remove(ix, c.kind, max(c.start, at), min(c.stop, stop))
			}
			at = max(at, min(c.stop, stop))
			if c.stop > stop {
				break
			}
			cuts = cuts[1:]
		}
		sel.keep(ix, line{b, at, stop, glued})
	}
}

// keep adds a line unless it is blank, and reports whether it did.
func (sel *selection) keep(ix *index, l line) bool {
	for l.start < l.stop && isBlank(ix.text[l.start]) {
		l.start++
	}
	for l.start < l.stop && isBlank(ix.text[l.stop-1]) {
		l.stop--
	}
	if l.start >= l.stop {
		return false
	}
	sel.lines = append(sel.lines, l)
	return true
}

func isBlank(c byte) bool { return c == ' ' || c == '\n' }

// remove notes a stretch of text that is left out.
func (sel *selection) remove(ix *index, kind lineKind, start, stop int32) {
	sel.waste += stop - start
	switch kind {
	case lineCaption, lineByline, lineTime, lineSource, lineDek, lineCopyright:
		if text := trimSpace(ix.text[start:stop]); len(text) > 0 {
			sel.cut = append(sel.cut, cutLine{kind: kind, text: string(text), tail: len(sel.lines) > 0})
		}
	}
}

// judge takes out the lines that boilerplate patterns and links give away.
func (sel *selection) judge(s *scorer) {
	ix := s.p.ix
	var buf []byte
	kept := sel.lines[:0]
	under := false // under a heading such as Related articles
	for n, l := range sel.lines {
		b := &ix.blocks[l.block]
		var kind lineKind
		kind, buf = patterns().kindOf(ix.text[l.start:l.stop], int(b.size), buf)
		linked := b.linked*10 > b.size*9
		switch {
		case kind == lineEnd:
			for _, l := range sel.lines[n:] {
				sel.remove(ix, kind, l.start, l.stop)
			}
			sel.lines = kept
			return
		case kind == lineHead:
			under = true
		case kind != lineText:
		case linked && b.size > 4 && !s.headsText(sel.lines[n:]), s.isPointer(l.block), under && (linked || b.size < 80 && !s.isProse(l.block)):
			kind = lineRelated
		case ix.isUnderPicture(l.block):
			kind = lineCaption
		case s.p.isPostInfo(l.block):
			kind = lineTime
		default:
			under = false
		}
		if kind == lineText {
			l.stop = sel.cutByline(ix, l)
		}
		if l.stop == l.start {
			continue
		}
		if kind == lineText {
			kept = append(kept, l)
		} else {
			sel.remove(ix, kind, l.start, l.stop)
		}
	}
	sel.lines = kept
}

// headsText reports whether the first of several lines is a heading of the article although it is a link: text follows it.
func (s *scorer) headsText(lines []line) bool {
	b := lines[0].block
	return len(lines) > 1 && s.isHeading(b) && !s.p.inMatter(b) && s.isProse(lines[1].block)
}

// isPointer reports whether a block is a label and a link to another article, as READ MORE | Town opens its market.
func (s *scorer) isPointer(i int32) bool {
	b := &s.p.ix.blocks[i]
	return b.linked*2 > b.size && b.size > 30 && !s.isProse(i) && !s.isHeading(i) && !endsSentence(s.p.ix.line(int(i))) && !s.p.inMatter(i)
}

// cutByline takes a reporter's line, or one glued to the end of a sentence, out of the text and returns where that now ends.
func (sel *selection) cutByline(ix *index, l line) int32 {
	text := ix.text[l.start:l.stop]
	if bytes.IndexByte(text, '@') < 0 && !bytes.Contains(text, []byte("기자")) && !bytes.Contains(text, []byte("특파원")) {
		return l.stop
	}
	_, rest, ok := isByline(string(text))
	if !ok || !bytes.HasPrefix(text, []byte(rest)) {
		return l.stop
	}
	stop := l.start + int32(len(rest))
	sel.remove(ix, lineByline, stop, l.stop)
	return stop
}

// isHeading tells blocks of h1 … h6.
func (s *scorer) isHeading(b int32) bool {
	ix := s.p.ix
	e := ix.blocks[b].elem
	for e > 0 && !isBlock(ix.elements[e].node.DataAtom) {
		e = ix.elements[e].parent
	}
	switch ix.elements[e].node.DataAtom {
	case atom.H1, atom.H2, atom.H3, atom.H4, atom.H5, atom.H6:
		return true
	}
	return false
}

func (s *scorer) isProse(b int32) bool { return s.prose[b+1] > s.prose[b] }

// trimHead cuts the head of the article where the candidate holds it: what stands before the headline, the headline (the
// line that says the title or the page's first h1), the rest of the box it stands in, and the subtitle.
func (sel *selection) trimHead(s *scorer) {
	ix := s.p.ix
	title := normalTitle(s.p.art.Title)
	h1 := s.headline
	lines := sel.lines
	for i := 0; i < min(len(lines), 16); i++ {
		l := lines[i]
		if l.block == h1 || title != "" && normalTitle(string(ix.text[l.start:l.stop])) == title {
			sel.lines = nil // what is removed stands before the text
			for _, l := range lines[:i+1] {
				sel.remove(ix, lineTitle, l.start, l.stop)
			}
			sel.lines = sel.dropDek(s, lines[i+1:], s.headBox(l.block, sel.root))
			return
		}
		if s.isProse(l.block) && (h1 < 0 || ix.blocks[l.block].size > 200) {
			break
		}
	}
	if len(lines) > 1 {
		sel.lines = nil
		sel.lines = sel.dropDek(s, lines, 0)
	}
}

// dropDek takes the subtitle, and what else stands in the box of the headline, from the first lines of the text. A lead stays.
func (sel *selection) dropDek(s *scorer, lines []line, boxStop int32) []line {
	kept := lines[:0]
	for i, l := range lines {
		if l.block >= boxStop && !s.isDek(l.block) {
			return append(kept, lines[i:]...)
		}
		if s.isLead(l.block) {
			kept = append(kept, l)
		} else {
			sel.remove(s.p.ix, lineDek, l.start, l.stop)
		}
	}
	return kept
}

// headBox returns the end, in blocks, of the largest element around the headline that is nothing but the head of the article.
func (s *scorer) headBox(headline, root int32) int32 {
	ix := s.p.ix
	stop := headline + 1
	total := s.proseIn(root)
	for e := ix.elements[ix.blocks[headline].elem].parent; e > root; e = ix.elements[e].parent {
		box := &ix.elements[e]
		if s.proseIn(e)*5 > total || s.size[box.blockStop]-s.size[box.block] > 700 {
			break
		}
		stop = box.blockStop
	}
	return stop
}

// isDek reports whether a block is named as the subtitle and is none of the article's paragraphs.
func (s *scorer) isDek(b int32) bool { return s.isNamed(b, hintDek) && !s.isLead(b) }

// isNamed reports whether a block stands in a small element with one of the hints.
func (s *scorer) isNamed(b int32, h hint) bool {
	ix := s.p.ix
	for e, n := ix.blocks[b].elem, 0; e >= 0 && n < 3; e, n = ix.elements[e].parent, n+1 {
		if el := &ix.elements[e]; el.hints&h != 0 && el.blockStop-el.block < 6 {
			return true
		}
	}
	return false
}

// trimTail cuts short lines after the last running text: labels, headings without text, signatures of boxes.
func (sel *selection) trimTail(s *scorer) {
	last := -1
	for i, l := range sel.lines {
		if s.isProse(l.block) {
			last = i
		}
	}
	if last < 0 {
		return
	}
	for i := len(sel.lines) - 1; i > last; i-- {
		b := sel.lines[i].block
		if s.p.ix.blocks[b].size >= 30 || s.p.inMatter(b) {
			break
		}
		sel.lines = sel.lines[:i]
	}
}

// inMatter reports whether a block is an item of a list, a cell of a table or part of a quotation.
func (p *page) inMatter(b int32) bool {
	for e := p.ix.blocks[b].elem; e >= 0; e = p.ix.elements[e].parent {
		switch p.ix.elements[e].node.DataAtom {
		case atom.Li, atom.Td, atom.Th, atom.Dd, atom.Dt, atom.Blockquote, atom.Pre:
			return true
		case atom.Div, atom.Article, atom.Section:
			return false
		}
	}
	return false
}
