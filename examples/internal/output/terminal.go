package output

import (
	"fmt"
	"io"
	"strings"
	"unicode/utf8"

	"github.com/rivo/uniseg"

	"github.com/gisa-go/gisa/extract"
)

// Screen says how to write for people.
type Screen struct {
	Width int  // columns; 0 means 80
	Color bool // ANSI colours
}

// The looks of what stands on the screen.
const (
	bold      = "1"
	dim       = "2"
	red       = "31"
	found     = "1;33"
	amountInk = "33"
	dateInk   = "36"
	orgInk    = "35"
)

var inks = map[string]string{"amount": amountInk, "date": dateInk, "duration": dateInk, "organization": orgInk}

func (s Screen) ink(codes, text string) string {
	if !s.Color || text == "" {
		return text
	}
	return "\x1b[" + codes + "m" + text + "\x1b[0m"
}

// Plain, Bold, Dim, Red and Found write words of a page or of ours in one look, without control characters.
func (s Screen) Plain(text string) string { return printable(text) }
func (s Screen) Found(text string) string { return s.ink(found, printable(text)) }
func (s Screen) Bold(text string) string  { return s.ink(bold, printable(text)) }
func (s Screen) Dim(text string) string   { return s.ink(dim, printable(text)) }
func (s Screen) Red(text string) string   { return s.ink(red, printable(text)) }

// NewText writes for people: what an article is, then its paragraphs with the facts in colour, then what they mean.
func NewText(w io.Writer, s Screen) Writer {
	if s.Width <= 0 {
		s.Width = 80
	}
	s.Width = min(s.Width, 100) // longer lines are hard to read
	return &textWriter{w: w, Screen: s}
}

type textWriter struct {
	Screen
	w     io.Writer
	begun bool
}

func (t *textWriter) Flush() error { return nil }

func (t *textWriter) Write(l Line) error {
	var b strings.Builder
	if t.begun {
		b.WriteString("\n" + t.ink(dim, strings.Repeat("─", t.Width)) + "\n\n")
	}
	t.begun = true
	switch {
	case l.Err != nil:
		b.WriteString(t.ink(red, "✗ "+printable(l.Name())) + ": " + printable(l.Err.Error()) + "\n")
	case l.Article != nil:
		t.article(&b, l)
	default:
		b.WriteString(t.ink(dim, printable(l.Name())) + "\n")
		t.marked(&b, l.Text, 0, Marks(l.Facts))
		t.meanings(&b, l.Text, Marks(l.Facts))
	}
	_, err := io.WriteString(t.w, b.String())
	return err
}

func (t *textWriter) article(b *strings.Builder, l Line) {
	a := l.Article
	b.WriteString(t.ink(dim, printable(l.File)) + "\n")
	t.plain(b, a.Title, bold)
	for line := range strings.SplitSeq(a.Subtitle, "\n") {
		t.plain(b, line, "")
	}
	t.plain(b, a.Byline(), dim)
	t.plain(b, a.URL, dim)
	marks := Marks(a.Facts)
	for _, p := range a.Paragraphs {
		if p.Start < 0 || p.End > len(a.Text) || p.Start > p.End {
			continue
		}
		b.WriteString("\n")
		t.marked(b, a.Text[p.Start:p.End], p.Start, marks)
	}
	if len(a.Paragraphs) == 0 && a.Text != "" {
		b.WriteString("\n")
		t.marked(b, a.Text, 0, marks)
	}
	for _, r := range a.Repeats {
		b.WriteString("\n")
		t.plain(b, "↻ "+repeatNote(a, r, "en"), dim)
	}
	t.meanings(b, a.Text, marks)
}

func repeatNote(a *extract.Article, r extract.Repeat, labels string) string {
	said := ""
	if 0 <= r.Start && r.Start <= r.End && r.End <= len(a.Text) {
		said = oneLine(a.Text[r.Start:r.End])
	}
	if utf8.RuneCountInString(said) > 40 {
		said = string([]rune(said)[:40]) + "…"
	}
	return fmt.Sprintf(repeatNotes[labels], r.Times, said)
}

// meanings lists the facts with their values.
func (t *textWriter) meanings(b *strings.Builder, text string, marks []Mark) {
	if len(marks) == 0 {
		return
	}
	b.WriteString("\n")
	for _, m := range distinct(text, marks) {
		raw := oneLine(text[m.Start:m.End])
		pad := strings.Repeat(" ", max(1, 24-uniseg.StringWidth(raw)))
		b.WriteString("  " + t.ink(inks[m.Kind], printable(raw)) + pad + printable(m.Value) + "\n")
	}
}

func (t *textWriter) plain(b *strings.Builder, text, codes string) {
	if text = oneLine(text); text == "" {
		return
	}
	for _, line := range t.lines(text, nil, 0) {
		b.WriteString(t.ink(codes, line) + "\n")
	}
}

// marked writes a part of a text that begins at offset, its facts in colour.
func (t *textWriter) marked(b *strings.Builder, text string, offset int, marks []Mark) {
	for line := range strings.SplitSeq(text, "\n") {
		for _, l := range t.lines(line, marks, offset) {
			b.WriteString(l + "\n")
		}
		offset += len(line) + 1
	}
}

// lines breaks a text into lines that fit the screen: between words, as Korean wants it, or inside a word that fills a
// line by itself.
func (t *textWriter) lines(text string, marks []Mark, offset int) []string {
	var lines []string
	var line strings.Builder
	column := 0
	put := func(part string) {
		t.word(&line, part, offset, marks)
		offset += len(part)
		column += uniseg.StringWidth(part)
	}
	end := func() {
		lines, column = append(lines, line.String()), 0
		line.Reset()
	}
	for word := range strings.SplitAfterSeq(text, " ") {
		width := uniseg.StringWidth(strings.TrimRight(word, " "))
		if column > 0 && column+width > t.Width {
			end()
		}
		for width > t.Width {
			head, rest := cutWidth(word, t.Width)
			put(head)
			end()
			word, width = rest, uniseg.StringWidth(rest)
		}
		put(word)
	}
	return append(lines, line.String())
}

// cutWidth cuts a word where it fills the columns; at least one character goes before the cut.
func cutWidth(word string, columns int) (head, rest string) {
	rest = word
	for used, state := 0, -1; rest != ""; {
		_, after, width, next := uniseg.FirstGraphemeClusterInString(rest, state)
		if used > 0 && used+width > columns {
			break
		}
		used, rest, state = used+max(width, 1), after, next
	}
	return word[:len(word)-len(rest)], rest
}

// word writes a word that begins at start, in the ink of the facts it belongs to.
func (t *textWriter) word(b *strings.Builder, word string, start int, marks []Mark) {
	at, end := start, start+len(word)
	for _, m := range marks {
		if m.End <= at || m.Start >= end {
			continue
		}
		from, to := max(m.Start, at), min(m.End, end)
		b.WriteString(printable(word[at-start : from-start]))
		b.WriteString(t.ink(inks[m.Kind], printable(word[from-start:to-start])))
		at = to
	}
	b.WriteString(printable(word[at-start:]))
}

// printable takes control characters out of what a page says, so that it cannot steer the terminal.
func printable(s string) string {
	return strings.Map(func(r rune) rune {
		if r < ' ' && r != '\t' || r >= 0x7f && r < 0xa0 || r >= 0x202a && r <= 0x202e || r >= 0x2066 && r <= 0x2069 {
			return -1
		}
		return r
	}, s)
}
