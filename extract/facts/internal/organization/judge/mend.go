package judge

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/gisa-go/gisa/extract/facts/internal/gazetteer"
	"github.com/gisa-go/gisa/extract/facts/internal/organization/candidate"
	"github.com/gisa-go/gisa/extract/facts/internal/organization/kind"
	"github.com/gisa-go/gisa/extract/facts/internal/organization/reading"
)

// itemMarks begin the items of a list, or stand between a place and the agency that reports from it: (해람=다온뉴스). No
// name holds one.
const itemMarks = "▷▶◇◆△▲□■○●◎▽▼="

// tidy trims marks from the ends of a name and reports whether a name is left, its brackets in pairs.
func (f *Finder) tidy(c *candidate.Candidate) bool {
	if i := strings.LastIndexAny(f.Text[c.Start:c.End], itemMarks); i >= 0 && i < c.End-c.Start-1 {
		c.Start += i
	}
	raw := f.Text[c.Start:c.End]
	left := strings.TrimLeftFunc(raw, func(r rune) bool {
		return r != '(' && r != '㈜' && r != '㈔' && !unicode.IsLetter(r) && !unicode.IsDigit(r)
	})
	c.Start += len(raw) - len(left)
	right := strings.TrimRightFunc(left, func(r rune) bool {
		return r != ')' && r != '㈜' && !unicode.IsLetter(r) && !unicode.IsDigit(r)
	})
	c.End = c.Start + len(right)
	if open, shut := strings.IndexByte(right, '('), strings.IndexByte(right, ')'); open < 0 && shut >= 0 {
		c.Start += shut + 1
	} else if open >= 0 && shut < open {
		c.End = c.Start + open
	}
	return c.Start < c.End && c.End > 0
}

// wordStart returns where the Hangul before byte i begins, for names that the model began inside a word.
func (f *Finder) wordStart(i int) int {
	start := i
	for start >= reading.Syllable && i-start < 4*reading.Syllable {
		if r, n := utf8.DecodeLastRuneInString(f.Text[:start]); n != reading.Syllable || !unicode.Is(unicode.Hangul, r) {
			break
		}
		start -= reading.Syllable
	}
	return start
}

// unfuse takes into a name that the model cut short what stands before 장 or 장관 in the same word: 협회 of
// 가온협회장.
func (f *Finder) unfuse(c *candidate.Candidate) {
	rest := f.Text[c.End:f.WordEnd(c.End)]
	i := strings.Index(rest, "장")
	if i <= 0 || i > 4*reading.Syllable {
		return
	}
	name, title := f.Text[c.Start:c.End+i], strings.TrimPrefix(rest[i+reading.Syllable:], "관")
	e := f.Lists.Endings.Longest(name, gazetteer.NameEnding)
	if e == nil || f.Lists.Endings.Generic(name) || title != "" && !f.MayFollow("장", title) {
		return
	}
	c.End += i
	c.Rest, c.Type = rest[i:], kind.Type(e.Type())
	if id, ok := f.Lists.Table.Lookup(name); ok {
		n := f.Lists.Table.Name(id)
		c.Name, c.Type = n.Canonical, kind.Type(n.Type)
	}
}

// dropPerson takes a person's full name off a name that the model marked with it: 김가온 해람경찰서, 도의회 김가온.
func (f *Finder) dropPerson(c *candidate.Candidate) {
	raw := f.Text[c.Start:c.End]
	if i := strings.Index(raw, " "); i > 0 && f.IsPerson(raw[:i]) && f.isNamed(raw[i+1:]) {
		c.Start += i + 1
		if part, ok := f.knownName(reading.Span{Start: c.Start, End: c.End}); ok {
			c.Name, c.Type = part.Name, part.Type
			return
		}
	} else if i := strings.LastIndex(raw, " "); i > 0 && f.IsPerson(raw[i+1:]) && f.isNamed(raw[:i]) {
		c.End, c.Rest = c.Start+i, ""
	} else {
		return
	}
	if e := f.Lists.Endings.Longest(f.Text[c.Start:c.End]); e != nil {
		c.Type = kind.Type(e.Type())
	}
}

// isNamed reports whether text is listed, or ends like a name of one word with something before the ending.
func (f *Finder) isNamed(text string) bool {
	if id, ok := f.Lists.Table.Lookup(text); ok && f.Lists.Table.Name(id).Kind == gazetteer.Organization {
		return true
	}
	e := f.Lists.Endings.Longest(text, gazetteer.NameEnding)
	return e != nil && e.Text != text
}

// mend moves the end of a name that the model cut inside a word to where an ending of names ends it (전남동부권지 of
// 전남동부권지사의), or else to the word before; and takes a title off its end.
func (f *Finder) mend(c *candidate.Candidate) {
	raw := f.Text[c.Start:c.End]
	if i := strings.LastIndexByte(raw, ' '); i > 0 && f.Lists.Context.Section("latin title")[raw[i+1:]] {
		c.End, c.Rest = c.Start+i, ""
		return
	}
	rest := f.Text[c.End:f.WordEnd(c.End)]
	space := strings.LastIndexByte(raw, ' ')
	if space > 0 && (f.Lists.Context.Section("person")[raw[space+1:]] || f.Lists.Endings.Generic(raw[space+1:])) {
		if part, ok := f.knownName(reading.Span{Start: c.Start, End: c.Start + space}); ok && part.Rule == "list+model" {
			*c = part
			return
		}
	}
	if rest == "" || space < 0 || f.MayFollow(raw, rest) || f.MayFollow(raw, strings.TrimSuffix(rest, "의")) ||
		f.IsTitle(rest) {
		return
	}
	start := c.Start + space + 1
	word := f.Text[start : c.End+len(rest)]
	for _, n := range f.StemsOf(word) {
		e := f.Lists.Endings.Longest(word[:n])
		if start+n > c.End && (e != nil && len(e.Text) >= 2*reading.Syllable ||
			f.EndsIn("part public-institution", word[:n])) {
			c.End, c.Rest = start+n, word[n:]
			if body, ok := f.knownName(reading.Span{Start: c.Start, End: start - 1}); ok {
				c.Name, c.Type, c.Guessed = body.Name+f.Text[start-1:c.End], body.Type, false
			}
			return
		}
	}
	c.End, c.Rest = c.Start+space, ""
	if part, ok := f.knownName(c.Span); ok {
		c.Name, c.Type = part.Name, part.Type
	}
}
