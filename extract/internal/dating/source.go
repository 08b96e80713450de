package dating

import (
	"bytes"
	"cmp"
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/net/html"
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
		d.fromTime(i, n)
	}
	for i := range ix.Elements {
		e := &ix.Elements[i]
		switch {
		case e.Node.DataAtom == atom.Time:
		case e.Node.DataAtom == atom.Abbr && e.Hints&document.HintDate != 0 && machineDate(e.Node) != "":
			d.fromTime(int32(i), 0)
		case e.Hints&document.HintDate != 0 && e.Size() <= maxDateElement:
			d.fromDateElement(int32(i))
		}
	}
}

// machineDate returns what the attributes of an element say for machines of the time that stands in it, or "".
func machineDate(n *html.Node) string {
	for _, key := range []string{"datetime", "content", "title"} {
		if s := strings.TrimSpace(document.Attr(n, key)); letters.StartsDigit(s) {
			return s
		}
	}
	return ""
}

// fromTime reads the n-th <time>.
func (d *datings) fromTime(i int32, n int) {
	e := &d.Index.Elements[i]
	raw := machineDate(e.Node)
	if raw == "" {
		if e.Size() > maxDateLine {
			return
		}
		raw = d.Index.OneLine(i)
	}
	trust, modified := trustTime-min(n, 9), false
	class := document.Attr(e.Node, "class")
	prop, label := document.Attr(e.Node, "itemprop"), d.labelOf(i)
	switch {
	case strings.EqualFold(prop, "datePublished"):
		trust = trustProp
	case strings.EqualFold(prop, "dateModified"):
		trust, modified = trustProp, true
	case document.HasWord(class, "updated") && !document.HasWord(class, "published"), label == stamp.Modified:
		modified = true
	case label == stamp.Published && e.Block <= d.body.Region.First:
		trust += trustLabelled + trustDateClass - trustHead + 1 - trustTime // before the words that stand in it
	}
	switch {
	case d.isForeign(i):
		return
	case !d.near(i) || d.Index.InNoise(i) && !d.inHead(i) || d.isInText(e.Block):
		trust -= farMalus
	case e.Block > d.body.Region.Last && trust < trustLabelled:
		trust -= trustTime - trustBelow
	}
	d.add("time", raw, trust, modified)
}

// fromDateElement reads an element whose class or itemprop speaks of a date.
func (d *datings) fromDateElement(i int32) {
	e := &d.Index.Elements[i]
	if d.isForeign(i) {
		return
	}
	prop := document.Attr(e.Node, "itemprop")
	published, modified := strings.EqualFold(prop, "datePublished"), strings.EqualFold(prop, "dateModified")
	if published || modified {
		raw := cmp.Or(machineDate(e.Node), document.Attr(e.Node, "content"), d.Index.OneLine(i))
		d.add("itemprop", raw, trustProp, modified)
		return
	}
	if !d.near(i) || d.Index.InNoise(i) || e.Start == e.Stop {
		return
	}
	line := d.Index.OneLine(i)
	d.fromLine(line, "", trustDateClass)
	day, shown := stamp.Parse(line, d.order)
	if raw := machineDate(e.Node); raw != "" && !(shown && day.Timed) { // told on hovering, the day alone is shown
		if st, ok := stamp.Parse(raw, d.order); ok && (!shown || st.Timed && st.SameDay(day)) {
			d.addStamp(st, "title", raw, trustDateClass, stamp.LabelBefore(line) == stamp.Modified)
		}
	}
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

// labelOf returns what the first words of an element, or the text just before it, say of the time in it.
func (d *datings) labelOf(i int32) stamp.Label {
	own := d.Index.OneLine(i)
	if n := strings.IndexFunc(own, unicode.IsDigit); n > 0 && n < len(own) {
		if label := stamp.LabelBefore(own[:n]); label != stamp.None {
			return label
		}
	}
	start := d.Index.Elements[i].Start
	from := max(0, start-40)
	for from < start && !utf8.RuneStart(d.Index.Text[from]) {
		from++
	}
	before := d.Index.Text[from:start]
	return stamp.LabelBefore(string(before[bytes.LastIndexFunc(before, unicode.IsDigit)+1:]))
}
