package judge

import (
	"slices"
	"strings"
	"unicode/utf8"

	"github.com/gisa-go/gisa/extract/facts/internal/organization/candidate"
	"github.com/gisa-go/gisa/extract/facts/internal/organization/kind"
	"github.com/gisa-go/gisa/extract/facts/internal/organization/reading"
	"github.com/gisa-go/gisa/internal/korean"
)

// isNoSchool reports whether the model took for a school, by a last syllable that names of schools have, what nothing
// beside it makes one: 박기대, 허리보호대.
func (f *Finder) isNoSchool(c *candidate.Candidate) bool {
	raw := f.Text[c.Start:c.End]
	if _, ends := f.EndsAs(raw); ends || c.Name != "" || !f.isShortest(raw) || f.ofSchool(c.End) {
		return false
	}
	if in, ok := strings.CutPrefix(f.Text[c.End:], "("); f.mayBeCollege(raw) ||
		ok && in != "" && '0' <= in[0] && in[0] <= '9' {
		return false
	}
	next, stop := f.NextWord(c.End)
	if then, _ := f.NextWord(stop); f.IsPerson(next) && f.HasWord("at school", then) {
		return false
	}
	return !f.besideSchool(c)
}

// mayBeCollege reports whether a name ends as those of colleges do behind three syllables or more that neither are a
// word nor end in one with it: 유타밸리대, but not 수도권대 or 연령대.
func (f *Finder) mayBeCollege(raw string) bool {
	head, ok := strings.CutSuffix(raw, "대")
	if !ok || utf8.RuneCountInString(head) < 3 || f.Lists.Nouns[head] {
		return false
	}
	for n := 2; n <= 3; n++ {
		if k := len(raw) - n*reading.Syllable; k > 0 && utf8.RuneStart(raw[k]) && f.Lists.Nouns[raw[k:]] {
			return false
		}
	}
	return true
}

// ofSchool reports whether one of the next words is of schools: 교수, 개교, 2학년.
func (f *Finder) ofSchool(i int) bool {
	if next, _ := f.NextWord(i); f.HasWord("at school", next) || strings.Contains(next, "교수") {
		return true
	}
	k, _ := slices.BinarySearchFunc(f.Words, i+1, func(w korean.Word, at int) int { return w.Start - at })
	for _, w := range f.Words[k:min(len(f.Words), k+reading.LongestSchooling)] {
		if strings.Contains(f.Text[i:w.Start], ". ") {
			break
		}
		if f.BeginsWith("schooling", f.Text[w.Start:w.End]) {
			return true
		}
	}
	return false
}

// isShortest reports whether a name ends in the one syllable that short names of schools have.
func (f *Finder) isShortest(name string) bool {
	r, n := utf8.DecodeLastRuneInString(name)
	if !strings.ContainsRune("초중고대", r) {
		return false
	}
	e := f.Lists.Endings.Longest(name)
	return e == nil || len(e.Text) == n
}

// besideSchool reports whether a school by name or by its own short name stands in a list with c.
func (f *Finder) besideSchool(c *candidate.Candidate) bool {
	k, _ := slices.BinarySearchFunc(f.Cands, c.Start, func(o candidate.Candidate, at int) int { return o.Start - at })
	for _, i := range [...]int{k - 1, k + 1} {
		if i < 0 || i >= len(f.Cands) {
			continue
		}
		o := &f.Cands[i]
		if o.Role != candidate.Sure || o.Type != kind.School {
			continue
		}
		if o.Start >= c.End && f.IsSchoolGap(f.Text[c.End:o.Start]) ||
			o.End <= c.Start && f.IsSchoolGap(f.Text[o.End:c.Start]) {
			return true
		}
	}
	return false
}
