package output

import (
	"fmt"
	"io"
	"strings"

	"github.com/gisa-go/gisa/internal/markdown"
)

// NewMarkdown writes each article as a Markdown document, its facts in a table below.
func NewMarkdown(w io.Writer) Writer { return &markdownWriter{w: w} }

type markdownWriter struct {
	w     io.Writer
	begun bool
}

func (m *markdownWriter) Flush() error { return nil }

func (m *markdownWriter) Write(l Line) error {
	var b strings.Builder
	if m.begun {
		b.WriteString("\n---\n\n")
	}
	m.begun = true
	switch a := l.Article; {
	case l.Err != nil:
		fmt.Fprintf(&b, "> **%s**: %s\n", markdown.Line(l.Name()), markdown.Line(l.Err.Error()))
	case a == nil:
		fmt.Fprintf(&b, "# %s\n", markdown.Line(l.Name()))
		paragraphs(&b, l.Text)
		factTable(&b, l.Text, Marks(l.Facts))
	default:
		b.WriteString(a.Markdown())
		for _, r := range a.Repeats {
			fmt.Fprintf(&b, "\n> %s\n", markdown.Line(repeatNote(a, r)))
		}
		factTable(&b, a.Text, Marks(a.Facts))
	}
	_, err := io.WriteString(m.w, b.String())
	return err
}

func paragraphs(b *strings.Builder, text string) {
	for p := range strings.SplitSeq(text, "\n\n") {
		if p = strings.TrimSpace(p); p != "" {
			fmt.Fprintf(b, "\n%s\n", markdown.Paragraph(p))
		}
	}
}

func factTable(b *strings.Builder, text string, marks []Mark) {
	if len(marks) == 0 {
		return
	}
	b.WriteString("\n| fact | words | value |\n|---|---|---|\n")
	for _, m := range distinct(text, marks) {
		fmt.Fprintf(b, "| %s | %s | %s |\n", m.Kind, markdown.Line(text[m.Start:m.End]), markdown.Line(m.Value))
	}
}
