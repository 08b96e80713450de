package organization

import (
	"strings"
	"unicode/utf8"
)

// shorten notes the short forms that a text may call a body by later on: 해람안전위 for 해람안전위원회, 새솔비전 for
// 새솔비전홀딩스, 북내동 지사협 for 북내동 지역사회보장협의체.
func (f *finder) shorten(c *candidate, mem *memory) {
	if strings.HasPrefix(c.rule, "list") && !strings.HasSuffix(f.text[c.Start:c.End], "스") {
		return
	}
	name := f.nameOf(c)
	if strings.HasSuffix(name, "위원회") && c.typ != Committee && c.typ != Government {
		return
	}
	for _, pair := range f.lists.Context.List("short form") {
		long, short, _ := strings.Cut(pair, "=")
		head, ok := strings.CutSuffix(name, long)
		if !ok || utf8.RuneCountInString(strings.ReplaceAll(head, " ", "")) < 3 {
			continue
		}
		if form := head + short; short != "" || !f.lists.Nouns[form] && !f.isTown(form) && !f.isPlace(form) {
			mem.add(form, known{name: name, typ: c.typ, shy: short == ""})
			if raw := f.text[c.Start:c.End]; raw != name && strings.HasSuffix(raw, long) {
				mem.add(strings.TrimSuffix(raw, long)+short, known{name: name, typ: c.typ, shy: short == ""})
			}
		}
		return
	}
}
