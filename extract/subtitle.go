package extract

import (
	"strings"
	"unicode/utf8"

	"golang.org/x/net/html/atom"

	"github.com/gisa-go/gisa/extract/facts"
	"github.com/gisa-go/gisa/extract/internal/boilerplate"
	"github.com/gisa-go/gisa/extract/internal/byline"
	"github.com/gisa-go/gisa/extract/internal/document"
	"github.com/gisa-go/gisa/extract/internal/letters"
	"github.com/gisa-go/gisa/extract/internal/stamp"
	"github.com/gisa-go/gisa/extract/sites"
)

// findSubtitle fills Subtitle with the lines between headline and text: from the site's rule, from what was cut out of the
// body, from the head of the article. Lines of it that stand at the beginning of the text are taken out of that.
func findSubtitle(p *page) {
	cutLeading(p.art, titleLines(p.art))
	lines, from := p.subtitleOfRule()
	if len(lines) == 0 {
		for _, c := range p.cut {
			if c.kind == boilerplate.Dek && !c.tail {
				lines, from = append(lines, strings.Split(c.text, "\n")...), "body"
			}
		}
	}
	if len(lines) == 0 {
		lines, from = p.unquoted(p.subtitleOfHead()), "head"
	}
	if len(lines) == 0 {
		lines = p.unquoted(p.subtitleNamed())
	}
	if len(lines) == 0 {
		if s := letters.Clean(p.meta.ld("alternativeHeadline")); s != "" && letters.Fold(s) != letters.Fold(p.art.Title) {
			lines, from = []string{s}, "jsonld"
		}
	}
	n := leadingLines(p, lines)
	if len(lines) == 0 {
		for _, span := range p.art.Paragraphs[:n] {
			lines, from = append(lines, p.art.Text[span.Start:span.End]), "text"
		}
	}
	cutLeading(p.art, n)
	if s := strings.Join(unlike(lines, p.art.Title), "\n"); s != "" {
		p.art.Subtitle = s
		p.note("subtitle", from, "")
	}
}

// unlike drops empty lines and those that repeat the title.
func unlike(lines []string, title string) (out []string) {
	for _, line := range lines {
		if line = strings.TrimSpace(line); line != "" && letters.Fold(line) != letters.Fold(title) {
			out = append(out, line)
		}
	}
	return out
}

// unquoted returns the lines of a subtitle unless one is no more than a sentence of the text, or a long part of a paragraph, as
// in summaries made by machine.
func (p *page) unquoted(lines []string) []string {
	for _, line := range lines {
		said := strings.TrimRight(line, ".… ")
		at := strings.Index(p.art.Text, said)
		whole := at >= 0 && (at == 0 || p.art.Text[at-1] == '\n') && strings.HasPrefix(p.art.Text[at+len(said):], "\n")
		if at >= 0 && (isKoreanSentence(line) || !whole && utf8.RuneCountInString(said) >= 30) {
			return nil
		}
	}
	return lines
}

func (p *page) subtitleOfRule() (lines []string, from string) {
	for src := range p.site.Sources(sites.Subtitle) {
		if src.Selector == nil {
			if s := p.readSource(src); s != "" {
				return []string{s}, "site:" + p.art.Site
			}
			continue
		}
		for _, text := range p.nodeTexts(p.site.All(src.Selector)) {
			if lines = append(lines, strings.Split(text, "\n")...); len(lines) > 8 {
				break
			}
		}
		if len(lines) > 0 && len(lines) <= 8 {
			return lines, "site:" + p.art.Site
		}
		lines = nil
	}
	return nil, ""
}

// maxSubtitle bounds a line of a subtitle, in bytes.
const maxSubtitle = 300

// subtitleOfHead returns the line or lines just below the title that are neither date nor byline nor menu.
func (p *page) subtitleOfHead() (lines []string) {
	if p.body.title < 0 {
		return nil
	}
	var buf []byte
	least := int32(20)
	for b := p.body.title + 1; b < min(p.body.first, p.body.title+4); b++ {
		block := &p.ix.Blocks[b]
		line := p.ix.Line(int(b))
		var kind boilerplate.Kind
		kind, buf = boilerplate.KindOf(line, int(block.Size), buf)
		if kind != boilerplate.Text || block.Linked > 0 || block.Size < least || len(line) > maxSubtitle || p.inNoise(block.Elem) || p.inCaption(block.Elem) ||
			!p.mayBeSubtitle(b) {
			break
		}
		text := string(line)
		if strings.Contains(letters.Fold(text), letters.Fold(p.art.Title)) {
			continue
		}
		if _, ok := stamp.Find(text, orderOf(p)); ok {
			break
		}
		if _, _, ok := byline.Cut(text); ok || len(lines) > 0 && p.ix.Blocks[b].Elem != p.ix.Blocks[b-1].Elem {
			break
		}
		lines, least = append(lines, text), 8 // a further line of the same box may be short
	}
	return lines
}

// subtitleNamed returns the lines of the first element between title and text that is named as the subtitle.
func (p *page) subtitleNamed() (lines []string) {
	if p.body.title < 0 {
		return nil
	}
	ix := p.ix
	for b := p.body.title + 1; b < p.body.first && b < p.body.title+maxHead; b++ {
		e := p.dekAround(b)
		if e < 0 {
			continue
		}
		for ; b < min(ix.Elements[e].BlockStop, p.body.first); b++ {
			text := string(ix.Line(int(b)))
			if _, ok := stamp.Find(text, orderOf(p)); ok || ix.Blocks[b].Linked > 0 || len(text) > maxSubtitle || strings.Contains(text, "@") {
				lines = nil
				b = ix.Elements[e].BlockStop
				break
			}
			lines = append(lines, text)
		}
		if len(lines) > 0 {
			return lines
		}
		b-- // the loop goes on with the next line
	}
	return nil
}

// maxHead is how many lines below the title its subtitle is looked for in.
const maxHead = 60

// dekAround returns the element around a block that is named as the subtitle and holds little else, or -1.
func (p *page) dekAround(b int32) int32 {
	ix := p.ix
	for e, n := ix.Blocks[b].Elem, 0; e >= 0 && n < 3; e, n = ix.Elements[e].Parent, n+1 {
		if el := &ix.Elements[e]; el.Hints&document.HintDek != 0 && el.BlockStop-el.Block < 6 && el.Block > p.body.title && !p.inNoise(e) && !p.inCaption(e) {
			return e
		}
	}
	return -1
}

// mayBeSubtitle reports whether a block is a heading, is named as a subtitle, or belongs to the title's own box.
func (p *page) mayBeSubtitle(b int32) bool {
	e := p.ix.Blocks[b].Elem
	for n := 0; e >= 0 && n < 3; n++ {
		x := &p.ix.Elements[e]
		switch x.Node.DataAtom {
		case atom.H2, atom.H3, atom.H4:
			return true
		}
		if x.Hints&document.HintDek != 0 {
			return true
		}
		if x.Block <= p.body.title && x.BlockStop <= p.body.first {
			return true
		}
		e = x.Parent
	}
	return false
}

// titleLines returns how many lines at the beginning of the text make up the title: one, or a kicker and what it announces.
func titleLines(a *Article) int {
	rest := letters.Fold(a.Title)
	for n, span := range a.Paragraphs[:min(len(a.Paragraphs), 3)] {
		var ok bool
		if rest, ok = strings.CutPrefix(rest, letters.Fold(a.Text[span.Start:span.End])); !ok {
			return 0
		}
		if rest == "" && n+1 < len(a.Paragraphs) {
			return n + 1
		}
	}
	return 0
}

// maxLeading is how many lines of a subtitle may stand above a text.
const maxLeading = 5

// leadingLines returns how many lines at the beginning of the text belong to the subtitle: those that say it, or, where
// none is known and the page is Korean, short lines that are no sentences and stand above the first sentence.
func leadingLines(p *page, known []string) int {
	paragraphs := p.art.Paragraphs
	said := letters.Fold(strings.Join(known, " "))
	n := 0
	for n < len(paragraphs) && n < maxLeading {
		line := p.art.Text[paragraphs[n].Start:paragraphs[n].End]
		if said != "" && !strings.Contains(said, letters.Fold(line)) || said == "" && !isSubtitleLine(line) {
			break
		}
		n++
	}
	if n == 0 || n == len(paragraphs) {
		return 0
	}
	if said != "" {
		return n
	}
	next := p.art.Text[paragraphs[n].Start:paragraphs[n].End]
	if !p.isKorean() || !isKoreanSentence(next) || len(paragraphs)-n < 2 {
		return 0
	}
	return n
}

// isSubtitleLine reports whether a Korean line reads like one of a subtitle: 새해 특화단지 본격 추진.
func isSubtitleLine(s string) bool {
	n := utf8.RuneCountInString(s)
	if n < 8 || n > 60 && !strings.HasPrefix(s, "- ") || n > 90 {
		return letters.Count(s) >= 4 && strings.HasPrefix(s, "㈜")
	}
	first, _ := utf8.DecodeRuneInString(s)
	if strings.ContainsRune("*■□▲△▶●○◇◆※①Q[【(<ⓒ", first) || strings.Contains(s, " : ") || strings.Contains(s, "@") || isNumbered(s) {
		return false
	}
	for _, end := range []string{"여러분", "여러분께", "!", ":", "니다", "님께", "까?", ".\"", ".”", ".'", ".’"} {
		if strings.HasSuffix(s, end) {
			return false
		}
	}
	if strings.HasSuffix(s, ".") && !strings.HasSuffix(s, "..") {
		return false
	}
	if _, _, ok := byline.Cut(s); ok {
		return false
	}
	if _, ok := stamp.Find(s, stamp.YearFirst); ok {
		return false
	}
	return letters.Count(s) >= 6
}

// isNumbered reports whether a line begins with the number of an item: 1. or 2).
func isNumbered(s string) bool {
	rest := strings.TrimLeft(s, "0123456789")
	return rest != s && (rest == "" || strings.ContainsRune(".)-:", rune(rest[0])))
}

// isKoreanSentence reports whether a paragraph is running Korean text.
func isKoreanSentence(s string) bool {
	if utf8.RuneCountInString(s) < 25 {
		return false
	}
	return strings.HasSuffix(s, ".") || strings.Contains(s, "다.") || strings.Contains(s, "요.") || strings.Contains(s, "다\"") || strings.Contains(s, "다”")
}

// cutLeading takes the first n paragraphs out of the text.
func cutLeading(a *Article, n int) {
	if n == 0 {
		return
	}
	t := without(a.Text, a.Paragraphs, []facts.Span{{Start: a.Paragraphs[0].Start, End: a.Paragraphs[n-1].End}})
	for i := range a.Repeats {
		r := &a.Repeats[i]
		r.Start, r.End = t.moved(r.Start), t.moved(r.End)
	}
	a.Text, a.Paragraphs = t.text.String(), t.paragraphs
}
