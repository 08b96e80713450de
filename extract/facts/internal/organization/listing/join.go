package listing

import (
	"strings"

	"github.com/gisa-go/gisa/extract/facts/internal/gazetteer"
	"github.com/gisa-go/gisa/extract/facts/internal/organization/candidate"
	"github.com/gisa-go/gisa/extract/facts/internal/organization/kind"
)

// Join makes one name of a body and its part in the next word: 나주시 보건소, 서울남부지법 민사합의51부.
func (f *Finder) Join() {
	out := f.Cands[:0]
	for _, c := range f.Cands {
		if c.Role == candidate.Unit && c.Alone && (len(out) == 0 || !f.Takes(&out[len(out)-1], c)) {
			c.Role = candidate.Sure
		}
		if len(out) > 0 && (c.Role == candidate.Unit && f.Takes(&out[len(out)-1], c) || f.isBranch(&out[len(out)-1], &c)) {
			b := &out[len(out)-1]
			b.Local = b.Local || b.Role == candidate.Town
			if b.Name == "" || b.Role == candidate.Place || b.Role == candidate.Town {
				b.Name = f.Text[b.Start:b.End]
			}
			b.Name += " " + f.Text[c.Start:c.End]
			if !f.KeepsType(b, &c) {
				b.Type = c.Type
			}
			b.End, b.Rest, b.Role, b.Rule = c.End, c.Rest, candidate.Sure, b.Rule+"+unit"
			b.Kind = gazetteer.Organization
			continue
		}
		out = append(out, c)
	}
	f.Cands = out
}

// isBranch reports whether c, a name by itself, is the branch of the office b right before it (고용노동부 해람지청), or
// the hospital of the school b.
func (f *Finder) isBranch(b, c *candidate.Candidate) bool {
	if b.Role != candidate.Sure || c.Role != candidate.Sure || b.Rest != "" || f.Text[b.End:c.Start] != " " {
		return false
	}
	if b.Type == kind.School {
		return c.Type == kind.Hospital
	}
	office := b.Type == kind.Government || b.Type == kind.MilitaryPoliceCourt
	return office && strings.HasSuffix(f.Text[c.Start:c.End], "지청")
}
