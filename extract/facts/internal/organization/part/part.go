// Package part lengthens bodies by the parts of them that follow.
package part

import (
	"strings"
	"unicode/utf8"

	"github.com/gisa-go/gisa/extract/facts/internal/gazetteer"
	"github.com/gisa-go/gisa/extract/facts/internal/organization/candidate"
	"github.com/gisa-go/gisa/extract/facts/internal/organization/kind"
	"github.com/gisa-go/gisa/extract/facts/internal/organization/reading"
)

// Finder lengthens the candidates of a text by their parts.
type Finder struct {
	*candidate.Found
	stems []int
}

// mostLinks is how many words may stand between a body and the word that ends its part.
const mostLinks = 2

// Parts makes one name of a body and the part of it that the next words name: 전남대학교 남도해양연구소, 한국농어촌공사
// 이룸지사, EU 해안경비대; and of what else belongs to one name.
func (f *Finder) Parts() {
	out := f.Cands[:0]
	end := 0
	for i := range f.Cands {
		c := f.Cands[i]
		if c.Start < end {
			continue
		}
		if c.Role == candidate.Country {
			f.agency(&c, i)
		}
		if c.Role == candidate.Sure {
			f.chapter(&c)
			f.twoLevels(&c)
			for f.takeUnit(&c, i) || f.takePart(&c, i) {
			}
		}
		if c.Role == candidate.Sure {
			end = max(end, c.End)
			for len(out) > 0 && out[len(out)-1].End > c.Start {
				out = out[:len(out)-1]
			}
		}
		out = append(out, c)
	}
	f.Cands = out
}

// takePart lengthens the body c, candidate i, by the part that the next words name, and reports whether they do.
func (f *Finder) takePart(c *candidate.Candidate, i int) bool {
	if c.Rest != "" || c.End >= len(f.Text) || f.Text[c.End] != ' ' {
		return false
	}
	if c.Kind == gazetteer.Province || c.Kind == gazetteer.Municipality { // their offices are joined as units
		return false
	}
	bit := typeBit(c.Type)
	most := 0
	if bit&mayLink != 0 {
		most = mostLinks
	}
	next, stop := f.NextWord(c.End)
	for links := 0; next != "" && links <= most; links++ {
		if n, typ, ok := f.partOf(c, bit, next, links); ok && f.linked(c.End, links) && f.mayTake(c, i, stop-len(next)+n) {
			f.lengthen(c, stop-len(next)+n, next[n:], typ)
			return true
		}
		next, stop = f.NextWord(stop)
	}
	return false
}

// linked reports whether the next words behind byte i, so many, may stand between a body and its part.
func (f *Finder) linked(i, links int) bool {
	for range links {
		word, stop := f.NextWord(i)
		if !f.isLink(word) {
			return false
		}
		i = stop
	}
	return true
}

// takeUnit lengthens the body c, candidate i, that the model found by the unit right behind it: 나루군 여자핸드볼단.
func (f *Finder) takeUnit(c *candidate.Candidate, i int) bool {
	if i+1 >= len(f.Cands) || c.Rest != "" {
		return false
	}
	u := &f.Cands[i+1]
	if c.Type == kind.Committee || u.Role != candidate.Unit || u.Start != c.End+1 || u.End-u.Start < 3*reading.Syllable ||
		!f.Takes(c, *u) {
		return false
	}
	typ := u.Type
	if f.KeepsType(c, u) {
		typ = c.Type
	}
	f.lengthen(c, u.End, u.Rest, typ)
	c.Kind = gazetteer.Organization
	return true
}

// mayLink are the types of bodies that other words may stand behind before their part.
var mayLink = typeBit(kind.School) | typeBit(kind.Company) | typeBit(kind.PublicInstitution) | typeBit(kind.Association)

// isLink reports whether a word may stand between a body and the word that names its part.
func (f *Finder) isLink(word string) bool {
	if utf8.RuneCountInString(word) > 8 || f.IsPerson(word) {
		return false
	}
	c := f.Lists.Context
	if c.Section("no link")[word] || f.HasWord("person", word) || f.HasWord("deed", word) || f.HasWord("event", word) {
		return false
	}
	f.stems = f.Lists.Particles.Stems(word, f.stems[:0])
	return len(f.stems) == 0 || f.IsPlace(word) || f.Lists.Nouns[word]
}

// partOf returns how long the name of a part of body b is in a word, without its particle, and its type.
func (f *Finder) partOf(b *candidate.Candidate, bit uint32, word string, links int) (n int, typ kind.Type, ok bool) {
	for _, n := range f.StemsOf(word) {
		if typ, ok = f.isPart(b, bit, word[:n], links); ok {
			return n, typ, true
		}
	}
	return 0, "", false
}

func (f *Finder) isPart(b *candidate.Candidate, bit uint32, name string, links int) (kind.Type, bool) {
	if name == "" || '0' <= name[0] && name[0] <= '9' {
		return "", false
	}
	var whole, ends, no, shop bool
	shares().Each(name, func(start int, p *share) {
		head := utf8.RuneCountInString(name[:start]) >= 2
		whole = whole || start == 0 && p.whole&bit != 0 && links == 0
		ends = ends || head && (p.ends&bit != 0 || links == 0 && p.joins&bit != 0) ||
			start == 0 && links > 0 && p.ends&bit != 0 && !p.alone
		no = no || start == 0 && (p.alone || p.no) || p.no && head
		shop = shop || p.shop && b.Type == kind.Company && (head || name == "본점")
	})
	switch {
	case whole:
		return f.partType(b, name), true
	case no || links == 0 && f.Lists.Nouns[name]:
		return "", false
	case ends:
		return f.partType(b, name), true
	}
	return b.Type, shop
}

// partType returns the type of a part of b.
func (f *Finder) partType(b *candidate.Candidate, name string) kind.Type {
	if b.Type == kind.Association || b.Type == kind.Party {
		return b.Type
	}
	for _, typ := range kind.All {
		if f.EndsIn("becomes "+string(typ), name) {
			return typ
		}
	}
	return b.Type
}

// mayTake reports whether the body c, candidate i, may be lengthened to byte end: what it would cover is no other body
// that stands by itself, but a part of one, or of the same kind.
func (f *Finder) mayTake(c *candidate.Candidate, i, end int) bool {
	for k := i + 1; k < len(f.Cands) && f.Cands[k].Start < end; k++ {
		o := &f.Cands[k]
		if o.Start < c.End || o.Role != candidate.Sure {
			continue
		}
		if o.End > end || o.Rule == "mark" {
			return false
		}
		listed := strings.HasPrefix(o.Rule, "list") && !strings.HasPrefix(o.Rule, "list+unit")
		if listed && o.End != end {
			return false
		}
		organ := o.Type == kind.Committee && o.Name != "" && strings.HasSuffix(f.Text[c.Start:c.End], "의회")
		if listed && o.Type != c.Type && !organ && c.Type != kind.Other {
			return false
		}
		if listed && o.Type == c.Type && c.Type != kind.MilitaryPoliceCourt && !organ {
			return false
		}
	}
	return true
}

// lengthen makes c end at byte end.
func (f *Finder) lengthen(c *candidate.Candidate, end int, rest string, typ kind.Type) {
	if c.Name == "" || c.Type == kind.Other {
		c.Name = f.Text[c.Start:c.End]
	}
	c.Name += f.Text[c.End:end]
	c.End, c.Rest, c.Type, c.Rule, c.Guessed = end, rest, typ, c.Rule+"+part", false
}

// agency makes a body of a country and its agency: 해온국 응급관리부.
func (f *Finder) agency(c *candidate.Candidate, i int) {
	if c.Rest != "" || c.End >= len(f.Text) || f.Text[c.End] != ' ' || strings.HasSuffix(f.Text[:c.Start], "·") {
		return
	}
	next, stop := f.NextWord(c.End)
	for _, n := range f.StemsOf(next) {
		if n == 0 || !f.EndsIn("agency", next[:n]) || !f.mayTake(c, i, stop-len(next)+n) || f.Lists.Nouns[next[:n]] {
			continue
		}
		typ := kind.Government
		if e := f.Lists.Endings.Longest(next[:n], gazetteer.NameEnding); e != nil {
			typ = kind.Type(e.Type())
		}
		c.Role, c.Rule, c.Kind = candidate.Sure, "country", gazetteer.Organization
		f.lengthen(c, stop-len(next)+n, next[n:], typ)
		c.Name = f.Text[c.Start:c.End]
		return
	}
}

// chapter takes into the chapter of a place (이룸시연합회) the name of its association, which stands before it in a word
// of its own.
func (f *Finder) chapter(c *candidate.Candidate) {
	name := f.Text[c.Start:c.End]
	for _, end := range f.Lists.Context.List("chapter") {
		head, ok := strings.CutSuffix(name, end)
		if !ok || !f.IsPlace(head) {
			continue
		}
		before := f.WordBefore(c.Start)
		if utf8.RuneCountInString(before) < 4 || f.IsPlace(before) || !f.BareNoun(before) || f.Lists.Nouns[before] {
			return
		}
		c.Start -= len(before) + 1
		c.Name, c.Type = f.Text[c.Start:c.End], kind.Association
		return
	}
}

// twoLevels takes into a school the level behind its middle dot: 해람예술중·고등학교.
func (f *Finder) twoLevels(c *candidate.Candidate) {
	if c.Type != kind.School {
		return
	}
	rest, ok := strings.CutPrefix(f.Text[c.End:], "·")
	if !ok {
		return
	}
	for _, level := range f.Lists.Context.List("second school") {
		after, ok := strings.CutPrefix(rest, level)
		if !ok {
			continue
		}
		last, _ := utf8.DecodeLastRuneInString(level)
		more := after[:f.WordEnd(len(f.Text)-len(after))-(len(f.Text)-len(after))]
		if more == "" || f.Lists.Particles.Follows(last, more) {
			c.End, c.Rest = len(f.Text)-len(after), more
			c.Name = f.Text[c.Start:c.End]
			return
		}
	}
}
