package naming

import (
	"strings"
	"unicode/utf8"

	"github.com/gisa-go/gisa/extract/facts/internal/gazetteer"
	"github.com/gisa-go/gisa/extract/facts/internal/organization/candidate"
	"github.com/gisa-go/gisa/extract/facts/internal/organization/kind"
	"github.com/gisa-go/gisa/extract/facts/internal/organization/reading"
)

// nameInFull gives the names that the rest of the text makes whole: that of the party for its organs, 국립 where
// the text writes it elsewhere, that of the place for its 도교육청 or 시의회.
func (f *Finder) nameInFull(out []Name) {
	party, national, local := "", map[string]bool(nil), false
	for i := range out {
		o := &out[i]
		switch {
		case o.Type == kind.Party:
			party = o.Name
		case party != "" && f.Lists.Context.Section("organ")[o.Name]:
			o.Name = party + " " + o.Name
		case o.Type == kind.School && o.Name == o.Raw:
			o.Name = f.LongName(o.Name)
		case o.Type == kind.Association && o.Name == o.Raw:
			o.Name = f.longForm(o.Name)
		}
		if strings.HasPrefix(o.Name, "국립") {
			if national == nil {
				national = map[string]bool{}
			}
			national[o.Name] = true
		}
		local = local || o.Name == o.Raw && f.Lists.Context.Section("local")[o.Raw]
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
func (f *Finder) nameLocal(out []Name) {
	k := 0
	last := map[byte]string{} // by the last byte of 시, 도, 군, 구
	for i := range out {
		o := &out[i]
		for ; k < len(f.Cands) && f.Cands[k].Start < o.Start; k++ {
			if name := f.placeOf(&f.Cands[k]); name != "" {
				last[name[len(name)-1]] = name
			}
		}
		if o.Name == o.Raw && f.Lists.Context.Section("local")[o.Raw] {
			if of := last[o.Raw[reading.Syllable-1]]; of != "" {
				o.Name = of + o.Raw[reading.Syllable:]
			}
		}
	}
}

// placeOf returns the official name of the province or municipality that a candidate is or begins with, or "".
func (f *Finder) placeOf(c *candidate.Candidate) (name string) {
	f.matches = f.Lists.Table.Matches(f.Text, c.Start, f.matches[:0])
	for _, m := range f.matches {
		switch n := f.Lists.Table.Name(m.ID); n.Kind {
		case gazetteer.Organization, gazetteer.Town, gazetteer.Country:
		default:
			if m.End <= c.End {
				name = n.Canonical
			}
		}
	}
	return name
}

// leastShared is how many bytes of a name must be left without its place for the rest to be taken for the same body.
const leastShared = 6 * reading.Syllable

// nameByPlace names the bodies that the text has named before with their place in front: 청소년상담복지센터 after
// 이룸군청소년상담복지센터.
func (f *Finder) nameByPlace(out []Name) {
	var whole map[string]string // the name without its place, and with it
	for i := range out {
		o := &out[i]
		if o.Name == o.Raw {
			if long := whole[o.Raw]; long != "" {
				o.Name = long
				continue
			}
		}
		for n := 2 * reading.Syllable; n <= min(len(o.Name)-leastShared, 5*reading.Syllable); n += reading.Syllable {
			if utf8.RuneStart(o.Name[n]) && f.IsPlace(o.Name[:n]) {
				if whole == nil {
					whole = map[string]string{}
				}
				whole[strings.TrimPrefix(o.Name[n:], " ")] = o.Name
			}
		}
	}
}
