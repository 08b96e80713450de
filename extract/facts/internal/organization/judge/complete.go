package judge

import (
	"strings"

	"github.com/gisa-go/gisa/extract/facts/internal/organization/candidate"
	"github.com/gisa-go/gisa/extract/facts/internal/organization/kind"
	"github.com/gisa-go/gisa/extract/facts/internal/organization/reading"
)

// Complete joins to a name the word that completes it: the country before (영국 정부), the kind of body behind
// (가온 그룹).
func (f *Finder) Complete() {
	heads, states := f.Lists.Context.Section("head"), f.Lists.Context.Section("state")
	for i := range f.Cands {
		c := &f.Cands[i]
		if c.Role != candidate.Sure {
			continue
		}
		if i > 0 && states[f.Text[c.Start:c.End]] {
			if b := &f.Cands[i-1]; b.Role == candidate.Country && b.Rest == "" && f.Text[b.End:c.Start] == " " {
				c.Start, c.Name, b.Role = b.Start, f.Text[b.Start:c.End], candidate.Dropped
			}
		}
		if post := f.WordBefore(c.Start); f.Lists.Context.Section("post")[post] &&
			strings.HasSuffix(f.Text[c.Start:c.End], "관") {
			c.Start -= len(post) + 1
			c.Name = f.Text[c.Start:c.End]
		}
		if c.Rest != "" || c.Rule != "model" && c.Rule != "list+model" {
			continue
		}
		next, stop := f.NextWord(c.End)
		for _, n := range append(f.Lists.Particles.Stems(next, nil), len(next)) {
			s := reading.Span{Start: c.End, End: stop - len(next) + n}
			if n > 0 && heads[next[:n]] && f.Leaning(s) > 0 && !f.isTitled(c, next[:n]) {
				c.End, c.Rest = s.End, next[n:]
				if e := f.Lists.Endings.Longest(next[:n]); e != nil {
					c.Type = kind.Type(e.Type())
				}
				if c.Name != "" {
					c.Name += " " + next[:n]
				}
				break
			}
		}
	}
}

// isTitled reports whether word is what a person does at c, not a part of its name: 김가온 해람소재 연구원.
func (f *Finder) isTitled(c *candidate.Candidate, word string) bool {
	return f.Lists.Context.Section("person")[word] && f.IsPerson(f.WordBefore(c.Start))
}
