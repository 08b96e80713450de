package judge

import (
	"strings"

	"github.com/gisa-go/gisa/extract/facts/internal/gazetteer"
	"github.com/gisa-go/gisa/extract/facts/internal/organization/candidate"
	"github.com/gisa-go/gisa/extract/facts/internal/organization/kind"
	"github.com/gisa-go/gisa/extract/facts/internal/organization/reading"
)

// listOf returns the names that one name of the model lists with a middle dot or a dash between them, if all of
// them are known.
func (f *Finder) listOf(c *candidate.Candidate) (parts []candidate.Candidate) {
	if c.Rule != "model" {
		return nil
	}
	raw := f.Text[c.Start:c.End]
	gap := "·"
	if !strings.Contains(raw, gap) {
		gap = "-"
	}
	if !strings.Contains(raw, gap) {
		return nil
	}
	at := c.Start
	known := false
	for name := range strings.SplitSeq(raw, gap) {
		part, ok := f.knownName(reading.Span{Start: at, End: at + len(name)})
		if known = known || ok; !ok && !f.EndsWhole(name) {
			return nil
		}
		parts = append(parts, part)
		at += len(name) + len(gap)
	}
	parts[len(parts)-1].Rest = c.Rest
	if !known {
		return nil
	}
	return parts
}

// knownName returns the organization that s is by the lists, or by the words it begins with: 법무법인 가온.
func (f *Finder) knownName(s reading.Span) (candidate.Candidate, bool) {
	name := f.Text[s.Start:s.End]
	if id, ok := f.Lists.Table.Lookup(name); ok && f.Lists.Table.Name(id).Kind == gazetteer.Organization {
		n := f.Lists.Table.Name(id)
		return candidate.Candidate{Span: s, Role: candidate.Sure, Rule: "list+model", Name: n.Canonical,
			Type: kind.Type(n.Type)}, true
	}
	lead, _, ok := strings.Cut(name, " ")
	c := candidate.Candidate{Span: s, Role: candidate.Sure, Rule: "model", Name: name, Type: kind.Company}
	return c, ok && f.Lists.Context.Section("lead")[lead]
}

// isCommonList reports whether a name lists, with a middle dot between them, places without their 시, 군 or 구
// (경산·군위) or common nouns (학교·병원).
func (f *Finder) isCommonList(c *candidate.Candidate) bool {
	raw := f.Text[c.Start:c.End]
	if !strings.Contains(raw, "·") {
		return false
	}
	for part := range strings.SplitSeq(raw, "·") {
		if !f.IsTown(part) && !f.Lists.Endings.Generic(part) {
			return false
		}
	}
	return true
}
