package organization

import (
	"slices"
	"strings"
	"unicode/utf8"

	"github.com/gisa-go/gisa/extract/facts/internal/gazetteer"
	"github.com/gisa-go/gisa/internal/korean"
)

// isNoName reports whether a name stands where none does: in the path of a menu (Home > 군정뉴스), as the name of a person
// between a body and a title (한빛미술관 한샘 관장), as a title behind a person (김가온 특검), as a measure (1㎥당).
func (f *finder) isNoName(c *candidate) bool {
	if c.own {
		return false
	}
	raw := f.text[c.Start:c.End]
	if f.lists.Context.Section("adverb")[raw+c.rest] {
		return true
	}
	if strings.HasSuffix(raw, "당") && raw[0] >= '0' && raw[0] <= '9' || f.lists.Context.Section("menu")[raw] {
		return true
	}
	if next, _ := f.nextWord(f.wordEnd(c.End)); f.lists.Context.Section("pair")[raw] && f.beginsWith("between", next) {
		return true
	}
	if strings.HasSuffix(raw, "공사") && c.name == "" && !c.certain && f.isWorks(raw) || isDotted(raw) {
		return true
	}
	return f.isService(c) || f.isListedPlace(c) || f.inPath(c.Span) || f.isPersonOf(c) || f.isTitleOf(c) || f.isProgram(c)
}

// isService reports whether a listed company only begins the name of what it offers: 구글 플레이.
func (f *finder) isService(c *candidate) bool {
	if c.typ != Company || c.rest != "" || !strings.HasPrefix(c.rule, "list") {
		return false
	}
	next, _ := f.nextWord(c.End)
	return f.hasWord("service", next)
}

// isListedPlace reports whether a listed name is a municipality without its ending beside another: 진도·해남.
func (f *finder) isListedPlace(c *candidate) bool {
	raw := f.text[c.Start:c.End]
	if c.rule == "model" || !f.isTown(raw) {
		return false
	}
	rest, ok := strings.CutPrefix(f.text[c.End:], "·")
	if !ok {
		return false
	}
	word := rest[:korean.WordEnd(rest, 0)]
	return f.isTown(word) || f.isPlaceWord(word)
}

// isWorks reports whether a name that ends in 공사 tells of works: 지붕방수공사.
func (f *finder) isWorks(raw string) bool {
	head := strings.TrimSuffix(raw, "공사")
	return len(head) >= 2*syllable && f.lists.Nouns[head[len(head)-2*syllable:]] && !f.beginsWithPlace(head) &&
		f.lists.Endings.Longest(raw, gazetteer.CertainEnding) == nil
}

func (f *finder) beginsWithPlace(s string) bool {
	for n := 2 * syllable; n <= min(len(s), 4*syllable); n += syllable {
		if f.isTown(s[:n]) {
			return true
		}
	}
	return false
}

// isDotted reports whether a name is two letters with a dot between: S.C.
func isDotted(raw string) bool { return len(raw) <= 4 && len(raw) >= 3 && raw[1] == '.' }

// inPath reports whether the line of s is the path of a menu.
func (f *finder) inPath(s Span) bool {
	near := func(text string) bool { return text == " > " || text == " › " || text == " 〉 " }
	return s.Start >= 3 && near(f.text[s.Start-3:s.Start]) || s.End+3 <= len(f.text) && near(f.text[s.End:s.End+3])
}

// isPersonOf reports whether a short name stands between a body and a title that one person has there.
func (f *finder) isPersonOf(c *candidate) bool {
	raw := f.text[c.Start:c.End]
	_, first := utf8.DecodeRuneInString(raw)
	if n := utf8.RuneCountInString(raw); n > 3 || n < 2 || c.rest != "" || !f.lists.Context.Section("surname")[raw[:first]] {
		return false
	}
	next, _ := f.nextWord(c.End)
	if !f.hasWord("one head", next) {
		return false
	}
	k, _ := slices.BinarySearchFunc(f.cands, c.Start, func(o candidate, at int) int { return o.Start - at })
	if k == 0 {
		return false
	}
	b := &f.cands[k-1]
	return b.role == sure && b.rest == "" && b.End+1 == c.Start && f.text[b.End] == ' '
}

// isTitleOf reports whether a name is what the person right before it is called by, here and everywhere in the text.
func (f *finder) isTitleOf(c *candidate) bool {
	title := f.text[c.Start:c.End]
	if !f.lists.Context.Section("personal")[title] {
		return false
	}
	only, known := f.titled[title]
	if !known {
		if only = true; f.titled == nil {
			f.titled = map[string]bool{}
		}
		for i, w := range f.words {
			behind := i > 0 && f.words[i-1].End+1 == w.Start && f.isNamedPerson(f.words[i-1])
			if strings.HasPrefix(f.text[w.Start:w.End], title) && !behind {
				only = false
				break
			}
		}
		f.titled[title] = only
	}
	return only
}

// isProgram reports whether a school that no list holds stands in quotes by itself: ‘과학온다학교’ is a course.
func (f *finder) isProgram(c *candidate) bool {
	if c.typ != School || c.name != "" || c.Start == 0 {
		return false
	}
	before, _ := utf8.DecodeLastRuneInString(f.text[:c.Start])
	after, _ := utf8.DecodeRuneInString(f.text[c.End:])
	return strings.ContainsRune("‘'“\"「<", before) && strings.ContainsRune("’'”\"」>", after)
}

// isNoSchool reports whether the model took for a school, by a last syllable that names of schools have, what nothing
// beside it makes one: 박기대, 허리보호대.
func (f *finder) isNoSchool(c *candidate) bool {
	raw := f.text[c.Start:c.End]
	if _, ends := f.endsAs(raw); ends || c.name != "" || !f.isShortest(raw) || f.ofSchool(c.End) {
		return false
	}
	if in, ok := strings.CutPrefix(f.text[c.End:], "("); f.mayBeCollege(raw) || ok && in != "" && '0' <= in[0] && in[0] <= '9' {
		return false
	}
	next, stop := f.nextWord(c.End)
	if then, _ := f.nextWord(stop); f.isPerson(next) && f.hasWord("at school", then) {
		return false
	}
	return !f.besideSchool(c)
}

// mayBeCollege reports whether a name ends as those of colleges do behind three syllables or more that neither are a word
// nor end in one with it: 유타밸리대, but not 수도권대 or 연령대.
func (f *finder) mayBeCollege(raw string) bool {
	head, ok := strings.CutSuffix(raw, "대")
	if !ok || utf8.RuneCountInString(head) < 3 || f.lists.Nouns[head] {
		return false
	}
	for n := 2; n <= 3; n++ {
		if k := len(raw) - n*syllable; k > 0 && utf8.RuneStart(raw[k]) && f.lists.Nouns[raw[k:]] {
			return false
		}
	}
	return true
}

// ofSchool reports whether one of the next words is of schools: 교수, 개교, 2학년.
func (f *finder) ofSchool(i int) bool {
	if next, _ := f.nextWord(i); f.hasWord("at school", next) || strings.Contains(next, "교수") {
		return true
	}
	k, _ := slices.BinarySearchFunc(f.words, i+1, func(w korean.Word, at int) int { return w.Start - at })
	for _, w := range f.words[k:min(len(f.words), k+longestSchooling)] {
		if strings.Contains(f.text[i:w.Start], ". ") {
			break
		}
		if f.beginsWith("schooling", f.text[w.Start:w.End]) {
			return true
		}
	}
	return false
}

// isShortest reports whether a name ends in the one syllable that short names of schools have.
func (f *finder) isShortest(name string) bool {
	r, n := utf8.DecodeLastRuneInString(name)
	if !strings.ContainsRune("초중고대", r) {
		return false
	}
	e := f.lists.Endings.Longest(name)
	return e == nil || len(e.Text) == n
}

// besideSchool reports whether a school by name or by its own short name stands in a list with c.
func (f *finder) besideSchool(c *candidate) bool {
	k, _ := slices.BinarySearchFunc(f.cands, c.Start, func(o candidate, at int) int { return o.Start - at })
	for _, i := range [...]int{k - 1, k + 1} {
		if i < 0 || i >= len(f.cands) {
			continue
		}
		o := &f.cands[i]
		if o.role != sure || o.typ != School {
			continue
		}
		if o.Start >= c.End && f.isSchoolGap(f.text[c.End:o.Start]) || o.End <= c.Start && f.isSchoolGap(f.text[o.End:c.Start]) {
			return true
		}
	}
	return false
}

func (f *finder) isSchoolGap(s string) bool {
	return s == "" || isListGap(s) || s == "와 " || s == "과 "
}

// schoolsBeside finds the schools by their short names that stand in a list with another: 다온초와 새솔초, 해람중앙초.
func (f *finder) schoolsBeside() {
	var found []candidate
	k, next := len(f.cands)-1, 0
	for i := len(f.words) - 1; i >= 0; i-- {
		w := f.words[i]
		for k >= 0 && f.cands[k].Start >= w.End {
			if f.cands[k].role == sure && f.cands[k].typ == School {
				next = f.cands[k].Start
			}
			k--
		}
		if f.countsSchools(w.End) {
			next = w.End
		}
		if next == 0 || next-w.End > 2 || k >= 0 && f.cands[k].End > w.Start && f.cands[k].role == sure {
			continue
		}
		if c, ok := f.shortSchoolAt(w, next); ok {
			found = append(found, c)
			next = c.Start
		}
	}
	slices.Reverse(found)
	f.overlay(found)
}

// countsSchools reports whether the words at byte i end a list of schools: 등 3개 학교.
func (f *finder) countsSchools(i int) bool {
	text, ok := strings.CutPrefix(f.text[i:min(len(f.text), i+40)], " 등 ")
	digits := len(text) - len(strings.TrimLeft(text, "0123456789"))
	if !ok || digits == 0 {
		return false
	}
	for _, count := range f.lists.Context.List("schools") {
		if strings.HasPrefix(text[digits:], strings.ReplaceAll(count, "_", " ")) {
			return true
		}
	}
	return false
}

// shortSchoolAt returns the school whose short name w is, if nothing but a gap of lists stands between it and byte next.
func (f *finder) shortSchoolAt(w korean.Word, next int) (candidate, bool) {
	word := f.text[w.Start:w.End]
	for _, particle := range [...]string{"", "와", "과"} {
		name, ok := strings.CutSuffix(word, particle)
		gap := f.text[w.Start+len(name) : next]
		if !ok || !f.isShortSchool(name) || !f.isSchoolGap(gap) || f.lists.Nouns[name] {
			continue
		}
		least := leastBeside
		if strings.HasSuffix(name, "고") { // a verb, too: 지원하고, 전북대는
			least = leastSchool
		}
		if r, _ := utf8.DecodeLastRuneInString(strings.TrimSuffix(name, "고")); strings.ContainsRune("하되었았했였있없렸졌켰겼갔왔", r) ||
			f.leaning(Span{w.Start, w.Start + len(name)}) < least {
			continue
		}
		s := Span{w.Start, w.Start + len(name)}
		return candidate{Span: s, rest: particle, role: sure, rule: "affiliation", typ: School}, true
	}
	return candidate{}, false
}
