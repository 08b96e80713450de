package report

import (
	"cmp"
	"math"
	"slices"
	"strings"
	"time"

	"golang.org/x/text/unicode/norm"

	"github.com/gisa-go/gisa/examples/internal/output"
	"github.com/gisa-go/gisa/extract"
	"github.com/gisa-go/gisa/extract/facts"
)

// kinds are the numbers of columns.Kind. The script has the same list.
var kinds = []string{
	"money", "percent", "percent-point", "ratio", "count", "measure", "age", "ordinal", "date", "duration", "organization",
}

// grains are the numbers of columns.Grain, from 1. The script has the same list.
var grains = []facts.Grain{
	facts.Second, facts.Minute, facts.Hour, facts.Day, facts.Week, facts.Month, facts.Quarter, facts.Half,
	facts.Season, facts.Year, facts.Decade, facts.Century,
}

// The bits of columns.Flags. The script has the same list.
const (
	flagApprox = 1 << iota
	flagRate   // a price: for each of something
	flagUp     // a change
	flagDown
	flagPart      // of another amount of the text
	flagConverted // said again in another currency
	flagInferred  // the currency is not in the text
	flagRelative  // the date hangs on the time of publication
	flagHidden    // lies in a fact of another kind, so that it is not highlighted
	flagPartsOff  // its parts in the text do not add up to it
)

// fact is what of a fact no column says.
type fact struct {
	Start    int    `json:"s"`
	End      int    `json:"e"`
	Meaning  string `json:"v"`
	Rule     string `json:"r,omitempty"`
	Sentence int    `json:"q"`
	Value    string `json:"x,omitempty"` // exact
	Max      string `json:"y,omitempty"`
	From     string `json:"f,omitempty"`
	To       string `json:"t,omitempty"`
	Bound    string `json:"b,omitempty"`
	Per      string `json:"p,omitempty"`
	Base     string `json:"c,omitempty"`
	About    string `json:"a,omitempty"`
	Type     string `json:"o,omitempty"` // of an organization
}

// row is a fact with what the columns say of it.
type row struct {
	fact
	span              facts.Span
	value, max        float64
	from, to          int32
	flags             uint16
	kind, grain, unit string
	of                string     // what is measured, what happens: a noun, a verb
	partOf            facts.Span // the amount of which it is a part
	org               facts.Organization
	hasOrg            bool
}

// rows appends the facts of an article to the columns and gives what they do not hold, in the same order, with the
// sentences that the facts stand in.
func (c *collection) rows(a *extract.Article, at []int) ([]fact, [][2]int) {
	rows := listRows(a)
	spans := make([]facts.Span, len(rows))
	for i, r := range rows {
		spans[i] = r.span
	}
	list := sentences(a.Text, spans)
	used, where := map[int]int{}, [][2]int{}
	out := make([]fact, 0, len(rows))
	shown := markedSpans(a.Facts)
	for i, r := range rows {
		n := sentenceOf(list, r.span)
		sentence := facts.Span{Start: min(list[n].Start, r.span.Start), End: max(list[n].End, r.span.End)}
		if _, seen := used[n]; !seen {
			used[n] = len(where)
			where = append(where, [2]int{at[sentence.Start], at[sentence.End]})
		}
		if !r.hasOrg {
			r.org, r.hasOrg = nearest(a.Facts.Organizations, r.span, sentence)
		}
		if r.kind == string(facts.Money) {
			r.markPart(a, sentence)
		}
		if !shown[output.Mark{Span: r.span, Kind: r.family()}] {
			r.flags |= flagHidden
		}
		r.Sentence, r.Start, r.End = used[n], at[r.span.Start], at[r.span.End]
		c.append(r, wholeOf(rows, i))
		out = append(out, r.fact)
	}
	return out, where
}

// wholeOf tells how many rows on the amount stands of which row i is a part, 0 for none.
func wholeOf(rows []row, i int) int {
	span := rows[i].partOf
	if span.End == 0 {
		return 0
	}
	from := func(r row, start int) int { return r.span.Start - start }
	for n, _ := slices.BinarySearchFunc(rows, span.Start, from); n < len(rows) && rows[n].span.Start == span.Start; n++ {
		if rows[n].span == span && rows[n].family() == "amount" {
			return n - i
		}
	}
	return 0
}

// family is the kind as output.Marks calls it.
func (r *row) family() string {
	switch r.kind {
	case "date", "duration", "organization":
		return r.kind
	}
	return "amount"
}

func markedSpans(f facts.Facts) map[output.Mark]bool {
	shown := map[output.Mark]bool{}
	for _, m := range output.Marks(f) {
		shown[output.Mark{Span: m.Span, Kind: m.Kind}] = true
	}
	return shown
}

// markPart notes whether a sum is a part of another.
func (r *row) markPart(a *extract.Article, sentence facts.Span) {
	amounts := a.Facts.Amounts
	from := func(m facts.Amount, start int) int { return m.Start - start }
	n, found := slices.BinarySearchFunc(amounts, r.span.Start, from)
	if found && (amounts[n].PartOf.End > 0 || isPart(a.Text, amounts, n, sentence)) {
		r.flags |= flagPart
	}
}

// append writes a row into the columns.
func (c *collection) append(r row, whole int) {
	f := &c.facts
	who, sure := uint32(0), uint8(255)
	if r.hasOrg {
		who = uint32(c.org(r.org)) + 1
		if r.org.Confidence > 0 { // older lines of JSON do not say it
			sure = uint8(math.Round(min(1, r.org.Confidence) * 100))
		}
	}
	f.Value, f.Max = append(f.Value, r.value), append(f.Max, r.max)
	f.From, f.To = append(f.From, r.from), append(f.To, r.to)
	f.Who, f.Confidence = append(f.Who, who), append(f.Confidence, sure)
	of := uint32(0)
	if r.of != "" {
		of = uint32(c.of.of(r.of)) + 1
	}
	f.Of, f.Whole = append(f.Of, of), append(f.Whole, int32(whole))
	f.Unit = append(f.Unit, uint16(min(c.units.of(r.unit), math.MaxUint16)))
	f.Flags = append(f.Flags, r.flags)
	f.Kind = append(f.Kind, uint8(slices.Index(kinds, r.kind)))
	f.Grain = append(f.Grain, uint8(slices.Index(grains, facts.Grain(r.grain))+1))
}

// org gives the number of an organization by its canonical name.
func (c *collection) org(o facts.Organization) int {
	i := c.orgs.of(cmp.Or(o.Name, o.Raw))
	if i == len(c.index.Orgs) {
		c.index.Orgs = append(c.index.Orgs, organization{cmp.Or(o.Name, o.Raw), string(o.Type)})
	}
	return i
}

// listRows gives the facts of all kinds, in order of the text.
func listRows(a *extract.Article) []row {
	var rows []row
	for _, m := range a.Facts.Amounts {
		if slices.Contains(kinds, string(m.Kind)) {
			rows = append(rows, amountRow(m))
		}
	}
	for _, d := range a.Facts.Dates {
		rows = append(rows, dateRow(d))
	}
	for _, d := range a.Facts.Durations {
		r := newRow(d.Span, "duration", output.DurationValue(d), d.Rule)
		r.Bound, r.Value, r.Max, r.unit = string(d.Bound), decimal(d.Value), decimal(d.Max), string(d.Unit)
		r.value, r.max = number(d.Value), number(d.Max)
		rows = append(rows, r)
	}
	for _, o := range a.Facts.Organizations {
		r := newRow(o.Span, "organization", cmp.Or(o.Name, o.Raw), o.Rule)
		r.org, r.hasOrg, r.Type = o, true, string(o.Type)
		rows = append(rows, r)
	}
	slices.SortStableFunc(rows, func(p, q row) int { return cmp.Or(p.span.Start-q.span.Start, q.span.End-p.span.End) })
	return rows
}

func newRow(span facts.Span, kind, meaning, rule string) row {
	return row{
		fact: fact{Meaning: meaning, Rule: rule}, span: span, kind: kind,
		value: math.NaN(), max: math.NaN(), from: noDay, to: noDay,
	}
}

func amountRow(m facts.Amount) row {
	r := newRow(m.Span, string(m.Kind), output.AmountValue(m), m.Rule)
	r.Value, r.Max, r.value, r.max, r.unit = decimal(m.Value), decimal(m.Max), number(m.Value), number(m.Max), m.Unit
	r.Bound, r.Per, r.Base, r.About = string(m.Bound), m.Per, m.Base, m.About.Raw
	r.of, r.partOf = headOf(m.About.Raw), m.PartOf
	for _, f := range []struct {
		set bool
		bit uint16
	}{
		{m.Approx || m.Vague, flagApprox}, {m.Per != "" || m.Each, flagRate}, {m.Change == facts.Increase, flagUp},
		{m.Change == facts.Decrease, flagDown}, {m.Converted, flagConverted}, {m.Inferred, flagInferred},
		{m.PartsOff, flagPartsOff},
	} {
		if f.set {
			r.flags |= f.bit
		}
	}
	return r
}

// headOf gives the noun that a phrase speaks of, by which articles that say more or less before it come together: 도로 정비 사업비,
// 사업비.
func headOf(phrase string) string {
	words := strings.Fields(norm.NFC.String(phrase))
	if len(words) == 0 {
		return ""
	}
	return words[len(words)-1]
}

func dateRow(d facts.Date) row {
	r := newRow(d.Span, "date", output.DateValue(d), d.Rule)
	r.About, r.of = d.Event.Lemma, norm.NFC.String(d.Event.Lemma)
	r.grain, r.Bound, r.From, r.To = string(d.Grain), string(d.Bound), stamp(d.From), stamp(d.To)
	r.from, r.to = dayOf(d.From), dayOf(d.To)
	if !d.To.IsZero() && !isMidnight(d.To) {
		r.to++ // the day it ends in is in it
	}
	if d.Relative {
		r.flags |= flagRelative
	}
	if d.Approx {
		r.flags |= flagApprox
	}
	return r
}

// dayOf numbers the day of a time in its own zone.
func dayOf(t time.Time) int32 {
	if t.IsZero() {
		return noDay
	}
	y, m, d := t.Date()
	return int32(math.Floor(float64(time.Date(y, m, d, 0, 0, 0, 0, time.UTC).Unix()) / 86400))
}

func isMidnight(t time.Time) bool { return t.Hour() == 0 && t.Minute() == 0 && t.Second() == 0 }

func decimal(d facts.Decimal) string {
	if !d.Valid() {
		return ""
	}
	return d.String()
}

func number(d facts.Decimal) float64 {
	if !d.Valid() {
		return math.NaN()
	}
	return d.Float64()
}

func trimJoin(a, b string) string { return strings.TrimSpace(a + " " + b) }
