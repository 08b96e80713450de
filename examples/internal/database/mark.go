package database

import (
	"cmp"
	"slices"
	"strings"

	"github.com/gisa-go/gisa"
	"github.com/gisa-go/gisa/extract/facts"
)

// marksOf are the places of a text where a word asked for stands, or an amount of the value asked for, in order.
func marksOf(text string, asked []term) []gisa.Span {
	var all []unit
	words(text, func(units []unit) { all = append(append(all, units...), unit{}) }) // a gap between words
	var marks []gisa.Span
	var values []facts.Amount
	for _, t := range asked {
		if t.not {
			continue
		}
		values = append(values, t.amount...)
		var wanted []unit
		words(t.words, func(units []unit) {
			if len(wanted) > 0 {
				wanted = append(wanted, unit{})
			}
			wanted = append(wanted, units...)
		})
		marks = append(marks, places(all, wanted)...)
	}
	if len(values) > 0 {
		marks = append(marks, valued(text, values)...)
	}
	slices.SortFunc(marks, func(a, b gisa.Span) int { return cmp.Or(a.Start-b.Start, b.End-a.End) })
	return apart(marks)
}

// places are where the units stand side by side. A single word of an alphabet is found by its beginning.
func places(all, wanted []unit) []gisa.Span {
	var marks []gisa.Span
	for i := 0; len(wanted) > 0 && i+len(wanted) <= len(all); i++ {
		fits := true
		for k, w := range wanted {
			u := all[i+k].text
			if u != w.text && !(len(wanted) == 1 && opens(w.text) && strings.HasPrefix(u, strings.TrimSuffix(w.text, unitEnd))) {
				fits = false
				break
			}
		}
		if fits {
			marks = append(marks, gisa.Span{Start: all[i].start, End: all[i+len(wanted)-1].end})
		}
	}
	return marks
}

// valued are the amounts of a text that have one of the values.
func valued(text string, values []facts.Amount) []gisa.Span {
	var marks []gisa.Span
	for _, a := range facts.Find(text, &facts.Options{Names: facts.NamesNone}).Amounts {
		for _, v := range values {
			if a.Unit == v.Unit && (a.Value == v.Value || a.Max == v.Value) {
				marks = append(marks, a.Span)
				break
			}
		}
	}
	return marks
}

// apart leaves out marks that overlap an earlier one.
func apart(marks []gisa.Span) []gisa.Span {
	end := 0
	return slices.DeleteFunc(marks, func(m gisa.Span) bool {
		if m.Start < end {
			return true
		}
		end = m.End
		return false
	})
}
