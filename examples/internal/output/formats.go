package output

import "io"

// Formats are the flags that choose how results are written.
type Formats struct {
	JSON     bool   `name:"json" xor:"format" help:"A JSON object a line (where results do not go to a terminal: the default)."`
	Text     bool   `xor:"format" help:"For reading (on a terminal: the default)."`
	CSV      bool   `name:"csv" xor:"format" help:"A table with one row a fact, as Excel opens it."`
	Markdown bool   `xor:"format" help:"A Markdown document."`
	Labels   string `enum:"ko,en" default:"ko" help:"Language of the table's headings: ko or en."`
	Color    string `enum:"auto,always,never" default:"auto" help:"Colours: auto, always or never. NO_COLOR is respected."`
}

// Writer returns the writer of the chosen format; readable says that a person looks on.
func (f Formats) Writer(w io.Writer, readable bool, s Screen) Writer {
	switch {
	case f.CSV:
		return NewCSV(w, f.Labels)
	case f.Markdown:
		return NewMarkdown(w)
	case f.Text || readable && !f.JSON:
		return NewText(w, s)
	}
	return NewJSON(w)
}
