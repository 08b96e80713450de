package dating

import (
	"bytes"
	"cmp"
	"strconv"
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
			if text := d.ownField(src); text != "" && d.add("site:"+d.Site.Name(), text, trust, f == sites.Modified) {
				trust--
			}
		}
	}
}

// ownField reads what a site rule names; of several elements, the first that belongs to the article.
func (d *datings) ownField(src sites.Source) string {
	if src.Selector == nil || src.Labels != nil || src.Values != nil {
		return d.Field(src)
	}
	for _, n := range d.Site.All(src.Selector) {
		i := d.Index.Find(n)
		if i < 0 || d.isForeign(i) {
			continue
		}
		if src.Attr != "" {
			return document.Attr(n, src.Attr)
		}
		return d.Index.OneLine(i)
	}
	return ""
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
	if d.Index.InNoise(i) && !d.inHead(i) || e.Start == e.Stop || !d.near(i) && e.Block > d.body.Region.Last {
		return
	}
	line, trust := d.Index.OneLine(i), trustDateClass
	switch {
	case !d.near(i):
		trust = trustFar
	case d.isInText(e.Block):
		trust = trustBody
	case e.Block > d.body.Region.Last:
		trust = trustBelow
	}
	d.fromLine(line, -1, trust)
	day, shown := stamp.Parse(line, d.order)
	if raw := machineDate(e.Node); raw != "" && !(shown && day.Timed) { // told on hovering, the day alone is shown
		if st, ok := stamp.Parse(raw, d.order); ok && (!shown || st.Timed && st.SameDay(day)) {
			d.addStamp(st, "title", raw, trust, stamp.LabelBefore(line) == stamp.Modified)
		}
	}
}

// fromAddress reads /2024/05/03/, /2024/0503/ and 20240503 in the page's address.
func (d *datings) fromAddress() {
	address := cmp.Or(d.URL, d.Head.URL)
	address, _, _ = strings.Cut(address, "#")
	if i := strings.LastIndex(address, "://"); i >= 0 {
		address = address[i+len("://"):] // of an archive's, that of the page which it keeps
	}
	for i := strings.IndexByte(address, '/'); i >= 0 && i < len(address); i++ {
		if !letters.StartsDigit(address[i:]) || letters.StartsDigit(address[i-1:]) {
			continue
		}
		if st, ok := addressDate(address[i:]); ok && stamp.ValidDay(st) && isWebYear(st.Year) {
			d.addStamp(st, "url", address[i:i+st.End], trustAddress, false)
			return
		}
	}
}

// isWebYear reports whether articles of a year may stand on the web.
func isWebYear(year int) bool { return year >= 1990 && year < 2100 }

// addressDate reads the date that an address begins with: 2024/05/03, 2024-5-3, 20240503, also where the number of the
// article follows, 2024/0503.
func addressDate(s string) (st stamp.Stamp, ok bool) {
	n := letters.CountDigits(s)
	number := func(a, b int) int { v, _ := strconv.Atoi(s[a:b]); return v }
	if n == 8 || n >= 12 && n <= 24 {
		return stamp.Stamp{Year: number(0, 4), Month: number(4, 6), Day: number(6, 8), End: 8}, true
	}
	if n != 4 || len(s) < len("2024/5/3") || strings.IndexByte("/-_", s[4]) < 0 {
		return st, false
	}
	switch m := letters.CountDigits(s[5:]); {
	case m == 4:
		return stamp.Stamp{Year: number(0, 4), Month: number(5, 7), Day: number(7, 9), End: 9}, s[4] == '/'
	case m > 2 || m == 0 || len(s) < 7+m || s[5+m] != s[4]:
		return st, false
	default:
		at := 6 + m
		k := letters.CountDigits(s[at:])
		if k == 0 || k > 2 {
			return st, false
		}
		return stamp.Stamp{Year: number(0, 4), Month: number(5, 5+m), Day: number(at, at+k), End: at + k}, true
	}
}

// labelOf returns what the first words of an element, or the text just before it, say of the time in it.
func (d *datings) labelOf(i int32) stamp.Label {
	start, stop := d.Index.Elements[i].Start, d.Index.Elements[i].Stop
	own := d.Index.Text[start:min(stop, start+maxDateElement)]
	if n := bytes.IndexFunc(own, unicode.IsDigit); n > 0 {
		if label := stamp.LabelBefore(string(own[:n])); label != stamp.None {
			return label
		}
	}
	from := max(0, start-40)
	for from < start && !utf8.RuneStart(d.Index.Text[from]) {
		from++
	}
	before := d.Index.Text[from:start]
	return stamp.LabelBefore(string(before[bytes.LastIndexFunc(before, unicode.IsDigit)+1:]))
}
