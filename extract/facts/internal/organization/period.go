package organization

import (
	"strings"
	"time"
)

// korea is the zone in which the day of an article counts.
var korea = time.FixedZone("", 9*60*60)

// nameOfTime gives the names that changed the one they had when the text was published, or in the year that stands right
// before them: 2009년 민주당.
func (f *finder) nameOfTime(out []Name) {
	if f.lists.Periods == nil {
		return
	}
	month := 0
	if !f.when.IsZero() {
		at := f.when.In(korea)
		month = 100*at.Year() + int(at.Month())
	}
	for i := range out {
		o := &out[i]
		if o.Rule == "alias" || o.Rule == "repeat" {
			continue
		}
		if year := f.yearBefore(o.Start); year != 0 && year != month/100 {
			if name, ok := f.lists.Periods.Within(o.Raw, year); ok {
				o.Name = name
				continue
			}
		}
		if name, ok := f.lists.Periods.Name(o.Raw, month); ok && month != 0 {
			o.Name = name
		}
	}
}

// yearBefore returns the year, written with four digits, that stands one or two words before byte i, or 0.
func (f *finder) yearBefore(i int) int {
	before := strings.TrimRight(f.text[max(0, i-40):i], " ‘'“\"")
	words := strings.Fields(before)
	for k := len(words) - 1; k >= 0 && k >= len(words)-2; k-- {
		digits, ok := strings.CutSuffix(words[k], "년")
		if ok && len(digits) == 4 && (digits[:2] == "19" || digits[:2] == "20") && digits[2]-'0' < 10 && digits[3]-'0' < 10 {
			return 100*int(10*(digits[0]-'0')+digits[1]-'0') + int(10*(digits[2]-'0')+digits[3]-'0')
		}
		if strings.ContainsAny(words[k], ".,") {
			break
		}
	}
	return 0
}
