package credit

import (
	"slices"
	"strings"

	"github.com/gisa-go/gisa/extract/internal/boilerplate"
	"github.com/gisa-go/gisa/extract/internal/byline"
	"github.com/gisa-go/gisa/extract/internal/document"
	"github.com/gisa-go/gisa/extract/internal/letters"
	"github.com/gisa-go/gisa/extract/internal/stamp"
)

// creditLines reads the bylines of a Korean article: at its head, in its body, behind it.
func (f *finder) creditLines() {
	ix := f.Index
	prev := ""
	var row []byline.Person // of lines that follow one another
	for b := f.body.Region.Start(); b < min(f.body.Region.First, ix.BlockCount()); b++ {
		if f.body.Region.Head >= 0 && b <= f.body.Region.Head || f.Index.InCaption(ix.Blocks[b].Elem) {
			continue
		}
		line := string(ix.Line(int(b)))
		if len(line) <= byline.Max {
			line = ix.Spaced(b)
		}
		if stamp.LabelOf(strings.Trim(prev, " :")) == stamp.Author && byline.IsName(line) && !f.Board {
			f.add("head", prev+" "+line, []byline.Person{{Name: line}})
		}
		if a, ok := byline.Above(prev, line); ok && !f.Board {
			f.add("head", prev+" "+line, []byline.Person{a})
		}
		prev = line
		if more := f.creditLine("head", line, f.isAuthorBlock(b)); len(more) == 0 {
			row = nil
		} else if row = append(row, more...); len(row) > len(more) {
			f.add("head", line, row)
		}
		if f.Board {
			continue
		}
		if name := byline.Labelled(line); name != "" {
			f.add("head", line, []byline.Person{{Name: name}})
		} else if a, ok := byline.Dated(line); ok {
			f.add("head", line, []byline.Person{a})
		}
	}
	f.creditCut()
	f.creditText()
	for b := f.body.Region.Last + 1; b < min(f.body.Region.Last+authorReach, ix.BlockCount()); b++ {
		line := string(ix.Line(int(b)))
		if b < f.body.Region.Last+8 || f.isAuthorBlock(b) {
			f.creditLine("tail", line, false)
		}
		if a := byline.SignOff(line); a.Name != "" && b < f.body.Region.Last+4 {
			f.add("tail", line, []byline.Person{a})
		}
	}
	f.creditSignOff()
}

// creditCut reads the bylines that were cut out of the body. Those of several lines in a row name the authors together.
func (f *finder) creditCut() {
	var row []byline.Person
	for _, c := range f.body.Cuts {
		if c.Kind == boilerplate.Byline {
			full := len(row) >= maxAuthors // more names would say what the last line said
			if row = append(row, f.creditLine("body", c.Text, true)...); !full {
				f.add("body", c.Text, row)
			}
			continue
		}
		row = nil
		if c.Tail && c.Kind != boilerplate.Caption && c.Kind != boilerplate.Related && strings.Contains(c.Text, "@") {
			f.creditLine("body", c.Text, false)
		}
	}
}

// creditGuest reads the line below the headline or behind the text in which a guest signs.
func (f *finder) creditGuest() {
	prev := ""
	for _, c := range f.body.Cuts {
		if c.Kind != boilerplate.Byline && !(c.Kind == boilerplate.Caption && isOpinion(f.title)) {
			continue
		}
		for _, line := range []string{c.Text, prev + " " + c.Text} { // in a caption, the office may stand below the name
			if a, ok := byline.Guest(line); ok {
				f.add("guest", line, []byline.Person{a})
			}
		}
		prev = c.Text
	}
	for _, part := range [][2]int32{{f.body.Region.Last + 1, f.body.Region.Last + 4},
		{max(f.body.Region.Title+1, f.body.Region.First-8), f.body.Region.First}} {
		for b := part[0]; b < min(part[1], f.Index.BlockCount()); b++ {
			bl := &f.Index.Blocks[b]
			if bl.Linked > 0 && !f.isDay(b+1) || bl.Stop-bl.Start > byline.MaxGuest || f.Index.InCaption(bl.Elem) {
				continue
			}
			line := string(f.Index.Line(int(b)))
			if a, ok := byline.Guest(line); ok {
				f.add("guest", line, []byline.Person{a})
			}
		}
	}
}

// authorReach is how many lines behind the text a box for its author is looked for.
const authorReach = 20

// isAuthorBlock reports whether a block stands in an element for a byline.
func (f *finder) isAuthorBlock(b int32) bool {
	e := f.Index.Blocks[b].Elem
	for n := 0; e >= 0 && n < 3; n++ {
		if f.Index.Elements[e].Hints&document.HintAuthor != 0 {
			return true
		}
		e = f.Index.Elements[e].Parent
	}
	return false
}

// creditLine reads a line that may be a byline, or is known to be one, and returns whom it names.
func (f *finder) creditLine(where, line string, known bool) (all []byline.Person) {
	if len(line) > byline.Max || !known && !strings.Contains(line, "@") && !hasRole(line) {
		return nil
	}
	for part := range strings.SplitSeq(line, "\n") {
		b := byline.Read(part, known)
		if len(b.Authors) == 0 && (!known && b.Rest > 0 || byline.IsDesk(b.Email)) {
			continue
		}
		if b.IsWhole() || len(b.Authors) > 0 && b.Strong && b.Rest < 24 && where == "head" && !isCaptionLine(part) ||
			known && b.Rest <= 12 {
			f.add(where, part, b.Found())
			all = append(all, b.Found()...)
		}
	}
	return all
}

// isCaptionLine tells the lines under pictures, which end in the photographer's name.
func isCaptionLine(s string) bool {
	return strings.HasPrefix(s, "▲") || strings.HasPrefix(s, "△") || strings.Contains(s, "사진") ||
		strings.Contains(s, "있다.") || strings.Contains(s, "제공")
}

// hasRole is a cheap test for lines that may name reporters.
func hasRole(line string) bool {
	return slices.ContainsFunc(words().signs, func(word string) bool { return strings.Contains(line, word) })
}

// creditText reads the datelines and bylines that stand in the text.
func (f *finder) creditText() {
	paragraphs := f.body.Text.Paragraphs
	for i := range paragraphs {
		if i >= 3 && i < len(paragraphs)-4 {
			continue
		}
		text := f.body.Text.Paragraph(i)
		if i < 3 {
			authors, _ := byline.Dateline(text)
			f.add("dateline", letters.Head(text, 80), authors)
		}
		if authors, rest, ok := byline.Cut(text); ok {
			f.add("body", strings.TrimPrefix(text, rest), authors)
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
	for _, kind := range words().opinion {
		if end > 0 && strings.Contains(title[open:open+end], kind) {
			return true
		}
	}
	return false
}
