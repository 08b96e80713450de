package organization

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/gisa-go/gisa/extract/facts/internal/gazetteer"
	"github.com/gisa-go/gisa/internal/korean"
)

// terms drops the letters that abbreviate what is no organization: LPG of 액화석유가스(LPG), SPC of 특수목적법인(SPC).
func (f *finder) terms() {
	var terms map[string]bool
	for at := 0; ; at++ {
		i := strings.IndexByte(f.text[at:], '(')
		if i < 0 {
			break
		}
		at += i
		if short, ok := f.abbreviation(at); ok && !f.isBodyEnd(at) && !f.lists.Context.Section("own letters")[short] {
			if terms == nil {
				terms = map[string]bool{}
			}
			terms[short] = true
		}
	}
	f.dropAll(terms)
}

// categories drops the names that bodies are chosen as: 새솔형기업으로 선정했다.
func (f *finder) categories() {
	var terms map[string]bool
	for i := range f.cands {
		c := &f.cands[i]
		if c.role != sure || c.rule != "model" && c.rule != "repeat" {
			continue
		}
		if !strings.HasPrefix(c.rest, "로") && !strings.HasPrefix(c.rest, "으로") {
			continue
		}
		if next, _ := f.nextWord(c.End + len(c.rest)); f.beginsWith("chosen", next) {
			if terms == nil {
				terms = map[string]bool{}
			}
			terms[f.text[c.Start:c.End]] = true
		}
	}
	f.dropAll(terms)
}

// dropAll decides against the names that are no names.
func (f *finder) dropAll(terms map[string]bool) {
	if terms == nil {
		return
	}
	for i := range f.cands {
		c := &f.cands[i]
		if listed := strings.HasPrefix(c.rule, "list") && c.typ != Company; terms[f.text[c.Start:c.End]] && !c.own && !listed {
			c.role = dropped
		}
	}
}

// abbreviation returns the letters in the bracket at byte open, if they are two to ten capitals behind a word of Hangul.
func (f *finder) abbreviation(open int) (string, bool) {
	last, _ := utf8.DecodeLastRuneInString(f.text[:open])
	in := f.text[open+1 : min(len(f.text), open+14)]
	stop := strings.IndexAny(in, "),·:")
	if stop < 2 || !unicode.Is(unicode.Hangul, last) {
		return "", false
	}
	short := in[:stop]
	for i := range len(short) {
		c := short[i] | 0x20
		if (c < 'a' || c > 'z') && (i == 0 || short[i] != '-' && (short[i] < '0' || short[i] > '9')) {
			return "", false
		}
	}
	if short != strings.ToUpper(short) { // a name written twice, unless what it stands for is a common noun
		word := f.text[max(0, open-longestTerm):open]
		if word = word[strings.LastIndexAny(word, " (\n")+1:]; len(word) > syllable && !f.lists.Nouns[word] {
			return "", false
		}
	}
	return short, 'A' <= short[0] && short[0] <= 'Z'
}

// isBodyEnd reports whether an organization ends at byte i, or a word that ends as names of bodies do.
func (f *finder) isBodyEnd(i int) bool {
	for k := len(f.cands) - 1; k >= 0; k-- {
		if c := &f.cands[k]; c.End <= i {
			if c.End == i && c.role == sure {
				return true
			}
			break
		}
	}
	word := f.text[max(0, i-longestTerm):i]
	last := strings.TrimLeft(word[strings.LastIndexAny(word, " (\n")+1:], quotes)
	if f.lists.Nouns[last] && !f.lists.Context.Section("term of body")[last] || f.lists.Context.Section("term of none")[last] {
		return false
	}
	if e := f.lists.Endings.Longest(last); e != nil && len(e.Text) >= 2*syllable && f.lean != nil {
		if s := (Span{i - len(last), i}); s.Start >= 0 && f.leaning(s) >= 0 {
			return true
		}
	}
	for _, end := range f.lists.Context.List("term of body") {
		if strings.HasSuffix(word, end) {
			return true
		}
	}
	return false
}

// longestTerm bounds how far before a bracket the end of a word is looked at.
const longestTerm = 24

// isTerm reports whether a name of the model alone is a common noun, or two of them of which the last ends no name.
func (f *finder) isTerm(c *candidate) bool {
	raw := f.text[c.Start:c.End]
	if _, ends := f.endsAs(raw); ends || c.name != "" || f.lists.Context.Section("body")[raw] {
		return false
	}
	if f.isBehindBody(c) {
		return false
	}
	if f.lists.Nouns[raw] || f.lists.Context.Section("letters")[raw] {
		return true
	}
	if f.lists.Endings.Longest(raw, gazetteer.NameEnding, gazetteer.CertainEnding) != nil || f.longName(raw) != raw {
		return false
	}
	if head, tail, ok := strings.Cut(raw, "-"); ok && f.lists.Nouns[tail] && (isLatin(head) || f.lists.Nouns[head]) {
		return true
	}
	if first, _, ok := strings.Cut(raw, " "); ok && f.lists.Endings.Refused(first) {
		return true
	}
	next, _ := f.nextWord(f.wordEnd(c.End))
	if f.isPerson(next) || f.hasWord("person", next) || f.actsAsFirm(c) {
		return false
	}
	return f.leaning(c.Span) < leastCompound && f.isCompound(raw)
}

// isBehindBody reports whether a body ends a space before c, of which c may be a part: 대검 감찰부.
func (f *finder) isBehindBody(c *candidate) bool {
	k, _ := slices.BinarySearchFunc(f.cands, c.Start, func(o candidate, at int) int { return o.Start - at })
	if k == 0 {
		return false
	}
	b := &f.cands[k-1]
	return b.role == sure && b.kind == gazetteer.Organization && b.rest == "" && b.End+1 == c.Start && f.text[b.End] == ' '
}

// isCompound reports whether a name is two common nouns, with or without a space between them.
func (f *finder) isCompound(raw string) bool {
	for n := 2 * syllable; n <= len(raw)-2*syllable; n += syllable {
		if utf8.RuneStart(raw[n]) && f.lists.Nouns[raw[:n]] && f.lists.Nouns[strings.TrimPrefix(raw[n:], " ")] {
			return true
		}
	}
	return false
}

// actsAsFirm reports whether a name that ends as those of firms do is the subject of a verb that says what firms do.
func (f *finder) actsAsFirm(c *candidate) bool {
	i, _ := slices.BinarySearchFunc(f.words, c.End, func(w korean.Word, at int) int { return w.End - at })
	s := candidate{Span: c.Span, rest: f.text[c.End:f.wordEnd(c.End)]}
	return i < len(f.words) && f.isDealt(i, &s)
}

// leastCompound is the model's mean preference for organization that two common nouns in one word must have.
const leastCompound = 30000
