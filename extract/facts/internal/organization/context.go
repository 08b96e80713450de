package organization

import (
	"strings"
	"unicode/utf8"

	"github.com/gisa-go/gisa/extract/facts/internal/gazetteer"
)

// nameInFull gives the names that the rest of the text makes whole: that of the party for its organs, 국립 where
// the text writes it elsewhere, that of the place for its 도교육청 or 시의회.
func (f *finder) nameInFull(out []Name) {
	party, national, local := "", map[string]bool(nil), false
	for i := range out {
		o := &out[i]
		switch {
		case o.Type == Party:
			party = o.Name
		case party != "" && f.lists.Context.Section("organ")[o.Name]:
			o.Name = party + " " + o.Name
		case o.Type == School && o.Name == o.Raw:
			o.Name = f.longName(o.Name)
		case o.Type == Association && o.Name == o.Raw:
			o.Name = f.longForm(o.Name)
		}
		if strings.HasPrefix(o.Name, "국립") {
			if national == nil {
				national = map[string]bool{}
			}
			national[o.Name] = true
		}
		local = local || o.Name == o.Raw && f.lists.Context.Section("local")[o.Raw]
	}
	f.nameByPlace(out)
	if national != nil {
		for i := range out {
			if long := "국립" + out[i].Name; national[long] {
				out[i].Name = long
			}
		}
	}
	if local {
		f.nameLocal(out)
	}
}

// nameLocal names the bodies that a text calls by their kind alone (도교육청, 시의회) for the place of that kind
// named last before them.
func (f *finder) nameLocal(out []Name) {
	k := 0
	last := map[byte]string{} // by the last byte of 시, 도, 군, 구
	for i := range out {
		o := &out[i]
		for ; k < len(f.cands) && f.cands[k].Start < o.Start; k++ {
			if name := f.placeOf(&f.cands[k]); name != "" {
				last[name[len(name)-1]] = name
			}
		}
		if o.Name == o.Raw && f.lists.Context.Section("local")[o.Raw] {
			if of := last[o.Raw[syllable-1]]; of != "" {
				o.Name = of + o.Raw[syllable:]
			}
		}
	}
}

// placeOf returns the official name of the province or municipality that a candidate is or begins with, or "".
func (f *finder) placeOf(c *candidate) (name string) {
	f.matches = f.lists.Table.Matches(f.text, c.Start, f.matches[:0])
	for _, m := range f.matches {
		switch n := f.lists.Table.Name(m.ID); n.Kind {
		case gazetteer.Organization, gazetteer.Town, gazetteer.Country:
		default:
			if m.End <= c.End {
				name = n.Canonical
			}
		}
	}
	return name
}

// longForm writes the ending of a name in full: 새솔농업협동조합 for 새솔농협.
func (f *finder) longForm(name string) string {
	for _, pair := range f.lists.Context.List("long form") {
		short, long, _ := strings.Cut(pair, "=")
		if head, ok := strings.CutSuffix(name, short); ok && len(head) >= 2*syllable {
			return head + long
		}
	}
	return name
}

// leastShared is how many bytes of a name must be left without its place for the rest to be taken for the same body.
const leastShared = 6 * syllable

// nameByPlace names the bodies that the text has named before with their place in front: 청소년상담복지센터 after
// 이룸군청소년상담복지센터.
func (f *finder) nameByPlace(out []Name) {
	var whole map[string]string // the name without its place, and with it
	for i := range out {
		o := &out[i]
		if o.Name == o.Raw {
			if long := whole[o.Raw]; long != "" {
				o.Name = long
				continue
			}
		}
		for n := 2 * syllable; n <= min(len(o.Name)-leastShared, 5*syllable); n += syllable {
			if utf8.RuneStart(o.Name[n]) && f.isPlace(o.Name[:n]) {
				if whole == nil {
					whole = map[string]string{}
				}
				whole[strings.TrimPrefix(o.Name[n:], " ")] = o.Name
			}
		}
	}
}
