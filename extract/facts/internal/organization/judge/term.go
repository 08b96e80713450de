package judge

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/gisa-go/gisa/extract/facts/internal/gazetteer"
	"github.com/gisa-go/gisa/extract/facts/internal/organization/candidate"
	"github.com/gisa-go/gisa/extract/facts/internal/organization/kind"
	"github.com/gisa-go/gisa/extract/facts/internal/organization/reading"
	"github.com/gisa-go/gisa/internal/korean"
)

// Terms drops the letters that abbreviate what is no organization: LPG of 액화석유가스(LPG), SPC of 특수목적법인(SPC).
func (f *Finder) Terms() {
	var terms map[string]bool
	for at := 0; ; at++ {
		i := strings.IndexByte(f.Text[at:], '(')
		if i < 0 {
			break
		}
		at += i
		if short, ok := f.abbreviation(at); ok && !f.isBodyEnd(at) && !f.Lists.Context.Section("own letters")[short] {
			if terms == nil {
				terms = map[string]bool{}
			}
			terms[short] = true
		}
	}
	f.dropAll(terms)
}

// Categories drops the names that bodies are chosen as: 새솔형기업으로 선정했다.
func (f *Finder) Categories() {
	var terms map[string]bool
	for i := range f.Cands {
		c := &f.Cands[i]
		if c.Role != candidate.Sure || c.Rule != "model" && c.Rule != "repeat" {
			continue
		}
		if !strings.HasPrefix(c.Rest, "로") && !strings.HasPrefix(c.Rest, "으로") {
			continue
		}
		if next, _ := f.NextWord(c.End + len(c.Rest)); f.BeginsWith("chosen", next) {
			if terms == nil {
				terms = map[string]bool{}
			}
			terms[f.Text[c.Start:c.End]] = true
		}
	}
	f.dropAll(terms)
}

// dropAll decides against the names that are no names.
func (f *Finder) dropAll(terms map[string]bool) {
	if terms == nil {
		return
	}
	for i := range f.Cands {
		c := &f.Cands[i]
		listed := strings.HasPrefix(c.Rule, "list") && c.Type != kind.Company
		if terms[f.Text[c.Start:c.End]] && !c.Own && !listed {
			c.Role = candidate.Dropped
		}
	}
}

// abbreviation returns the letters in the bracket at byte open, if they are two to ten capitals behind a word of
// Hangul.
func (f *Finder) abbreviation(open int) (string, bool) {
	last, _ := utf8.DecodeLastRuneInString(f.Text[:open])
	in := f.Text[open+1 : min(len(f.Text), open+14)]
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
		word := f.Text[max(0, open-reading.LongestTerm):open]
		if word = word[strings.LastIndexAny(word, " (\n")+1:]; len(word) > reading.Syllable && !f.Lists.Nouns[word] {
			return "", false
		}
	}
	return short, 'A' <= short[0] && short[0] <= 'Z'
}

// isBodyEnd reports whether an organization ends at byte i, or a word that ends as names of bodies do.
func (f *Finder) isBodyEnd(i int) bool {
	for k := len(f.Cands) - 1; k >= 0; k-- {
		if c := &f.Cands[k]; c.End <= i {
			if c.End == i && c.Role == candidate.Sure {
				return true
			}
			break
		}
	}
	word := f.Text[max(0, i-reading.LongestTerm):i]
	last := strings.TrimLeft(word[strings.LastIndexAny(word, " (\n")+1:], reading.Quotes)
	if f.Lists.Nouns[last] && !f.Lists.Context.Section("term of body")[last] ||
		f.Lists.Context.Section("term of none")[last] {
		return false
	}
	if e := f.Lists.Endings.Longest(last); e != nil && len(e.Text) >= 2*reading.Syllable && f.Lean != nil {
		if s := (reading.Span{Start: i - len(last), End: i}); s.Start >= 0 && f.Leaning(s) >= 0 {
			return true
		}
	}
	for _, end := range f.Lists.Context.List("term of body") {
		if strings.HasSuffix(word, end) {
			return true
		}
	}
	return false
}

// isTerm reports whether a name of the model alone is a common noun, or two of them of which the last ends no name.
func (f *Finder) isTerm(c *candidate.Candidate) bool {
	raw := f.Text[c.Start:c.End]
	if _, ends := f.EndsAs(raw); ends || c.Name != "" || f.Lists.Context.Section("body")[raw] {
		return false
	}
	if f.isBehindBody(c) {
		return false
	}
	if f.Lists.Nouns[raw] || f.Lists.Context.Section("letters")[raw] {
		return true
	}
	if f.Lists.Endings.Longest(raw, gazetteer.NameEnding, gazetteer.CertainEnding) != nil || f.LongName(raw) != raw {
		return false
	}
	if head, tail, ok := strings.Cut(raw, "-"); ok && f.Lists.Nouns[tail] &&
		(reading.IsLatin(head) || f.Lists.Nouns[head]) {
		return true
	}
	if first, _, ok := strings.Cut(raw, " "); ok && f.Lists.Endings.Refused(first) {
		return true
	}
	next, _ := f.NextWord(f.WordEnd(c.End))
	if f.IsPerson(next) || f.HasWord("person", next) || f.actsAsFirm(c) {
		return false
	}
	return f.Leaning(c.Span) < leastCompound && f.IsCompound(raw)
}

// isBehindBody reports whether a body ends a space before c, of which c may be a part: 대검 감찰부.
func (f *Finder) isBehindBody(c *candidate.Candidate) bool {
	k, _ := slices.BinarySearchFunc(f.Cands, c.Start, func(o candidate.Candidate, at int) int { return o.Start - at })
	if k == 0 {
		return false
	}
	b := &f.Cands[k-1]
	return b.Role == candidate.Sure && b.Kind == gazetteer.Organization && b.Rest == "" && b.End+1 == c.Start &&
		f.Text[b.End] == ' '
}

// actsAsFirm reports whether a name that ends as those of firms do is the subject of a verb that says what firms do.
func (f *Finder) actsAsFirm(c *candidate.Candidate) bool {
	i, _ := slices.BinarySearchFunc(f.Words, c.End, func(w korean.Word, at int) int { return w.End - at })
	s := candidate.Candidate{Span: c.Span, Rest: f.Text[c.End:f.WordEnd(c.End)]}
	return i < len(f.Words) && f.IsDealt(i, &s)
}

// leastCompound is the model's mean preference for organization that two common nouns in one word must have.
const leastCompound = 30000
