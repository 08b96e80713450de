package acting

import (
	"github.com/gisa-go/gisa/extract/facts/internal/organization/candidate"
	"github.com/gisa-go/gisa/extract/facts/internal/organization/kind"
)

// desks drops the desks of newsrooms that are called as ministries are: 가온일보 산업부 기자.
func (f *Finder) desks() {
	for i := 1; i < len(f.Cands); i++ {
		p, c := &f.Cands[i-1], &f.Cands[i]
		if c.Role != candidate.Sure || c.Type != kind.Government || c.Rest != "" || p.Role != candidate.Sure ||
			p.Type != kind.Media || f.Text[p.End:c.Start] != " " {
			continue
		}
		if next, _ := f.NextWord(c.End); f.HasWord("desk", next) {
			c.Role = candidate.Dropped
		}
	}
}
