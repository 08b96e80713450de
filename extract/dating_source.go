package extract

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
		for src := range d.p.site.Sources(f) {
			if text := d.p.readSource(src); text != "" && d.add("site:"+d.p.art.Site, text, trust, f == sites.Modified) {
				trust--
			}
		}
	}
}

func (d *datings) fromLD() {
	for n, a := range d.p.meta.articles {
		for _, name := range []string{"datePublished", "dateCreated", "uploadDate"} {
			if s := a.get(name).name(); s != "" && d.add("jsonld", s, trustLD-n, false) {
				break
			}
		}
		if s := a.get("dateModified").name(); s != "" {
			d.add("jsonld", s, trustLD-n, true)
		}
	}
}

// dateTags are the meta elements that hold times.
var dateTags = map[string]struct {
	trust    int
	modified bool
}{

	"article:published_time": {trustMeta, false}, "og:article:published_time": {trustMeta, false}, "og:regdate": {trustMeta, false},
	"datepublished": {trustMeta, false}, "article:published": {trustMeta, false}, "og:published_time": {trustMeta, false},
	"parsely-pub-date": {trustMetaOther, false}, "sailthru.date": {trustMetaOther, false}, "pubdate": {trustMetaOther, false},
	"publishdate": {trustMetaOther, false}, "publish-date": {trustMetaOther, false}, "publish_date": {trustMetaOther, false},
	"date": {trustMetaOther, false}, "dc.date": {trustMetaOther, false}, "dc.date.issued": {trustMetaOther, false},
	"dcterms.created": {trustMetaOther, false}, "dcterms.date": {trustMetaOther, false}, "dcterms.issued": {trustMetaOther, false},
	"date.created": {trustMetaOther, false}, "citation_publication_date": {trustMetaOther, false}, "citation_date": {trustMetaOther, false},
	"article.published": {trustMetaOther, false}, "article_date_original": {trustMetaOther, false}, "published-date": {trustMetaOther, false},
	"originalpublicationdate": {trustMetaOther, false}, "cxenseparse:recs:publishtime": {trustMetaOther, false},
	"article:create": {trustMetaOther, false}, "regdate": {trustMetaOther, false}, "created": {trustMetaOther, false},
	"rnews:datepublished": {trustMetaOther, false}, "displaydate": {trustMetaOther, false}, "dc.date.created": {trustMetaOther, false},
	"published_at": {trustMetaOther, false}, "published-at": {trustMetaOther, false}, "published_time": {trustMetaOther, false},
	"mediator_published_time": {trustMetaOther, false}, "article:published_at": {trustMetaOther, false},
	"article:publication_date": {trustMetaOther, false}, "publication_date": {trustMetaOther, false}, "publication-date": {trustMetaOther, false},
	"pub_date": {trustMetaOther, false}, "pub-date": {trustMetaOther, false}, "ptime": {trustMetaOther, false}, "og:pubdate": {trustMetaOther, false},
	"weibo:article:create_at": {trustMetaOther, false}, "weibo: article:create_at": {trustMetaOther, false}, "bt:pubdate": {trustMetaOther, false},
	"shareaholic:article_published_time": {trustMetaOther, false}, "cxenseparse:publishtime": {trustMetaOther, false},
	"dc.date.published": {trustMetaOther, false}, "dcterms.available": {trustMetaOther, false}, "release_date": {trustMetaOther, false},
	"updated_at": {trustMetaOther, true}, "article:updated_time": {trustMetaOther, true}, "weibo:article:update_at": {trustMetaOther, true},
	"weibo: article:update_at": {trustMetaOther, true}, "shareaholic:article_modified_time": {trustMetaOther, true},
	"article:modified_time": {trustMeta, true}, "og:updated_time": {trustMetaOther, true}, "datemodified": {trustMeta, true},
	"dcterms.modified": {trustMetaOther, true}, "dc.date.modified": {trustMetaOther, true}, "lastmod": {trustMetaOther, true},
	"article:modified": {trustMetaOther, true}, "last-modified": {trustMetaOther, true},
}

func (d *datings) fromTags() {
	for _, t := range d.p.meta.tags {
		if kind, ok := dateTags[t.name]; ok && t.name != "" {
			d.add("meta "+t.name, t.content, kind.trust, kind.modified)
		}
	}
}

// fromElements reads <time> and the elements whose names speak of dates.
func (d *datings) fromElements() {
	ix := d.p.ix
	for n, i := range ix.Times {
		if n == 30 {
			break
		}
		e := &ix.Elements[i]
		raw := document.Attr(e.Node, "datetime")
		if raw == "" || !letters.StartsDigit(raw) {
			if e.Stop-e.Start > maxDateLine {
				continue
			}
			raw = d.p.oneLine(i)
		}
		trust, modified := trustTime-min(n, 9), false
		switch prop := document.Attr(e.Node, "itemprop"); {
		case strings.EqualFold(prop, "datePublished"):
			trust = trustProp
		case strings.EqualFold(prop, "dateModified"):
			trust, modified = trustProp, true
		case hasWord(document.Attr(e.Node, "class"), "updated") && !hasWord(document.Attr(e.Node, "class"), "published"):
			modified = true
		case d.labelBefore(i) == stamp.Modified:
			modified = true
		}
		if !d.near(i) || d.p.inNoise(i) && !d.inHead(i) {
			trust -= 25
		}
		d.add("time", raw, trust, modified)
	}
	for i := range ix.Elements {
		e := &ix.Elements[i]
		if e.Hints&document.HintDate == 0 || e.Node.DataAtom == atom.Time || e.Stop-e.Start > 160 {
			continue
		}
		d.fromDateElement(int32(i))
	}
}

// fromDateElement reads an element whose class or itemprop speaks of a date.
func (d *datings) fromDateElement(i int32) {
	e := &d.p.ix.Elements[i]
	prop := document.Attr(e.Node, "itemprop")
	published, modified := strings.EqualFold(prop, "datePublished"), strings.EqualFold(prop, "dateModified")
	if published || modified {
		d.add("itemprop", cmp.Or(document.Attr(e.Node, "content"), document.Attr(e.Node, "datetime"), d.p.oneLine(i)), trustProp, modified)
		return
	}
	if !d.near(i) || d.p.inNoise(i) || e.Start == e.Stop {
		return
	}
	line := d.p.oneLine(i)
	d.fromLine(line, "", trustDateClass)
	if day, ok := stamp.Parse(line, d.order); ok && !day.Timed { // the day alone is shown, the time told on hovering
		if st, ok := stamp.Parse(document.Attr(e.Node, "title"), d.order); ok && st.Timed && st.SameDay(day) {
			d.addStamp(st, "title", document.Attr(e.Node, "title"), trustDateClass, false)
		}
	}
}

// near reports whether an element stands at the head of the article, or inside its body.
func (d *datings) near(i int32) bool {
	b := d.p.ix.Elements[i].Block
	return b >= d.p.headStart() && b <= d.p.body.last+12
}

// inHead reports whether an element stands between the title and the text.
func (d *datings) inHead(i int32) bool {
	b := d.p.ix.Elements[i].Block
	return d.p.body.head >= 0 && b >= d.p.body.head && b <= d.p.body.first
}

// fromAddress reads /2024/05/03/ and 20240503 in the page's address.
func (d *datings) fromAddress() {
	address := cmp.Or(d.p.URL, d.p.art.URL)
	for part := range strings.SplitSeq(strings.ReplaceAll(address, "/20", "\n20"), "\n") {
		if len(part) >= 10 && strings.HasPrefix(part, "20") && (part[4] == '/' || part[4] == '-') {
			if st, ok := stamp.Parse(part[:10], stamp.YearFirst); ok && !st.Timed {
				d.addStamp(st, "url", letters.Head(part, 10), trustAddress, false)
				return
			}
		}
	}
}

// labelBefore returns what the text just before an element says of it.
func (d *datings) labelBefore(i int32) stamp.Label {
	start := d.p.ix.Elements[i].Start
	from := max(0, start-40)
	for from < start && !utf8.RuneStart(d.p.ix.Text[from]) {
		from++
	}
	return stamp.LabelBefore(string(d.p.ix.Text[from:start]))
}
