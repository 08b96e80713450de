package memory

import (
	"strings"
	"unicode/utf8"

	"github.com/gisa-go/gisa/extract/facts/internal/organization/candidate"
	"github.com/gisa-go/gisa/extract/facts/internal/organization/kind"
)

// shorten notes the short forms that a text may call a body by later on: 해람안전위 for 해람안전위원회, 새솔비전 for
// 새솔비전홀딩스, 북내동 지사협 for 북내동 지역사회보장협의체, 서울청 for 서울경찰청.
func (f *Finder) shorten(c *candidate.Candidate, mem *memory) {
	if f.shortenOffice(c, mem) {
		return
	}
	if strings.HasPrefix(c.Rule, "list") && !strings.HasSuffix(f.Text[c.Start:c.End], "스") {
		return
	}
	name := f.NameOf(c)
	if strings.HasSuffix(name, "위원회") && c.Type != kind.Committee && c.Type != kind.Government {
		return
	}
	for _, pair := range f.Lists.Context.List("short form") {
		long, short, _ := strings.Cut(pair, "=")
		head, ok := strings.CutSuffix(name, long)
		if !ok || utf8.RuneCountInString(strings.ReplaceAll(head, " ", "")) < 3 {
			continue
		}
		if form := head + short; short != "" || !f.Lists.Nouns[form] && !f.IsTown(form) && !f.IsPlace(form) {
			mem.add(form, known{name: name, typ: c.Type, shy: short == ""})
			if raw := f.Text[c.Start:c.End]; raw != name && strings.HasSuffix(raw, long) {
				mem.add(strings.TrimSuffix(raw, long)+short, known{name: name, typ: c.Type, shy: short == ""})
			}
		}
		return
	}
}

// shortenOffice notes 서울청 for 서울경찰청 수사과 and for 서울지방국세청: whose office it is, the name in full says.
func (f *Finder) shortenOffice(c *candidate.Candidate, mem *memory) bool {
	raw, _, _ := strings.Cut(f.Text[c.Start:c.End], " ")
	name, _, _ := strings.Cut(f.NameOf(c), " ")
	for _, office := range f.Lists.Context.List("office of region") {
		region, ok := strings.CutSuffix(raw, office)
		if ok && f.IsPlace(region) && strings.HasSuffix(name, office) {
			typ := kind.Government
			if strings.HasSuffix(office, "경찰청") {
				typ = kind.MilitaryPoliceCourt
			}
			mem.add(region+"청", known{name: name, typ: typ})
			return true
		}
	}
	return false
}
