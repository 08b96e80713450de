package output

import (
	"cmp"
	_ "embed"
	"fmt"
	"html"
	"io"
	"strings"

	"github.com/gisa-go/gisa/extract"
)

// NewHTML writes the articles into one document for browsers: each with its body, in which the facts are marked and
// lead to a table of what they mean. Nothing in it runs, and nothing is fetched before the reader opens a picture.
// Labels is the language of what is ours in it, "ko" or "en".
func NewHTML(w io.Writer, labels string) Writer { return &htmlWriter{w: w, labels: labels} }

type htmlWriter struct {
	w      io.Writer
	labels string
	number int // of the article
}

//go:embed document.css
var documentStyle string

// htmlHead begins a document. Its policy holds even if something were to slip through.
const htmlHead = `<!DOCTYPE html>
<html lang="%s">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; img-src http: https: data:; style-src ` +
	`'unsafe-inline'; base-uri 'none'; form-action 'none'">
<meta name="referrer" content="no-referrer">
<title>%s</title>
<style>
%s</style>
</head>
<body>
`

// The words of ours in a document, by language.
var (
	htmlTitles  = map[string]string{"en": "Articles", "ko": "기사"}
	htmlFacts   = map[string]string{"en": "Facts", "ko": "사실"}
	htmlPicture = map[string]string{"en": "picture", "ko": "사진"}
	htmlColumns = map[string][]string{"en": {"fact", "words", "value"}, "ko": {"구분", "원문", "값"}}
)

func (h *htmlWriter) begin() error {
	if h.number++; h.number > 1 {
		return nil
	}
	_, err := fmt.Fprintf(h.w, htmlHead, h.labels, htmlTitles[h.labels], documentStyle)
	return err
}

// Flush ends the document.
func (h *htmlWriter) Flush() error {
	if err := h.begin(); err != nil {
		return err
	}
	_, err := io.WriteString(h.w, "</body>\n</html>\n")
	return err
}

// Write writes an article; what failed is told.
func (h *htmlWriter) Write(l Line) error {
	if err := h.begin(); err != nil {
		return err
	}
	d := &htmlArticle{labels: h.labels, number: h.number}
	switch a := l.Article; {
	case l.Err != nil:
		d.put(`<article><h1>%s</h1><p class="note">%s</p></article>`, l.Name(), l.Err.Error())
	case a == nil:
		d.put("<article><h1>%s</h1>", l.Name())
		d.text(l.Text, marksIn(l.Facts, d.labels))
		d.WriteString("</article>")
	default:
		d.article(a)
	}
	d.WriteString("\n")
	_, err := io.WriteString(h.w, d.String())
	return err
}

// htmlArticle is an article of a document while it is written.
type htmlArticle struct {
	strings.Builder
	labels string
	number int
}

// put writes words of a page into markup of ours.
func (d *htmlArticle) put(format string, words ...string) {
	safe := make([]any, len(words))
	for i, w := range words {
		safe[i] = html.EscapeString(w)
	}
	fmt.Fprintf(d, format, safe...)
}

func (d *htmlArticle) article(a *extract.Article) {
	d.put(`<article lang="%s">`+"\n<header><h1>%s</h1>\n", a.Language, cmp.Or(a.Title, "—"))
	for line := range strings.Lines(a.Subtitle) {
		d.put("<p class=\"subtitle\">%s</p>\n", strings.TrimSpace(line))
	}
	if line := a.Byline(); line != "" {
		d.put("<p class=\"byline\">%s</p>\n", line)
	}
	if strings.HasPrefix(a.URL, "http://") || strings.HasPrefix(a.URL, "https://") {
		d.put("<p class=\"address\"><a href=\"%s\">%s</a></p>\n", a.URL, a.URL)
	}
	d.WriteString("</header>\n")
	marks := marksIn(a.Facts, d.labels)
	if a.Body == nil {
		d.text(a.Text, marks)
	} else {
		d.body(a, marks)
	}
	for _, r := range a.Repeats {
		d.put("\n<p class=\"note\">%s</p>", repeatNote(a, r, d.labels))
	}
	d.WriteString("\n</article>")
}

// text writes a text without markup, its facts marked.
func (d *htmlArticle) text(text string, marks []Mark) {
	rows := rowsOf(text, marks)
	at := 0
	d.WriteString("<div class=\"body\"><p>")
	plain := func(to int) {
		s := strings.ReplaceAll(html.EscapeString(text[at:to]), "\n\n", "</p>\n<p>")
		d.WriteString(strings.ReplaceAll(s, "\n", "<br>"))
		at = to
	}
	for i, m := range marks {
		plain(m.Start)
		row := rows.of[i]
		d.put(`<a class="fact" href="#`+d.row(row)+`"><mark`+d.anchor(rows, i)+` class="%s" title="%s">%s</mark></a>`,
			m.Kind, m.Value, text[m.Start:m.End])
		at = m.End
	}
	plain(len(text))
	d.WriteString("</p></div>")
	d.facts(text, rows)
}

// row and fact name a row of the table, and the words that it is about.
func (d *htmlArticle) row(row int) string { return fmt.Sprintf("value-%d-%d", d.number, row+1) }

func (d *htmlArticle) fact(row int) string { return fmt.Sprintf("fact-%d-%d", d.number, row+1) }

// anchor is the attribute that names the first words of a row, else nothing.
func (d *htmlArticle) anchor(rows factRowsOf, mark int) string {
	if rows.first[rows.of[mark]] != mark {
		return ""
	}
	return ` id="` + d.fact(rows.of[mark]) + `"`
}

// factRowsOf says which row of the table each mark belongs to: what is said again in the same words is one row.
type factRowsOf struct {
	marks []Mark // of the rows
	of    []int  // the row of each mark
	first []int  // the first mark of each row
}

func rowsOf(text string, marks []Mark) (r factRowsOf) {
	type meaning struct{ kind, words, value string }
	seen := map[meaning]int{}
	for i, m := range marks {
		key := meaning{m.Kind, oneLine(text[m.Start:m.End]), m.Value}
		row, ok := seen[key]
		if !ok {
			row = len(r.marks)
			seen[key] = row
			r.marks, r.first = append(r.marks, m), append(r.first, i)
		}
		r.of = append(r.of, row)
	}
	return r
}

// facts writes the table of what the marks mean; each row leads back to its words.
func (d *htmlArticle) facts(text string, rows factRowsOf) {
	if len(rows.marks) == 0 {
		return
	}
	c := htmlColumns[d.labels]
	d.put("\n<section class=\"facts\" lang=\"%s\"><table><caption>%s</caption>\n"+
		"<tr><th scope=\"col\">%s</th><th scope=\"col\">%s</th><th scope=\"col\">%s</th></tr>\n",
		d.labels, htmlFacts[d.labels], c[0], c[1], c[2])
	for i, m := range rows.marks {
		d.put("<tr id=\""+d.row(i)+"\"><td>%s</td><td><a href=\"#"+d.fact(i)+"\">%s</a></td><td>%s</td></tr>\n",
			cmp.Or(factNames[d.labels][m.Kind], m.Kind), oneLine(text[m.Start:m.End]), m.Value)
	}
	d.WriteString("</table></section>")
}
