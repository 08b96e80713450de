package extract

import (
	"strings"

	"golang.org/x/net/html/atom"

	"github.com/gisa-go/gisa/extract/internal/stamp"
)

// fromPost counts the title of a board's post, which often no heading holds.
func (v *titleVotes) fromPost(p *page) {
	if len(p.meta.articles) > 0 || !p.isKorean() {
		return
	}
	if title, block := p.postTitle(); title != "" {
		v.addShown("heading", title, weightMinor, block)
	}
}

// postTitle returns the title of a post that no heading holds: what stands in the table of its head behind 제목, else the line
// above its labels. The block is -1 where there is none.
func (p *page) postTitle() (title string, block int32) {
	ix := p.ix
	dated := p.postHead()
	if dated < 0 {
		dated = p.datedBlock()
	}
	if dated < 0 {
		return "", -1
	}
	for b := max(0, dated-postTitleReach); b < min(dated+postTitleReach, int32(len(ix.Blocks))-1); b++ {
		label, value := trimLabel(ix.Line(int(b))), ix.Line(int(b)+1)
		if (label == "제목" || label == "글제목") && ix.Blocks[b].Linked == 0 && p.sameRow(b, b+1) && partOfPost(value, 1) == postText {
			return string(value), b + 1
		}
	}
	for b := dated - 1; b >= max(0, dated-postTitleReach); b-- {
		line := ix.Line(int(b))
		spaced := ix.Spaced(b)
		first, _, _ := strings.Cut(spaced, " ")
		word := trimLabel([]byte(first))
		if _, ok := stamp.Find(spaced, stamp.YearFirst); ok || postLabels[word] || stamp.LabelOf(word) != stamp.None || b > 0 && p.sameRow(b-1, b) {
			continue // a label, or what a label says
		}
		if part := partOfPost(line, 1); part != postText || ix.Blocks[b].Linked*2 > ix.Blocks[b].Size || p.inNoise(ix.Blocks[b].Elem) {
			continue
		}
		if len(line) > 300 || len(line) < 6 {
			break
		}
		return string(line), b
	}
	return "", -1
}

// postTitleReach is how many lines around its time the title of a post is looked for in.
const postTitleReach = 10

// trimLabel returns a line without the marks around it, in lower case and without blanks.
func trimLabel(line []byte) string {
	if len(line) > 64 {
		return ""
	}
	return strings.ToLower(strings.ReplaceAll(strings.Trim(string(line), " :[]()|·"), " ", ""))
}

// sameRow reports whether block a is a label in the same row of a table or list as block b, which it stands before.
func (p *page) sameRow(a, b int32) bool {
	word := trimLabel(p.ix.Line(int(a)))
	if !postLabels[word] && stamp.LabelOf(word) == stamp.None {
		return false
	}
	switch p.ix.Elements[p.ix.Blocks[a].Elem].Node.DataAtom {
	case atom.Th, atom.Dt, atom.Td, atom.Strong, atom.B, atom.Span, atom.Em, atom.Label, atom.Div, atom.Li, atom.P:
		return p.ix.Blocks[a].Elem != p.ix.Blocks[b].Elem
	}
	return false
}
