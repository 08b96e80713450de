package organization

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
			b.local = b.local || b.role == town
			if b.name == "" || b.role == place || b.role == town {
				b.name = f.text[b.Start:b.End]
			}
			b.name += " " + f.text[c.Start:c.End]
			if !f.keepsType(b, &c) {
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

// keepsType reports whether the body b stays what it is with its part c: 해람공단 강원본부 is no association.
func (f *finder) keepsType(b, c *candidate) bool {
	if c.role == unit {
		return b.role == sure && (c.typ == Association || f.hasSuffix("branch", f.text[c.Start:c.End]))
	}
	return b.typ == Government && c.typ == MilitaryPoliceCourt
}

// hasSuffix reports whether name ends in one of a section.
func (f *finder) hasSuffix(section, name string) bool {
	return slices.ContainsFunc(f.lists.Context.List(section), func(end string) bool { return strings.HasSuffix(name, end) })
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
		switch {
		case c.role == place && f.acts(c) && !f.isForecast(c.Span):
			c.role, c.rule = sure, "place-acts"
			acting[c.name] = true
		case c.role == town && f.townActs(c):
			c.role, c.rule, c.local = sure, "place-acts", true
		case c.role == weak && f.backed(c):
			c.role, c.rule = sure, "list-context"
			acting[c.name] = true
		}
	}
	f.together()
	f.desks()
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
	f.located()
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

// backed reports whether a word after a weak name makes it an organization: 회장, 관계자.
func (f *finder) backed(c *candidate) bool {
	if c.rest != "" && endsAsTopic(f.text[c.Start:c.End]) { // 산은이: the noun would have its particle already
		return true
	}
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
func (f *finder) organizations(clues bool) []Name {
	n := 0
	for i := range f.cands {
		if f.cands[i].role == sure {
			n++
		}
	}
	if n == 0 {
		return nil
	}
	out := make([]Name, 0, n)
	times := f.count()
	end := 0
	for i := range f.cands {
		c := &f.cands[i]
		if c.role != sure || c.Start < end {
			continue
		}
		out = append(out, f.named(c, times[f.text[c.Start:c.End]], clues))
		end = c.End
	}
	f.doubt(out)
	f.nameInFull(out)
	f.nameOfTime(out)
	return out
}

// count counts the spellings of the names that were decided for.
func (f *finder) count() map[string]int {
	if f.lean == nil { // in a hurry
		return nil
	}
	times := map[string]int{}
	for i := range f.cands {
		if c := &f.cands[i]; c.role == sure {
			times[f.text[c.Start:c.End]]++
		}
	}
	return times
}

// named makes a name of a candidate that was decided for.
func (f *finder) named(c *candidate, times int, clues bool) Name {
	raw := f.text[c.Start:c.End]
	o := Name{Span: c.Span, Raw: raw, Name: c.name, Type: c.typ, Rule: c.rule, Confidence: 1, guessed: c.guessed}
	if o.Name == "" {
		o.Name = raw
	}
	if c.own {
		return o
	}
	e := f.evidenceOf(c, times)
	o.Confidence = e.confidence(&f.cues().scale)
	if clues {
		e.clues(func(kind, value string) { o.Clues = append(o.Clues, [2]string{kind, value}) })
	}
	return o
}

// leastCompany is the confidence that a name must have somewhere in the text to be taken for a company when nothing says
// what it is.
const leastCompany = .8

// doubt takes the names of which nothing says what they are for companies only where they are likely names at all.
func (f *finder) doubt(out []Name) {
	best := map[string]float64{}
	for i := range out {
		if o := &out[i]; o.guessed {
			best[o.Name] = max(best[o.Name], o.Confidence)
		}
	}
	for i := range out {
		if o := &out[i]; o.guessed && best[o.Name] < leastCompany {
			o.Type = Other
		}
	}
}
