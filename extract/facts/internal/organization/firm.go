package organization

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/gisa-go/gisa/extract/facts/internal/gazetteer"
	"github.com/gisa-go/gisa/extract/facts/internal/tagger"
	"github.com/gisa-go/gisa/internal/korean"
)

// The model's mean preference for organization that a firm must have which only its surroundings tell, by how sure
// these are: a word that says what it is, its head in a bracket, a verb of firms.
const (
	leastBeside = -9000
	leastHeaded = -12000
	leastDealt  = -2000
)

// firms finds the firms that no list holds by what is said of them: what they are (사회적기업 ‘한뼘부엌’), who leads them
// (서해수산(대표 김가온)), what they run, make or buy.
func (f *finder) firms() {
	var found []candidate
	k := 0
	var before, says cue
	for i, w := range f.words {
		for k < len(f.cands) && f.cands[k].End <= w.Start {
			k++
		}
		before, says = says, f.cues().of(f.text[w.Start:w.End])
		if k < len(f.cands) && f.cands[k].Start < w.End && f.cands[k].role == sure && f.cands[k].Start < w.Start {
			continue
		}
		c, ok := f.firmAt(i, before, says)
		if ok && k < len(f.cands) && f.cands[k].Span == c.Span {
			f.cands[k].guessed = false
		}
		if !ok || k < len(f.cands) && f.cands[k].role == sure && f.cands[k].Start < c.End && !f.yields(&f.cands[k], &c) {
			continue
		}
		c.role = sure
		if c.typ == "" {
			c.typ = f.typeOf(c.Span, Company)
		}
		found = append(found, c)
	}
	f.overlay(found)
}

// yields reports whether a name of the model gives way to a firm that covers more of it.
func (f *finder) yields(old, c *candidate) bool {
	return old.rule == "model" && c.Start <= old.Start && c.End >= old.End && c.Span != old.Span
}

// typeOf returns the type that the end of a name says, else typ.
func (f *finder) typeOf(s Span, typ OrgType) OrgType {
	raw := f.text[s.Start:s.End]
	if t, ok := f.endsAs(raw); ok {
		return t
	}
	if e := f.lists.Endings.Longest(raw); e != nil && utf8.RuneCountInString(e.Text) > 1 {
		return OrgType(e.Type())
	}
	return typ
}

// firmAt returns the firm that begins at word i, or stands in quotes behind it. The word before i says what before holds.
func (f *finder) firmAt(i int, before, says cue) (candidate, bool) {
	w := f.words[i]
	if c, ok := f.quoted(i, says); ok {
		return c, true
	}
	if says&saysHouse == 0 && f.leaning(Span{w.Start, min(w.End, w.Start+longestTown*syllable)}) < leastHeaded {
		return candidate{}, false
	}
	c, ok := f.firmWord(w, says)
	if !ok {
		return c, false
	}
	switch {
	case f.isHeaded(i, &c), f.isBranchShop(w, &c), says&saysHouse != 0 && f.isLedName(w, &c):
		return c, true
	case i == 0 || f.words[i-1].End+1 != w.Start || f.text[w.Start-1] != ' ':
		return c, false
	case c.rest != "" && f.isBesideKind(i, before, &c), c.rest != "" && f.isDealt(i, &c), f.isForeign(i, &c):
		return c, true
	}
	return c, false
}

// firmWord returns word w, without its particle, as a candidate, unless it is known to be something else.
func (f *finder) firmWord(w korean.Word, says cue) (candidate, bool) {
	text := f.text[w.Start:w.End]
	n := len(text)
	f.stems = f.lists.Particles.Stems(text, f.stems[:0])
	for _, s := range f.stems {
		if utf8.RuneCountInString(text[:s]) >= 2 {
			n = s
			break
		}
	}
	c := candidate{Span: Span{w.Start, w.Start + n}, rest: text[n:], rule: "firm"}
	if says&saysHouse != 0 {
		return c, true
	}
	name := text[:n]
	runes := utf8.RuneCountInString(name)
	if last, _ := utf8.DecodeLastRuneInString(name); strings.HasPrefix(name, "측") || strings.ContainsRune("들않같없있많높낮좋싫", last) {
		return c, false
	}
	if runes < 2 || runes > 12 || !isNameLike(name) || f.lists.Nouns[name] || f.lists.Nouns[text] {
		return c, false
	}
	if f.lists.Endings.Generic(name) || f.lists.Endings.Refused(name) || f.isTown(name) {
		return c, false
	}
	for _, section := range [...]string{"person", "deed", "firm kind", "no firm", "manner", "head of company"} {
		if f.lists.Context.Section(section)[name] {
			return c, false
		}
	}
	return c, true
}

// isNameLike reports whether a word begins with a letter.
func isNameLike(name string) bool {
	r, _ := utf8.DecodeRuneInString(name)
	return unicode.IsLetter(r)
}

// quoted returns the firm in quotes behind a word that says what it is (사회적기업 ‘한뼘부엌’), or before its head (‘가온
// 머리방’ 대표).
func (f *finder) quoted(i int, says cue) (candidate, bool) {
	w := f.words[i]
	open := strings.TrimLeft(f.text[w.End:min(len(f.text), w.End+6)], " ")
	q, size := utf8.DecodeRuneInString(open)
	if q != '‘' && q != '\'' && q != '“' && q != '"' {
		return candidate{}, false
	}
	start := w.End + strings.IndexRune(f.text[w.End:], q) + size
	stop := strings.IndexRune(f.text[start:min(len(f.text), start+longestQuoted)], closing(q))
	if stop < 2*syllable {
		return candidate{}, false
	}
	s := Span{start, start + stop}
	after := s.End + utf8.RuneLen(closing(q))
	if open := strings.IndexByte(f.text[s.Start:s.End], '('); open > 0 && f.text[s.End-1] == ')' {
		s.End = s.Start + open
	}
	name := f.text[s.Start:s.End]
	kind := says&saysKind != 0
	next, _ := f.nextWord(after)
	headed := f.isNamedPerson(w) && f.hasWord("head of company", next)
	typ := OrgType("")
	if f.lists.Context.Section("body kind")[f.text[w.Start:w.End]] {
		kind, typ = true, f.typeOf(s, Other)
	}
	if !kind && !headed || !f.isTitleless(name) {
		return candidate{}, false
	}
	return candidate{Span: s, rest: f.text[after:f.wordEnd(after)], rule: "firm", name: name, typ: typ}, true
}

// longestQuoted bounds the length of a firm's name in quotes.
const longestQuoted = 60

func closing(open rune) rune {
	switch open {
	case '‘':
		return '’'
	case '“':
		return '”'
	}
	return open
}

// isTitleless reports whether what stands in quotes may be a name: a few words without particles.
func (f *finder) isTitleless(name string) bool {
	words := strings.Fields(name)
	if len(words) == 0 || len(words) > 4 || strings.ContainsAny(name, ".,?!…()") {
		return false
	}
	if f.lists.Nouns[name] || f.lists.Endings.Refused(name) {
		return false
	}
	if f.lists.Context.Section("person")[words[len(words)-1]] {
		return false
	}
	for i, word := range words {
		if i < len(words)-1 && !f.bareNoun(word) {
			return false
		}
	}
	return true
}

// isHeaded reports whether a firm's head stands behind word i, in a bracket or after a person: 서해수산(대표 김가온), 김가온
// 서해수산 대표.
func (f *finder) isHeaded(i int, c *candidate) bool {
	w := f.words[i]
	if f.headsIn(w.End) {
		c.End, c.rest = w.End, ""
		return f.leaning(c.Span) >= leastHeaded
	}
	if i == 0 || f.words[i-1].End+1 != w.Start || !f.isNamedPerson(f.words[i-1]) || f.isPerson(f.text[c.Start:w.End]) {
		return false
	}
	next, _ := f.nextWord(w.End)
	c.End, c.rest = w.End, ""
	name := f.text[w.Start:w.End]
	return f.hasWord("head of company", next) && len(name) >= 3*syllable && f.leaning(c.Span) >= leastHeaded && f.bareNoun(name)
}

// headsIn reports whether a bracket at byte i begins with what the head of a body is called: (대표 김가온).
func (f *finder) headsIn(i int) bool {
	in, ok := strings.CutPrefix(f.text[i:], "(")
	if !ok {
		return false
	}
	word := in[:korean.WordEnd(in, 0)]
	ctx := f.lists.Context
	if !strings.HasPrefix(in[len(word):], " ") {
		return false
	}
	return ctx.Section("head of company")[word] || ctx.Section("one head")[word] || word == "위원장"
}

// isBesideKind reports whether the word before i says what the firm there is: 이차전지 기업 새솔셀은.
func (f *finder) isBesideKind(i int, says cue, c *candidate) bool {
	if says&(saysKind|saysIs) == 0 && (says&saysRuns == 0 || !f.runsQuoted(i-1)) {
		return false
	}
	switch c.rest {
	case "와", "과":
		if next, _ := f.nextWord(c.End + len(c.rest)); f.lists.Endings.Longest(next) != nil { // 시라카와 중공업
			return false
		}
		fallthrough
	case "은", "는", "이", "가", "을", "를", "의":
		name := f.text[c.Start:c.End]
		return utf8.RuneCountInString(name) >= 3 && f.leaning(c.Span) >= leastBeside && !f.isPerson(name) && !f.isCompound(name)
	}
	return false
}

// runsQuoted reports whether word i says what a firm does with what stands in quotes before it: ‘이룸길’을 운영하는.
func (f *finder) runsQuoted(i int) bool {
	before := f.text[max(0, f.words[i].Start-10):f.words[i].Start]
	for _, end := range [...]string{"’을 ", "’를 ", "'을 ", "'를 "} {
		if strings.HasSuffix(before, end) {
			return true
		}
	}
	return false
}

// isDealt reports whether the end of the name at word i may be a firm's and what follows says what is done with firms:
// 새솔모터를 30만달러에 인수했다.
func (f *finder) isDealt(i int, c *candidate) bool {
	if f.leaning(c.Span) < leastDealt {
		return false
	}
	name := f.text[c.Start:c.End]
	e := f.lists.Endings.Longest(name, gazetteer.WeakEnding, gazetteer.NameEnding)
	if e == nil || e.Text == name || OrgType(e.Type()) != Company || utf8.RuneCountInString(e.Text) < 2 {
		return false
	}
	if f.lists.Context.Section("field")[e.Text] && f.isCompound(name) {
		return false
	}
	section := "firm verb"
	switch c.rest {
	case "을", "를":
		section = "firm deal"
	case "은", "는", "이", "가":
	default:
		return false
	}
	return f.sentenceHas(section, i)
}

// mostBetween is how many words may stand between a firm and its verb.
const mostBetween = 12

// sentenceHas reports whether one of the next words of the sentence of word i begins with one of a section.
func (f *finder) sentenceHas(section string, i int) bool {
	for k := i + 1; k < len(f.words) && k <= i+mostBetween; k++ {
		if strings.ContainsAny(f.text[f.words[k-1].End:f.words[k].Start], ".\n") {
			return false
		}
		if f.beginsWith(section, f.text[f.words[k].Start:f.words[k].End]) {
			return true
		}
	}
	return false
}

// isForeign reports whether word i is a foreign firm by its country before it, its name in Latin letters behind it and a
// verb of firms: 해온국의 브릭소(Brixo)가 새 센서를 공개했다.
func (f *finder) isForeign(i int, c *candidate) bool {
	w := f.words[i]
	land, ok := strings.CutSuffix(f.text[f.words[i-1].Start:f.words[i-1].End], "의")
	id, listed := f.lists.Table.Lookup(land)
	if !ok || !listed || f.lists.Table.Name(id).Kind != gazetteer.Country || !strings.HasPrefix(f.text[w.End:], "(") {
		return false
	}
	stop := strings.IndexByte(f.text[w.End:min(len(f.text), w.End+longestQuoted)], ')')
	if stop < 3 || !isLatin(f.text[w.End+1:w.End+stop]) || strings.Contains(f.text[w.End:w.End+stop], " ") {
		return false
	}
	c.End, c.rest = w.End, ""
	c.name = f.text[c.Start:c.End]
	return f.sentenceHas("firm verb", i+1)
}

// isNamedPerson reports whether a word has the form of a person's full name and the model takes it for one.
func (f *finder) isNamedPerson(w korean.Word) bool {
	name := f.text[w.Start:w.End]
	if !f.isPerson(name) || f.lists.Nouns[name] {
		return false
	}
	return f.isMarkedPerson(Span(w)) || !strings.Contains("은는이가을를에의도만과와로", name[2*syllable:])
}

func (f *finder) isMarkedPerson(s Span) bool {
	for _, m := range f.marked {
		if m.Start < s.End && s.Start < m.End {
			return m.Class == tagger.BeginPerson
		}
		if m.Start >= s.End {
			break
		}
	}
	return false
}

// isBranchShop reports whether w and the next word are a shop and its branch: 솔내식당 해람점.
func (f *finder) isBranchShop(w korean.Word, c *candidate) bool {
	next, stop := f.nextWord(w.End)
	if c.rest != "" || !strings.Contains(next, "점") || !f.endsIn("shop", f.text[w.Start:w.End]) {
		return false
	}
	for _, n := range f.stemsOf(next) {
		name := next[:n]
		if (name == "본점" || f.endsIn("part shop", name)) && !f.endsIn("no part end", name) && !f.lists.Nouns[name] {
			c.End, c.rest = stop-len(next)+n, next[n:]
			c.name, c.typ = f.text[c.Start:c.End], Company
			return true
		}
	}
	return false
}

// isLedName reports whether w says what a house is and the next word is its name, with who leads it behind: 아트센터 나루
// 관장.
func (f *finder) isLedName(w korean.Word, c *candidate) bool {
	kind := f.text[w.Start:w.End]
	name, stop := f.nextWord(w.End)
	title, _ := f.nextWord(stop)
	if name == "" || f.isPerson(name) || !f.hasWord("leads house", title) {
		return false
	}
	c.End, c.rest = stop, ""
	c.name, c.typ = f.text[c.Start:c.End], Company
	if e := f.lists.Endings.Longest(kind); e != nil {
		c.typ = OrgType(e.Type())
	}
	return true
}
