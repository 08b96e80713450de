package report

import (
	"cmp"
	"context"
	"encoding/json"
	"slices"
	"time"
	"unicode/utf8"

	"github.com/gisa-go/gisa/dedupe"
	"github.com/gisa-go/gisa/examples/internal/cli"
	"github.com/gisa-go/gisa/examples/internal/input"
	"github.com/gisa-go/gisa/examples/internal/output"
	"github.com/gisa-go/gisa/extract"
	"github.com/gisa-go/gisa/extract/facts"
)

// collection is what the page's script reads. Offsets are in UTF-16 units, as JavaScript counts.
type collection struct {
	Title    string         `json:"title"`
	Labels   string         `json:"labels"`
	Orgs     []organization `json:"orgs"`
	Articles []article      `json:"articles"`
	Clusters []cluster      `json:"clusters"`
	Failed   []failure      `json:"failed"`

	orgs  map[string]int
	texts []string // of the articles, for grouping
}

type organization struct {
	Name string `json:"n"`
	Type string `json:"t,omitempty"`
}

type article struct {
	File      string      `json:"file"`
	URL       string      `json:"url,omitempty"`
	Language  string      `json:"lang,omitempty"`
	Title     string      `json:"title"`
	Subtitle  string      `json:"sub,omitempty"`
	Section   string      `json:"section,omitempty"`
	Authors   []string    `json:"by,omitempty"`
	Publisher string      `json:"pub,omitempty"`
	Source    string      `json:"src,omitempty"`
	Published string      `json:"at,omitempty"`
	Modified  string      `json:"mod,omitempty"`
	Text      string      `json:"text"`
	Paras     [][2]int    `json:"paras"`
	Captions  []string    `json:"captions,omitempty"`
	Facts     []fact      `json:"facts,omitempty"`
	Orgs      []int       `json:"orgs,omitempty"`  // each once
	Money     []orgMoney  `json:"money,omitempty"` // sums named next to an organization
	Repeats   []repeat    `json:"rep,omitempty"`
	Evidence  [][3]string `json:"ev,omitempty"`
}

type fact struct {
	Kind  string  `json:"k"`
	Start int     `json:"s"`
	End   int     `json:"e"`
	Value string  `json:"v"`
	Rule  string  `json:"r,omitempty"`
	Type  string  `json:"t,omitempty"` // money, month, company …
	Note  string  `json:"n,omitempty"` // "relative": depends on the time of publication
	From  string  `json:"f,omitempty"` // of a date that is resolved
	Won   float64 `json:"w,omitempty"` // of a sum in won
	Org   *int    `json:"o,omitempty"`
}

type orgMoney struct {
	Org   int     `json:"o"`
	Won   float64 `json:"w"`
	Start int     `json:"s"`
}

type repeat struct {
	Start   int      `json:"s"`
	End     int      `json:"e"`
	Times   int      `json:"times"`
	Removed []string `json:"removed,omitempty"`
}

// cluster is articles that are one, and after the copies those that share much with it.
type cluster struct {
	Original int         `json:"o"`
	Copies   []duplicate `json:"c"`
}

type duplicate struct {
	Article    int     `json:"a"`
	Kind       string  `json:"k"`
	Similarity float64 `json:"s"`
}

type failure struct {
	File  string `json:"file"`
	Error string `json:"error"`
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
	ok := func(s facts.Span) bool {
		return 0 <= s.Start && s.Start <= s.End && s.End <= len(a.Text) &&
			(s.Start == len(a.Text) || utf8.RuneStart(a.Text[s.Start])) && (s.End == len(a.Text) || utf8.RuneStart(a.Text[s.End]))
	}
	spans := slices.Clone(a.Paragraphs)
	for _, r := range a.Repeats {
		spans = append(spans, r.Span)
	}
	for _, m := range output.Marks(a.Facts) {
		spans = append(spans, m.Span)
	}
	for _, o := range a.Facts.Organizations {
		spans = append(spans, o.Span)
	}
	for _, m := range a.Facts.Amounts {
		spans = append(spans, m.Span)
	}
	return !slices.ContainsFunc(spans, func(s facts.Span) bool { return !ok(s) })
}

func newCollection(title, labels string) *collection {
	return &collection{Title: title, Labels: labels, Orgs: []organization{}, Articles: []article{}, Clusters: []cluster{},
		Failed: []failure{}, orgs: map[string]int{}}
}

func (c *collection) add(l line) {
	if l.Err != nil {
		c.Failed = append(c.Failed, failure{l.Name(), l.Err.Error()})
		return
	}
	a := l.Article
	if !sound(a) {
		c.Failed = append(c.Failed, failure{l.Name(), "offsets lie outside of the text"})
		return
	}
	at := utf16Offsets(a.Text)
	out := article{
		File: l.Name(), URL: a.URL, Language: a.Language, Title: a.Title, Subtitle: a.Subtitle, Section: a.Section, Text: a.Text,
		Publisher: outlet(a.Publisher), Source: outlet(a.Source), Published: stamp(a.Published), Modified: stamp(a.Modified),
		Paras: [][2]int{}, Facts: c.facts(a, at),
	}
	for _, author := range a.Authors {
		out.Authors = append(out.Authors, trimJoin(author.Name, author.Role))
	}
	for _, p := range a.Paragraphs {
		out.Paras = append(out.Paras, [2]int{at[p.Start], at[p.End]})
	}
	if len(a.Paragraphs) == 0 && a.Text != "" {
		out.Paras = append(out.Paras, [2]int{0, at[len(a.Text)]})
	}
	for _, image := range a.Images {
		if image.Caption != "" {
			out.Captions = append(out.Captions, trimJoin(image.Caption, image.Credit))
		}
	}
	for _, r := range a.Repeats {
		out.Repeats = append(out.Repeats, repeat{at[r.Start], at[r.End], r.Times, r.Removed})
	}
	for _, e := range a.Evidence {
		out.Evidence = append(out.Evidence, [3]string{e.Field, e.From, e.Raw})
	}
	for _, o := range a.Facts.Organizations {
		if i := c.org(o); !slices.Contains(out.Orgs, i) {
			out.Orgs = append(out.Orgs, i)
		}
	}
	out.Money = c.money(a, at)
	c.Articles = append(c.Articles, out)
	c.texts = append(c.texts, a.Text)
}

// org gives the number of an organization by its canonical name.
func (c *collection) org(o facts.Organization) int {
	name := cmp.Or(o.Name, o.Raw)
	i, known := c.orgs[name]
	if !known {
		i = len(c.Orgs)
		c.orgs[name] = i
		c.Orgs = append(c.Orgs, organization{name, string(o.Type)})
	}
	return i
}

// facts gives the facts that are highlighted; those of different kinds do not overlap.
func (c *collection) facts(a *extract.Article, at []int) []fact {
	amounts, dates, orgs := map[facts.Span]facts.Amount{}, map[facts.Span]facts.Date{}, map[facts.Span]facts.Organization{}
	for _, f := range a.Facts.Amounts {
		amounts[f.Span] = f
	}
	for _, f := range a.Facts.Dates {
		dates[f.Span] = f
	}
	for _, f := range a.Facts.Organizations {
		orgs[f.Span] = f
	}
	var out []fact
	for _, m := range output.Marks(a.Facts) {
		f := fact{Kind: m.Kind, Start: at[m.Start], End: at[m.End], Value: m.Value, Rule: m.Rule}
		switch m.Kind {
		case "amount":
			f.Type, f.Won = string(amounts[m.Span].Kind), won(amounts[m.Span])
		case "date":
			d := dates[m.Span]
			f.Type, f.From = string(d.Grain), stamp(d.From)
			if d.Relative {
				f.Note = "relative"
			}
		case "organization":
			i := c.org(orgs[m.Span])
			f.Type, f.Org = string(orgs[m.Span].Type), &i
		}
		out = append(out, f)
	}
	return out
}

// group finds the duplicates among the articles.
func (c *collection) group(ctx context.Context) error {
	number := map[string]int{}
	docs := make([]dedupe.Document, len(c.Articles))
	for i, a := range c.Articles {
		id := fmtID(i)
		number[id] = i
		published, _ := time.Parse(time.RFC3339, a.Published)
		docs[i] = dedupe.Document{ID: id, Text: c.texts[i], Time: published}
	}
	clusters, err := dedupe.Group(ctx, dedupe.Documents(docs...), nil)
	if err != nil {
		return err
	}
	told := map[[2]int]bool{} // two that share much with each other are told once
	for _, found := range clusters {
		out := cluster{Original: number[found.Original], Copies: []duplicate{}}
		for _, m := range found.Copies {
			out.Copies = append(out.Copies, duplicate{number[m.ID], m.Kind.String(), m.Similarity})
		}
		for _, m := range found.Related {
			a, b := out.Original, number[m.ID]
			if told[[2]int{b, a}] {
				continue
			}
			told[[2]int{a, b}] = true
			beside, err := dedupe.Compare(c.texts[a], c.texts[b], nil) // m may speak of a copy
			if err != nil {
				return err
			}
			out.Copies = append(out.Copies, duplicate{b, m.Kind.String(), beside.Similarity})
		}
		if len(out.Copies) == 0 {
			continue
		}
		c.Clusters = append(c.Clusters, out)
	}
	return nil
}
