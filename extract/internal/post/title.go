package post

import (
	"bytes"
	"strings"

	"golang.org/x/net/html/atom"

	"github.com/gisa-go/gisa/extract/internal/byline"
	"github.com/gisa-go/gisa/extract/internal/letters"
	"github.com/gisa-go/gisa/extract/internal/stamp"
	"github.com/gisa-go/gisa/extract/internal/view"
)

// Title returns the title of a post that no heading holds: what stands in the table of its head behind 제목, else the
// line above its labels. The block is -1 where there is none.
func Title(v *view.View) (title string, block int32) {
	ix := v.Index
	dated := Head(v)
	if dated < 0 {
		dated = DatedBlock(v)
	}
	if dated < 0 {
		return "", -1
	}
	if title, block = labelledTitle(v, dated); title != "" {
		return title, block
	}
	for b := dated - 1; b >= max(0, dated-titleReach); b-- {
		line := ix.Line(int(b))
		spaced := ix.Spaced(b)
		first, _, _ := strings.Cut(spaced, " ")
		word := trimLabel([]byte(first))
		isLabel := words().labels[word] || stamp.LabelOf(word) != stamp.None
		if _, dated := stamp.Find(spaced, stamp.YearFirst); dated || isLabel || b > 0 && sameRow(v, b-1, b) {
			continue // a label, or what a label says
		}
		if byline.Read(spaced, false).IsWhole() {
			continue // a reporter between title and time
		}
		if part := PartOf(line, 1); part != Text || ix.IsLinkedMostly(b) || v.Index.InNoise(ix.Blocks[b].Elem) {
			continue
		}
		if len(line) > 300 || len(line) < 6 {
			break
		}
		return string(line), b
	}
	return "", -1
}

// LabelledTitle returns what stands in the table of a post's head behind 제목. The block is -1 where there is none.
func LabelledTitle(v *view.View) (title string, block int32) {
	if !bytes.Contains(v.Index.Text, []byte("제목")) {
		return "", -1
	}
	dated := Head(v)
	if dated < 0 {
		dated = labelledDay(v)
	}
	if dated < 0 {
		return "", -1
	}
	return labelledTitle(v, dated)
}

func labelledTitle(v *view.View, dated int32) (title string, block int32) {
	ix := v.Index
	for b := max(0, dated-titleReach); b < min(dated+titleReach, ix.BlockCount()-1); b++ {
		label, value := trimLabel(ix.Line(int(b))), ix.Line(int(b)+1)
		if (label == "제목" || label == "글제목") && ix.Blocks[b].Linked == 0 && sameRow(v, b, b+1) && PartOf(value, 1) == Text {
			return string(value), b + 1
		}
	}
	return "", -1
}

// labelledDay returns the first block that is a label of the time when a post was put up, a time behind it, or -1.
func labelledDay(v *view.View) int32 {
	ix := v.Index
	for b := range ix.BlockCount() - 1 {
		if ix.Blocks[b].Size > 24 || stamp.LabelOf(trimLabel(ix.Line(int(b)))) != stamp.Published {
			continue
		}
		if line := string(ix.Line(int(b) + 1)); len(line) < 60 && letters.HasDigit(line) {
			if _, ok := stamp.Find(line, v.Order); ok {
				return b
			}
		}
	}
	return -1
}

// titleReach is how many lines around its time the title of a post is looked for in.
const titleReach = 10

// trimLabel returns a line without the marks around it, in lower case and without blanks.
func trimLabel(line []byte) string {
	if len(line) > 64 {
		return ""
	}
	return strings.ToLower(strings.ReplaceAll(strings.Trim(string(line), " :[]()|·"), " ", ""))
}

// sameRow reports whether block a is a label in the same row of a table or list as block b, which it stands before.
func sameRow(v *view.View, a, b int32) bool {
	word := trimLabel(v.Index.Line(int(a)))
	if !words().labels[word] && stamp.LabelOf(word) == stamp.None {
		return false
	}
	switch v.Index.AtomOf(a) {
	case atom.Th, atom.Dt, atom.Td, atom.Strong, atom.B, atom.Span, atom.Em, atom.Label, atom.Div, atom.Li, atom.P:
		return v.Index.Blocks[a].Elem != v.Index.Blocks[b].Elem
	}
	return false
}

// DatedBlock returns the first block in which a label stands before a time, or -1.
func DatedBlock(v *view.View) int32 {
	order := v.Order
	for b := range v.Index.Blocks {
		line := v.Index.Line(b)
		if len(line) > 160 || !letters.HasDigit(line) {
			continue
		}
		text := string(line)
		st, ok := stamp.Find(text, order)
		if !ok {
			continue
		}
		kind := stamp.LabelBefore(text[:st.Start])
		if kind == stamp.None && b > 0 && st.Start == 0 {
			kind = stamp.LabelBefore(string(v.Index.Line(b - 1)))
		}
		if kind == stamp.Published {
			return int32(b)
		}
	}
	return -1
}
