// Package cut finds what inside the element of an article is no part of the article: by the rule of the site, by names
// and tags, by where it stands and by what it says.
//
//	cut.go      Of, and what the rule, the names and the tag of an element make it
//	cutter.go   the state of a search; Hole, which it finds
//	box.go      boxes beside the paragraphs; part.go parts of the text that look like one
//	mark.go     marks of footnotes
//	gallery.go  rows of pictures that a counter heads
//	wall.go     what withholds or sells the rest of an article
package cut

import (
	"bytes"
	_ "embed"
	"strings"
	"sync"
	"unicode"
	"unicode/utf8"

	"golang.org/x/net/html/atom"

	"github.com/gisa-go/gisa/extract/internal/body/measure"
	"github.com/gisa-go/gisa/extract/internal/boilerplate"
	"github.com/gisa-go/gisa/extract/internal/document"
	"github.com/gisa-go/gisa/extract/internal/letters"
	"github.com/gisa-go/gisa/extract/internal/table"
)

// Of returns the elements below root that are no part of the article, as stretches of text in order, given where its
// main text is.
func Of(s *measure.Measures, root int32, main measure.Main) []Hole {
	total := s.ProseIn(root)
	c := cutter{Measures: s, root: root, total: total, flow: s.Flow(root), main: main,
		believed: s.Believed}
	if c.run(); c.lost*2 >= c.total {
		c.believed, c.total = measure.HintsStrong&s.Believed, total
		c.run()
	}
	return c.list
}

// run fills list and lost.
func (c *cutter) run() {
	ix := c.Index
	c.list, c.lost = c.list[:0], 0
	for i := c.root + 1; i < ix.Elements[c.root].End; {
		e := &ix.Elements[i]
		if c.isGallery(i) {
			c.list = append(c.list, Hole{e.Start, e.Stop, boilerplate.Caption})
			c.total -= c.ProseIn(i)
		} else if kind := c.kindOf(i); kind != boilerplate.Text {
			c.list = append(c.list, Hole{e.Start, e.Stop, kind})
			c.lost += min(c.ProseIn(i), e.Size())
		} else {
			i++
			continue
		}
		i = e.End
	}
}

// kindOf says what an element is: by the rule of the site, else by its names and its tag, else by where it stands.
func (c *cutter) kindOf(i int32) boilerplate.Kind {
	e := &c.Index.Elements[i]
	kind := c.Known[e.Node]
	if kind != boilerplate.Text || e.Start == e.Stop {
		return kind
	}
	switch {
	case c.isMark(i):
		return boilerplate.Mark
	case c.isInlineCaption(i):
		return boilerplate.Caption
	}
	if e.Hints&c.believed&document.HintBodyProp == 0 {
		if kind = c.namedKind(i); kind == boilerplate.Text {
			kind = c.taggedKind(i)
		} else if kind <= boilerplate.Related && c.isWording(i) {
			return boilerplate.Text
		}
	}
	if kind == boilerplate.Text && c.flow >= 0 && !c.Index.Within(c.flow, i) {
		kind = c.boxKind(i)
	}
	if kind == boilerplate.Text && c.isTail(i) {
		return boilerplate.Related
	}
	if kind == boilerplate.Text && e.Hints&document.HintDek != 0 && c.isKoreanDek(i) && c.opens(e.Start) {
		kind = boilerplate.Dek
	}
	return kind
}

// isWording reports whether an element is part of the wording of a sentence, which goes on before and behind it,
// whatever its name. What is glued to the word before is not: it explains that.
func (c *cutter) isWording(i int32) bool {
	e := &c.Index.Elements[i]
	if e.Lines() != 1 || e.Hints&(document.HintHidden|document.HintNever) != 0 || !c.IsProse(e.Block) {
		return false
	}
	b := &c.Index.Blocks[e.Block]
	before, behind := c.Index.Text[b.Start:max(b.Start, e.Start)], c.Index.Text[min(b.Stop, e.Stop):b.Stop]
	last, _ := utf8.DecodeLastRune(before)
	next, _ := utf8.DecodeRune(letters.Trim(behind))
	if len(letters.Trim(before)) == 0 {
		return unicode.IsLower(next) || len(behind) > 0 && !letters.IsBlank(behind[0]) && letters.IsWide(next)
	}
	glued := unicode.IsLetter(last) && !letters.IsWide(last) && !letters.IsBlank(c.Index.Text[e.Start])
	return len(letters.Trim(behind)) > 0 && !glued
}

// namedKind says what the names of an element make it.
func (c *cutter) namedKind(i int32) boilerplate.Kind {
	e := &c.Index.Elements[i]
	h := e.Hints & c.believed
	prose := c.ProseIn(i)
	few := e.Lines() < 8
	if e.Node.DataAtom == atom.Tr && h&(document.HintNever|document.HintHidden) == 0 {
		return boilerplate.Text // the name of what a row is about: a player
	}
	switch {
	case h&document.HintNever != 0 && h&document.HintBody == 0 && !c.IsAround(i):
		return boilerplate.Promo
	case h&(document.HintRelated|document.HintComment|document.HintTags) != 0 && prose*3 <= c.total:
		return boilerplate.Related
	case h&document.HintHidden != 0 && prose*3 <= c.total,
		h&document.HintNoise != 0 && c.Namesakes(i)*3 <= c.total && !c.looksMain(i):
		return boilerplate.Promo
	case h&document.HintCaption != 0 && min(prose, e.Size()*2/3)*4 <= c.total:
		// one inside a line is no more than its own text
		return boilerplate.Caption
	case h&document.HintAuthor != 0 && prose*20 <= c.total && few:
		return boilerplate.Byline
	case h&document.HintDate != 0 && prose*20 <= c.total && few && !c.isEntry(i) && !c.headsEntry(i):
		return boilerplate.Time
	case h&document.HintDoubt != 0 && (prose*5 <= c.total && prose == 0 ||
		prose*3 <= c.total && c.HasLinkedLine(e.Block, e.BlockStop)):
		return boilerplate.Related
	}
	return boilerplate.Text
}

// taggedKind says what the tag of an element and the links in it make it.
func (c *cutter) taggedKind(i int32) boilerplate.Kind {
	prose := c.ProseIn(i)
	switch c.Index.Elements[i].Node.DataAtom {
	case atom.Ul, atom.Ol, atom.Table, atom.Dl, atom.Section, atom.Div:
		if c.IsLinkList(i) && !c.IsAnnounced(i) || prose*2 <= c.total && c.IsTeasers(i) ||
			prose*3 <= c.total && (c.IsCard(i) || c.IsHeadedList(i)) {
			return boilerplate.Related
		}
		if prose*3 <= c.total && IsSummary(c.Index, i) || c.isWall(i) {
			return boilerplate.Promo
		}
	case atom.Figure:
		if prose*5 <= c.total && !c.Index.Holds(c.Index.Matter, i) {
			return boilerplate.Caption
		}
	case atom.Summary:
		if c.isFold(i) {
			return boilerplate.Promo
		}
	case atom.Form:
		if prose*5 <= c.total || c.isWall(i) {
			return boilerplate.Promo
		}
	}
	return boilerplate.Text
}

// isFold reports whether an element is the label of a fold: it says what a click does.
func (c *cutter) isFold(i int32) bool {
	e := &c.Index.Elements[i]
	if e.Size() > maxFold {
		return false
	}
	words := 0
	for word := range strings.FieldsSeq(string(c.Index.Text[e.Start:e.Stop])) {
		if word = letters.Fold(word); word == "" {
			continue
		}
		if words++; !folds()[word] {
			return false
		}
	}
	return words > 0
}

// maxFold is the longest label of a fold, in bytes.
const maxFold = 60

// IsSummary reports whether an element is a small box that begins by saying that it sums the article up.
func IsSummary(ix *document.Index, i int32) bool {
	e := &ix.Elements[i]
	if n := e.Lines(); n < 2 || n > 8 {
		return false
	}
	line := ix.Line(int(e.Block))
	return len(line) <= 60 && summaries()[letters.Fold(string(line))]
}

// isKoreanDek reports whether an element reads like the subtitle of a Korean article: no sentences. It may stand in
// the first line of the text, which goes on behind it.
func (c *cutter) isKoreanDek(i int32) bool {
	e := &c.Index.Elements[i]
	if e.Size() > 2*MaxSubtitle || e.Size() < 12 || !c.Korean {
		return false
	}
	text := c.Index.Text[e.Start:e.Stop]
	return !bytes.Contains(text, []byte("다.")) && !bytes.Contains(text, []byte("요."))
}

// opens reports whether nothing but what is cut stands in root before an offset.
func (c *cutter) opens(at int32) bool {
	text, from := c.Index.Text, c.Index.Elements[c.root].Start
	if len(c.list) > 8 {
		return false
	}
	for _, cut := range c.list {
		if len(letters.Trim(text[from:max(from, cut.Start)])) > 0 {
			return false
		}
		from = max(from, cut.Stop)
	}
	return len(letters.Trim(text[from:max(from, at)])) == 0
}

//go:embed data/summaries.txt
var summaryLines string

// summaries holds data/summaries.txt.
var summaries = sync.OnceValue(func() (heads table.Words) {
	table.Sets("body/cut/data/summaries.txt", summaryLines, map[string]*table.Words{"": &heads}, nil)
	return heads
})

//go:embed data/folds.txt
var foldLines string

// folds holds data/folds.txt.
var folds = sync.OnceValue(func() (words table.Words) {
	table.Sets("body/cut/data/folds.txt", foldLines, map[string]*table.Words{"": &words}, nil)
	return words
})
