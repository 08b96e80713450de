package beside

import (
	"strings"
	"unicode/utf8"

	"github.com/gisa-go/gisa/extract/facts/internal/gazetteer"
	"github.com/gisa-go/gisa/extract/facts/internal/organization/candidate"
	"github.com/gisa-go/gisa/extract/facts/internal/organization/kind"
	"github.com/gisa-go/gisa/extract/facts/internal/organization/reading"
	"github.com/gisa-go/gisa/extract/facts/internal/tagger"
	"github.com/gisa-go/gisa/internal/korean"
)

// Affiliations finds the unlisted names that are known by who works there: the company of a person who leads it
// (김가온 새솔릭스 대표), the school of a teacher or of who left it (해람초 교사, 이룸고를 졸업한), the office of an official.
func (f *Finder) Affiliations() {
	var found []candidate.Candidate
	k, p := 0, 0
	for i, w := range f.Words {
		for k < len(f.Cands) && f.Cands[k].End <= w.Start {
			k++
		}
		for p < len(f.Marked) && f.Marked[p].End <= w.Start {
			p++
		}
		if k < len(f.Cands) && f.Cands[k].Start < w.End {
			continue
		}
		if k > 0 && f.isOffice(&f.Cands[k-1], w) {
			b := &f.Cands[k-1]
			b.End, b.Role, b.Kind, b.Rule, b.Name = w.End, candidate.Sure, gazetteer.Organization, b.Rule+"+office",
				f.Text[b.Start:w.End]
			continue
		}
		c := candidate.Candidate{Span: reading.Span{Start: w.Start, End: w.End}, Role: candidate.Sure, Rule: "affiliation"}
		switch {
		case f.isGraduatedFrom(i, &c):
			c.Type = kind.School
		case f.isSchoolOf(w) && !f.isPersonAt(p, w) && (i == 0 || !f.isVerb(f.Words[i-1], w)):
			c.Type = kind.School
		case i > 0 && f.isLedBy(f.Words[i-1], w) && f.isTwoPersons(p, f.Words[i-1], w), f.isFirmOf(p, w):
			c.Type = kind.Company
		default:
			continue
		}
		found = append(found, c)
	}
	f.Overlay(found)
	f.schoolsBeside()
}

// isOffice reports whether w is an office of the municipality b right before it, named with who works there: 해람시
// 자원순환과 김가온 주무관.
func (f *Finder) isOffice(b *candidate.Candidate, w korean.Word) bool {
	if b.Kind != gazetteer.Municipality || b.Role != candidate.Place || b.Rest != "" || b.End+1 != w.Start ||
		f.Text[b.End] != ' ' {
		return false
	}
	name := f.Text[w.Start:w.End]
	next, stop := f.NextWord(w.End)
	then, _ := f.NextWord(stop)
	return len(name) >= 3*reading.Syllable && strings.HasSuffix(name, "과") && f.IsPerson(next) && f.HasWord("office", then)
}

// isLedBy reports whether w stands between a person's full name and what a head of a company is called.
func (f *Finder) isLedBy(person, w korean.Word) bool {
	if person.End+1 != w.Start || f.Text[person.End] != ' ' || !f.IsPerson(f.Text[person.Start:person.End]) {
		return false
	}
	name := f.Text[w.Start:w.End]
	next, _ := f.NextWord(w.End)
	return utf8.RuneCountInString(name) >= 2 && !f.Lists.Context.Section("manner")[name] &&
		f.HasWord("head of company", next)
}

// leastFirm is the model's mean preference for organization that a company before its head must have.
const leastFirm = 3000

// isFirmOf reports whether w stands before a person's full name and what a head of a company is called: 해람식품 김가온
// 대표. The model's span p is the first that ends behind w.
func (f *Finder) isFirmOf(p int, w korean.Word) bool {
	if w.End-w.Start < 3*reading.Syllable || p == len(f.Marked) || f.Marked[p].Start != w.End+1 ||
		f.Marked[p].Class != tagger.BeginPerson {
		return false
	}
	person, stop := f.NextWord(w.End)
	if !f.IsPerson(person) {
		return false
	}
	if last, _ := utf8.DecodeLastRuneInString(f.Text[:w.End]); strings.ContainsRune("은는이가을를에의도", last) {
		return false
	}
	next, _ := f.NextWord(stop)
	return f.HasWord("head of company", next) && f.Leaning(reading.Span{Start: w.Start, End: w.End}) >= leastFirm
}

// isTwoPersons reports whether the model takes two words that follow each other for persons, as one or as two:
// no text names two with a space between them. Its span p is the first that ends behind the first word.
func (f *Finder) isTwoPersons(p int, first, second korean.Word) bool {
	if p == len(f.Marked) || f.Marked[p].Class != tagger.BeginPerson || f.Marked[p].End < second.End {
		return false
	}
	if f.Marked[p].Start <= first.Start {
		return true
	}
	return p > 0 && f.Marked[p-1].Class == tagger.BeginPerson && f.Marked[p-1].End == first.End
}

// isPersonAt reports whether the model's span p is a person and begins at w.
func (f *Finder) isPersonAt(p int, w korean.Word) bool {
	return p < len(f.Marked) && f.Marked[p].Class == tagger.BeginPerson && f.Marked[p].Start <= w.Start
}

// isVerb reports whether w is a verb that its object in the word before shows: 학생들을 이끌고.
func (f *Finder) isVerb(before, w korean.Word) bool {
	object := f.Text[before.Start:before.End]
	return strings.HasSuffix(f.Text[w.Start:w.End], "고") &&
		(strings.HasSuffix(object, "을") || strings.HasSuffix(object, "를"))
}
