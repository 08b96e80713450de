package candidate

import (
	"slices"
	"strings"

	"github.com/gisa-go/gisa/extract/facts/internal/organization/kind"
)

// KeepsType reports whether the body b stays what it is with its part c: 해람공단 강원본부 is no association.
func (f *Found) KeepsType(b, c *Candidate) bool {
	if c.Role == Unit {
		return b.Role == Sure && (c.Type == kind.Association || f.hasSuffix("branch", f.Text[c.Start:c.End]))
	}
	return b.Type == kind.Government && c.Type == kind.MilitaryPoliceCourt
}

// hasSuffix reports whether name ends in one of a section.
func (f *Found) hasSuffix(section, name string) bool {
	return slices.ContainsFunc(f.Lists.Context.List(section),
		func(end string) bool { return strings.HasSuffix(name, end) })
}

// Takes reports whether the unit c belongs to the body b right before it.
func (f *Found) Takes(b *Candidate, c Candidate) bool {
	if b.Rest != "" || f.Text[b.End:c.Start] != " " {
		return false
	}
	if f.Text[c.Start:c.End] == "본부" || b.Type == kind.School && c.Type == kind.Government { // where it is, a department
		return false
	}
	if strings.HasSuffix(f.Text[c.Start:c.End], "지원") { // of a court; of others it is what they give
		return b.Role == Sure && b.Type == kind.MilitaryPoliceCourt
	}
	switch b.Role {
	case Sure:
		return true
	case Place, Town:
		return c.Type != kind.Company && !b.Bare
	}
	return false
}
