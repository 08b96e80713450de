package output

import (
	"fmt"
	"strings"

	"github.com/PuerkitoBio/goquery"
	"golang.org/x/net/html"

	"github.com/gisa-go/gisa/extract"
)

// body writes the body of an article, its facts marked.
func (d *htmlArticle) body(a *extract.Article, marks []Mark) {
	rows := rowsOf(a.Text, marks)
	for i, m := range marks {
		d.mark(a.Body, m, rows, i)
	}
	a.Body.Selection().Find("figure").Each(func(_ int, f *goquery.Selection) { onDemand(f, htmlPicture[d.labels]) })
	d.WriteString("<div class=\"body\">" + a.Body.HTML() + "</div>")
	d.facts(a.Text, rows)
}

// mark marks a fact in a body, and leads from it to its value where it does not stand in a link already.
func (d *htmlArticle) mark(b *extract.Body, m Mark, rows factRowsOf, i int) {
	attrs := []html.Attribute{{Key: "class", Val: m.Kind}, {Key: "title", Val: m.Value}}
	b.Wrap(m.Span, "mark", attrs...).Each(func(n int, mark *goquery.Selection) {
		if id := d.anchor(rows, i); n == 0 && id != "" {
			mark.SetAttr("id", d.fact(rows.of[i]))
		}
		if mark.Closest("a").Length() == 0 {
			mark.WrapHtml(fmt.Sprintf(`<a class="fact" href="#%s"></a>`, d.row(rows.of[i])))
		}
	})
}

// onDemand puts a picture that lies on the network where browsers fetch it only when the reader opens it.
func onDemand(figure *goquery.Selection, word string) {
	img := figure.Find("img")
	src := img.AttrOr("src", "")
	if img.Length() == 0 || strings.HasPrefix(strings.ToLower(src), "data:") {
		return
	}
	if alt := oneLine(img.AttrOr("alt", "")); alt != "" {
		word += ": " + alt
	}
	details := &html.Node{Type: html.ElementNode, Data: "details"}
	summary := &html.Node{Type: html.ElementNode, Data: "summary"}
	summary.AppendChild(&html.Node{Type: html.TextNode, Data: word})
	img.SetAttr("loading", "lazy").SetAttr("referrerpolicy", "no-referrer")
	img.BeforeNodes(details)
	details.AppendChild(summary)
	figure.Find("details").AppendSelection(img)
}
