package document

import "strings"

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
