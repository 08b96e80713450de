// Package subtitle finds the lines between headline and text that say more than the one and are no part of the other:
// from the site's rule, from what was cut out of the body, from the head of the article, from the beginning of the
// text.
package subtitle

import (
	"strings"
	"unicode/utf8"

	"golang.org/x/net/html/atom"

	"github.com/gisa-go/gisa/extract/internal/body"
	"github.com/gisa-go/gisa/extract/internal/boilerplate"
	"github.com/gisa-go/gisa/extract/internal/byline"
	"github.com/gisa-go/gisa/extract/internal/document"
	"github.com/gisa-go/gisa/extract/internal/evidence"
	"github.com/gisa-go/gisa/extract/internal/letters"
	"github.com/gisa-go/gisa/extract/internal/stamp"
	"github.com/gisa-go/gisa/extract/internal/view"
	"github.com/gisa-go/gisa/extract/sites"
)

// Found is the subtitle, "" where there is none, a line for each of its lines, and the text without those of its lines
// that stood at its beginning.
type Found struct {
	Subtitle string
	Text     body.Text
	Notes    evidence.Notes
}

// finder holds what the sources of a subtitle are asked for.
type finder struct {
	*view.View
	title string
	body  *body.Body
	text  body.Text
}

// Find finds the subtitle of an article by its title, its body, and its text as far as it is done.
func Find(v *view.View, title string, b *body.Body, text body.Text) (found Found) {
	f := &finder{View: v, title: title, body: b, text: text}
	f.text = text.Drop(f.titleLines())
	lines, from := f.lines()
	n := f.leadingLines(lines)
	if len(lines) == 0 {
		for i := range n {
			lines, from = append(lines, f.text.Paragraph(i)), "text"
		}
	}
	found.Text = f.text.Drop(n)
	if s := strings.Join(unlike(lines, title), "\n"); s != "" {
		found.Subtitle = s
		found.Notes.Add("subtitle", from, "")
	}
	return found
}

// lines returns the lines of the first source that knows the subtitle.
func (f *finder) lines() (lines []string, from string) {
	if lines, from = f.ofRule(); len(lines) > 0 {
		return lines, from
	}
	for _, c := range f.body.Cuts {
		if c.Kind == boilerplate.Dek && !c.Tail {
			lines = append(lines, strings.Split(c.Text, "\n")...)
		}
	}
	if len(lines) > 0 {
		return lines, "body"
	}
	if lines = f.unquoted(f.ofHead()); len(lines) > 0 {
		return lines, "head"
	}
	if lines = f.unquoted(f.named()); len(lines) > 0 {
		return lines, "head"
	}
	if s := letters.Clean(f.Head.LD("alternativeHeadline")); s != "" && letters.Fold(s) != letters.Fold(f.title) {
		return []string{s}, "jsonld"
	}
	return nil, ""
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

// unquoted returns the lines of a subtitle unless one is no more than a sentence of the text, or a long part of a
// paragraph, as in summaries made by machine.
func (f *finder) unquoted(lines []string) []string {
	for _, line := range lines {
		said := strings.TrimRight(line, ".… ")
		at := strings.Index(f.text.Whole, said)
		whole := at >= 0 && (at == 0 || f.text.Whole[at-1] == '\n') && strings.HasPrefix(f.text.Whole[at+len(said):], "\n")
		if at >= 0 && (isKoreanSentence(line) || !whole && utf8.RuneCountInString(said) >= 30) {
			return nil
		}
	}
	return lines
}

func (f *finder) ofRule() (lines []string, from string) {
	for src := range f.Site.Sources(sites.Subtitle) {
		if src.Selector == nil {
			if s := f.Field(src); s != "" {
				return []string{s}, "site:" + f.Site.Name()
			}
			continue
		}
		for _, text := range f.NodeTexts(f.Site.All(src.Selector)) {
			if lines = append(lines, strings.Split(text, "\n")...); len(lines) > 8 {
				break
			}
		}
		if len(lines) > 0 && len(lines) <= 8 {
			return lines, "site:" + f.Site.Name()
		}
		lines = nil
	}
	return nil, ""
}

// ofHead returns the line or lines just below the title that are neither date nor byline nor menu.
func (f *finder) ofHead() (lines []string) {
	if f.body.Region.Title < 0 {
		return nil
	}
	var buf []byte
	least := int32(20)
	for b := f.body.Region.Title + 1; b < min(f.body.Region.First, f.body.Region.Title+4); b++ {
		block := &f.Index.Blocks[b]
		line := f.Index.Line(int(b))
		var kind boilerplate.Kind
		kind, buf = boilerplate.KindOf(line, int(block.Size), buf)
		if kind != boilerplate.Text || block.Linked > 0 || block.Size < least || len(line) > body.MaxSubtitle {
			break
		}
		if f.Index.InNoise(block.Elem) || f.Index.InCaption(block.Elem) || !f.mayBeSubtitle(b) {
			break
		}
		text := string(line)
		if strings.Contains(letters.Fold(text), letters.Fold(f.title)) {
			continue
		}
		if _, ok := stamp.Find(text, f.Order); ok || stamp.IsEntry(text) {
			break
		}
		if _, _, ok := byline.Cut(text); ok || len(lines) > 0 && f.Index.Blocks[b].Elem != f.Index.Blocks[b-1].Elem {
			break
		}
		lines, least = append(lines, text), 8 // a further line of the same box may be short
	}
	return lines
}

// named returns the lines of the first element between title and text that is named as the subtitle.
func (f *finder) named() (lines []string) {
	if f.body.Region.Title < 0 {
		return nil
	}
	ix := f.Index
	for b := f.body.Region.Title + 1; b < f.body.Region.First && b < f.body.Region.Title+maxHead; b++ {
		e := f.dekAround(b)
		if e < 0 {
			continue
		}
		for ; b < min(ix.Elements[e].BlockStop, f.body.Region.First); b++ {
			text := string(ix.Line(int(b)))
			if _, ok := stamp.Find(text, f.Order); ok || ix.Blocks[b].Linked > 0 || len(text) > body.MaxSubtitle ||
				strings.Contains(text, "@") {
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

// maxDekLines is from how many lines on an element is no subtitle, whatever its name.
const maxDekLines = 6

// dekAround returns the element around a block that is named as the subtitle and holds little else, or -1.
func (f *finder) dekAround(b int32) int32 {
	ix := f.Index
	for e, n := ix.Blocks[b].Elem, 0; e >= 0 && n < 3; e, n = ix.Elements[e].Parent, n+1 {
		el := &ix.Elements[e]
		if el.Hints&document.HintDek == 0 || el.Lines() >= maxDekLines || el.Block <= f.body.Region.Title {
			continue
		}
		if !ix.InNoise(e) && !ix.InCaption(e) {
			return e
		}
	}
	return -1
}

// mayBeSubtitle reports whether a block is a heading, is named as a subtitle, or belongs to the title's own box.
func (f *finder) mayBeSubtitle(b int32) bool {
	e := f.Index.Blocks[b].Elem
	for n := 0; e >= 0 && n < 3; n++ {
		x := &f.Index.Elements[e]
		switch x.Node.DataAtom {
		case atom.H2, atom.H3, atom.H4:
			return true
		}
		if x.Hints&document.HintDek != 0 {
			return true
		}
		if x.Block <= f.body.Region.Title && x.BlockStop <= f.body.Region.First {
			return true
		}
		e = x.Parent
	}
	return false
}

// titleLines returns how many lines at the beginning of the text make up the title: one, or a kicker and what it
// announces.
func (f *finder) titleLines() int {
	rest := letters.Fold(f.title)
	for i := range min(len(f.text.Paragraphs), 3) {
		var ok bool
		if rest, ok = strings.CutPrefix(rest, letters.Fold(f.text.Paragraph(i))); !ok {
			return 0
		}
		if rest == "" && i+1 < len(f.text.Paragraphs) {
			return i + 1
		}
	}
	return 0
}

// maxLeading is how many lines of a subtitle may stand above a text.
const maxLeading = 5

// leadingLines returns how many lines at the beginning of the text belong to the subtitle: those that say it, or, where
// none is known and the page is Korean, short lines that are no sentences and stand above the first sentence.
func (f *finder) leadingLines(known []string) int {
	all := len(f.text.Paragraphs)
	said := letters.Fold(strings.Join(known, " "))
	n := 0
	for n < all && n < maxLeading {
		line := f.text.Paragraph(n)
		if said != "" && !strings.Contains(said, letters.Fold(line)) || said == "" && !isSubtitleLine(line) {
			break
		}
		n++
	}
	if n == 0 || n == all {
		return 0
	}
	if said != "" {
		return n
	}
	if !f.Korean || !isKoreanSentence(f.text.Paragraph(n)) || all-n < 2 {
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
	if strings.ContainsRune("*■□▲△▶●○◇◆※①Q[【(<ⓒ", first) || strings.Contains(s, " : ") || strings.Contains(s, "@") ||
		isNumbered(s) || stamp.IsEntry(s) {
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
	return strings.HasSuffix(s, ".") || strings.Contains(s, "다.") || strings.Contains(s, "요.") ||
		strings.Contains(s, "다\"") || strings.Contains(s, "다”")
}
