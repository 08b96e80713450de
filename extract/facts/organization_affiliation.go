package facts

import (
	"strings"
	"unicode/utf8"

	"github.com/gisa-go/gisa/extract/facts/internal/tagger"
	"github.com/gisa-go/gisa/internal/korean"
)

// leastSchool is the model's mean preference for organization that a school known by its short ending must have.
const leastSchool = -2000

// affiliations finds the unlisted names that are known by who works there: the company of a person who leads it
// (김가온 새솔릭스 대표), the school of a teacher (해람초 교사).
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
		c := candidate{Span: Span{w.Start, w.End}, role: sure, rule: "affiliation"}
		switch {
		case f.isSchoolOf(w) && !f.isPersonAt(p, w) && (i == 0 || !f.isVerb(f.words[i-1], w)):
			c.typ = School
		case i > 0 && f.isLedBy(f.words[i-1], w) && f.isTwoPersons(p, f.words[i-1], w):
			c.typ = Company
		default:
			continue
		}
		found = append(found, c)
	}
	f.overlay(found)
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
	name := f.text[w.Start:w.End]
	full := f.longName(name)
	if len(name) < 3*syllable || full == name || strings.HasSuffix(full, "대학교") || f.lists.Endings.Generic(name) {
		return false
	}
	if f.leaning(Span{w.Start, w.End}) < leastSchool {
		return false
	}
	next, _ := f.nextWord(w.End)
	return f.hasWord("at school", next)
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
	for _, pair := range f.lists.Context.List("school") {
		short, long, _ := strings.Cut(pair, "=")
		if head, ok := strings.CutSuffix(name, short); ok && utf8.RuneCountInString(head) >= 2 {
			return head + strings.ReplaceAll(long, "_", " ")
		}
	}
	return name
}
