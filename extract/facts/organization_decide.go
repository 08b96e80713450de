package facts

import (
	"slices"
	"strings"

	"github.com/gisa-go/gisa/extract/facts/internal/gazetteer"
	"github.com/gisa-go/gisa/internal/korean"
)

// join makes one name of a body and its part in the next word: 나주시 보건소, 서울남부지법 민사합의51부.
func (f *finder) join() {
	out := f.cands[:0]
	for _, c := range f.cands {
		if c.role == unit && c.alone && (len(out) == 0 || !f.takes(&out[len(out)-1], c)) {
			c.role = sure
		}
		if len(out) > 0 && (c.role == unit && f.takes(&out[len(out)-1], c) || f.isBranch(&out[len(out)-1], &c)) {
			b := &out[len(out)-1]
			if b.name == "" || b.role == place || b.role == town {
				b.name = f.text[b.Start:b.End]
			}
			b.name += " " + f.text[c.Start:c.End]
			if b.typ != Government || c.typ != MilitaryPoliceCourt || c.role == unit {
				b.typ = c.typ
			}
			b.End, b.rest, b.role, b.rule = c.End, c.rest, sure, b.rule+"+unit"
			b.kind = gazetteer.Organization
			continue
		}
		out = append(out, c)
	}
	f.cands = out
}

// isBranch reports whether c, a name by itself, is the branch of the office b right before it (고용노동부 해람지청), or
// the hospital of the school b.
func (f *finder) isBranch(b, c *candidate) bool {
	if b.role != sure || c.role != sure || b.rest != "" || f.text[b.End:c.Start] != " " {
		return false
	}
	if b.typ == School {
		return c.typ == Hospital
	}
	office := b.typ == Government || b.typ == MilitaryPoliceCourt
	return office && strings.HasSuffix(f.text[c.Start:c.End], "지청")
}

// takes reports whether the unit c belongs to the body b right before it.
func (f *finder) takes(b *candidate, c candidate) bool {
	if b.rest != "" || f.text[b.End:c.Start] != " " {
		return false
	}
	if f.text[c.Start:c.End] == "본부" || b.typ == School && c.typ == Government { // where it is, a department
		return false
	}
	if strings.HasSuffix(f.text[c.Start:c.End], "지원") { // of a court; of others it is what they give
		return b.role == sure && b.typ == MilitaryPoliceCourt
	}
	switch b.role {
	case sure:
		return true
	case place, town:
		return c.typ != Company && !b.bare
	}
	return false
}

// decide settles places and weak names by what stands around them, then again with what the first round found:
// a municipality that acts once in a text is taken for a body where that is open.
func (f *finder) decide() {
	f.teams()
	acting := map[string]bool{}
	for i := range f.cands {
		c := &f.cands[i]
		switch c.role {
		case place:
			if f.acts(c) {
				c.role, c.rule = sure, "place-acts"
				acting[c.name] = true
			}
		case weak:
			if f.backed(c) {
				c.role, c.rule = sure, "list-context"
				acting[c.name] = true
			}
		}
	}
	for i := range f.cands {
		c := &f.cands[i]
		switch {
		case c.role == weak && acting[c.name]:
			c.role, c.rule = sure, "list-repeat"
		case c.role == weak && f.listedBeside(i) && (f.lean == nil || f.leaning(c.Span) >= leastListed):
			c.role, c.rule = sure, "list-coordinated"
		case c.role != sure:
			c.role = dropped
		}
	}
}

// nextWord returns the word that follows after a single space, or "".
func (f *finder) nextWord(end int) (string, int) {
	if end+1 >= len(f.text) || f.text[end] != ' ' {
		return "", end
	}
	stop := korean.WordEnd(f.text, end+1)
	return f.text[end+1 : stop], stop
}

// hasWord reports whether word, with or without a particle, is in the section of the context lists.
func (f *finder) hasWord(section, word string) bool {
	if word == "" {
		return false
	}
	set := f.lists.Context.Section(section)
	if set[word] {
		return true
	}
	f.stems = f.lists.Particles.Stems(word, f.stems[:0])
	for _, n := range f.stems {
		if set[word[:n]] {
			return true
		}
	}
	return false
}

// acts reports whether a municipality or province is named as a body: by its particle, or by what it has.
func (f *finder) acts(c *candidate) bool {
	if c.bare {
		return false
	}
	next, stop := f.nextWord(c.End + len(c.rest))
	switch c.rest {
	case "은", "는", "이", "가", "와", "과", "로부터", "으로부터", "에게", "측", "측은", "측이", "측에", "에서는", "만이", "조차":
		return !f.placeVerb(next)
	case "의":
		return f.hasWord("of", next) || f.ofWithin(next, stop)
	case "도":
		return !f.hasWord("local", next)
	case "에":
		return f.hasWord("cite", next)
	case "":
		return f.actsBare(c, next, stop)
	}
	return false
}

// placeVerb reports whether the words after a subject say that it is a place: 인구가, 위치한.
func (f *finder) placeVerb(next string) bool {
	return strings.HasPrefix(next, "위치") || strings.HasPrefix(next, "있는")
}

func (f *finder) ofWithin(next string, stop int) bool {
	for range 3 {
		if next == "" {
			return false
		}
		if f.hasWord("noun", next) {
			return true
		}
		next, stop = f.nextWord(stop)
	}
	return false
}

func (f *finder) actsBare(c *candidate, next string, stop int) bool {
	after := f.text[c.End:]
	if strings.HasPrefix(after, "(") {
		head := after[1:min(len(after), 40)]
		for _, title := range [...]string{"시장 ", "군수 ", "구청장 ", "도지사 ", "지사 "} {
			if strings.HasPrefix(head, title) {
				return true
			}
		}
		return false
	}
	if next == "" {
		return strings.HasPrefix(after, "·") && f.bodyFollows(c.End+len("·")) || strings.HasPrefix(after, ", ") && f.bodyFollows(c.End+2)
	}
	if f.hasWord("local", next) {
		return false
	}
	if f.hasWord("deed", next) {
		return true
	}
	for range 4 {
		if f.isPlace(next) {
			return false
		}
		if f.hasWord("noun", next) {
			return true
		}
		if !f.bareNoun(next) {
			return false
		}
		if next, stop = f.nextWord(stop); next == "" {
			return false
		}
	}
	return false
}

// bareNoun reports whether word carries no particle that would end a compound.
func (f *finder) bareNoun(word string) bool {
	f.stems = f.lists.Particles.Stems(word, f.stems[:0])
	for _, n := range f.stems {
		switch word[n:] {
		case "은", "는", "을", "를", "에", "에서", "으로", "의", "과", "와":
			return false
		}
	}
	return true
}

// bodyFollows reports whether an organization other than a place is named at byte i.
func (f *finder) bodyFollows(i int) bool {
	k, ok := slices.BinarySearchFunc(f.cands, i, func(c candidate, at int) int { return c.Start - at })
	return ok && f.cands[k].role == sure && f.cands[k].kind == gazetteer.Organization
}

// backed reports whether a word after a weak name makes it an organization: 회장, 관계자.
func (f *finder) backed(c *candidate) bool {
	if c.rest != "" && c.rest != "의" {
		return strings.HasPrefix(c.rest, "측")
	}
	next, _ := f.nextWord(c.End + len(c.rest))
	return c.rest == "" && f.hasWord("person", next)
}

// listedBeside reports whether candidate i stands in a list with a sure organization.
func (f *finder) listedBeside(i int) bool {
	c := f.cands[i]
	if i > 0 {
		if p := f.cands[i-1]; p.role == sure && p.rest == "" && isListGap(f.text[p.End:c.Start]) {
			return true
		}
	}
	if i+1 < len(f.cands) && c.rest == "" {
		n := f.cands[i+1]
		return n.role == sure && isListGap(f.text[c.End:n.Start])
	}
	return false
}

func isListGap(s string) bool {
	switch s {
	case ", ", ",", "·", "‧", "ㆍ", "・", "/":
		return true
	}
	return false
}

// organizations gives what was decided for, in order and without overlaps.
func (f *finder) organizations() []Organization {
	var out []Organization
	end := 0
	party := ""
	for _, c := range f.cands {
		if c.role != sure || c.Start < end {
			continue
		}
		raw := f.text[c.Start:c.End]
		o := Organization{Span: c.Span, Raw: raw, Name: c.name, Type: c.typ, Rule: c.rule}
		if o.Name == "" {
			o.Name = raw
		}
		if o.Type == Party {
			party = o.Name
		} else if party != "" && f.lists.Context.Section("organ")[o.Name] {
			o.Name = party + " " + o.Name
		}
		out = append(out, o)
		end = c.End
	}
	return out
}
