package beside

import (
	"slices"
	"strings"
	"unicode/utf8"

	"github.com/gisa-go/gisa/extract/facts/internal/organization/candidate"
	"github.com/gisa-go/gisa/extract/facts/internal/organization/kind"
	"github.com/gisa-go/gisa/extract/facts/internal/organization/reading"
	"github.com/gisa-go/gisa/internal/korean"
)

// leastSchool is the model's mean preference for organization that a school known by its short ending must have.
const leastSchool = -2000

// isGraduatedFrom reports whether word i is the short name of a school that someone left (해람고와 이룸대를 졸업했다),
// and leaves its particle out of c.
func (f *Finder) isGraduatedFrom(i int, c *candidate.Candidate) bool {
	w := f.Words[i]
	stem := f.Text[w.Start:w.End]
	for _, particle := range [...]string{"을", "를", "과", "와", "에"} {
		if head, ok := strings.CutSuffix(stem, particle); ok && f.isShortSchool(head) {
			c.End, c.Rest = w.Start+len(head), particle
			break
		}
	}
	if c.Rest == "" && (!f.isShortSchool(stem) || !f.schoolFollows(w.End)) {
		return false
	}
	for _, next := range f.Words[i+1 : min(len(f.Words), i+1+reading.LongestSchooling)] {
		if strings.Contains(f.Text[w.End:next.Start], ". ") {
			return false
		}
		if f.BeginsWith("schooling", f.Text[next.Start:next.End]) {
			return true
		}
	}
	return false
}

// schoolFollows reports whether a comma and another school stand at byte i.
func (f *Finder) schoolFollows(i int) bool {
	k, ok := slices.BinarySearchFunc(f.Cands, i+len(", "), func(c candidate.Candidate, at int) int { return c.Start - at })
	return ok && f.Cands[k].Role == candidate.Sure && f.Cands[k].Type == kind.School && strings.HasPrefix(f.Text[i:], ", ")
}

// isShortSchool reports whether name ends as short names of schools below universities do.
func (f *Finder) isShortSchool(name string) bool {
	if len(name) < 3*reading.Syllable {
		return false
	}
	full := f.LongName(name)
	return full != name && !strings.HasSuffix(full, "대학교") && !f.Lists.Endings.Generic(name)
}

// isSchoolOf reports whether w is the short name of a school (해람초, 이룸여고) with someone of a school behind it.
func (f *Finder) isSchoolOf(w korean.Word) bool {
	if name := f.Text[w.Start:w.End]; !f.isShortSchool(name) || f.Lists.Nouns[name] {
		return false
	}
	next, stop := f.NextWord(w.End)
	if f.HasWord("at school", next) {
		return f.Leaning(reading.Span(w)) >= leastSchool
	}
	then, _ := f.NextWord(stop)
	return f.IsPerson(next) && f.HasWord("at school", then) && f.Leaning(reading.Span(w)) >= leastBeside
}

// schoolsBeside finds the schools by their short names that stand in a list with another: 다온초와 새솔초, 해람중앙초.
func (f *Finder) schoolsBeside() {
	var found []candidate.Candidate
	k, next := len(f.Cands)-1, 0
	for i := len(f.Words) - 1; i >= 0; i-- {
		w := f.Words[i]
		for k >= 0 && f.Cands[k].Start >= w.End {
			if f.Cands[k].Role == candidate.Sure && f.Cands[k].Type == kind.School {
				next = f.Cands[k].Start
			}
			k--
		}
		if i > 0 && strings.HasPrefix(f.Text[w.End:], " 등 ") && f.Counts("schools", w.End+len(" 등")) && f.isTwoSchools(i) {
			next = w.End
		}
		if next == 0 || next-w.End > 2 || k >= 0 && f.Cands[k].End > w.Start && f.Cands[k].Role == candidate.Sure {
			continue
		}
		if c, ok := f.shortSchoolAt(w, next); ok {
			found = append(found, c)
			next = c.Start
		}
	}
	slices.Reverse(found)
	f.Overlay(found)
}

// isTwoSchools reports whether word i and the one before it have the form of short names of schools.
func (f *Finder) isTwoSchools(i int) bool {
	before := f.Text[f.Words[i-1].Start:f.Words[i-1].End]
	for _, particle := range [...]string{"", "와", "과"} {
		if name, ok := strings.CutSuffix(before, particle); ok && f.isShortSchool(name) {
			return f.isShortSchool(f.Text[f.Words[i].Start:f.Words[i].End])
		}
	}
	return false
}

// shortSchoolAt returns the school whose short name w is, if nothing but a gap of lists stands between it and byte
// next.
func (f *Finder) shortSchoolAt(w korean.Word, next int) (candidate.Candidate, bool) {
	word := f.Text[w.Start:w.End]
	for _, particle := range [...]string{"", "와", "과"} {
		name, ok := strings.CutSuffix(word, particle)
		gap := f.Text[w.Start+len(name) : next]
		if !ok || !f.isShortSchool(name) || !f.IsSchoolGap(gap) || f.Lists.Nouns[name] {
			continue
		}
		least := leastBeside
		if strings.HasSuffix(name, "고") { // a verb, too: 지원하고, 전북대는
			least = leastSchool
		}
		if r, _ := utf8.DecodeLastRuneInString(strings.TrimSuffix(name, "고")); strings.ContainsRune("하되었았했였있없렸졌켰겼갔왔", r) ||
			f.Leaning(reading.Span{Start: w.Start, End: w.Start + len(name)}) < least {
			continue
		}
		s := reading.Span{Start: w.Start, End: w.Start + len(name)}
		return candidate.Candidate{
			Span: s, Rest: particle, Role: candidate.Sure, Rule: "affiliation", Type: kind.School,
		}, true
	}
	return candidate.Candidate{}, false
}
