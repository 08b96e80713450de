package beside

import (
	"slices"
	"strings"

	"github.com/gisa-go/gisa/extract/facts/internal/organization/candidate"
	"github.com/gisa-go/gisa/extract/facts/internal/organization/kind"
	"github.com/gisa-go/gisa/extract/facts/internal/organization/reading"
	"github.com/gisa-go/gisa/internal/korean"
)

// leastItem is the model's mean preference for organization that an item of a list of companies must have.
const leastItem = 2000

// Itemised finds the items of a list that a count of companies ends (가온테크와 이룸소재 등 12개사), and those with marks before
// them.
func (f *Finder) Itemised() {
	var found []candidate.Candidate
	for i, w := range f.Words {
		if f.Text[w.Start:w.End] != "등" {
			continue
		}
		items := f.bulleted(i)
		if f.Counts("bodies", w.End) || len(items) > 1 && f.BodyFollows(items[len(items)-1].Start) {
			found = append(found, items...)
		}
		if len(items) == 0 && f.Counts("companies", w.End) {
			found = append(found, f.items(i)...)
		}
	}
	k := 0
	out := found[:0]
	for _, c := range found {
		for k < len(f.Cands) && f.Cands[k].End <= c.Start {
			k++
		}
		if (k == len(f.Cands) || f.Cands[k].Start >= c.End) && f.isItem(&c) {
			out = append(out, c)
		}
	}
	f.Overlay(out)
}

// isItem reports whether an item of a list may be the name of a body.
func (f *Finder) isItem(c *candidate.Candidate) bool {
	least := leastItem
	if c.Rule == "bulleted" {
		least = leastHeaded
	}
	raw := f.Text[c.Start:c.End]
	if f.Leaning(c.Span) < least || f.Lists.Endings.Refused(raw) {
		return false
	}
	e := f.Lists.Endings.Longest(raw)
	return e == nil || e.Text != raw
}

// items returns the items of a list that ends at word i.
func (f *Finder) items(i int) (found []candidate.Candidate) {
	for j := i - 1; j >= 0 && i-j <= maxItems; j-- {
		s, ok := f.item(f.Words[j], f.Words[j+1].Start, j == i-1)
		if !ok {
			break
		}
		found = append(found, candidate.Candidate{Span: s, Rest: f.Text[s.End:f.Words[j].End], Role: candidate.Sure,
			Type: kind.Company, Rule: "itemised"})
	}
	slices.Reverse(found)
	return found
}

// bulleted returns the items of one word with a mark before each that end at word i: ▲이룸필름 ▲새솔코리아.
func (f *Finder) bulleted(i int) (items []candidate.Candidate) {
	for j := i - 1; j >= 0 && i-j <= maxItems; j-- {
		w := f.Words[j]
		mark := strings.TrimRight(f.Text[max(0, w.Start-4):w.Start], " ")
		if !slices.ContainsFunc(f.Lists.Context.List("bullet"), func(b string) bool { return strings.HasSuffix(mark, b) }) {
			break
		}
		s := reading.Span(w)
		items = append(items, candidate.Candidate{Span: s, Role: candidate.Sure, Type: f.TypeOf(s, kind.Company),
			Rule: "bulleted"})
	}
	slices.Reverse(items)
	return items
}

// maxItems bounds how many items before a count are looked at.
const maxItems = 12

// item returns the item of a list that w is: what stands before next is a space where w is the last one, else a
// comma, a middle dot or 와/과.
func (f *Finder) item(w korean.Word, next int, last bool) (reading.Span, bool) {
	s := reading.Span{Start: w.Start, End: w.End}
	gap := f.Text[w.End:next]
	if !last && gap == " " {
		for _, and := range [...]string{"와", "과"} {
			if strings.HasSuffix(f.Text[w.Start:w.End], and) {
				s.End -= len(and)
				return s, s.End-s.Start >= 2*reading.Syllable
			}
		}
	}
	return s, (last && gap == " " || !last && reading.IsListGap(gap)) && s.End-s.Start >= 2*reading.Syllable
}
