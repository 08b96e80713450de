package output

import (
	"fmt"
	"io"
	"slices"

	"github.com/alecthomas/kong"
)

// Formats are the flags that choose how results are written.
type Formats struct {
	JSON     bool   `name:"json" xor:"format" help:"A JSON object a line (where results do not go to a terminal: the default)."`
	Text     bool   `xor:"format" help:"For reading (on a terminal: the default)."`
	CSV      Rows   `name:"csv" xor:"format" help:"A table as Excel opens it; --csv articles: one row an article, --csv facts: one row a fact."`
	Markdown Notes  `xor:"format" help:"A Markdown document; --markdown=FOLDER: a file each in that folder, with front matter for Obsidian and Hugo."`
	Labels   string `enum:"ko,en" default:"ko" help:"Language of headings: ko or en."`
	Color    string `enum:"auto,always,never" default:"auto" help:"Colours: auto, always or never. NO_COLOR is respected."`
}

// Rows says what a row of the table is: "articles", "facts", or "default" where the flag stands alone; else empty.
type Rows string

// Decode takes the word behind the flag where it is one of ours.
func (r *Rows) Decode(ctx *kong.DecodeContext) error {
	*r = "default"
	token := ctx.Scan.Peek()
	word, _ := token.Value.(string)
	if token.Type == kong.FlagValueToken || slices.Contains([]string{Articles.Name, Facts.Name}, word) {
		*r = Rows(word)
		ctx.Scan.Pop()
	}
	return nil
}

// IsBool says that the flag may stand alone.
func (r *Rows) IsBool() bool { return true }

// Sheet is the sheet that the rows belong to; other is taken where the flag stands alone. Unknown rows have none.
func (r Rows) Sheet(other Sheet) (sheet Sheet, known bool) {
	for _, s := range []Sheet{Articles, Facts} {
		if string(r) == s.Name {
			return s, true
		}
	}
	return other, r == "default"
}

// Notes says that documents are wanted: Together, else the folder that is to hold a file each; empty: none.
type Notes string

// Together is one document after the other.
const Together Notes = "-"

// Decode takes the folder that is joined to the flag.
func (n *Notes) Decode(ctx *kong.DecodeContext) error {
	*n = Together
	if token := ctx.Scan.Peek(); token.Type == kong.FlagValueToken {
		word, _ := token.Value.(string)
		*n = Notes(word)
		ctx.Scan.Pop()
	}
	return nil
}

// IsBool says that the flag may stand alone.
func (n *Notes) IsBool() bool { return true }

// Check refuses rows that there are none of; other is what --csv alone means.
func (f Formats) Check(other Sheet) error {
	if _, known := f.CSV.Sheet(other); f.CSV != "" && !known {
		return fmt.Errorf("--csv=%s: want articles or facts", string(f.CSV))
	}
	return nil
}

// Folder is where a document each goes, else empty.
func (f Formats) Folder() string {
	if f.Markdown == Together {
		return ""
	}
	return string(f.Markdown)
}

// Writer returns the writer of the chosen format; readable says that a person looks on, sheet what --csv alone means.
func (f Formats) Writer(w io.Writer, sheet Sheet, readable bool, s Screen) Writer {
	switch {
	case f.CSV != "":
		sheet, _ = f.CSV.Sheet(sheet)
		return NewCSV(w, sheet, f.Labels)
	case f.Markdown != "":
		return NewMarkdown(w, f.Labels)
	case f.Text || readable && !f.JSON:
		return NewText(w, s)
	}
	return NewJSON(w)
}
