// Package body finds which element of a page holds the article, and cleans it: what is navigation, promotion, byline or
// caption is cut out and kept apart for those who read it. It also knows the text once it is written: its paragraphs,
// and how to take stretches out of it. What a page holds where is measured in body/measure, what inside an element is
// no part of the article is told in body/cut.
package body

import (
	"strings"

	"github.com/gisa-go/gisa"
	"github.com/gisa-go/gisa/extract/internal/body/measure"
	"github.com/gisa-go/gisa/extract/internal/view"
	"github.com/gisa-go/gisa/extract/sites"
)

// Find finds where the article of a title stands and cleans it; ok is false where a page has none. Several candidates
// are cleaned and the best of the cleaned ones is taken.
func Find(v *view.View, title string) (b *Body, ok bool) { return find(v, title, false) }

// Running is Find for a text whose giver says that it is one: of one without running text nothing tells what belongs
// to it, so that it is left to Whole.
func Running(v *view.View, title string) (b *Body, ok bool) { return find(v, title, true) }

func find(v *view.View, title string, running bool) (b *Body, ok bool) {
	s := newScorer(v, title)
	best, least := s.best()
	if best.size < shortBody {
		if w, sel := s.findScriptBody(&best); sel != nil {
			b = write(w, sel)
			b.Notes.Add("text", "script", "")
			return b, true
		}
	}
	if best.root < 0 || best.size < least {
		if best = s.other(); best.root < 0 {
			return nil, false
		}
	}
	if running && best.prose == 0 {
		return nil, false
	}
	if len(v.Site.Layout.Sources(sites.Subtitle)) == 0 {
		best.addLead(s)
	}
	b = write(v, &best)
	b.Region = regionOf(v.Index, best.lines, title)
	return b, true
}

// best returns the best cleaned text that the elements of the page hold, and the least size at which its kind is
// believed.
func (s *scorer) best() (best selection, least int32) {
	best, least = s.ofSite(), minRuled
	if other := s.choose(); other.prose > best.size*3 && (best.size < minRuled || other.prose > measure.MinOther) {
		best, least = other, minBody
	}
	if best.size < shortBody && s.Site.Layout == nil {
		if post := s.post(); post.root >= 0 && (best.size < minBody || s.Index.Apart(post.root, best.root)) {
			best, least = post, minRuled
		}
	}
	return best, least
}

// shortBody is the size under which a page's scripts are asked for more.
const shortBody = 600

// ofSite cleans the body that the site's rule names: the innermost of several nested ones, the fullest of several that
// stand side by side.
func (s *scorer) ofSite() selection {
	best := selection{root: -1}
	for _, src := range s.Site.Layout.Sources(sites.Body) {
		if src.Selector == nil {
			continue
		}
		after := int32(0) // where elements outside those seen begin
		for _, i := range s.Index.FindAll(s.Site.All(src.Selector)) {
			if i < after {
				continue
			}
			after = s.Index.Elements[i].End
			if sel := s.clean(s.innermost(i, src.Selector)); best.root < 0 || sel.prose > best.prose {
				best = sel
			}
		}
		if best.size >= minRuled {
			break
		}
	}
	return best
}

// innermost follows the elements that match a selector down from i.
func (s *scorer) innermost(i int32, sel *sites.Selector) int32 {
	ix := s.Index
	for j := i + 1; j < ix.Elements[i].End; j++ {
		if ix.Elements[j].Hints != 0 && s.ProseIn(j)*10 > s.ProseIn(i)*9 && sel.Match(ix.Elements[j].Node) {
			i = j
		}
	}
	return i
}

// write writes the selected lines as the text of the article.
func write(v *view.View, sel *selection) *Body {
	b := &Body{View: v, Root: sel.root, Lines: sel.lines, Cuts: sel.cut}
	var text strings.Builder
	size := 0
	for _, l := range sel.lines {
		size += int(l.Stop-l.Start) + 2
	}
	text.Grow(size)
	b.Text.Paragraphs = make([]gisa.Span, 0, len(sel.lines))
	for i, l := range sel.lines {
		if i > 0 {
			text.WriteString(b.between(i))
		}
		start := text.Len()
		text.Write(v.Index.Text[l.Start:l.Stop])
		if b.goesOn(i) {
			b.Text.Paragraphs[len(b.Text.Paragraphs)-1].End = text.Len()
		} else {
			b.Text.Paragraphs = append(b.Text.Paragraphs, gisa.Span{Start: start, End: text.Len()})
		}
	}
	b.Text.Whole = text.String()
	return b
}

// isGlued reports whether line i goes on in the paragraph of the line before it: something was cut between them, or
// they are a number and its unit in a narrow cell.
func (b *Body) isGlued(i int) bool {
	if i == 0 {
		return false
	}
	last, l, text := b.Lines[i-1], b.Lines[i], b.View.Index.Text
	return l.glued && last.Block == l.Block ||
		b.View.Index.IsUnitBelow(last.Block, l.Block, text[last.Start:last.Stop], text[l.Start:l.Stop])
}

// isCodeLine reports whether line i is the next of some code.
func (b *Body) isCodeLine(i int) bool {
	if i == 0 || len(b.View.Index.Codes) == 0 {
		return false
	}
	code := b.View.Index.CodeOf(b.Lines[i].Block)
	return code >= 0 && code == b.View.Index.CodeOf(b.Lines[i-1].Block)
}

// goesOn reports whether line i is of the paragraph of the line before it.
func (b *Body) goesOn(i int) bool { return b.isGlued(i) || b.isCodeLine(i) }

// between returns what stands in the text before line i, which is not the first.
func (b *Body) between(i int) string {
	switch {
	case b.isGlued(i) && b.Lines[i].tight:
		return ""
	case b.isGlued(i):
		return " "
	case b.isCodeLine(i):
		return b.View.Index.Blocks[b.Lines[i].Block].Indent.String()
	}
	return "\n\n"
}
