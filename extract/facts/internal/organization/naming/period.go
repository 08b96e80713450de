package naming

import (
	"strings"

	"github.com/gisa-go/gisa/extract/facts/internal/calendar"
	"github.com/gisa-go/gisa/extract/facts/internal/organization/reading"
)

// nameOfTime gives the names that changed the one they had when the text was published, or in the year that stands
// right before them: 2009년 민주당.
func (f *Finder) nameOfTime(out []Name) {
	if f.Lists.Periods == nil {
		return
	}
	month := 0
	if !f.When.IsZero() {
		at := f.When.In(calendar.KST) // the day of an article counts there
		month = 100*at.Year() + int(at.Month())
	}
	for i := range out {
		o := &out[i]
		if o.Rule == "alias" || o.Rule == "repeat" || !f.Lists.Periods.Has(o.Raw) {
			continue
		}
		if year := f.yearBefore(o.Start); year != 0 && year != month/100 {
			if name, ok := f.Lists.Periods.Within(o.Raw, year); ok {
				o.Name = name
				continue
			}
		}
		if name, ok := f.Lists.Periods.Name(o.Raw, month); ok && month != 0 {
			o.Name = name
		}
	}
}

// yearBefore returns the year, written with four digits, that stands one or two words before byte i, or 0.
func (f *Finder) yearBefore(i int) int {
	before := f.Text[max(0, i-reading.LongestTerm):i]
	at := strings.LastIndex(before, "년")
	if at < 4 {
		return 0
	}
	digits, between := before[at-4:at], before[at+len("년"):]
	if strings.ContainsAny(between, ".,\n") || strings.Count(strings.Trim(between, " "), " ") > 0 {
		return 0
	}
	year := 0
	for k := range len(digits) {
		if digits[k] < '0' || digits[k] > '9' {
			return 0
		}
		year = 10*year + int(digits[k]-'0')
	}
	if year < 1900 || year > 2099 {
		return 0
	}
	return year
}
