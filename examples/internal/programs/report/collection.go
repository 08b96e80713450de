package report

import (
	"encoding/json"
	"slices"
	"time"
	"unicode/utf8"

	"github.com/gisa-go/gisa/examples/internal/cli"
	"github.com/gisa-go/gisa/examples/internal/input"
	"github.com/gisa-go/gisa/examples/internal/output"
	"github.com/gisa-go/gisa/extract"
	"github.com/gisa-go/gisa/extract/facts"
)

// collection is what the page's script reads: an index of all articles, their facts as columns, and the articles
// themselves in parts, each packed as soon as it is full. Offsets are in UTF-16 units, as JavaScript counts.
type collection struct {
	index index
	facts columns
	parts []part
	full  []string // the parts before, packed

	size   int // bytes of the texts of the part that is being filled
	orgs   names
	units  names
	of     names
	texts  []string // of the articles, for grouping
	saved  saved
	failed error // what a part could not be packed for
}

// index is what the list of articles, the filters and the charts need. Of an article each list has one entry, which
// is a number where names repeat: −1 for none.
type index struct {
	Title    string         `json:"title"`
	Labels   string         `json:"labels"`
	Orgs     []organization `json:"orgs"`
	Units    []string       `json:"units"`
	Of       []string       `json:"of"` // what is measured, what happens
	Outlets  []string       `json:"outlets"`
	Authors  []string       `json:"authors"`
	Sections []string       `json:"sections"`
	Langs    []string       `json:"langs"`
	Titles   []string       `json:"titles"`
	Files    []string       `json:"files"`
	At       []string       `json:"at"` // RFC 3339
	Outlet   []int          `json:"outlet"`
	Source   []int          `json:"source"`
	Section  []int          `json:"section"`
	Lang     []int          `json:"lang"`
	By       [][]int        `json:"by"`
	First    []int          `json:"first"` // number of the first fact, and after the last article that of all
	Parts    []int          `json:"parts"` // number of the first article, likewise
	Clusters []cluster      `json:"clusters"`
	Failed   []failure      `json:"failed"`

	outlets, authors, sections, langs names
}

type organization struct {
	Name string `json:"n"`
	Type string `json:"t,omitempty"`
}

// part is an article without what the index says of it.
type part struct {
	words words
	rest  rest
}

// words are what is searched.
type words struct {
	Text     string     `json:"text"`
	Subtitle string     `json:"sub,omitempty"`
	Paras    [][2]int   `json:"paras"`
	Captions [][]string `json:"pics,omitempty"` // of each picture: address, caption, credit
}

// rest is read when the article is opened, or a row of the table of facts is drawn.
type rest struct {
	URL       string      `json:"url,omitempty"`
	Saved     string      `json:"saved,omitempty"` // the way to the file
	Modified  string      `json:"mod,omitempty"`
	Facts     []fact      `json:"facts,omitempty"`
	Sentences [][2]int    `json:"sen,omitempty"`
	Repeats   []repeat    `json:"rep,omitempty"`
	Evidence  [][3]string `json:"ev,omitempty"`
}

type repeat struct {
	Start   int      `json:"s"`
	End     int      `json:"e"`
	Times   int      `json:"times"`
	Removed []string `json:"removed,omitempty"`
}

type failure struct {
	File  string `json:"file"`
	Error string `json:"error"`
}

// names gives numbers to names.
type names struct {
	list   []string
	number map[string]int
}

func (n *names) of(name string) int {
	if n.number == nil {
		n.number = map[string]int{}
	}
	i, known := n.number[name]
	if !known {
		i = len(n.list)
		n.number[name] = i
		n.list = append(n.list, name)
	}
	return i
}

// or is of, with −1 for the empty name.
func (n *names) or(name string) int {
	if name == "" {
		return -1
	}
	return n.of(name)
}

// line is an article to show, or why there is none.
type line = output.Line

// read extracts the article of a page, or takes it as the program articles wrote it.
func read(item input.Item, opts *extract.Options) line {
	if item.Record != nil && item.Kind == input.Text && item.Err == nil {
		var a extract.Article
		if err := json.Unmarshal(item.Record, &a); err == nil && (a.Title != "" || len(a.Paragraphs) > 0) {
			return line{File: item.Name(), Article: &a}
		}
	}
	return cli.Article(item, opts)
}

// sound reports whether all offsets of an article lie in its text.
func sound(a *extract.Article) bool {
	at := func(i int) bool { return i == len(a.Text) || utf8.RuneStart(a.Text[i]) }
	ok := func(s facts.Span) bool {
		return 0 <= s.Start && s.Start <= s.End && s.End <= len(a.Text) && at(s.Start) && at(s.End)
	}
	spans := slices.Clone(a.Paragraphs)
	for _, r := range a.Repeats {
		spans = append(spans, r.Span)
	}
	for _, s := range allSpans(a.Facts) {
		if s.Start == s.End {
			return false
		}
		spans = append(spans, s)
	}
	for _, m := range a.Facts.Amounts {
		spans = append(spans, m.About.Span, m.PartOf) // none is the empty span
	}
	return !slices.ContainsFunc(spans, func(s facts.Span) bool { return !ok(s) })
}

func allSpans(f facts.Facts) []facts.Span {
	var spans []facts.Span
	for _, m := range f.Amounts {
		spans = append(spans, m.Span)
	}
	for _, d := range f.Dates {
		spans = append(spans, d.Span)
	}
	for _, d := range f.Durations {
		spans = append(spans, d.Span)
	}
	for _, o := range f.Organizations {
		spans = append(spans, o.Span)
	}
	return spans
}

func newCollection(title, labels string, way saved) *collection {
	c := &collection{saved: way}
	none := func() []int { return []int{} }
	c.index = index{
		Title: title, Labels: labels, Orgs: []organization{}, Titles: []string{}, Files: []string{}, At: []string{},
		Outlet: none(), Source: none(), Section: none(), Lang: none(), By: [][]int{}, First: none(), Parts: none(),
		Clusters: []cluster{}, Failed: []failure{},
	}
	return c
}

func (c *collection) count() int { return len(c.index.Titles) }

// partSize is how many bytes of text a part holds at most, where it holds more than one article. Small parts make the
// table of facts quick, whose rows come from anywhere.
const partSize = 96 << 10

// add takes an article over, or notes why there is none.
func (c *collection) add(l line) {
	if l.Err == nil && !sound(l.Article) {
		l.Err = errOffsets
	}
	if l.Err != nil {
		c.index.Failed = append(c.index.Failed, failure{l.Name(), l.Err.Error()})
		return
	}
	a := l.Article
	if c.size+len(a.Text) > partSize {
		c.pack()
	}
	if c.size == 0 {
		c.index.Parts = append(c.index.Parts, c.count())
	}
	c.size += len(a.Text) + 1
	at := utf16Offsets(a.Text)
	c.index.add(l.Name(), a, len(c.facts.Kind))
	p := part{wordsOf(a, at), rest{URL: a.URL, Saved: c.saved.link(l.File), Modified: a.Modified.String()}}
	p.rest.Facts, p.rest.Sentences = c.rows(a, at)
	for _, r := range a.Repeats {
		p.rest.Repeats = append(p.rest.Repeats, repeat{at[r.Start], at[r.End], r.Times, r.Removed})
	}
	for _, e := range a.Evidence {
		p.rest.Evidence = append(p.rest.Evidence, [3]string{e.Field, e.From, e.Raw})
	}
	c.parts = append(c.parts, p)
	c.texts = append(c.texts, a.Text)
}

// pack closes the part that is being filled: its words and, apart from them, the rest.
func (c *collection) pack() {
	if len(c.parts) == 0 {
		return
	}
	var searched []words
	var others []rest
	for _, p := range c.parts {
		searched, others = append(searched, p.words), append(others, p.rest)
	}
	first, err := packJSON(searched)
	if err != nil && c.failed == nil {
		c.failed = err
	}
	second, err := packJSON(others)
	if err != nil && c.failed == nil {
		c.failed = err
	}
	c.full = append(c.full, first+" "+second)
	c.parts, c.size = nil, 0
}

// close completes the index.
func (c *collection) close() error {
	c.pack()
	x := &c.index
	x.Parts = append(x.Parts, c.count())
	x.First = append(x.First, len(c.facts.Kind))
	for to, from := range map[*[]string][]string{
		&x.Units: c.units.list, &x.Of: c.of.list, &x.Outlets: x.outlets.list, &x.Authors: x.authors.list,
		&x.Sections: x.sections.list, &x.Langs: x.langs.list,
	} {
		*to = append([]string{}, from...) // a list without names is written as one
	}
	return c.failed
}

// add notes what the index says of an article.
func (x *index) add(name string, a *extract.Article, firstFact int) {
	x.Titles = append(x.Titles, a.Title)
	x.Files = append(x.Files, name)
	x.At = append(x.At, a.Published.String())
	x.Outlet = append(x.Outlet, x.outlets.or(outlet(a.Publisher)))
	x.Source = append(x.Source, x.outlets.or(outlet(a.Source)))
	x.Section = append(x.Section, x.sections.or(a.Section))
	x.Lang = append(x.Lang, x.langs.or(a.Language))
	by := []int{}
	for _, author := range a.Authors {
		by = append(by, x.authors.of(trimJoin(author.Name, author.Role)))
	}
	x.By = append(x.By, by)
	x.First = append(x.First, firstFact)
}

func wordsOf(a *extract.Article, at []int) words {
	w := words{Text: a.Text, Subtitle: a.Subtitle, Paras: [][2]int{}}
	for _, p := range a.Paragraphs {
		w.Paras = append(w.Paras, [2]int{at[p.Start], at[p.End]})
	}
	if len(a.Paragraphs) == 0 && a.Text != "" {
		w.Paras = append(w.Paras, [2]int{0, at[len(a.Text)]})
	}
	for _, image := range a.Images {
		w.Captions = append(w.Captions, []string{image.URL, image.Caption, image.Credit})
	}
	return w
}

func stamp(t time.Time) string {
	if t.IsZero() {
		return ""
	}
	return t.Format(time.RFC3339)
}

func outlet(o *extract.Outlet) string {
	if o == nil {
		return ""
	}
	return o.Name
}
