package body

import (
	"strings"

	"github.com/gisa-go/gisa/extract/internal/boilerplate"
	"github.com/gisa-go/gisa/extract/internal/byline"
	"github.com/gisa-go/gisa/extract/internal/document"
	"github.com/gisa-go/gisa/extract/internal/letters"
	"github.com/gisa-go/gisa/extract/internal/post"
	"github.com/gisa-go/gisa/extract/internal/stamp"
)

// trimHead cuts the head of the article where the candidate holds it: headline, subtitle, and the lines about who
// wrote it when.
func (sel *selection) trimHead(s *scorer) {
	sel.dropHeadline(s)
	sel.dropLabels(s)
	sel.dropDate(s)
}

// dropHeadline cuts what stands before the headline, the headline (the line that says the title or the page's first
// h1), the rest of the box it stands in, and the subtitle.
func (sel *selection) dropHeadline(s *scorer) {
	ix := s.Index
	title := letters.Fold(s.Title)
	h1 := s.Headline
	lines := sel.lines
	for i := 0; i < min(len(lines), 16); i++ {
		l := lines[i]
		if l.Block == h1 || title != "" && letters.Fold(string(ix.Text[l.Start:l.Stop])) == title {
			sel.lines = nil // what is removed stands before the text
			for _, l := range lines[:i+1] {
				sel.remove(ix, boilerplate.Title, l.Start, l.Stop)
			}
			sel.lines = sel.dropDek(s, lines[i+1:], s.headBox(l.Block, sel.root))
			return
		}
		if s.IsProse(l.Block) && (h1 < 0 || ix.Blocks[l.Block].Size > 200) {
			break
		}
	}
	if len(lines) > 1 {
		sel.lines = nil
		sel.lines = sel.dropDek(s, lines, 0)
	}
}

// cutFirst takes the line out that says where or when an article stood, when it is the first of the text.
func (sel *selection) cutFirst(s *scorer) {
	if len(sel.lines) < 2 {
		return
	}
	lines := sel.lines
	l := lines[0]
	if kind := s.kindOfFirst(l); kind != boilerplate.Text {
		sel.lines = nil // it stands before the text
		sel.remove(s.Index, kind, l.Start, l.Stop)
		sel.lines = lines[1:]
	}
}

// kindOfFirst says what the first line of a text is.
func (s *scorer) kindOfFirst(l Stretch) boilerplate.Kind {
	if l.Stop-l.Start > byline.MaxIssue || s.IsProse(l.Block) || s.Index.IsHeading(l.Block) {
		return boilerplate.Text
	}
	text := string(s.Index.Text[l.Start:l.Stop])
	if _, ok := byline.Issue(text); ok {
		return boilerplate.Source
	}
	if st, ok := stamp.Find(text, s.Order); ok && st.Fills(text) {
		return boilerplate.Time
	}
	return boilerplate.Text
}

// dropDek takes the subtitle, and what else stands in the box of the headline, from the first lines of the text. A
// lead stays.
func (sel *selection) dropDek(s *scorer, lines []Stretch, boxStop int32) []Stretch {
	kept := lines[:0]
	for i, l := range lines {
		if l.Block >= boxStop && !s.isDek(l.Block) {
			return append(kept, lines[i:]...)
		}
		if s.isLead(l.Block) {
			kept = append(kept, l)
		} else {
			sel.remove(s.Index, boilerplate.Dek, l.Start, l.Stop)
		}
	}
	return kept
}

// labelReach is how many lines the head of a post has at most.
const labelReach = 24

// dropLabels takes the head of a board's post from the first lines of the text, where the text was found together with
// what stands around it: 작성자, 담당부서, 조회수 and what they say. A post may begin with labels of its own (일시, 장소), so its
// writer or its readers are to be named.
func (sel *selection) dropLabels(s *scorer) {
	ix := s.Index
	lines, labels, stop, known := sel.lines, 0, 0, false
	for i := 0; i < min(len(lines), labelReach); i++ {
		b := lines[i].Block
		if s.IsProse(b) || ix.Blocks[b].Size > 60 {
			break
		}
		label := post.LabelOf(ix.Spaced(b))
		if label == post.NoLabel {
			continue
		}
		labels, stop = labels+1, i+1
		known = known || label.OfPost
		if label.Alone && i+1 < len(lines) && !s.IsProse(lines[i+1].Block) {
			i, stop = i+1, i+2
		}
	}
	if labels < 2 || !known {
		return
	}
	sel.lines = nil // what is removed stands before the text
	for _, l := range lines[:stop] {
		sel.remove(ix, boilerplate.Title, l.Start, l.Stop)
	}
	sel.lines = lines[stop:]
}

// dateReach is how many lines at most a date stands below the beginning of the text.
const dateReach = 4

// dropDate takes a line that is nothing but a date from the first lines of the text, and the short lines above it:
// names, rubrics.
func (sel *selection) dropDate(s *scorer) {
	ix := s.Index
	for i, l := range sel.lines[:min(len(sel.lines), dateReach)] {
		b := &ix.Blocks[l.Block]
		if s.IsProse(l.Block) || s.Index.IsHeading(l.Block) || b.Size > 60 || s.Index.InMatter(l.Block) {
			return
		}
		if !isDate(string(ix.Text[l.Start:l.Stop]), s.Order) {
			continue
		}
		lines := sel.lines
		sel.lines = nil // what is removed stands before the text
		for _, l := range lines[:i] {
			sel.remove(ix, boilerplate.Title, l.Start, l.Stop)
		}
		sel.remove(ix, boilerplate.Time, l.Start, l.Stop)
		sel.lines = lines[i+1:]
		return
	}
}

// isDate reports whether a line is a date and at most a word more: Thursday, Updated.
func isDate(line string, order stamp.Order) bool {
	st, ok := stamp.Find(line, order)
	return ok && len(line)-(st.End-st.Start) <= 14
}

// headBox returns the end, in blocks, of the largest element around the headline that is nothing but the head of the
// article.
func (s *scorer) headBox(headline, root int32) int32 {
	ix := s.Index
	stop := headline + 1
	total := s.ProseIn(root)
	if total == 0 {
		return stop // a post of a few words: nothing tells its head from them
	}
	for e := ix.ElementOf(headline).Parent; e > root; e = ix.Elements[e].Parent {
		box := &ix.Elements[e]
		if s.ProseIn(e)*5 > total || s.SizeIn(e) > 700 {
			break
		}
		stop = box.BlockStop
	}
	return stop
}

// isDek reports whether a block is named as the subtitle and is none of the article's paragraphs.
func (s *scorer) isDek(b int32) bool { return s.isNamed(b, document.HintDek) && !s.isLead(b) }

// cutGuest takes the last line out of the text where a guest signs in it.
func (sel *selection) cutGuest(s *scorer) {
	n := len(sel.lines) - 1
	if n < 2 || !s.Korean {
		return
	}
	l := sel.lines[n]
	if l.Stop-l.Start > byline.MaxGuest || s.Index.InMatter(l.Block) {
		return
	}
	if _, ok := byline.Guest(string(s.Index.Text[l.Start:l.Stop])); ok {
		sel.lines = sel.lines[:n]
		sel.remove(s.Index, boilerplate.Byline, l.Start, l.Stop)
	}
}

// cutOwner takes the lines at the end out of the text that name whose it is: ⓒ 해람신문.
func (sel *selection) cutOwner(s *scorer) {
	for n := len(sel.lines) - 1; n > 0; n-- {
		l := sel.lines[n]
		line := strings.TrimLeft(string(s.Index.Text[l.Start:l.Stop]), " <[(-〈")
		if l.Stop-l.Start > maxOwner || !strings.HasPrefix(line, "ⓒ") && !strings.HasPrefix(line, "©") {
			return
		}
		sel.lines = sel.lines[:n]
		sel.remove(s.Index, boilerplate.Copyright, l.Start, l.Stop)
	}
}

// maxOwner is the longest line that says whose a text is, in bytes.
const maxOwner = 200

// trimTail cuts short lines after the last running text: labels, headings without text, signatures of boxes. In a post
// of a board, which may end with a list, every line is meant.
func (sel *selection) trimTail(s *scorer) {
	if s.Board {
		return
	}
	last := -1
	for i, l := range sel.lines {
		if s.IsProse(l.Block) {
			last = i
		}
	}
	if last < 0 {
		return
	}
	for i := len(sel.lines) - 1; i > last; i-- {
		b := sel.lines[i].Block
		if s.Index.Blocks[b].Size >= 30 || s.Index.InMatter(b) || s.isLastWord(b, sel.lines[last].Block) ||
			s.isLabelled(sel.lines[i-1].Block, b) {
			break
		}
		sel.lines = sel.lines[:i]
	}
}

// isLastWord reports whether a short line at the end is a sentence of the article, which stands as its last running
// text does, rather than a reporter's name.
func (s *scorer) isLastWord(b, last int32) bool {
	ix := s.Index
	line := ix.Line(int(b))
	if byline.SignOff(string(line)).Name != "" || ix.Blocks[b].Linked > 0 || !letters.EndsSentence(line) ||
		line[len(line)-1] == ':' {
		return false
	}
	return s.FlowOf(b) == s.FlowOf(last) && ix.AtomOf(b) == ix.AtomOf(last)
}
