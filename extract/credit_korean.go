package extract

import (
	"strings"

	"github.com/gisa-go/gisa/extract/internal/boilerplate"
	"github.com/gisa-go/gisa/extract/internal/byline"
	"github.com/gisa-go/gisa/extract/internal/document"
	"github.com/gisa-go/gisa/extract/internal/letters"
	"github.com/gisa-go/gisa/extract/internal/stamp"
)

// creditLines reads the bylines of a Korean article: at its head, in its body, behind it.
func creditLines(p *page, add adder) {
	ix := p.ix
	prev := ""
	for b := p.headStart(); b < min(p.body.first, int32(len(ix.Blocks))); b++ {
		if p.body.head >= 0 && b <= p.body.head || p.inCaption(ix.Blocks[b].Elem) {
			continue
		}
		line := string(ix.Line(int(b)))
		if len(line) <= byline.Max {
			line = ix.Spaced(b)
		}
		if stamp.LabelOf(strings.Trim(prev, " :")) == stamp.Author && byline.IsName(line) && !p.isRepost() {
			add("head", prev+" "+line, []byline.Person{{Name: line}})
		}
		if a, ok := byline.Above(prev, line); ok && !p.isRepost() {
			add("head", prev+" "+line, []byline.Person{a})
		}
		prev = line
		creditLine(p, "head", line, p.isAuthorBlock(b), add)
		if p.isRepost() {
			continue
		}
		if name := byline.Labelled(line); name != "" {
			add("head", line, []byline.Person{{Name: name}})
		} else if a, ok := byline.Dated(line); ok {
			add("head", line, []byline.Person{a})
		}
	}
	creditCut(p, add)
	creditText(p, add)
	for b := p.body.last + 1; b < min(p.body.last+authorReach, int32(len(ix.Blocks))); b++ {
		line := string(ix.Line(int(b)))
		if b < p.body.last+8 || p.isAuthorBlock(b) {
			creditLine(p, "tail", line, false, add)
		}
		if name := byline.SignOff(line); name != "" && b < p.body.last+4 {
			add("tail", line, []byline.Person{{Name: name, Role: "기자"}})
		}
	}
}

// creditCut reads the bylines that were cut out of the body. Those of several lines in a row name the authors together.
func creditCut(p *page, add adder) {
	var row []byline.Person
	for _, c := range p.cut {
		if c.kind == boilerplate.Byline {
			creditLine(p, "body", c.text, true, func(from, raw string, authors []byline.Person) {
				row = append(row, authors...)
				add(from, raw, authors)
			})
			add("body", c.text, row)
			continue
		}
		row = nil
		if c.tail && c.kind != boilerplate.Caption && c.kind != boilerplate.Related && strings.Contains(c.text, "@") {
			creditLine(p, "body", c.text, false, add)
		}
	}
}

// creditGuest reads the line below the headline or behind the text in which a guest signs.
func creditGuest(p *page, add adder) {
	prev := ""
	for _, c := range p.cut {
		if c.kind != boilerplate.Byline && !(c.kind == boilerplate.Caption && isOpinion(p.art.Title)) {
			continue
		}
		for _, line := range []string{c.text, prev + " " + c.text} { // in a caption, the office may stand below the name
			if a, ok := byline.Guest(line); ok {
				add("guest", line, []byline.Person{a})
			}
		}
		prev = c.text
	}
	for _, part := range [][2]int32{{p.body.last + 1, p.body.last + 4}, {max(p.body.title+1, p.body.first-8), p.body.first}} {
		for b := part[0]; b < min(part[1], int32(len(p.ix.Blocks))); b++ {
			bl := &p.ix.Blocks[b]
			if bl.Linked > 0 || bl.Stop-bl.Start > byline.MaxGuest || p.inCaption(bl.Elem) {
				continue
			}
			line := string(p.ix.Line(int(b)))
			if a, ok := byline.Guest(line); ok {
				add("guest", line, []byline.Person{a})
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

// isAuthorBlock reports whether a block stands in an element for a byline.
func (p *page) isAuthorBlock(b int32) bool {
	e := p.ix.Blocks[b].Elem
	for n := 0; e >= 0 && n < 3; n++ {
		if p.ix.Elements[e].Hints&document.HintAuthor != 0 {
			return true
		}
		e = p.ix.Elements[e].Parent
	}
	return false
}

func creditLine(p *page, where, line string, known bool, add adder) {
	if len(line) > byline.Max || !known && !strings.Contains(line, "@") && !hasRole(line) {
		return
	}
	for part := range strings.SplitSeq(line, "\n") {
		b := byline.Read(part, known)
		if len(b.Authors) == 0 && (!known && b.Rest > 0 || byline.IsDesk(b.Email)) {
			continue
		}
		if b.IsWhole() || len(b.Authors) > 0 && b.Strong && b.Rest < 24 && where == "head" && !isCaptionLine(part) || known && b.Rest <= 12 {
			add(where, part, b.Found())
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
			authors, _ := byline.Dateline(text)
			add("dateline", letters.Head(text, 80), authors)
		}
		if authors, rest, ok := byline.Cut(text); ok {
			add("body", strings.TrimPrefix(text, rest), authors)
		}
	}
}
