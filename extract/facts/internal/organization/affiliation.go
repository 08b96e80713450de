package organization

import (
	"slices"
	"strings"
	"unicode/utf8"

	"github.com/gisa-go/gisa/extract/facts/internal/gazetteer"
	"github.com/gisa-go/gisa/extract/facts/internal/tagger"
	"github.com/gisa-go/gisa/internal/korean"
)

// leastSchool is the model's mean preference for organization that a school known by its short ending must have.
const leastSchool = -2000

// affiliations finds the unlisted names that are known by who works there: the company of a person who leads it
// (김가온 새솔릭스 대표), the school of a teacher or of who left it (해람초 교사, 이룸고를 졸업한), the office of an official.
func (f *finder) affiliations() {
	var found []candidate
	k, p := 0, 0
	for i, w := range f.words {
		for k < len(f.cands) && f.cands[k].End <= w.Start {
			k++
		}
		for p < len(f.marked) && f.marked[p].End <= w.Start {
			p++
		}
		if k < len(f.cands) && f.cands[k].Start < w.End {
			continue
		}
		if k > 0 && f.isOffice(&f.cands[k-1], w) {
			b := &f.cands[k-1]
			b.End, b.role, b.kind, b.rule, b.name = w.End, sure, gazetteer.Organization, b.rule+"+office", f.text[b.Start:w.End]
			continue
		}
		c := candidate{Span: Span{w.Start, w.End}, role: sure, rule: "affiliation"}
		switch {
		case f.isGraduatedFrom(i, &c):
			c.typ = School
		case f.isSchoolOf(w) && !f.isPersonAt(p, w) && (i == 0 || !f.isVerb(f.words[i-1], w)):
			c.typ = School
		case i > 0 && f.isLedBy(f.words[i-1], w) && f.isTwoPersons(p, f.words[i-1], w), f.isFirmOf(p, w):
			c.typ = Company
		default:
			continue
		}
		found = append(found, c)
	}
	f.overlay(found)
	f.schoolsBeside()
}

// isOffice reports whether w is an office of the municipality b right before it, named with who works there: 해람시
// 자원순환과 김가온 주무관.
func (f *finder) isOffice(b *candidate, w korean.Word) bool {
	if b.kind != gazetteer.Municipality || b.role != place || b.rest != "" || b.End+1 != w.Start || f.text[b.End] != ' ' {
		return false
	}
	name := f.text[w.Start:w.End]
	next, stop := f.nextWord(w.End)
	then, _ := f.nextWord(stop)
	return len(name) >= 3*syllable && strings.HasSuffix(name, "과") && f.isPerson(next) && f.hasWord("office", then)
}

// longestSchooling bounds how many words before 졸업 a school is looked for.
const longestSchooling = 6

// isGraduatedFrom reports whether word i is the short name of a school that someone left (해람고와 이룸대를 졸업했다),
// and leaves its particle out of c.
func (f *finder) isGraduatedFrom(i int, c *candidate) bool {
	w := f.words[i]
	stem := f.text[w.Start:w.End]
	for _, particle := range [...]string{"을", "를", "과", "와", "에"} {
		if head, ok := strings.CutSuffix(stem, particle); ok && f.isShortSchool(head) {
			c.End, c.rest = w.Start+len(head), particle
			break
		}
	}
	if c.rest == "" && (!f.isShortSchool(stem) || !f.schoolFollows(w.End)) {
		return false
	}
	for _, next := range f.words[i+1 : min(len(f.words), i+1+longestSchooling)] {
		if strings.Contains(f.text[w.End:next.Start], ". ") {
			return false
		}
		if f.beginsWith("schooling", f.text[next.Start:next.End]) {
			return true
		}
	}
	return false
}

// schoolFollows reports whether a comma and another school stand at byte i.
func (f *finder) schoolFollows(i int) bool {
	k, ok := slices.BinarySearchFunc(f.cands, i+len(", "), func(c candidate, at int) int { return c.Start - at })
	return ok && f.cands[k].role == sure && f.cands[k].typ == School && strings.HasPrefix(f.text[i:], ", ")
}

// isShortSchool reports whether name ends as short names of schools below universities do.
func (f *finder) isShortSchool(name string) bool {
	if len(name) < 3*syllable {
		return false
	}
	full := f.longName(name)
	return full != name && !strings.HasSuffix(full, "대학교") && !f.lists.Endings.Generic(name)
}

// isLedBy reports whether w stands between a person's full name and what a head of a company is called.
func (f *finder) isLedBy(person, w korean.Word) bool {
	if person.End+1 != w.Start || f.text[person.End] != ' ' || !f.isPerson(f.text[person.Start:person.End]) {
		return false
	}
	name := f.text[w.Start:w.End]
	next, _ := f.nextWord(w.End)
	return utf8.RuneCountInString(name) >= 2 && !f.lists.Context.Section("manner")[name] && f.hasWord("head of company", next)
}

// leastFirm is the model's mean preference for organization that a company before its head must have.
const leastFirm = 3000

// isFirmOf reports whether w stands before a person's full name and what a head of a company is called: 해람식품 김가온
// 대표. The model's span p is the first that ends behind w.
func (f *finder) isFirmOf(p int, w korean.Word) bool {
	person, stop := f.nextWord(w.End)
	if w.End-w.Start < 3*syllable || !f.isPerson(person) || p == len(f.marked) || f.marked[p].Class != tagger.BeginPerson || f.marked[p].Start != w.End+1 {
		return false
	}
	if last, _ := utf8.DecodeLastRuneInString(f.text[:w.End]); strings.ContainsRune("은는이가을를에의도", last) {
		return false
	}
	next, _ := f.nextWord(stop)
	return f.hasWord("head of company", next) && f.leaning(Span{w.Start, w.End}) >= leastFirm
}

// isTwoPersons reports whether the model takes two words that follow each other for persons, as one or as two:
// no text names two with a space between them. Its span p is the first that ends behind the first word.
func (f *finder) isTwoPersons(p int, first, second korean.Word) bool {
	if p == len(f.marked) || f.marked[p].Class != tagger.BeginPerson || f.marked[p].End < second.End {
		return false
	}
	if f.marked[p].Start <= first.Start {
		return true
	}
	return p > 0 && f.marked[p-1].Class == tagger.BeginPerson && f.marked[p-1].End == first.End
}

// isSchoolOf reports whether w is the short name of a school (해람초, 이룸여고) with someone of a school behind it.
func (f *finder) isSchoolOf(w korean.Word) bool {
	if name := f.text[w.Start:w.End]; !f.isShortSchool(name) || f.lists.Nouns[name] {
		return false
	}
	next, stop := f.nextWord(w.End)
	if f.hasWord("at school", next) {
		return f.leaning(Span(w)) >= leastSchool
	}
	then, _ := f.nextWord(stop)
	return f.isPerson(next) && f.hasWord("at school", then) && f.leaning(Span(w)) >= leastBeside
}

// isPersonAt reports whether the model's span p is a person and begins at w.
func (f *finder) isPersonAt(p int, w korean.Word) bool {
	return p < len(f.marked) && f.marked[p].Class == tagger.BeginPerson && f.marked[p].Start <= w.Start
}

// isVerb reports whether w is a verb that its object in the word before shows: 학생들을 이끌고.
func (f *finder) isVerb(before, w korean.Word) bool {
	object := f.text[before.Start:before.End]
	return strings.HasSuffix(f.text[w.Start:w.End], "고") && (strings.HasSuffix(object, "을") || strings.HasSuffix(object, "를"))
}

// longName writes the ending of a school's name in full: 해람초등학교 for 해람초.
func (f *finder) longName(name string) string {
	if len(name) < 3*syllable {
		return name
	}
	switch name[len(name)-syllable:] { // of all short forms
	case "초", "교", "중", "고", "상", "대":
	default:
		return name
	}
	for _, pair := range f.lists.Context.List("school") {
		short, long, _ := strings.Cut(pair, "=")
		if head, ok := strings.CutSuffix(name, short); ok && utf8.RuneCountInString(head) >= 2 {
			return head + strings.ReplaceAll(long, "_", " ")
		}
	}
	return name
}
