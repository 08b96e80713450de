package output

import (
	"cmp"
	"fmt"
	"io"
	"strings"

	"github.com/gisa-go/gisa/internal/markdown"
)

// NewMarkdown writes each article as a Markdown document, its facts in a table below. Labels is the language of what is
// ours in it, "ko" or "en".
func NewMarkdown(w io.Writer, labels string) Writer { return &markdownWriter{w: w, labels: labels} }

type markdownWriter struct {
	w      io.Writer
	labels string
	begun  bool
}

func (m *markdownWriter) Flush() error { return nil }

func (m *markdownWriter) Write(l Line) error {
	var b strings.Builder
	if m.begun {
		b.WriteString("\n---\n\n")
	}
	m.begun = true
	document(&b, l, m.labels)
	_, err := io.WriteString(m.w, b.String())
	return err
}

func document(b *strings.Builder, l Line, labels string) {
	switch a := l.Article; {
	case l.Err != nil:
		fmt.Fprintf(b, "> **%s**: %s\n", markdown.Line(l.Name()), markdown.Line(l.Err.Error()))
	case a == nil:
		fmt.Fprintf(b, "# %s\n", markdown.Line(l.Name()))
		paragraphs(b, l.Text)
		factTable(b, l.Text, marksIn(l.Facts, labels), labels)
	default:
		b.WriteString(a.Markdown())
		for _, r := range a.Repeats {
			fmt.Fprintf(b, "\n> %s\n", markdown.Line(repeatNote(a, r, labels)))
		}
		factTable(b, a.Text, marksIn(a.Facts, labels), labels)
	}
}

func paragraphs(b *strings.Builder, text string) {
	for p := range strings.SplitSeq(text, "\n\n") {
		if p = strings.TrimSpace(p); p != "" {
			fmt.Fprintf(b, "\n%s\n", markdown.Paragraph(p))
		}
	}
}

// The words of ours in a document, by language.
var (
	factHeadings = map[string]string{"en": "| fact | words | value |", "ko": "| 구분 | 원문 | 값 |"}
	factNames    = map[string]map[string]string{"ko": {"amount": "수치", "date": "날짜", "duration": "기간", "organization": "기관"}}
	repeatNotes  = map[string]string{
		"en": "stood %d times on the page, shown once: “%s”",
		"ko": "페이지에 %d번 실린 글을 한 번만 보임: “%s”",
	}
)

func factTable(b *strings.Builder, text string, marks []Mark, labels string) {
	if len(marks) == 0 {
		return
	}
	b.WriteString("\n" + factHeadings[labels] + "\n|---|---|---|\n")
	for _, m := range distinct(text, marks) {
		kind := cmp.Or(factNames[labels][m.Kind], m.Kind)
		fmt.Fprintf(b, "| %s | %s | %s |\n", kind, markdown.Line(text[m.Start:m.End]), markdown.Line(m.Value))
	}
}
