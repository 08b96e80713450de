package output

import (
	"cmp"
	"slices"
	"strings"
	"time"

	"github.com/gisa-go/gisa/extract/facts"
)

// Mark is a fact in a text, ready to be shown. Marks of one text do not overlap.
type Mark struct {
	facts.Span
	Kind  string // "amount", "date", "duration", "organization"
	Value string // what it means: "≥ 230,000,000,000 KRW", "2021-12", "경상남도"
	Rule  string
}

// Marks returns the facts of a text in order. Where facts of different kinds overlap, the one that begins first and
// reaches further stands.
func Marks(f facts.Facts) []Mark {
	var all []Mark
	for _, a := range f.Amounts {
		all = append(all, Mark{a.Span, "amount", AmountValue(a), a.Rule})
	}
	for _, d := range f.Dates {
		all = append(all, Mark{d.Span, "date", DateValue(d), d.Rule})
	}
	for _, d := range f.Durations {
		all = append(all, Mark{d.Span, "duration", DurationValue(d), d.Rule})
	}
	for _, o := range f.Organizations {
		all = append(all, Mark{o.Span, "organization", o.Name, o.Rule})
	}
	slices.SortStableFunc(all, func(a, b Mark) int { return cmp.Or(a.Start-b.Start, b.End-a.End) })
	end := 0
	return slices.DeleteFunc(all, func(m Mark) bool {
		overlaps := m.Start < end
		if !overlaps {
			end = m.End
		}
		return overlaps
	})
}

// distinct leaves out what was said before in the same words with the same meaning.
func distinct(text string, marks []Mark) []Mark {
	type meaning struct{ kind, words, value string }
	seen := map[meaning]bool{}
	return slices.DeleteFunc(slices.Clone(marks), func(m Mark) bool {
		key := meaning{m.Kind, oneLine(text[m.Start:m.End]), m.Value}
		again := seen[key]
		seen[key] = true
		return again
	})
}

var boundSigns = map[facts.Bound]string{
	facts.AtLeast: "≥ ", facts.MoreThan: "> ", facts.AtMost: "≤ ", facts.LessThan: "< ",
	facts.From: "from ", facts.Until: "until ", facts.After: "after ", facts.Before: "before ",
}

// AmountValue writes an amount's value as people read it.
func AmountValue(a facts.Amount) string {
	var b strings.Builder
	if a.Approx || a.Vague {
		b.WriteString("≈ ")
	}
	b.WriteString(map[facts.Change]string{facts.Increase: "↑ ", facts.Decrease: "↓ "}[a.Change] + boundSigns[a.Bound])
	b.WriteString(Thousands(a.Value.String()))
	if a.Max.Valid() {
		b.WriteString("–" + Thousands(a.Max.String()))
	}
	if a.Unit != "" {
		b.WriteString(" " + a.Unit)
	}
	if a.Per != "" {
		b.WriteString(" / " + a.Per)
	}
	if a.Each {
		b.WriteString(" each")
	}
	return b.String()
}

// Thousands puts a comma before each three digits of the whole part.
func Thousands(number string) string {
	sign, digits := "", number
	if strings.HasPrefix(digits, "-") {
		sign, digits = "-", digits[1:]
	}
	whole, fraction, _ := strings.Cut(digits, ".")
	for i := len(whole) - 3; i > 0; i -= 3 {
		whole = whole[:i] + "," + whole[i:]
	}
	if fraction != "" {
		whole += "." + fraction
	}
	return sign + whole
}

// DurationValue writes a length of time as people read it.
func DurationValue(d facts.Duration) string {
	var b strings.Builder
	if d.Approx {
		b.WriteString("≈ ")
	}
	b.WriteString(boundSigns[d.Bound])
	if d.Every {
		b.WriteString("every ")
	}
	if d.Value.Valid() {
		b.WriteString(d.Value.String())
		if d.Max.Valid() {
			b.WriteString("–" + d.Max.String())
		}
		return b.String() + " " + string(d.Unit)
	}
	return b.String() + d.ISO
}

var grainLayouts = map[facts.Grain]string{
	facts.Minute: "2006-01-02 15:04", facts.Hour: "2006-01-02 15h", facts.Day: time.DateOnly, facts.Month: "2006-01", facts.Year: "2006",
}

// DateValue writes a date's interval as people read it: in the grain where it is one unit of it, else with both ends.
func DateValue(d facts.Date) string {
	var b strings.Builder
	if d.Approx {
		b.WriteString("≈ ")
	}
	switch {
	case d.From.IsZero() && d.To.IsZero():
		return b.String() + "relative"
	case d.From.IsZero():
		b.WriteString("… " + d.To.Format("2006-01-02 15:04"))
	case d.To.IsZero():
		b.WriteString(d.From.Format("2006-01-02 15:04") + " …")
	default:
		b.WriteString(boundSigns[d.Bound])
		b.WriteString(interval(d))
	}
	return b.String()
}

func interval(d facts.Date) string {
	next := map[facts.Grain]time.Time{
		facts.Minute: d.From.Add(time.Minute), facts.Hour: d.From.Add(time.Hour), facts.Day: d.From.AddDate(0, 0, 1),
		facts.Month: d.From.AddDate(0, 1, 0), facts.Year: d.From.AddDate(1, 0, 0),
	}
	if layout := grainLayouts[d.Grain]; layout != "" && next[d.Grain].Equal(d.To) {
		return d.From.Format(layout)
	}
	if isMidnight(d.From) && isMidnight(d.To) {
		return d.From.Format(time.DateOnly) + " – " + d.To.AddDate(0, 0, -1).Format(time.DateOnly)
	}
	return d.From.Format("2006-01-02 15:04") + " – " + d.To.Format("2006-01-02 15:04")
}

func isMidnight(t time.Time) bool { return t.Hour() == 0 && t.Minute() == 0 && t.Second() == 0 }
