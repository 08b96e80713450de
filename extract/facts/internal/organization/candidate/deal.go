package candidate

import (
	"unicode/utf8"

	"github.com/gisa-go/gisa/extract/facts/internal/gazetteer"
	"github.com/gisa-go/gisa/extract/facts/internal/organization/kind"
)

// leastDealt is the model's mean preference for organization that a firm must have which only a verb of firms tells.
const leastDealt = -2000

// IsDealt reports whether the end of the name at word i may be a firm's and what follows says what is done with firms:
// 새솔모터를 30만달러에 인수했다.
func (f *Found) IsDealt(i int, c *Candidate) bool {
	if f.Leaning(c.Span) < leastDealt {
		return false
	}
	name := f.Text[c.Start:c.End]
	e := f.Lists.Endings.Longest(name, gazetteer.WeakEnding, gazetteer.NameEnding)
	if e == nil || e.Text == name || kind.Type(e.Type()) != kind.Company || utf8.RuneCountInString(e.Text) < 2 {
		return false
	}
	if f.Lists.Context.Section("field")[e.Text] && f.IsCompound(name) {
		return false
	}
	section := "firm verb"
	switch c.Rest {
	case "을", "를":
		section = "firm deal"
	case "은", "는", "이", "가":
	default:
		return false
	}
	return f.SentenceHas(section, i)
}
