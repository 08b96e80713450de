package acting

import (
	"strings"

	"github.com/gisa-go/gisa/extract/facts/internal/organization/candidate"
	"github.com/gisa-go/gisa/extract/facts/internal/organization/reading"
)

// Decide settles places and weak names by what stands around them, then again with what the first round found:
// a municipality that acts once in a text is taken for a body where that is open.
func (f *Finder) Decide() {
	acting := map[string]bool{}
	for i := range f.Cands {
		c := &f.Cands[i]
		switch {
		case c.Role == candidate.Place && f.acts(c) && !f.isForecast(c.Span):
			c.Role, c.Rule = candidate.Sure, "place-acts"
			acting[c.Name] = true
		case c.Role == candidate.Town && f.townActs(c):
			c.Role, c.Rule, c.Local = candidate.Sure, "place-acts", true
		case c.Role == candidate.Weak && f.backed(c):
			c.Role, c.Rule = candidate.Sure, "list-context"
			acting[c.Name] = true
		}
	}
	f.together()
	f.desks()
	for i := range f.Cands {
		c := &f.Cands[i]
		switch {
		case c.Role == candidate.Weak && acting[c.Name]:
			c.Role, c.Rule = candidate.Sure, "list-repeat"
		case c.Role == candidate.Weak && f.listedBeside(i) && (f.Lean == nil || f.Leaning(c.Span) >= reading.LeastListed):
			c.Role, c.Rule = candidate.Sure, "list-coordinated"
		case c.Role != candidate.Sure:
			c.Role = candidate.Dropped
		}
	}
	f.located()
}

// backed reports whether a word after a weak name makes it an organization: 회장, 관계자.
func (f *Finder) backed(c *candidate.Candidate) bool {
	if c.Rest != "" && reading.EndsAsTopic(f.Text[c.Start:c.End]) { // 산은이: the noun would have its particle already
		return true
	}
	if c.Rest != "" && c.Rest != "의" {
		return strings.HasPrefix(c.Rest, "측")
	}
	next, _ := f.NextWord(c.End + len(c.Rest))
	return c.Rest == "" && f.HasWord("person", next)
}

// listedBeside reports whether candidate i stands in a list with a sure organization.
func (f *Finder) listedBeside(i int) bool {
	c := f.Cands[i]
	if i > 0 {
		if p := f.Cands[i-1]; p.Role == candidate.Sure && p.Rest == "" && reading.IsListGap(f.Text[p.End:c.Start]) {
			return true
		}
	}
	if i+1 < len(f.Cands) && c.Rest == "" {
		n := f.Cands[i+1]
		return n.Role == candidate.Sure && reading.IsListGap(f.Text[c.End:n.Start])
	}
	return false
}
