package credit

import (
	"strings"

	"golang.org/x/net/html/atom"

	"github.com/gisa-go/gisa/extract/internal/boilerplate"
	"github.com/gisa-go/gisa/extract/internal/byline"
	"github.com/gisa-go/gisa/extract/internal/document"
	"github.com/gisa-go/gisa/extract/internal/head"
	"github.com/gisa-go/gisa/extract/internal/letters"
)

// signOffs is how many paragraphs at the end of a text a broadcaster's sign-off may stand in.
const signOffs = 3

// creditSignOff reads the reporter's own words at the end of a broadcast.
func (f *finder) creditSignOff() {
	paragraphs := f.body.Text.Paragraphs
	for i := max(0, len(paragraphs)-signOffs); i < len(paragraphs); i++ {
		text := f.body.Text.Paragraph(i)
		line := text[strings.LastIndexByte(text, '\n')+1:]
		if len(line) > byline.Max { // the end of a long paragraph
			line = line[strings.LastIndex(line[:len(line)-1], ". ")+1:]
		}
		if a := byline.SignOff(strings.TrimSpace(line)); a.Name != "" {
			f.add("body", line, []byline.Person{a})
		}
	}
}

// creditNames reads a line of nothing but names that stands beside the day, or right behind the text before the
// copyright.
func (f *finder) creditNames() {
	ix := f.Index
	if f.Board {
		return
	}
	r := f.body.Region
	for b := max(0, r.Title+1, r.First-8); b < min(r.First+1, ix.BlockCount()); b++ {
		if list := f.nameLine(b); list != nil && (f.isDay(b+1) || f.isDay(b-1)) {
			f.add("beside the day", string(ix.Line(int(b))), list)
		}
	}
	for b := r.Last; b < min(r.Last+3, ix.BlockCount()-1); b++ {
		next := ix.Line(int(b) + 1)
		kind, _ := boilerplate.KindOf(next, letters.Size(string(next)), nil)
		holder := kind == boilerplate.Copyright || byline.CopyrightHolder(string(next)) != ""
		if list := f.nameLine(b); list != nil && holder {
			f.add("tail", string(ix.Line(int(b))), list)
		}
	}
}

// nameLine returns the names that a block is made of, nil where it says anything else or may be a section.
func (f *finder) nameLine(b int32) []byline.Person {
	bl := &f.Index.Blocks[b]
	if bl.Size > 60 || f.Index.IsHeading(b) || f.Index.InCaption(bl.Elem) || f.isMenu(bl.Elem) {
		return nil
	}
	list := byline.NameLine(f.Index.Line(int(b)))
	if len(list) == 0 {
		return nil
	}
	line := string(f.Index.Line(int(b)))
	if head.IsSectionName(line) || f.Head.IsSection(line) || f.Head.IsSiteName(line) {
		return nil
	}
	return list
}

func (f *finder) isDay(b int32) bool {
	return b >= 0 && b < f.Index.BlockCount() && byline.IsDayLine(string(f.Index.Line(int(b))))
}

// boxReach is how many lines of an author's box are read.
const boxReach = 4

// creditBox reads the box behind an article in which its author is presented: a name, and an address below it.
func (f *finder) creditBox() {
	ix := f.Index
	r := f.body.Region
	for b := max(0, r.Last-boxReach); b < min(r.Last+8, ix.BlockCount()); b++ {
		list := f.nameLine(b)
		if len(list) != 1 || !isBoxName(ix.AtomOf(b)) {
			continue
		}
		for n := b + 1; n <= min(b+boxReach, ix.BlockCount()-1); n++ {
			line := string(ix.Line(int(n)))
			if i := strings.IndexByte(line, '@'); i > 0 && len(line) <= byline.Max {
				if m := byline.Read(line, true); m.Email != "" && !byline.IsDesk(m.Email) {
					list[0].Email = m.Email
					f.add("box", string(ix.Line(int(b))), list)
				}
				return
			}
		}
		if f.isPortrait(b, list[0].Name) {
			f.add("box", string(ix.Line(int(b))), list)
			return
		}
	}
}

// isBoxName reports whether an element is one that boxes hold the name in.
func isBoxName(a atom.Atom) bool {
	switch a {
	case atom.Dt, atom.Strong, atom.B, atom.H3, atom.H4, atom.H5, atom.A, atom.Span, atom.Em, atom.P, atom.Div:
		return true
	}
	return false
}

// isPortrait reports whether the picture of a person of the name stands beside a block.
func (f *finder) isPortrait(b int32, name string) bool {
	ix := f.Index
	at := ix.Blocks[b].Start
	for _, i := range ix.Images {
		if e := &ix.Elements[i]; e.Start <= at && at-e.Start < 200 && letters.Clean(document.Attr(e.Node, "alt")) == name {
			return true
		}
	}
	return false
}
