package facts

import (
	"sync"

	"github.com/gisa-go/gisa/extract/facts/internal/amount"
	"github.com/gisa-go/gisa/extract/facts/internal/date"
	"github.com/gisa-go/gisa/extract/facts/internal/fold"
	"github.com/gisa-go/gisa/extract/facts/internal/number"
	"github.com/gisa-go/gisa/extract/facts/internal/organization"
	"github.com/gisa-go/gisa/extract/facts/internal/roles"
)

// Facts holds what was found in one text. Facts of one kind never overlap and stand in order of their spans.
type Facts struct {
	Amounts       []Amount       `json:"amounts,omitempty"`
	Dates         []Date         `json:"dates,omitempty"`
	Durations     []Duration     `json:"durations,omitempty"`
	Organizations []Organization `json:"organizations,omitempty"`
}

// Find returns the facts of text, in time linear in its length. It may be called by several goroutines. The Raw
// strings share the memory of text. Decomposed Hangul, no-break spaces and their like are read as what they stand
// for; the spans are those of the text as it is.
func Find(text string, opts *Options) Facts {
	if opts == nil {
		opts = &Options{}
	}
	lex := opts.Lexicon
	if lex == nil {
		lex = Builtin()
	}
	lex = lex.tables()
	found, odd := scanText(text, lex, opts, false)
	if !odd {
		found.complete(text, opts)
		return found
	}
	folded := fold.Of(text)
	found, _ = scanText(folded.Text, lex, opts, true)
	found.complete(folded.Text, opts)
	found.eachSpan(func(s *Span, raw *string) {
		s.Start, s.End = folded.Span(s.Start, s.End)
		*raw = text[s.Start:s.End]
	})
	return found
}

// complete finds the organizations of a text, and what its amounts and dates are of.
func (f *Facts) complete(text string, opts *Options) {
	f.Organizations = findOrganizations(text, opts)
	if !opts.SkipRoles {
		findRoles(text, f)
	}
}

// eachSpan calls do with the span of each fact, and of each phrase that a fact is of, and what it says.
func (f *Facts) eachSpan(do func(s *Span, raw *string)) {
	for i := range f.Amounts {
		a := &f.Amounts[i]
		do(&a.Span, &a.Raw)
		if a.About.End > 0 {
			do(&a.About.Span, &a.About.Raw)
		}
		if whole := ""; a.PartOf.End > 0 {
			do(&a.PartOf, &whole)
		}
	}
	for i := range f.Dates {
		d := &f.Dates[i]
		do(&d.Span, &d.Raw)
		if d.Event.End > 0 {
			do(&d.Event.Span, &d.Event.Raw)
		}
	}
	for i := range f.Durations {
		do(&f.Durations[i].Span, &f.Durations[i].Raw)
	}
	for i := range f.Organizations {
		do(&f.Organizations[i].Span, &f.Organizations[i].Raw)
	}
}

// scanText finds the amounts, dates and durations of a text, unless it finds that something of it is to be folded
// first.
func scanText(text string, lex *Lexicon, opts *Options, folded bool) (found Facts, odd bool) {
	lists := rooms.Get().(*room)
	defer rooms.Put(lists)
	s := scan{
		text:    text,
		anchors: lex.anchors(),
		folded:  folded,
		dates: date.Reader{
			Text: text, Reference: opts.Reference, Weak: opts.Weak, Words: lex.dates(),
			Dates: lists.dates, Durations: lists.durations,
		},
		amounts: amount.Reader{Text: text, Words: lex.amounts(), Weak: opts.Weak, Found: lists.amounts},
	}
	s.run()
	lists.amounts, lists.dates, lists.durations = s.amounts.Found, s.dates.Dates, s.dates.Durations
	if s.odd {
		lists.empty()
		return Facts{}, true
	}
	return Facts{
		Amounts: take(&lists.amounts, amountOf), Dates: take(&lists.dates, dateOf),
		Durations: take(&lists.durations, durationOf),
	}, false
}

// room holds empty lists that texts before have grown, so that a text costs no more memory than its facts.
type room struct {
	amounts   []amount.Amount
	dates     []date.Date
	durations []date.Duration
}

// empty throws away what the lists hold.
func (r *room) empty() {
	clear(r.amounts)
	clear(r.dates)
	clear(r.durations)
	r.amounts, r.dates, r.durations = r.amounts[:0], r.dates[:0], r.durations[:0]
}

var rooms = sync.Pool{New: func() any { return new(room) }}

// mostRoom is how many facts a list is kept for.
const mostRoom = 1 << 10

// take copies a list, each of its facts by what makes one of them public, and empties it; nothing of the text stays
// in it.
func take[T, F any](list *[]T, public func(*T) F) []F {
	if len(*list) == 0 {
		return nil
	}
	taken := make([]F, len(*list))
	for i := range *list {
		taken[i] = public(&(*list)[i])
	}
	clear(*list)
	if *list = (*list)[:0]; cap(*list) > mostRoom {
		*list = nil
	}
	return taken
}

func findOrganizations(text string, opts *Options) []Organization {
	if opts.Names == NamesNone {
		return nil
	}
	lists := organization.Lists()
	if opts.Lexicon != nil {
		lists = opts.Lexicon.tables().names()
	}
	names := organization.Find(text, organization.Options{
		Lists: lists, Model: opts.Names == NamesAll, When: opts.Reference,
	})
	if names == nil {
		return nil
	}
	out := make([]Organization, len(names))
	for i, n := range names {
		out[i] = Organization{Span: Span{Start: n.Start, End: n.End}, Raw: n.Raw, Name: n.Name, Type: OrgType(n.Type),
			Rule: n.Rule, Confidence: n.Confidence}
	}
	return out
}

// findRoles tells what the amounts and dates that were found are of.
func findRoles(text string, f *Facts) {
	amounts := make([]roles.Amount, len(f.Amounts))
	for i, a := range f.Amounts {
		amounts[i] = roles.Amount{
			Start: a.Start, End: a.End, Kind: string(a.Kind), Unit: a.Unit,
			Value: number.Decimal(a.Value), Change: a.Change != "", Rate: a.Per != "",
		}
	}
	dates := make([]roles.Date, len(f.Dates))
	for i, d := range f.Dates {
		dates[i] = roles.Date{Start: d.Start, End: d.End}
	}
	of, events := roles.Find(text, amounts, dates)
	for i, o := range of {
		a := &f.Amounts[i]
		if p := o.About; !p.None() {
			a.About = Phrase{Span: Span{Start: p.Start, End: p.End}, Raw: text[p.Start:p.End]}
		}
		if o.Whole >= 0 {
			a.PartOf = f.Amounts[o.Whole].Span
		}
		a.PartsOff = o.Off
	}
	for i, p := range events {
		if !p.None() {
			f.Dates[i].Event = Event{Span: Span{Start: p.Start, End: p.End}, Raw: text[p.Start:p.End], Lemma: p.Lemma}
		}
	}
}
