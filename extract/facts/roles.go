package facts

import (
	"github.com/gisa-go/gisa/extract/facts/internal/number"
	"github.com/gisa-go/gisa/extract/facts/internal/roles"
)

// Phrase is a stretch of the text and its words. The zero Phrase is none.
type Phrase struct {
	Span
	Raw string `json:"raw"`
}

// Event is what happens on a date: the words that say it, and their lemma (착공 for 착공해, 열다 for 열었다).
type Event struct {
	Span
	Raw   string `json:"raw"`
	Lemma string `json:"lemma"`
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
