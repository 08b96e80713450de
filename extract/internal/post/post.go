// Package post reads what stands around a board's post: the line that says who wrote it, when, and how often it was
// read, and the title above that. Boards of all systems are alike in it, also those that no rule knows.
package post

import (
	"bytes"

	"github.com/gisa-go/gisa/extract/internal/document"
	"github.com/gisa-go/gisa/extract/internal/letters"
	"github.com/gisa-go/gisa/extract/internal/stamp"
	"github.com/gisa-go/gisa/extract/internal/view"
)

// IsListed reports whether between the head of a post and a text the count of another post stands: a list of posts has
// no text.
func IsListed(v *view.View, head, first int32) bool {
	for b := head + 1; b < first; b++ {
		if viewsNear(v, b, 0) >= 0 {
			return true
		}
	}
	return false
}

// Head returns the last line of the head of a post: a time with the count of its readers near it. -1 is none. A time
// without a label counts where its element is named for one, or where the count stands in the same line.
func Head(v *view.View) int32 {
	ix := v.Index
	order := v.Order
	for b := range ix.BlockCount() {
		if !letters.HasDigit(ix.Line(int(b))) || ix.Blocks[b].Stop-ix.Blocks[b].Start > maxLine {
			continue
		}
		line := ix.Spaced(b)
		st, ok := stamp.Find(line, order)
		if !ok {
			continue
		}
		kind := stamp.LabelBefore(line[:st.Start])
		if kind == stamp.None && b > 0 && st.Start == 0 {
			kind = stamp.LabelBefore(ix.Spaced(b - 1))
		}
		if kind != stamp.None && kind != stamp.Published {
			continue
		}
		reach := int32(4)
		if kind == stamp.None && !isDateBlock(v, b) {
			reach = 0
		}
		if c := viewsNear(v, b, reach); c >= 0 {
			return max(b, c)
		}
	}
	return -1
}

// IsInfo reports whether a line is the head of a post: who wrote it, when, how often it was read.
func IsInfo(v *view.View, b int32) bool {
	ix := v.Index
	line := ix.Line(int(b))
	if len(line) > maxLine || !bytes.Contains(line, []byte("조회")) || viewsNear(v, b, 0) < 0 {
		return false
	}
	_, ok := stamp.Find(ix.Spaced(b), v.Order)
	return ok
}

// maxLine bounds the lines of a post's head, in bytes.
const maxLine = 160

// viewsNear returns the line at most reach lines from a line that says how often a post was read, or -1.
func viewsNear(v *view.View, b, reach int32) int32 {
	ix := v.Index
	for c := max(0, b-reach); c <= min(b+reach, ix.BlockCount()-1); c++ {
		if ix.Blocks[c].Stop-ix.Blocks[c].Start > maxLine {
			continue
		}
		next := ""
		if c+1 < ix.BlockCount() && len(ix.Line(int(c)+1)) < 16 {
			next = string(ix.Line(int(c) + 1))
		}
		if _, _, ok := stamp.LabelledNumber(ix.Spaced(c), next, stamp.Views); ok {
			return c
		}
	}
	return -1
}

// isDateBlock reports whether a block stands in an element that is named for a date.
func isDateBlock(v *view.View, b int32) bool {
	for e, n := v.Index.Blocks[b].Elem, 0; e >= 0 && n < 2; e, n = v.Index.Elements[e].Parent, n+1 {
		if v.Index.Elements[e].Hints&document.HintDate != 0 {
			return true
		}
	}
	return false
}
