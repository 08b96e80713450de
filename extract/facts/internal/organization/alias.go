package organization

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/gisa-go/gisa/extract/facts/internal/gazetteer"
	"github.com/gisa-go/gisa/extract/facts/internal/tagger"
	"github.com/gisa-go/gisa/internal/korean"
)

// known is an organization of this text under one of its names.
type known struct {
	name    string
	typ     OrgType
	guessed bool // the type is a guess
	shy     bool // maybe also a word: named again only as a subject
}

// memory holds the names that a text has given its organizations.
type memory struct {
	table *gazetteer.Table
	known []known
}

func (m *memory) add(text string, k known) {
	if m.table == nil {
		m.table = gazetteer.NewTable(0)
	}
	if m.table.Add(gazetteer.Name{Text: text}) {
		m.known = append(m.known, k)
	}
}

// learn reads the short names that brackets give (한국재료연구원(이하 재료연), KAI(한국항공우주산업)), then finds
// the later mentions of these and of the names that no list holds.
func (f *finder) learn() {
	var mem memory
	var found []candidate
	for i := range f.cands {
		c := &f.cands[i]
		if c.role != sure {
			continue
		}
		if short, ok := f.firm(c); ok {
			mem.add(short, known{name: f.nameOf(c), typ: c.typ, guessed: c.guessed, shy: utf8.RuneCountInString(short) == 2})
		}
		f.shorten(c, &mem)
		if s, ok := f.bracket(c); ok {
			short := candidate{Span: s, role: sure, rule: "alias", name: f.nameOf(c), typ: c.typ, guessed: c.guessed}
			mem.add(f.text[s.Start:s.End], known{name: short.name, typ: c.typ, guessed: c.guessed})
			if i+1 == len(f.cands) || f.cands[i+1].Start >= s.End || f.cands[i+1].role != sure || f.cands[i+1].name == "" {
				found = append(found, short)
			}
		} else if s, ok := f.before(c); ok {
			mem.add(f.text[s.Start:s.End], known{name: f.nameOf(c), typ: c.typ, guessed: c.guessed})
			if i == 0 || f.cands[i-1].End <= s.Start || f.cands[i-1].role != sure || f.cands[i-1].name == "" {
				found = append(found, candidate{Span: s, role: sure, rule: "alias", name: f.nameOf(c), typ: c.typ, guessed: c.guessed})
			}
		}
	}
	f.overlay(found)
	f.repeats(&mem)
}

// firm returns what a text may call a firm later on: its name without the words that say what it is (법무법인
// 새솔가온).
func (f *finder) firm(c *candidate) (string, bool) {
	lead, short, ok := strings.Cut(f.text[c.Start:c.End], " ")
	return short, ok && utf8.RuneCountInString(short) >= 2 && f.lists.Context.Section("lead")[lead]
}

func (f *finder) nameOf(c *candidate) string {
	if c.name != "" {
		return c.name
	}
	return f.text[c.Start:c.End]
}

// bracket returns the short name in the bracket right behind c.
func (f *finder) bracket(c *candidate) (Span, bool) {
	open := c.End
	if r, n := utf8.DecodeRuneInString(f.text[open:]); strings.ContainsRune(quotes, r) {
		open += n
	}
	if open >= len(f.text) || f.text[open] != '(' {
		return Span{}, false
	}
	stop := strings.IndexByte(f.text[open:min(len(f.text), open+80)], ')')
	if stop < 0 {
		return Span{}, false
	}
	s := Span{open + 1, open + stop}
	called := f.trimCalled(&s)
	short := f.text[s.Start:s.End]
	if n := utf8.RuneCountInString(short); n < 2 || n > 20 || strings.ContainsAny(short, ".,/@:;=~0123456789") && !called && !isNumbered(short) {
		return Span{}, false
	}
	if called {
		return s, !strings.ContainsAny(short, ".,/@:;=")
	}
	raw := f.text[c.Start:c.End]
	return s, isInitials(short) || isNumbered(short) || !strings.Contains(short, " ") && len(short) < len(raw) && isWithin(short, raw)
}

const quotes = "‘’“”'\"「」<>《》"

// trimCalled takes 이하, 약칭 and quotes off a span and reports whether such a word was there.
func (f *finder) trimCalled(s *Span) (called bool) {
	for _, w := range f.lists.Context.List("called") {
		if rest, ok := strings.CutPrefix(f.text[s.Start:s.End], w); ok {
			if trimmed := strings.TrimLeft(rest, " :,"); len(trimmed) < len(rest) || strings.HasPrefix(trimmed, "‘") || strings.HasPrefix(trimmed, "'") {
				s.Start = s.End - len(trimmed)
				called = true
				break
			}
		}
	}
	text := f.text[s.Start:s.End]
	s.Start += len(text) - len(strings.TrimLeft(text, quotes))
	s.End -= len(text) - len(strings.TrimRight(text, quotes))
	s.End = max(s.End, s.Start)
	return called
}

// before returns the short name that c explains in brackets: KAI(한국항공우주산업).
func (f *finder) before(c *candidate) (Span, bool) {
	if c.Start == 0 || f.text[c.Start-1] != '(' || c.End >= len(f.text) || f.text[c.End] != ')' {
		return Span{}, false
	}
	start := c.Start - 1
	for start > 0 && c.Start-start < 60 {
		r, n := utf8.DecodeLastRuneInString(f.text[:start])
		if !unicode.IsLetter(r) && !unicode.IsDigit(r) && r != '&' {
			break
		}
		start -= n
	}
	short, raw := f.text[start:c.Start-1], f.text[c.Start:c.End]
	n := utf8.RuneCountInString(short)
	return Span{start, c.Start - 1}, n >= 2 && n < 12 && (isInitials(short) || len(short) < len(raw) && isWithin(short, raw))
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
func (f *finder) repeats(mem *memory) {
	for i := range f.cands {
		if c := &f.cands[i]; c.role == sure && remembered(c, f.text) && !f.isLone(c) {
			name := c.name
			if name == "" {
				name = f.text[c.Start:c.End]
			}
			mem.add(name, known{name: f.nameOf(c), typ: c.typ, guessed: c.guessed})
		}
	}
	if mem.table == nil {
		return
	}
	var found []candidate
	k, p := 0, 0
	for _, w := range f.words {
		for k < len(f.cands) && (f.cands[k].End <= w.Start || f.cands[k].role == dropped) {
			k++
		}
		for p < len(f.marked) && f.marked[p].End <= w.Start {
			p++
		}
		if k < len(f.cands) && f.cands[k].Start <= w.Start && f.cands[k].role == sure {
			if id, ok := mem.table.Lookup(f.text[f.cands[k].Start:f.cands[k].End]); ok && f.cands[k].name == "" {
				f.cands[k].name, f.cands[k].typ, f.cands[k].guessed = mem.known[id].name, mem.known[id].typ, mem.known[id].guessed
			}
			continue
		}
		if c, ok := f.recall(mem, w); ok && (p == len(f.marked) || f.marked[p].Start >= c.End || f.marked[p].Class == tagger.BeginOrganization || f.marked[p].End < c.End) {
			found = append(found, c)
		}
	}
	f.overlay(found)
}

// leastAlone is the model's mean preference for organization that a name must have to be remembered which it marks once
// and which has no ending of names.
const leastAlone = 26000

// longName is the length from which a name is hardly a word by chance.
const longName = 6 * syllable

// isLone reports whether nothing but one mark of the model says that c is an organization.
func (f *finder) isLone(c *candidate) bool {
	raw := f.text[c.Start:c.End]
	least := leastAlone
	if len(raw) >= longName {
		least /= 2
	}
	if c.rule != "model" || f.leaning(c.Span) >= least {
		return false
	}
	if _, ends := f.endsAs(raw); ends {
		return false
	}
	if e := f.lists.Endings.Longest(raw); e != nil && len(e.Text) >= 2*syllable && !f.lists.Nouns[raw] && !f.isCompound(raw) {
		return false
	}
	if f.headsIn(c.End) {
		return false
	}
	if next, _ := f.nextWord(c.End + len(c.rest)); f.hasWord("person", next) || f.hasWord("deed", next) {
		return false
	}
	return f.marksOf(raw) < 2
}

// marksOf returns how often the model marks a name.
func (f *finder) marksOf(name string) int {
	if f.tally == nil {
		f.tally = map[string]int{}
		for _, m := range f.marked {
			if m.Class == tagger.BeginOrganization {
				f.tally[f.text[m.Start:m.End]]++
			}
		}
	}
	return f.tally[name]
}

// remembered reports whether the text's further mentions of c are looked for: what no list holds, and is long
// enough not to be a part of other words.
func remembered(c *candidate, text string) bool {
	switch c.rule {
	case "mark", "firm", "model":
	default:
		return false
	}
	name := c.name
	if name == "" {
		name = text[c.Start:c.End]
	}
	return utf8.RuneCountInString(name) >= 3 && len(name) < 120
}

// recall finds a name of the memory at w.
func (f *finder) recall(mem *memory, w korean.Word) (candidate, bool) {
	f.matches = mem.table.Matches(f.text, w.Start, f.matches[:0])
	for i := len(f.matches) - 1; i >= 0; i-- {
		m := f.matches[i]
		rest := f.text[m.End:korean.WordEnd(f.text, m.End)]
		k := mem.known[m.ID]
		if k.shy && !f.isSubject(Span{w.Start, m.End}, rest) {
			continue
		}
		if rest == "" || f.mayFollow(f.text[w.Start:m.End], rest) {
			return candidate{Span: Span{w.Start, m.End}, rest: rest, role: sure, rule: "repeat", name: k.name, typ: k.typ, guessed: k.guessed}, true
		}
	}
	return candidate{}, false
}

// isSubject reports whether s is the subject of a sentence that the model would not rather take for a word.
func (f *finder) isSubject(s Span, particle string) bool {
	switch particle {
	case "은", "는", "이", "가", "측", "측은":
		return f.lean != nil && f.leaning(s) >= leastShy
	}
	return false
}
