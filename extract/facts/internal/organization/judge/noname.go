package judge

import (
	"slices"
	"strings"
	"unicode/utf8"

	"github.com/gisa-go/gisa/extract/facts/internal/gazetteer"
	"github.com/gisa-go/gisa/extract/facts/internal/organization/candidate"
	"github.com/gisa-go/gisa/extract/facts/internal/organization/kind"
	"github.com/gisa-go/gisa/extract/facts/internal/organization/reading"
	"github.com/gisa-go/gisa/internal/korean"
)

// isNoName reports whether a name stands where none does: in the path of a menu (Home > 군정뉴스), as the name of a person
// between a body and a title (한빛미술관 한샘 관장), as a title behind a person (김가온 특검), as a measure (1㎥당).
func (f *Finder) isNoName(c *candidate.Candidate) bool {
	if c.Own {
		return false
	}
	raw := f.Text[c.Start:c.End]
	if f.Lists.Context.Section("adverb")[raw+c.Rest] {
		return true
	}
	if strings.HasSuffix(raw, "당") && raw[0] >= '0' && raw[0] <= '9' || f.Lists.Context.Section("menu")[raw] {
		return true
	}
	if next, _ := f.NextWord(f.WordEnd(c.End)); f.Lists.Context.Section("pair")[raw] && f.BeginsWith("between", next) {
		return true
	}
	if strings.HasSuffix(raw, "공사") && c.Name == "" && !c.Certain && f.isWorks(raw) || isDotted(raw) {
		return true
	}
	return f.isService(c) || f.isListedPlace(c) || f.inPath(c.Span) || f.isPersonOf(c) || f.isTitleOf(c) || f.isProgram(c)
}

// isService reports whether a listed company only begins the name of what it offers: 구글 플레이.
func (f *Finder) isService(c *candidate.Candidate) bool {
	if c.Type != kind.Company || c.Rest != "" || !strings.HasPrefix(c.Rule, "list") {
		return false
	}
	next, _ := f.NextWord(c.End)
	return f.HasWord("service", next)
}

// isListedPlace reports whether a listed name is a municipality without its ending beside another: 진도·해남.
func (f *Finder) isListedPlace(c *candidate.Candidate) bool {
	raw := f.Text[c.Start:c.End]
	if c.Rule == "model" || !f.IsTown(raw) {
		return false
	}
	rest, ok := strings.CutPrefix(f.Text[c.End:], "·")
	if !ok {
		return false
	}
	word := rest[:korean.WordEnd(rest, 0)]
	return f.IsTown(word) || f.IsPlaceWord(word)
}

// isWorks reports whether a name that ends in 공사 tells of works: 지붕방수공사.
func (f *Finder) isWorks(raw string) bool {
	head := strings.TrimSuffix(raw, "공사")
	return len(head) >= 2*reading.Syllable && f.Lists.Nouns[head[len(head)-2*reading.Syllable:]] &&
		!f.beginsWithPlace(head) && f.Lists.Endings.Longest(raw, gazetteer.CertainEnding) == nil
}

func (f *Finder) beginsWithPlace(s string) bool {
	for n := 2 * reading.Syllable; n <= min(len(s), 4*reading.Syllable); n += reading.Syllable {
		if f.IsTown(s[:n]) {
			return true
		}
	}
	return false
}

// isDotted reports whether a name is two letters with a dot between: S.C.
func isDotted(raw string) bool { return len(raw) <= 4 && len(raw) >= 3 && raw[1] == '.' }

// inPath reports whether the line of s is the path of a menu.
func (f *Finder) inPath(s reading.Span) bool {
	near := func(text string) bool { return text == " > " || text == " › " || text == " 〉 " }
	return s.Start >= 3 && near(f.Text[s.Start-3:s.Start]) || s.End+3 <= len(f.Text) && near(f.Text[s.End:s.End+3])
}

// isPersonOf reports whether a short name stands between a body and a title that one person has there.
func (f *Finder) isPersonOf(c *candidate.Candidate) bool {
	raw := f.Text[c.Start:c.End]
	_, first := utf8.DecodeRuneInString(raw)
	if n := utf8.RuneCountInString(raw); n > 3 || n < 2 || c.Rest != "" ||
		!f.Lists.Context.Section("surname")[raw[:first]] {
		return false
	}
	next, _ := f.NextWord(c.End)
	if !f.HasWord("one head", next) {
		return false
	}
	k, _ := slices.BinarySearchFunc(f.Cands, c.Start, func(o candidate.Candidate, at int) int { return o.Start - at })
	if k == 0 {
		return false
	}
	b := &f.Cands[k-1]
	return b.Role == candidate.Sure && b.Rest == "" && b.End+1 == c.Start && f.Text[b.End] == ' '
}

// isTitleOf reports whether a name is what the person right before it is called by, here and everywhere in the text.
func (f *Finder) isTitleOf(c *candidate.Candidate) bool {
	title := f.Text[c.Start:c.End]
	if !f.Lists.Context.Section("personal")[title] {
		return false
	}
	only, known := f.titled[title]
	if !known {
		if only = true; f.titled == nil {
			f.titled = map[string]bool{}
		}
		for i, w := range f.Words {
			behind := i > 0 && f.Words[i-1].End+1 == w.Start && f.IsNamedPerson(f.Words[i-1])
			if strings.HasPrefix(f.Text[w.Start:w.End], title) && !behind {
				only = false
				break
			}
		}
		f.titled[title] = only
	}
	return only
}

// isProgram reports whether a school that no list holds stands in quotes by itself: ‘과학온다학교’ is a course.
func (f *Finder) isProgram(c *candidate.Candidate) bool {
	if c.Type != kind.School || c.Name != "" || c.Start == 0 {
		return false
	}
	before, _ := utf8.DecodeLastRuneInString(f.Text[:c.Start])
	after, _ := utf8.DecodeRuneInString(f.Text[c.End:])
	return strings.ContainsRune("‘'“\"「<", before) && strings.ContainsRune("’'”\"」>", after)
}
