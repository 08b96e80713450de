package document

import (
	"bytes"
	"slices"
	"strings"

	"golang.org/x/net/html/atom"
)

// Indent is the white space before a line of a <pre>: empty lines, tabs, then blanks.
type Indent struct{ Lines, Tabs, Blanks uint8 }

// add notes a character of white space that stands before a line, or ends one.
func (d *Indent) add(c byte, within bool) {
	switch {
	case within:
	case c == '\n':
		*d = Indent{Lines: min(d.Lines+1, maxIndent)}
	case c == '\t':
		d.Tabs = min(d.Tabs+1, maxIndent)
	case c == ' ':
		d.Blanks = min(d.Blanks+1, maxIndent)
	}
}

// maxIndent bounds what is kept of it.
const maxIndent = 100

// String returns what stands between a line and the one before it.
func (d Indent) String() string {
	return "\n" + strings.Repeat("\n", int(max(d.Lines, 1))-1) + strings.Repeat("\t", int(d.Tabs)) +
		strings.Repeat(" ", int(d.Blanks))
}

// isCode reports whether a <pre> holds code rather than text whose lines someone broke by hand: it says so, or is full
// of the marks that code is written in.
func (w *walker) isCode(i int32) bool {
	e := &w.Elements[i]
	if e.Start >= e.Stop {
		return false
	}
	for j := i + 1; j < e.End; j++ {
		switch w.Elements[j].Node.DataAtom {
		case atom.Code, atom.Samp, atom.Kbd:
			return true
		}
	}
	marks := 0
	text := w.Text[e.Start:e.Stop]
	for _, c := range text {
		if bytes.IndexByte([]byte("{}();=<>[]_$|&\\"), c) >= 0 {
			marks++
		}
	}
	return marks*25 > len(text)
}

// CodeOf returns the <pre> with code in which a block stands, or -1.
func (ix *Index) CodeOf(b int32) int32 {
	n, _ := slices.BinarySearchFunc(ix.Codes, b, func(i, b int32) int { return int(ix.Elements[i].BlockStop - 1 - b) })
	if n < len(ix.Codes) && ix.Elements[ix.Codes[n]].Block <= b {
		return ix.Codes[n]
	}
	return -1
}
