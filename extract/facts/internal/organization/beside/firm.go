package beside

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/gisa-go/gisa/extract/facts/internal/gazetteer"
	"github.com/gisa-go/gisa/extract/facts/internal/organization/candidate"
	"github.com/gisa-go/gisa/extract/facts/internal/organization/kind"
	"github.com/gisa-go/gisa/extract/facts/internal/organization/reading"
	"github.com/gisa-go/gisa/internal/korean"
)

// The model's mean preference for organization that a firm must have which only its surroundings tell, by how sure
// these are: a word that says what it is, its head in a bracket.
const (
	leastBeside = -9000
	leastHeaded = -12000
)

// Firms finds the firms that no list holds by what is said of them: what they are (사회적기업 ‘한뼘부엌’), who leads them
// (서해수산(대표 김가온)), what they run, make or buy.
func (f *Finder) Firms() {
	var found []candidate.Candidate
	k := 0
	var before, says cue
	for i, w := range f.Words {
		for k < len(f.Cands) && f.Cands[k].End <= w.Start {
			k++
		}
		before, says = says, cueOf(f.Text[w.Start:w.End])
		if k < len(f.Cands) && f.Cands[k].Start < w.End && f.Cands[k].Role == candidate.Sure && f.Cands[k].Start < w.Start {
			continue
		}
		c, ok := f.firmAt(i, before, says)
		if ok && k < len(f.Cands) && f.Cands[k].Span == c.Span {
			f.Cands[k].Guessed = false
		}
		if !ok || k < len(f.Cands) && f.Cands[k].Role == candidate.Sure && f.Cands[k].Start < c.End &&
			!f.yields(&f.Cands[k], &c) {
			continue
		}
		c.Role = candidate.Sure
		if c.Type == "" {
			c.Type = f.TypeOf(c.Span, kind.Company)
		}
		found = append(found, c)
	}
	f.Overlay(found)
}

// yields reports whether a name of the model gives way to a firm that covers more of it.
func (f *Finder) yields(old, c *candidate.Candidate) bool {
	return old.Rule == "model" && c.Start <= old.Start && c.End >= old.End && c.Span != old.Span
}

// firmAt returns the firm that begins at word i, or stands in quotes behind it. The word before i says what before
// holds.
func (f *Finder) firmAt(i int, before, says cue) (candidate.Candidate, bool) {
	if c, ok := f.quoted(i, says); ok {
		return c, true
	}
	if !f.mayBeFirm(i, before, says) {
		return candidate.Candidate{}, false
	}
	return f.unquoted(i, before, says)
}

// unquoted is firmAt for a firm without quotes.
func (f *Finder) unquoted(i int, before, says cue) (candidate.Candidate, bool) {
	w := f.Words[i]
	head := reading.Span{Start: w.Start, End: min(w.End, w.Start+reading.LongestTown*reading.Syllable)}
	if says&saysHouse == 0 && f.Leaning(head) < leastHeaded {
		return candidate.Candidate{}, false
	}
	c, ok := f.firmWord(w, says)
	if !ok {
		return c, false
	}
	switch {
	case f.isHeaded(i, &c), f.isBranchShop(w, &c), says&saysHouse != 0 && f.isLedName(w, &c):
		return c, true
	case i == 0 || f.Words[i-1].End+1 != w.Start || f.Text[w.Start-1] != ' ':
		return c, false
	case c.Rest != "" && f.isBesideKind(i, before, &c), c.Rest != "" && f.IsDealt(i, &c), f.isForeign(i, &c):
		return c, true
	}
	return c, false
}

// mayBeFirm reports whether anything stands around word i that tells a firm without quotes. It saves most words the
// dozen looks into lists that unquoted takes: nearly all of a text in another language.
func (f *Finder) mayBeFirm(i int, before, says cue) bool {
	w := f.Words[i]
	if says&saysHouse != 0 || strings.HasPrefix(f.Text[w.End:], "(") {
		return true
	}
	if next, _ := f.NextWord(w.End); strings.Contains(next, "점") {
		return true
	}
	if i == 0 || f.Words[i-1].End+1 != w.Start {
		return false
	}
	return before&(saysKind|saysIs|saysRuns) != 0 || endsAsDealt(f.Text[w.Start:w.End]) || f.IsNamedPerson(f.Words[i-1])
}

// endsAsDealt reports whether a word ends in a particle that a firm has before what is done with it.
func endsAsDealt(word string) bool {
	if len(word) < reading.Syllable {
		return false
	}
	switch word[len(word)-reading.Syllable:] {
	case "을", "를", "은", "는", "이", "가":
		return true
	}
	return false
}

// firmWord returns word w, without its particle, as a candidate, unless it is known to be something else.
func (f *Finder) firmWord(w korean.Word, says cue) (candidate.Candidate, bool) {
	text := f.Text[w.Start:w.End]
	n := len(text)
	f.stems = f.Lists.Particles.Stems(text, f.stems[:0])
	for _, s := range f.stems {
		if utf8.RuneCountInString(text[:s]) >= 2 {
			n = s
			break
		}
	}
	c := candidate.Candidate{Span: reading.Span{Start: w.Start, End: w.Start + n}, Rest: text[n:], Rule: "firm"}
	if says&saysHouse != 0 {
		return c, true
	}
	name := text[:n]
	runes := utf8.RuneCountInString(name)
	if last, _ := utf8.DecodeLastRuneInString(name); strings.HasPrefix(name, "측") ||
		strings.ContainsRune("들않같없있많높낮좋싫", last) {
		return c, false
	}
	if runes < 2 || runes > 12 || !isNameLike(name) || f.Lists.Nouns[name] || f.Lists.Nouns[text] {
		return c, false
	}
	if f.Lists.Endings.Generic(name) || f.Lists.Endings.Refused(name) || f.IsTown(name) {
		return c, false
	}
	for _, section := range [...]string{"person", "deed", "firm kind", "no firm", "manner", "head of company"} {
		if f.Lists.Context.Section(section)[name] {
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
func (f *Finder) quoted(i int, says cue) (candidate.Candidate, bool) {
	w := f.Words[i]
	open := strings.TrimLeft(f.Text[w.End:min(len(f.Text), w.End+6)], " ")
	q, size := utf8.DecodeRuneInString(open)
	if q != '‘' && q != '\'' && q != '“' && q != '"' {
		return candidate.Candidate{}, false
	}
	start := w.End + strings.IndexRune(f.Text[w.End:], q) + size
	stop := strings.IndexRune(f.Text[start:min(len(f.Text), start+reading.LongestQuoted)], closing(q))
	if stop < 2*reading.Syllable {
		return candidate.Candidate{}, false
	}
	s := reading.Span{Start: start, End: start + stop}
	after := s.End + utf8.RuneLen(closing(q))
	if open := strings.IndexByte(f.Text[s.Start:s.End], '('); open > 0 && f.Text[s.End-1] == ')' {
		s.End = s.Start + open
	}
	name := f.Text[s.Start:s.End]
	said := says&saysKind != 0
	next, _ := f.NextWord(after)
	headed := f.IsNamedPerson(w) && f.HasWord("head of company", next)
	typ := kind.Type("")
	if f.Lists.Context.Section("body kind")[f.Text[w.Start:w.End]] {
		said, typ = true, f.TypeOf(s, kind.Other)
	}
	if !said && !headed || !f.isTitleless(name) {
		return candidate.Candidate{}, false
	}
	return candidate.Candidate{Span: s, Rest: f.Text[after:f.WordEnd(after)], Rule: "firm", Name: name, Type: typ}, true
}

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
func (f *Finder) isTitleless(name string) bool {
	words := strings.Fields(name)
	if len(words) == 0 || len(words) > 4 || strings.ContainsAny(name, ".,?!…()") {
		return false
	}
	if f.Lists.Nouns[name] || f.Lists.Endings.Refused(name) {
		return false
	}
	if f.Lists.Context.Section("person")[words[len(words)-1]] {
		return false
	}
	for i, word := range words {
		if i < len(words)-1 && !f.BareNoun(word) {
			return false
		}
	}
	return true
}

// isHeaded reports whether a firm's head stands behind word i, in a bracket or after a person: 서해수산(대표 김가온), 김가온
// 서해수산 대표.
func (f *Finder) isHeaded(i int, c *candidate.Candidate) bool {
	w := f.Words[i]
	if f.HeadsIn(w.End) {
		c.End, c.Rest = w.End, ""
		return f.Leaning(c.Span) >= leastHeaded
	}
	if i == 0 || f.Words[i-1].End+1 != w.Start || !f.IsNamedPerson(f.Words[i-1]) || f.IsPerson(f.Text[c.Start:w.End]) {
		return false
	}
	next, _ := f.NextWord(w.End)
	c.End, c.Rest = w.End, ""
	name := f.Text[w.Start:w.End]
	return f.HasWord("head of company", next) && len(name) >= 3*reading.Syllable && f.Leaning(c.Span) >= leastHeaded &&
		f.BareNoun(name)
}

// isBesideKind reports whether the word before i says what the firm there is: 이차전지 기업 새솔셀은.
func (f *Finder) isBesideKind(i int, says cue, c *candidate.Candidate) bool {
	if says&(saysKind|saysIs) == 0 && (says&saysRuns == 0 || !f.runsQuoted(i-1)) {
		return false
	}
	switch c.Rest {
	case "와", "과":
		if next, _ := f.NextWord(c.End + len(c.Rest)); f.Lists.Endings.Longest(next) != nil { // 시라카와 중공업
			return false
		}
		fallthrough
	case "은", "는", "이", "가", "을", "를", "의":
		name := f.Text[c.Start:c.End]
		return utf8.RuneCountInString(name) >= 3 && f.Leaning(c.Span) >= leastBeside && !f.IsPerson(name) &&
			!f.IsCompound(name)
	}
	return false
}

// runsQuoted reports whether word i says what a firm does with what stands in quotes before it: ‘이룸길’을 운영하는.
func (f *Finder) runsQuoted(i int) bool {
	before := f.Text[max(0, f.Words[i].Start-10):f.Words[i].Start]
	for _, end := range [...]string{"’을 ", "’를 ", "'을 ", "'를 "} {
		if strings.HasSuffix(before, end) {
			return true
		}
	}
	return false
}

// isForeign reports whether word i is a foreign firm by its country before it, its name in Latin letters behind it and
// a verb of firms: 해온국의 브릭소(Brixo)가 새 센서를 공개했다.
func (f *Finder) isForeign(i int, c *candidate.Candidate) bool {
	w := f.Words[i]
	land, ok := strings.CutSuffix(f.Text[f.Words[i-1].Start:f.Words[i-1].End], "의")
	id, listed := f.Lists.Table.Lookup(land)
	if !ok || !listed || f.Lists.Table.Name(id).Kind != gazetteer.Country || !strings.HasPrefix(f.Text[w.End:], "(") {
		return false
	}
	stop := strings.IndexByte(f.Text[w.End:min(len(f.Text), w.End+reading.LongestQuoted)], ')')
	if stop < 3 || !reading.IsLatin(f.Text[w.End+1:w.End+stop]) || strings.Contains(f.Text[w.End:w.End+stop], " ") {
		return false
	}
	c.End, c.Rest = w.End, ""
	c.Name = f.Text[c.Start:c.End]
	return f.SentenceHas("firm verb", i+1)
}

// isBranchShop reports whether w and the next word are a shop and its branch: 솔내식당 해람점.
func (f *Finder) isBranchShop(w korean.Word, c *candidate.Candidate) bool {
	next, stop := f.NextWord(w.End)
	if c.Rest != "" || !strings.Contains(next, "점") || !f.EndsIn("shop", f.Text[w.Start:w.End]) {
		return false
	}
	for _, n := range f.StemsOf(next) {
		name := next[:n]
		if (name == "본점" || f.EndsIn("part shop", name)) && !f.EndsIn("no part end", name) && !f.Lists.Nouns[name] {
			c.End, c.Rest = stop-len(next)+n, next[n:]
			c.Name, c.Type = f.Text[c.Start:c.End], kind.Company
			return true
		}
	}
	return false
}

// isLedName reports whether w says what a house is and the next word is its name, with who leads it behind: 아트센터 나루
// 관장.
func (f *Finder) isLedName(w korean.Word, c *candidate.Candidate) bool {
	house := f.Text[w.Start:w.End]
	name, stop := f.NextWord(w.End)
	title, _ := f.NextWord(stop)
	if name == "" || f.IsPerson(name) || !f.HasWord("leads house", title) {
		return false
	}
	c.End, c.Rest = stop, ""
	c.Name, c.Type = f.Text[c.Start:c.End], kind.Company
	if e := f.Lists.Endings.Longest(house); e != nil {
		c.Type = kind.Type(e.Type())
	}
	return true
}
