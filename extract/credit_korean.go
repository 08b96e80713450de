package extract

import (
	"strings"

	"github.com/gisa-go/gisa/extract/sites"
)

// creditLines reads the bylines of a Korean article: at its head, in its body, behind it.
func creditLines(p *page, add adder) {
	ix := p.ix
	prev := ""
	for b := p.headStart(); b < min(p.body.first, int32(len(ix.blocks))); b++ {
		if p.body.head >= 0 && b <= p.body.head || p.inCaption(ix.blocks[b].elem) {
			continue
		}
		line := string(ix.line(int(b)))
		if len(line) <= maxByline {
			line = ix.spaced(b)
		}
		if labels()[strings.Trim(prev, " :")] == labelAuthor && bylines().isName(line) && !p.isRepost() {
			add("head", prev+" "+line, []Author{{Name: line}})
		}
		if a, ok := namedAbove(prev, line); ok && !p.isRepost() {
			add("head", prev+" "+line, []Author{a})
		}
		prev = line
		creditLine(p, "head", line, p.isAuthorBlock(b), add)
		if p.isRepost() {
			continue
		}
		if name := labelledName(line); name != "" {
			add("head", line, []Author{{Name: name}})
		} else if a, ok := datedName(line); ok {
			add("head", line, []Author{a})
		}
	}
	creditCut(p, add)
	creditText(p, add)
	for b := p.body.last + 1; b < min(p.body.last+authorReach, int32(len(ix.blocks))); b++ {
		line := string(ix.line(int(b)))
		if b < p.body.last+8 || p.isAuthorBlock(b) {
			creditLine(p, "tail", line, false, add)
		}
		if name := signOff(line); name != "" && b < p.body.last+4 {
			add("tail", line, []Author{{Name: name, Role: "기자"}})
		}
	}
}

// creditCut reads the bylines that were cut out of the body. Those of several lines in a row name the authors together.
func creditCut(p *page, add adder) {
	var row []Author
	for _, c := range p.cut {
		if c.kind == lineByline {
			creditLine(p, "body", c.text, true, func(from, raw string, authors []Author) {
				row = append(row, authors...)
				add(from, raw, authors)
			})
			add("body", c.text, row)
			continue
		}
		row = nil
		if c.tail && c.kind != lineCaption && c.kind != lineRelated && strings.Contains(c.text, "@") {
			creditLine(p, "body", c.text, false, add)
		}
	}
}

// creditGuest reads the line below the headline or behind the text in which a guest signs.
func creditGuest(p *page, add adder) {
	prev := ""
	for _, c := range p.cut {
		if c.kind != lineByline && !(c.kind == lineCaption && isOpinion(p.art.Title)) {
			continue
		}
		for _, line := range []string{c.text, prev + " " + c.text} { // in a caption, the office may stand below the name
			if a, ok := guest(line); ok {
				add("guest", line, []Author{a})
			}
		}
		prev = c.text
	}
	for _, part := range [][2]int32{{p.body.last + 1, p.body.last + 4}, {max(p.body.title+1, p.body.first-8), p.body.first}} {
		for b := part[0]; b < min(part[1], int32(len(p.ix.blocks))); b++ {
			bl := &p.ix.blocks[b]
			if bl.linked > 0 || bl.stop-bl.start > maxGuest || p.inCaption(bl.elem) {
				continue
			}
			line := string(p.ix.line(int(b)))
			if a, ok := guest(line); ok {
				add("guest", line, []Author{a})
			}
		}
	}
}

// isOpinion reports whether a title says in brackets that a column follows, above which its writer's picture may stand.
func isOpinion(title string) bool {
	open := strings.IndexAny(title, "[<")
	if open < 0 {
		return false
	}
	end := strings.IndexAny(title[open:], "]>")
	for _, kind := range []string{"칼럼", "기고", "시론", "논단", "시평", "에세이", "투고", "단상", "수필"} {
		if end > 0 && strings.Contains(title[open:open+end], kind) {
			return true
		}
	}
	return false
}

// authorReach is how many lines behind the text a box for its author is looked for.
const authorReach = 20

// signOff reads the name that a broadcaster's report ends with: KBS 뉴스 홍길동입니다.
func signOff(line string) string {
	rest, ok := strings.CutSuffix(strings.TrimRight(line, " ."), "입니다")
	if !ok || len(line) > 90 {
		return ""
	}
	words := strings.Fields(rest)
	if len(words) < 2 || len(words) > 4 || !bylines().isName(words[len(words)-1]) {
		return ""
	}
	for _, w := range words[:len(words)-1] {
		if w != "뉴스" && w != "기자" && !sites.IsOutlet(w) && !sites.IsOutlet(strings.TrimSuffix(w, "뉴스")) {
			return ""
		}
	}
	return words[len(words)-1]
}

// labelledName reads a name that a label stands before (작성자 홍길동), or that stands before the label of a time
// (홍길동 입력 2018. 05. 16.).
func labelledName(line string) string {
	if len(line) > maxByline {
		return ""
	}
	w := bylines()
	pieces := w.split(line)
	for i := range pieces {
		p := &pieces[i]
		switch {
		case p.name == "":
		case i > 0 && labels()[pieces[i-1].text] == labelAuthor && len(pieces[i-1].text) > len("글"):
			return p.name
		case i == 0 && len(pieces) > 2 && labels()[pieces[1].text] == labelPublished && startsDigit(pieces[2].text):
			return p.name
		}
	}
	return ""
}

// datedName reads a name, with or without a role, that stands alone but for a date and counts: 홍길서 2026.06.08. 댓글 6.
func datedName(line string) (a Author, ok bool) {
	if len(line) > maxByline || !beginsWithName(line) {
		return a, false
	}
	w := bylines()
	pieces := w.split(line)
	if len(pieces) < 2 || pieces[0].name == "" {
		return a, false
	}
	a = Author{Name: pieces[0].name, Role: pieces[0].role}
	rest := pieces[1:]
	if a.Role == "" && w.newsroom[rest[0].text] {
		a.Role, rest = rest[0].text, rest[1:]
	}
	if len(rest) == 0 {
		return a, true
	}
	for _, p := range rest {
		if labels()[p.text] == labelNone && !startsDigit(p.text) && !dateWords().weekdays[p.text] && p.text != "오전" && p.text != "오후" {
			return a, false
		}
	}
	_, ok = findStamp(line, yearFirst)
	kind := labels()[rest[0].text]
	return a, ok && (startsDigit(rest[0].text) || kind == labelPublished || kind == labelModified)
}

// namedAbove reads a name that stands alone in the line above one which says when the article was put up.
func namedAbove(above, line string) (a Author, ok bool) {
	if len(above) != len("홍길동") || len(line) > maxByline || !bylines().isName(above) {
		return a, false
	}
	st, ok := findStamp(line, yearFirst)
	return Author{Name: above}, ok && labelAtEnd(line[:st.start]) == labelPublished && st.start < 24
}

// isAuthorBlock reports whether a block stands in an element for a byline.
func (p *page) isAuthorBlock(b int32) bool {
	e := p.ix.blocks[b].elem
	for n := 0; e >= 0 && n < 3; n++ {
		if p.ix.elements[e].hints&hintAuthor != 0 {
			return true
		}
		e = p.ix.elements[e].parent
	}
	return false
}

func creditLine(p *page, where, line string, known bool, add adder) {
	if len(line) > maxByline || !known && !strings.Contains(line, "@") && !hasRole(line) {
		return
	}
	for part := range strings.SplitSeq(line, "\n") {
		b := readByline(part, known)
		if len(b.authors) == 0 && (!known && b.rest > 0 || bylines().isDesk(b.email)) {
			continue
		}
		if b.isWhole() || len(b.authors) > 0 && b.strong && b.rest < 24 && where == "head" && !isCaptionLine(part) || known && b.rest <= 12 {
			add(where, part, b.found())
		}
	}
}

// isCaptionLine tells the lines under pictures, which end in the photographer's name.
func isCaptionLine(s string) bool {
	return strings.HasPrefix(s, "▲") || strings.HasPrefix(s, "△") || strings.Contains(s, "사진") || strings.Contains(s, "있다.") || strings.Contains(s, "제공")
}

// hasRole is a cheap test for lines that may name reporters.
func hasRole(line string) bool {
	for _, word := range []string{"기자", "특파원", "위원", "칼럼니스트", "글", "통신원", "리포터"} {
		if strings.Contains(line, word) {
			return true
		}
	}
	return false
}

// creditText reads the datelines and bylines that stand in the text.
func creditText(p *page, add adder) {
	paragraphs := p.art.Paragraphs
	for i, span := range paragraphs {
		if i >= 3 && i < len(paragraphs)-4 {
			continue
		}
		text := p.art.Text[span.Start:span.End]
		if i < 3 {
			authors, _ := dateline(text)
			add("dateline", headOf(text, 80), authors)
		}
		if authors, rest, ok := isByline(text); ok {
			add("body", strings.TrimPrefix(text, rest), authors)
		}
	}
}
