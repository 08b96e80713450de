package facts

import (
	"slices"
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
func scanText(text string, lex *Lexicon, opts *Options, folded bool) (facts Facts, odd bool) {
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
	if !s.odd {
		s.take(0)
		facts = Facts{Amounts: s.found.amounts.join(), Dates: s.found.dates.join(), Durations: s.found.durations.join()}
	}
	lists.amounts, lists.dates, lists.durations = empty(s.amounts.Found), empty(s.dates.Dates), empty(s.dates.Durations)
	return facts, s.odd
}

// found is what a scan has taken out of its lists.
type found struct {
	amounts   chunks[Amount]
	dates     chunks[Date]
	durations chunks[Duration]
}

// take moves what the lists of a scan hold to what it found, but the last few of each.
func (s *scan) take(last int) {
	takeOf(&s.amounts.Found, last, &s.found.amounts, amountOf)
	takeOf(&s.dates.Dates, last, &s.found.dates, dateOf)
	takeOf(&s.dates.Durations, last, &s.found.durations, durationOf)
}

func takeOf[T, F any](list *[]T, last int, to *chunks[F], public func(*T) F) {
	if n := len(*list) - last; n > 0 {
		add(to, (*list)[:n], public)
		*list = slices.Delete(*list, 0, n)
	}
}

// room holds empty lists that texts before have grown, so that a text costs no more memory than its facts.
type room struct {
	amounts   []amount.Amount
	dates     []date.Date
	durations []date.Duration
}

// empty throws away what a list holds, so that nothing of a text stays in it.
func empty[T any](list []T) []T {
	clear(list)
	return list[:0]
}

var rooms = sync.Pool{New: func() any { return new(room) }}

// The most facts that a list grows to before they are taken out of it, and how many the readers look back at then.
const (
	mostRoom = 1 << 10
	lookBack = 8
)

func findOrganizations(text string, opts *Options) []Organization {
	if opts.Names == NamesNone {
		return nil
	}
	lists := organization.Lists()
	if opts.Lexicon != nil {
		lists = opts.Lexicon.tables().names()
	}
	var found chunks[Organization]
	organization.Each(text, organization.Options{
		Lists: lists, Model: opts.Names == NamesAll, When: opts.Reference,
	}, func(names []organization.Name) { add(&found, names, organizationOf) })
	return found.join()
}

// organizationOf gives a name as it is returned.
func organizationOf(n *organization.Name) Organization {
	return Organization{Span: Span{Start: n.Start, End: n.End}, Raw: n.Raw, Name: n.Name, Type: OrgType(n.Type),
		Rule: n.Rule, Confidence: n.Confidence}
}

// findRoles tells what the amounts and dates that were found are of.
func findRoles(text string, f *Facts) {
	roles.Find(text, roles.Facts{
		Amounts: len(f.Amounts), Dates: len(f.Dates),
		Amount: func(i int) roles.Amount {
			a := &f.Amounts[i]
			return roles.Amount{
				Start: a.Start, End: a.End, Kind: string(a.Kind), Unit: a.Unit,
				Value: number.Decimal(a.Value), Change: a.Change != "", Rate: a.Per != "",
			}
		},
		Date: func(i int) roles.Date { return roles.Date{Start: f.Dates[i].Start, End: f.Dates[i].End} },
	}, func(i int, o roles.Role) {
		a := &f.Amounts[i]
		if p := o.About; !p.None() {
			a.About = Phrase{Span: Span{Start: p.Start, End: p.End}, Raw: text[p.Start:p.End]}
		}
		if o.Whole >= 0 {
			a.PartOf = f.Amounts[o.Whole].Span
		}
		a.PartsOff = o.Off
	}, func(i int, p roles.Phrase) {
		f.Dates[i].Event = Event{Span: Span{Start: p.Start, End: p.End}, Raw: text[p.Start:p.End], Lemma: p.Lemma}
	})
}
