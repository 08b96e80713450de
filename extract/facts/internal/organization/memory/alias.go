package memory

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/gisa-go/gisa/extract/facts/internal/organization/candidate"
	"github.com/gisa-go/gisa/extract/facts/internal/organization/reading"
	"github.com/gisa-go/gisa/extract/facts/internal/tagger"
	"github.com/gisa-go/gisa/internal/korean"
)

// Learn reads the short names that brackets give (한국재료연구원(이하 재료연), KAI(한국항공우주산업)), then finds
// the later mentions of these and of the names that no list holds.
func (f *Finder) Learn() {
	var mem memory
	var found []candidate.Candidate
	for i := range f.Cands {
		c := &f.Cands[i]
		if c.Role != candidate.Sure {
			continue
		}
		if short, ok := f.firm(c); ok {
			mem.add(short, known{name: f.NameOf(c), typ: c.Type, guessed: c.Guessed, shy: utf8.RuneCountInString(short) == 2})
		}
		f.shorten(c, &mem)
		if s, ok := f.bracket(c); ok {
			short := candidate.Candidate{Span: s, Role: candidate.Sure, Rule: "alias", Name: f.NameOf(c), Type: c.Type,
				Guessed: c.Guessed}
			mem.add(f.Text[s.Start:s.End], known{name: short.Name, typ: c.Type, guessed: c.Guessed})
			if i+1 == len(f.Cands) || f.Cands[i+1].Start >= s.End || f.Cands[i+1].Role != candidate.Sure ||
				f.Cands[i+1].Name == "" {
				found = append(found, short)
			}
		} else if s, ok := f.before(c); ok {
			mem.add(f.Text[s.Start:s.End], known{name: f.NameOf(c), typ: c.Type, guessed: c.Guessed})
			if i == 0 || f.Cands[i-1].End <= s.Start || f.Cands[i-1].Role != candidate.Sure || f.Cands[i-1].Name == "" {
				found = append(found, candidate.Candidate{Span: s, Role: candidate.Sure, Rule: "alias", Name: f.NameOf(c),
					Type: c.Type, Guessed: c.Guessed})
			}
		}
	}
	f.Overlay(found)
	f.repeats(&mem)
}

// firm returns what a text may call a firm later on: its name without the words that say what it is (법무법인
// 새솔가온).
func (f *Finder) firm(c *candidate.Candidate) (string, bool) {
	lead, short, ok := strings.Cut(f.Text[c.Start:c.End], " ")
	return short, ok && utf8.RuneCountInString(short) >= 2 && f.Lists.Context.Section("lead")[lead]
}

// bracket returns the short name in the bracket right behind c.
func (f *Finder) bracket(c *candidate.Candidate) (reading.Span, bool) {
	open := c.End
	if r, n := utf8.DecodeRuneInString(f.Text[open:]); strings.ContainsRune(reading.Quotes, r) {
		open += n
	}
	if open >= len(f.Text) || f.Text[open] != '(' {
		return reading.Span{}, false
	}
	stop := strings.IndexByte(f.Text[open:min(len(f.Text), open+80)], ')')
	if stop < 0 {
		return reading.Span{}, false
	}
	s := reading.Span{Start: open + 1, End: open + stop}
	called := f.trimCalled(&s)
	short := f.Text[s.Start:s.End]
	if n := utf8.RuneCountInString(short); n < 2 || n > 20 ||
		strings.ContainsAny(short, ".,/@:;=~0123456789") && !called && !isNumbered(short) {
		return reading.Span{}, false
	}
	if called {
		return s, !strings.ContainsAny(short, ".,/@:;=")
	}
	raw := f.Text[c.Start:c.End]
	return s, isInitials(short) || isNumbered(short) ||
		!strings.Contains(short, " ") && len(short) < len(raw) && isWithin(short, raw)
}

// trimCalled takes 이하, 약칭 and quotes off a span and reports whether such a word was there.
func (f *Finder) trimCalled(s *reading.Span) (called bool) {
	for _, w := range f.Lists.Context.List("called") {
		if rest, ok := strings.CutPrefix(f.Text[s.Start:s.End], w); ok {
			if trimmed := strings.TrimLeft(rest, " :,"); len(trimmed) < len(rest) || strings.HasPrefix(trimmed, "‘") ||
				strings.HasPrefix(trimmed, "'") {
				s.Start = s.End - len(trimmed)
				called = true
				break
			}
		}
	}
	text := f.Text[s.Start:s.End]
	s.Start += len(text) - len(strings.TrimLeft(text, reading.Quotes))
	s.End -= len(text) - len(strings.TrimRight(text, reading.Quotes))
	s.End = max(s.End, s.Start)
	return called
}

// before returns the short name that c explains in brackets: KAI(한국항공우주산업).
func (f *Finder) before(c *candidate.Candidate) (reading.Span, bool) {
	if c.Start == 0 || f.Text[c.Start-1] != '(' || c.End >= len(f.Text) || f.Text[c.End] != ')' {
		return reading.Span{}, false
	}
	start := c.Start - 1
	for start > 0 && c.Start-start < 60 {
		r, n := utf8.DecodeLastRuneInString(f.Text[:start])
		if !unicode.IsLetter(r) && !unicode.IsDigit(r) && r != '&' {
			break
		}
		start -= n
	}
	short, raw := f.Text[start:c.Start-1], f.Text[c.Start:c.End]
	n := utf8.RuneCountInString(short)
	return reading.Span{Start: start, End: c.Start - 1}, n >= 2 && n < 12 &&
		(isInitials(short) || len(short) < len(raw) && isWithin(short, raw))
}

// isInitials reports whether s is written in Latin letters with a capital first.
func isInitials(s string) bool {
	for _, r := range s {
		if r > unicode.MaxASCII || !unicode.IsLetter(r) && r != ' ' && r != '&' && r != '-' {
			return false
		}
	}
	return len(s) >= 2 && len(s) <= 40 && 'A' <= s[0] && s[0] <= 'Z'
}

// isNumbered reports whether s is a word in Latin letters and a number behind it: LAUM 9.
func isNumbered(s string) bool {
	head, number, ok := strings.Cut(s, " ")
	return ok && isInitials(head) && number != "" && strings.Trim(number, "0123456789") == ""
}

// isWithin reports whether the letters of short stand in long in their order, beginning at the start of a part:
// 재료연 in 한국재료연구원.
func isWithin(short, long string) bool {
	for _, r := range short {
		i := strings.IndexRune(long, r)
		if i < 0 {
			return false
		}
		_, n := utf8.DecodeRuneInString(long[i:])
		long = long[i+n:]
	}
	return true
}

// repeats finds further mentions of the names that brackets gave and of unlisted names of three syllables or more.
func (f *Finder) repeats(mem *memory) {
	for i := range f.Cands {
		if c := &f.Cands[i]; c.Role == candidate.Sure && remembered(c, f.Text) && !f.isLone(c) {
			name := c.Name
			if name == "" {
				name = f.Text[c.Start:c.End]
			}
			mem.add(name, known{name: f.NameOf(c), typ: c.Type, guessed: c.Guessed})
		}
	}
	if mem.table == nil {
		return
	}
	var found []candidate.Candidate
	k, p := 0, 0
	for _, w := range f.Words {
		for k < len(f.Cands) && (f.Cands[k].End <= w.Start || f.Cands[k].Role == candidate.Dropped) {
			k++
		}
		for p < len(f.Marked) && f.Marked[p].End <= w.Start {
			p++
		}
		if k < len(f.Cands) && f.Cands[k].Start <= w.Start && f.Cands[k].Role == candidate.Sure {
			if id, ok := mem.table.Lookup(f.Text[f.Cands[k].Start:f.Cands[k].End]); ok && f.Cands[k].Name == "" {
				f.Cands[k].Name, f.Cands[k].Type, f.Cands[k].Guessed = mem.known[id].name, mem.known[id].typ, mem.known[id].guessed
			}
			continue
		}
		if c, ok := f.recall(mem, w); ok && (p == len(f.Marked) || f.Marked[p].Start >= c.End ||
			f.Marked[p].Class == tagger.BeginOrganization || f.Marked[p].End < c.End) {
			found = append(found, c)
		}
	}
	f.Overlay(found)
}

// leastAlone is the model's mean preference for organization that a name must have to be remembered which it marks once
// and which has no ending of names.
const leastAlone = 26000

// longName is the length from which a name is hardly a word by chance.
const longName = 6 * reading.Syllable

// isLone reports whether nothing but one mark of the model says that c is an organization.
func (f *Finder) isLone(c *candidate.Candidate) bool {
	raw := f.Text[c.Start:c.End]
	least := leastAlone
	if len(raw) >= longName {
		least /= 2
	}
	if c.Rule != "model" || f.Leaning(c.Span) >= least {
		return false
	}
	if _, ends := f.EndsAs(raw); ends {
		return false
	}
	if e := f.Lists.Endings.Longest(raw); e != nil && len(e.Text) >= 2*reading.Syllable && !f.Lists.Nouns[raw] &&
		!f.IsCompound(raw) {
		return false
	}
	if f.HeadsIn(c.End) {
		return false
	}
	if next, _ := f.NextWord(c.End + len(c.Rest)); f.HasWord("person", next) || f.HasWord("deed", next) {
		return false
	}
	return f.marksOf(raw) < 2
}

// marksOf returns how often the model marks a name.
func (f *Finder) marksOf(name string) int {
	if f.tally == nil {
		f.tally = map[string]int{}
		for _, m := range f.Marked {
			if m.Class == tagger.BeginOrganization {
				f.tally[f.Text[m.Start:m.End]]++
			}
		}
	}
	return f.tally[name]
}

// remembered reports whether the text's further mentions of c are looked for: what no list holds, and is long
// enough not to be a part of other words.
func remembered(c *candidate.Candidate, text string) bool {
	switch c.Rule {
	case "mark", "firm", "model":
	default:
		return false
	}
	name := c.Name
	if name == "" {
		name = text[c.Start:c.End]
	}
	return utf8.RuneCountInString(name) >= 3 && len(name) < 120
}

// recall finds a name of the memory at w.
func (f *Finder) recall(mem *memory, w korean.Word) (candidate.Candidate, bool) {
	f.matches = mem.table.Matches(f.Text, w.Start, f.matches[:0])
	for i := len(f.matches) - 1; i >= 0; i-- {
		m := f.matches[i]
		rest := f.Text[m.End:korean.WordEnd(f.Text, m.End)]
		k := mem.known[m.ID]
		if k.shy && !f.isSubject(reading.Span{Start: w.Start, End: m.End}, rest) {
			continue
		}
		if rest == "" || f.MayFollow(f.Text[w.Start:m.End], rest) {
			return candidate.Candidate{Span: reading.Span{Start: w.Start, End: m.End}, Rest: rest, Role: candidate.Sure,
				Rule: "repeat", Name: k.name, Type: k.typ, Guessed: k.guessed}, true
		}
	}
	return candidate.Candidate{}, false
}

// leastShy is the model's mean preference for organization that a name of two syllables must have which a text has
// given a firm.
const leastShy = -4000

// isSubject reports whether s is the subject of a sentence that the model would not rather take for a word.
func (f *Finder) isSubject(s reading.Span, particle string) bool {
	switch particle {
	case "은", "는", "이", "가", "측", "측은":
		return f.Lean != nil && f.Leaning(s) >= leastShy
	}
	return false
}
