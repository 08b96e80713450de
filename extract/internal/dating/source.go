package dating

import (
	"cmp"
	"strings"
	"unicode/utf8"

	"golang.org/x/net/html/atom"

	"github.com/gisa-go/gisa/extract/internal/document"
	"github.com/gisa-go/gisa/extract/internal/letters"
	"github.com/gisa-go/gisa/extract/internal/stamp"
	"github.com/gisa-go/gisa/extract/sites"
)

func (d *datings) fromRule() {
	for _, f := range []sites.Field{sites.Published, sites.Modified} {
		trust := trustRule
		for src := range d.Site.Sources(f) {
			if text := d.Field(src); text != "" && d.add("site:"+d.Site.Name(), text, trust, f == sites.Modified) {
				trust--
			}
		}
	}
}

func (d *datings) fromLD() {
	for n, a := range d.Head.Articles {
		for _, name := range []string{"datePublished", "dateCreated", "uploadDate"} {
			if s := a.Get(name).Name(); s != "" && d.add("jsonld", s, trustLD-n, false) {
				break
			}
		}
		if s := a.Get("dateModified").Name(); s != "" {
			d.add("jsonld", s, trustLD-n, true)
		}
	}
}

// Bounds of what is read of elements: how many <time>s, and the longest that is named for a date, in bytes.
const (
	maxTimes       = 30
	maxDateElement = 160
)

// fromElements reads <time> and the elements whose names speak of dates.
func (d *datings) fromElements() {
	ix := d.Index
	for n, i := range ix.Times {
		if n == maxTimes {
			break
		}
		e := &ix.Elements[i]
		raw := document.Attr(e.Node, "datetime")
		if raw == "" || !letters.StartsDigit(raw) {
			if e.Size() > maxDateLine {
				continue
			}
			raw = d.Index.OneLine(i)
		}
		trust, modified := trustTime-min(n, 9), false
		switch prop := document.Attr(e.Node, "itemprop"); {
		case strings.EqualFold(prop, "datePublished"):
			trust = trustProp
		case strings.EqualFold(prop, "dateModified"):
			trust, modified = trustProp, true
		case document.HasWord(document.Attr(e.Node, "class"), "updated") &&
			!document.HasWord(document.Attr(e.Node, "class"), "published"):
			modified = true
		case d.labelBefore(i) == stamp.Modified:
			modified = true
		}
		if !d.near(i) || d.Index.InNoise(i) && !d.inHead(i) {
			trust -= farMalus
		}
		d.add("time", raw, trust, modified)
	}
	for i := range ix.Elements {
		e := &ix.Elements[i]
		if e.Hints&document.HintDate == 0 || e.Node.DataAtom == atom.Time || e.Size() > maxDateElement {
			continue
		}
		d.fromDateElement(int32(i))
	}
}

// fromDateElement reads an element whose class or itemprop speaks of a date.
func (d *datings) fromDateElement(i int32) {
	e := &d.Index.Elements[i]
	prop := document.Attr(e.Node, "itemprop")
	published, modified := strings.EqualFold(prop, "datePublished"), strings.EqualFold(prop, "dateModified")
	if published || modified {
		d.add("itemprop", cmp.Or(document.Attr(e.Node, "content"), document.Attr(e.Node, "datetime"),
			d.Index.OneLine(i)), trustProp, modified)
		return
	}
	if !d.near(i) || d.Index.InNoise(i) || e.Start == e.Stop {
		return
	}
	line := d.Index.OneLine(i)
	d.fromLine(line, "", trustDateClass)
	if day, ok := stamp.Parse(line, d.Order); ok && !day.Timed { // the day alone is shown, the time told on hovering
		if st, ok := stamp.Parse(document.Attr(e.Node, "title"), d.Order); ok && st.Timed && st.SameDay(day) {
			d.addStamp(st, "title", document.Attr(e.Node, "title"), trustDateClass, false)
		}
	}
}

// near reports whether an element stands at the head of the article, or inside its body.
func (d *datings) near(i int32) bool {
	b := d.Index.Elements[i].Block
	return b >= d.body.Region.Start() && b <= d.body.Region.Last+linesBehind
}

// inHead reports whether an element stands between the title and the text.
func (d *datings) inHead(i int32) bool {
	b := d.Index.Elements[i].Block
	return d.body.Region.Head >= 0 && b >= d.body.Region.Head && b <= d.body.Region.First
}

// fromAddress reads /2024/05/03/ and 20240503 in the page's address.
func (d *datings) fromAddress() {
	address := cmp.Or(d.URL, d.Head.URL)
	for i := 1; i+len("2024/05/03") <= len(address); i++ {
		part := address[i : i+len("2024/05/03")]
		if address[i-1] != '/' || part[:2] != "20" || part[4] != '/' && part[4] != '-' {
			continue
		}
		if st, ok := stamp.Parse(part, stamp.YearFirst); ok && !st.Timed {
			d.addStamp(st, "url", part, trustAddress, false)
			return
		}
	}
}

// labelBefore returns what the text just before an element says of it.
func (d *datings) labelBefore(i int32) stamp.Label {
	start := d.Index.Elements[i].Start
	from := max(0, start-40)
	for from < start && !utf8.RuneStart(d.Index.Text[from]) {
		from++
	}
	return stamp.LabelBefore(string(d.Index.Text[from:start]))
}
