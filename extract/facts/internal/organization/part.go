package organization

import (
	"strings"
	"unicode/utf8"

	"github.com/gisa-go/gisa/extract/facts/internal/gazetteer"
)

// mostLinks is how many words may stand between a body and the word that ends its part.
const mostLinks = 2

// parts makes one name of a body and the part of it that the next words name: 전남대학교 남도해양연구소, 한국농어촌공사
// 이룸지사, EU 해안경비대; and of what else belongs to one name.
func (f *finder) parts() {
	out := f.cands[:0]
	end := 0
	for i := range f.cands {
		c := f.cands[i]
		if c.Start < end {
			continue
		}
		if c.role == country {
			f.agency(&c, i)
		}
		if c.role == sure {
			f.chapter(&c)
			f.twoLevels(&c)
			for f.takeUnit(&c, i) || f.takePart(&c, i) {
			}
		}
		if c.role == sure {
			end = max(end, c.End)
			for len(out) > 0 && out[len(out)-1].End > c.Start {
				out = out[:len(out)-1]
			}
		}
		out = append(out, c)
	}
	f.cands = out
}

// takePart lengthens the body c, candidate i, by the part that the next words name, and reports whether they do.
func (f *finder) takePart(c *candidate, i int) bool {
	if c.rest != "" || c.End >= len(f.text) || f.text[c.End] != ' ' {
		return false
	}
	if c.kind == gazetteer.Province || c.kind == gazetteer.Municipality { // their offices are joined as units
		return false
	}
	bit := typeBit(c.typ)
	most := 0
	if bit&mayLink != 0 {
		most = mostLinks
	}
	next, stop := f.nextWord(c.End)
	for links := 0; next != "" && links <= most; links++ {
		if n, typ, ok := f.partOf(c, bit, next, links); ok && f.linked(c.End, links) && f.mayTake(c, i, stop-len(next)+n) {
			f.lengthen(c, stop-len(next)+n, next[n:], typ)
			return true
		}
		next, stop = f.nextWord(stop)
	}
	return false
}

// linked reports whether the next words behind byte i, so many, may stand between a body and its part.
func (f *finder) linked(i, links int) bool {
	for range links {
		word, stop := f.nextWord(i)
		if !f.isLink(word) {
			return false
		}
		i = stop
	}
	return true
}

// takeUnit lengthens the body c, candidate i, that the model found by the unit right behind it: 나루군 여자핸드볼단.
func (f *finder) takeUnit(c *candidate, i int) bool {
	if i+1 >= len(f.cands) || c.rest != "" {
		return false
	}
	u := &f.cands[i+1]
	if c.typ == Committee || u.role != unit || u.Start != c.End+1 || u.End-u.Start < 3*syllable || !f.takes(c, *u) {
		return false
	}
	typ := u.typ
	if f.keepsType(c, u) {
		typ = c.typ
	}
	f.lengthen(c, u.End, u.rest, typ)
	c.kind = gazetteer.Organization
	return true
}

// mayLink are the types of bodies that other words may stand behind before their part.
var mayLink = typeBit(School) | typeBit(Company) | typeBit(PublicInstitution) | typeBit(Association)

// isLink reports whether a word may stand between a body and the word that names its part.
func (f *finder) isLink(word string) bool {
	if utf8.RuneCountInString(word) > 8 || f.isPerson(word) {
		return false
	}
	c := f.lists.Context
	if c.Section("no link")[word] || f.hasWord("person", word) || f.hasWord("deed", word) || f.hasWord("event", word) {
		return false
	}
	f.stems = f.lists.Particles.Stems(word, f.stems[:0])
	return len(f.stems) == 0 || f.isPlace(word) || f.lists.Nouns[word]
}

// partOf returns how long the name of a part of body b is in a word, without its particle, and its type.
func (f *finder) partOf(b *candidate, bit uint32, word string, links int) (n int, typ OrgType, ok bool) {
	for _, n := range f.stemsOf(word) {
		if typ, ok = f.isPart(b, bit, word[:n], links); ok {
			return n, typ, true
		}
	}
	return 0, "", false
}

// stemsOf returns the lengths at which a word may end before a particle, its own length last. They are valid until the next
// call.
func (f *finder) stemsOf(word string) []int {
	f.ends = append(f.lists.Particles.Stems(word, f.ends[:0]), len(word))
	return f.ends
}

func (f *finder) isPart(b *candidate, bit uint32, name string, links int) (OrgType, bool) {
	if name == "" || '0' <= name[0] && name[0] <= '9' {
		return "", false
	}
	var whole, ends, no, shop bool
	f.cues().parts.Each(name, func(start int, p *part) {
		head := utf8.RuneCountInString(name[:start]) >= 2
		whole = whole || start == 0 && p.whole&bit != 0 && links == 0
		ends = ends || head && (p.ends&bit != 0 || links == 0 && p.joins&bit != 0) ||
			start == 0 && links > 0 && p.ends&bit != 0 && !p.alone
		no = no || start == 0 && (p.alone || p.no) || p.no && head
		shop = shop || p.shop && b.typ == Company && (head || name == "본점")
	})
	switch {
	case whole:
		return f.partType(b, name), true
	case no || links == 0 && f.lists.Nouns[name]:
		return "", false
	case ends:
		return f.partType(b, name), true
	}
	return b.typ, shop
}

// endsIn reports whether name ends in one of a section, with two syllables or more before it.
func (f *finder) endsIn(section, name string) bool {
	for _, end := range f.lists.Context.List(section) {
		if head, ok := strings.CutSuffix(name, end); ok && utf8.RuneCountInString(head) >= 2 {
			return true
		}
	}
	return false
}

// partType returns the type of a part of b.
func (f *finder) partType(b *candidate, name string) OrgType {
	if b.typ == Association || b.typ == Party {
		return b.typ
	}
	for _, typ := range orgTypes {
		if f.endsIn("becomes "+string(typ), name) {
			return typ
		}
	}
	return b.typ
}

// mayTake reports whether the body c, candidate i, may be lengthened to byte end: what it would cover is no other body
// that stands by itself, but a part of one, or of the same kind.
func (f *finder) mayTake(c *candidate, i, end int) bool {
	for k := i + 1; k < len(f.cands) && f.cands[k].Start < end; k++ {
		o := &f.cands[k]
		if o.Start < c.End || o.role != sure {
			continue
		}
		if o.End > end || o.rule == "mark" {
			return false
		}
		listed := strings.HasPrefix(o.rule, "list") && !strings.HasPrefix(o.rule, "list+unit")
		if listed && o.End != end {
			return false
		}
		organ := o.typ == Committee && o.name != "" && strings.HasSuffix(f.text[c.Start:c.End], "의회")
		if listed && o.typ != c.typ && !organ {
			return false
		}
		if listed && o.typ == c.typ && c.typ != MilitaryPoliceCourt && !organ {
			return false
		}
	}
	return true
}

// lengthen makes c end at byte end.
func (f *finder) lengthen(c *candidate, end int, rest string, typ OrgType) {
	if c.name == "" || c.typ == Other {
		c.name = f.text[c.Start:c.End]
	}
	c.name += f.text[c.End:end]
	c.End, c.rest, c.typ, c.rule, c.guessed = end, rest, typ, c.rule+"+part", false
}

// agency makes a body of a country and its agency: 해온국 응급관리부.
func (f *finder) agency(c *candidate, i int) {
	if c.rest != "" || c.End >= len(f.text) || f.text[c.End] != ' ' || strings.HasSuffix(f.text[:c.Start], "·") {
		return
	}
	next, stop := f.nextWord(c.End)
	for _, n := range f.stemsOf(next) {
		if n == 0 || !f.endsIn("agency", next[:n]) || !f.mayTake(c, i, stop-len(next)+n) || f.lists.Nouns[next[:n]] {
			continue
		}
		typ := Government
		if e := f.lists.Endings.Longest(next[:n], gazetteer.NameEnding); e != nil {
			typ = OrgType(e.Type())
		}
		c.role, c.rule, c.kind = sure, "country", gazetteer.Organization
		f.lengthen(c, stop-len(next)+n, next[n:], typ)
		c.name = f.text[c.Start:c.End]
		return
	}
}

// chapter takes into the chapter of a place (이룸시연합회) the name of its association, which stands before it in a word
// of its own.
func (f *finder) chapter(c *candidate) {
	name := f.text[c.Start:c.End]
	for _, end := range f.lists.Context.List("chapter") {
		head, ok := strings.CutSuffix(name, end)
		if !ok || !f.isPlace(head) {
			continue
		}
		before := f.wordBefore(c.Start)
		if utf8.RuneCountInString(before) < 4 || f.isPlace(before) || !f.bareNoun(before) || f.lists.Nouns[before] {
			return
		}
		c.Start -= len(before) + 1
		c.name, c.typ = f.text[c.Start:c.End], Association
		return
	}
}

// twoLevels takes into a school the level behind its middle dot: 해람예술중·고등학교.
func (f *finder) twoLevels(c *candidate) {
	if c.typ != School {
		return
	}
	rest, ok := strings.CutPrefix(f.text[c.End:], "·")
	if !ok {
		return
	}
	for _, level := range f.lists.Context.List("second school") {
		after, ok := strings.CutPrefix(rest, level)
		if !ok {
			continue
		}
		last, _ := utf8.DecodeLastRuneInString(level)
		more := after[:f.wordEnd(len(f.text)-len(after))-(len(f.text)-len(after))]
		if more == "" || f.lists.Particles.Follows(last, more) {
			c.End, c.rest = len(f.text)-len(after), more
			c.name = f.text[c.Start:c.End]
			return
		}
	}
}
