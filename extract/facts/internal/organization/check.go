package organization

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/gisa-go/gisa/extract/facts/internal/gazetteer"
)

// The model's mean preference for organization below which a name of the lists, one known by its ending alone, or
// a short one is not believed where the model marks nothing.
const (
	leastListed  = 8000
	leastEnding  = 6000
	leastShy     = -4000  // of two syllables that a text has given a firm
	leastCertain = -14000 // of an ending that hardly leaves a doubt
)

// check holds the model's names against what it cannot know, and the lists' names against the model.
func (f *finder) check() {
	out := make([]candidate, 0, len(f.cands))
	for _, c := range f.cands {
		switch c.rule {
		case "model":
			if start := f.wordStart(c.Start); len(out) == 0 || out[len(out)-1].End <= start {
				c.Start = start
			}
			f.unfuse(&c)
			f.mend(&c)
			f.dropPerson(&c)
			if !f.tidy(&c) || !f.stands(&c) || f.isFragment(&c) || f.isBoy(&c) || f.isEvent(&c) || f.isCommonList(&c) {
				continue
			}
			if f.isTerm(&c) || f.isNoSchool(&c) || f.isNoName(&c) {
				continue
			}
		case "list+model":
			if f.isCommonNoun(&c) || f.isEvent(&c) || f.isAddress(&c) || f.isNoName(&c) {
				continue
			}
		case "list":
			if c.role == sure && !c.own && f.leaning(c.Span) < f.leastOf(&c) {
				continue
			}
		case "suffix", "suffix+model":
			if c.role == sure && (c.rule == "suffix" && f.leaning(c.Span) < f.leastOf(&c) || f.isNoName(&c)) {
				continue
			}
		}
		if parts := f.listOf(&c); parts != nil {
			out = append(out, parts...)
			continue
		}
		out = append(out, c)
	}
	f.cands = out
}

// leastOf returns the model's least mean preference for a name of the lists, or one known by its ending, that it does
// not mark.
func (f *finder) leastOf(c *candidate) int {
	long := utf8.RuneCountInString(f.text[c.Start:c.End]) >= 5
	switch {
	case c.certain:
		return leastCertain
	case c.rule == "suffix":
		return leastEnding
	case long && f.lists.Endings.Longest(f.text[c.Start:c.End], gazetteer.NameEnding, gazetteer.CertainEnding) != nil:
		return leastCertain
	}
	return leastListed
}

// listOf returns the names that one name of the model lists with a middle dot or a dash between them, if all of
// them are known.
func (f *finder) listOf(c *candidate) (parts []candidate) {
	if c.rule != "model" {
		return nil
	}
	raw := f.text[c.Start:c.End]
	gap := "·"
	if !strings.Contains(raw, gap) {
		gap = "-"
	}
	if !strings.Contains(raw, gap) {
		return nil
	}
	at := c.Start
	known := false
	for name := range strings.SplitSeq(raw, gap) {
		part, ok := f.knownName(Span{at, at + len(name)})
		if known = known || ok; !ok && !f.endsWhole(name) {
			return nil
		}
		parts = append(parts, part)
		at += len(name) + len(gap)
	}
	parts[len(parts)-1].rest = c.rest
	if !known {
		return nil
	}
	return parts
}

// endsWhole reports whether a name has an ending of two syllables or more, with two or more before it.
func (f *finder) endsWhole(name string) bool {
	e := f.lists.Endings.Longest(name)
	return e != nil && len(e.Text) >= 2*syllable && len(name)-len(e.Text) >= 2*syllable
}

// knownName returns the organization that s is by the lists, or by the words it begins with: 법무법인 가온.
func (f *finder) knownName(s Span) (candidate, bool) {
	name := f.text[s.Start:s.End]
	if id, ok := f.lists.Table.Lookup(name); ok && f.lists.Table.Name(id).Kind == gazetteer.Organization {
		n := f.lists.Table.Name(id)
		return candidate{Span: s, role: sure, rule: "list+model", name: n.Canonical, typ: OrgType(n.Type)}, true
	}
	lead, _, ok := strings.Cut(name, " ")
	return candidate{Span: s, role: sure, rule: "model", name: name, typ: Company}, ok && f.lists.Context.Section("lead")[lead]
}

// itemMarks begin the items of a list, or stand between a place and the agency that reports from it: (해람=다온뉴스). No
// name holds one.
const itemMarks = "▷▶◇◆△▲□■○●◎▽▼="

// tidy trims marks from the ends of a name and reports whether a name is left, its brackets in pairs.
func (f *finder) tidy(c *candidate) bool {
	if i := strings.LastIndexAny(f.text[c.Start:c.End], itemMarks); i >= 0 && i < c.End-c.Start-1 {
		c.Start += i
	}
	raw := f.text[c.Start:c.End]
	left := strings.TrimLeftFunc(raw, func(r rune) bool {
		return r != '(' && r != '㈜' && r != '㈔' && !unicode.IsLetter(r) && !unicode.IsDigit(r)
	})
	c.Start += len(raw) - len(left)
	right := strings.TrimRightFunc(left, func(r rune) bool { return r != ')' && r != '㈜' && !unicode.IsLetter(r) && !unicode.IsDigit(r) })
	c.End = c.Start + len(right)
	if open, shut := strings.IndexByte(right, '('), strings.IndexByte(right, ')'); open < 0 && shut >= 0 {
		c.Start += shut + 1
	} else if open >= 0 && shut < open {
		c.End = c.Start + open
	}
	return c.Start < c.End && c.End > 0
}

// wordBefore returns the word that ends a single space before byte i, or "".
func (f *finder) wordBefore(i int) string {
	if i < 2 || f.text[i-1] != ' ' {
		return ""
	}
	start := i - 1
	for start > 0 && i-start < 40 {
		r, n := utf8.DecodeLastRuneInString(f.text[:start])
		if !unicode.IsLetter(r) && !unicode.IsDigit(r) {
			break
		}
		start -= n
	}
	return f.text[start : i-1]
}

// complete joins to a name the word that completes it: the country before (영국 정부), the kind of body behind
// (가온 그룹).
func (f *finder) complete() {
	heads, states := f.lists.Context.Section("head"), f.lists.Context.Section("state")
	for i := range f.cands {
		c := &f.cands[i]
		if c.role != sure {
			continue
		}
		if i > 0 && states[f.text[c.Start:c.End]] {
			if b := &f.cands[i-1]; b.role == country && b.rest == "" && f.text[b.End:c.Start] == " " {
				c.Start, c.name, b.role = b.Start, f.text[b.Start:c.End], dropped
			}
		}
		if post := f.wordBefore(c.Start); f.lists.Context.Section("post")[post] && strings.HasSuffix(f.text[c.Start:c.End], "관") {
			c.Start -= len(post) + 1
			c.name = f.text[c.Start:c.End]
		}
		if c.rest != "" || c.rule != "model" && c.rule != "list+model" {
			continue
		}
		next, stop := f.nextWord(c.End)
		for _, n := range append(f.lists.Particles.Stems(next, nil), len(next)) {
			s := Span{c.End, stop - len(next) + n}
			if n > 0 && heads[next[:n]] && f.leaning(s) > 0 && !f.isTitled(c, next[:n]) {
				c.End, c.rest = s.End, next[n:]
				if e := f.lists.Endings.Longest(next[:n]); e != nil {
					c.typ = OrgType(e.Type())
				}
				if c.name != "" {
					c.name += " " + next[:n]
				}
				break
			}
		}
	}
}

// isTitled reports whether word is what a person does at c, not a part of its name: 김가온 해람소재 연구원.
func (f *finder) isTitled(c *candidate, word string) bool {
	return f.lists.Context.Section("person")[word] && f.isPerson(f.wordBefore(c.Start))
}

// wordStart returns where the Hangul before byte i begins, for names that the model began inside a word.
func (f *finder) wordStart(i int) int {
	start := i
	for start >= syllable && i-start < 4*syllable {
		if r, n := utf8.DecodeLastRuneInString(f.text[:start]); n != syllable || !unicode.Is(unicode.Hangul, r) {
			break
		}
		start -= syllable
	}
	return start
}

// unfuse takes into a name that the model cut short what stands before 장 or 장관 in the same word: 협회 of
// 가온협회장.
func (f *finder) unfuse(c *candidate) {
	rest := f.text[c.End:f.wordEnd(c.End)]
	i := strings.Index(rest, "장")
	if i <= 0 || i > 4*syllable {
		return
	}
	name, title := f.text[c.Start:c.End+i], strings.TrimPrefix(rest[i+syllable:], "관")
	e := f.lists.Endings.Longest(name, gazetteer.NameEnding)
	if e == nil || f.lists.Endings.Generic(name) || title != "" && !f.mayFollow("장", title) {
		return
	}
	c.End += i
	c.rest, c.typ = rest[i:], OrgType(e.Type())
	if id, ok := f.lists.Table.Lookup(name); ok {
		n := f.lists.Table.Name(id)
		c.name, c.typ = n.Canonical, OrgType(n.Type)
	}
}

// dropPerson takes a person's full name off a name that the model marked with it: 김가온 해람경찰서, 도의회 김가온.
func (f *finder) dropPerson(c *candidate) {
	raw := f.text[c.Start:c.End]
	if i := strings.Index(raw, " "); i > 0 && f.isPerson(raw[:i]) && f.isNamed(raw[i+1:]) {
		c.Start += i + 1
		if part, ok := f.knownName(Span{c.Start, c.End}); ok {
			c.name, c.typ = part.name, part.typ
			return
		}
	} else if i := strings.LastIndex(raw, " "); i > 0 && f.isPerson(raw[i+1:]) && f.isNamed(raw[:i]) {
		c.End, c.rest = c.Start+i, ""
	} else {
		return
	}
	if e := f.lists.Endings.Longest(f.text[c.Start:c.End]); e != nil {
		c.typ = OrgType(e.Type())
	}
}

// isPerson reports whether word has the form of a person's full name and is not known to name anything else.
func (f *finder) isPerson(word string) bool {
	if len(word) != 3*syllable || !f.lists.Context.Section("surname")[word[:syllable]] {
		return false
	}
	_, listed := f.lists.Table.Lookup(word)
	return !listed && f.lists.Endings.Longest(word) == nil
}

// isNamed reports whether text is listed, or ends like a name of one word with something before the ending.
func (f *finder) isNamed(text string) bool {
	if id, ok := f.lists.Table.Lookup(text); ok && f.lists.Table.Name(id).Kind == gazetteer.Organization {
		return true
	}
	e := f.lists.Endings.Longest(text, gazetteer.NameEnding)
	return e != nil && e.Text != text
}

// isTitle reports whether rest begins with a title: 장 in 가온시장.
func (f *finder) isTitle(rest string) bool {
	for _, t := range f.lists.Context.List("title") {
		if strings.HasPrefix(rest, t) {
			return true
		}
	}
	return false
}

// mend moves the end of a name that the model cut inside a word to where an ending of names ends it (전남동부권지 of
// 전남동부권지사의), or else to the word before; and takes a title off its end.
func (f *finder) mend(c *candidate) {
	raw := f.text[c.Start:c.End]
	if i := strings.LastIndexByte(raw, ' '); i > 0 && f.lists.Context.Section("latin title")[raw[i+1:]] {
		c.End, c.rest = c.Start+i, ""
		return
	}
	rest := f.text[c.End:f.wordEnd(c.End)]
	space := strings.LastIndexByte(raw, ' ')
	if space > 0 && (f.lists.Context.Section("person")[raw[space+1:]] || f.lists.Endings.Generic(raw[space+1:])) {
		if part, ok := f.knownName(Span{c.Start, c.Start + space}); ok && part.rule == "list+model" {
			*c = part
			return
		}
	}
	if rest == "" || space < 0 || f.mayFollow(raw, rest) || f.mayFollow(raw, strings.TrimSuffix(rest, "의")) || f.isTitle(rest) {
		return
	}
	start := c.Start + space + 1
	word := f.text[start : c.End+len(rest)]
	for _, n := range f.stemsOf(word) {
		e := f.lists.Endings.Longest(word[:n])
		if start+n > c.End && (e != nil && len(e.Text) >= 2*syllable || f.endsIn("part public-institution", word[:n])) {
			c.End, c.rest = start+n, word[n:]
			if body, ok := f.knownName(Span{c.Start, start - 1}); ok {
				c.name, c.typ, c.guessed = body.name+f.text[start-1:c.End], body.typ, false
			}
			return
		}
	}
	c.End, c.rest = c.Start+space, ""
	if part, ok := f.knownName(c.Span); ok {
		c.name, c.typ = part.name, part.typ
	}
}
