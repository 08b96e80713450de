package judge

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/gisa-go/gisa/extract/facts/internal/gazetteer"
	"github.com/gisa-go/gisa/extract/facts/internal/organization/candidate"
	"github.com/gisa-go/gisa/extract/facts/internal/organization/reading"
)

// stands reports whether a name may stand where the model marked it: one syllable (시, 도) only as a word of its
// own that acts, and nothing that any of a kind is said of (다음 정부).
func (f *Finder) stands(c *candidate.Candidate) bool {
	raw := f.Text[c.Start:c.End]
	if utf8.RuneCountInString(raw) == 1 && f.Lists.Context.Section("generic")[raw] {
		if c.Start > 0 && f.letterBefore(c.Start) {
			return false
		}
		c.Rest = f.Text[c.End:f.WordEnd(c.End)]
		switch c.Rest {
		case "은", "는", "이", "가", "의", "에", "와", "과", "로부터":
		case "":
			next, _ := f.NextWord(c.End)
			if !f.HasWord("deed", next) && !f.HasWord("person", next) {
				return false
			}
		default:
			return false
		}
	}
	generic := f.Lists.Endings.Generic(raw) && !f.Lists.Context.Section("body")[raw]
	return !generic && !f.Lists.Endings.Refused(raw) && !f.Lists.Context.Section("any")[f.WordBefore(c.Start)]
}

func (f *Finder) letterBefore(i int) bool {
	r, _ := utf8.DecodeLastRuneInString(f.Text[:i])
	return unicode.IsLetter(r) || unicode.IsDigit(r)
}

// isFragment reports whether a name is a part of something longer: of a word (평화부 of 평화부지사), of a phrase in
// Latin letters (Lee of Lee Berger), of an address (해람 of 해람@…).
func (f *Finder) isFragment(c *candidate.Candidate) bool {
	raw := f.Text[c.Start:c.End]
	rest := f.Text[c.End:f.WordEnd(c.End)]
	if strings.HasPrefix(f.Text[c.End:], "@") {
		return true
	}
	if first, _ := utf8.DecodeRuneInString(rest); unicode.Is(unicode.Hangul, first) &&
		!f.MayFollow(raw, strings.TrimSuffix(rest, "의")) && !f.MayFollow(raw, rest) && !f.IsTitle(rest) {
		return true
	}
	if strings.ToUpper(raw) == raw || !reading.IsLatin(raw) {
		return false
	}
	next, _ := f.NextWord(c.End)
	return reading.IsLatin(next) || reading.IsLatin(f.WordBefore(c.Start))
}

// isBoy reports whether a name is a boy's full name and 군, which also ends names of counties and armies, or a
// letter that stands for a person or for some school (A군, B경위, C고등학교).
func (f *Finder) isBoy(c *candidate.Candidate) bool {
	raw := f.Text[c.Start:c.End]
	if reading.IsLatin(raw[:1]) && (f.Lists.Context.Section("initial")[raw[1:]] || f.Lists.Endings.Generic(raw[1:])) {
		return true
	}
	name, ok := strings.CutSuffix(raw, "군")
	if !ok || utf8.RuneCountInString(name) != 3 || f.IsPlace(name) {
		return false
	}
	_, n := utf8.DecodeRuneInString(name)
	return f.Lists.Context.Section("surname")[name[:n]]
}

// isEvent reports whether a name only names a treaty or a battle: 위트레흐트 조약.
func (f *Finder) isEvent(c *candidate.Candidate) bool {
	end := c.End
	if strings.HasPrefix(f.Text[end:], ")") {
		end++
	}
	if strings.HasPrefix(f.Text[end:], "(") {
		if stop := strings.IndexByte(f.Text[end:min(len(f.Text), end+reading.LongestQuoted)], ')'); stop > 0 {
			end += stop + 1
		}
	}
	next, _ := f.NextWord(end)
	return f.HasWord("event", next)
}

// isCommonNoun reports whether the words behind a name say that the common noun is meant: 기아에 시달리는.
func (f *Finder) isCommonNoun(c *candidate.Candidate) bool {
	if f.isTopic(c) {
		return true
	}
	words := f.Lists.Context.List("noun " + f.Text[c.Start:c.End])
	if len(words) == 0 {
		return false
	}
	next, _ := f.NextWord(c.End + len(f.Text[c.End:f.WordEnd(c.End)]))
	for _, w := range words {
		if strings.HasPrefix(next, w) {
			return true
		}
	}
	return false
}

// isTopic reports whether what looks like the short name of a bank is a noun with the particle 은: 푸른 산은.
func (f *Finder) isTopic(c *candidate.Candidate) bool {
	if !reading.EndsAsTopic(f.Text[c.Start:c.End]) || c.Rest != "" {
		return false
	}
	id, ok := f.Lists.Table.Lookup(f.Text[c.Start:c.End])
	next, _ := f.NextWord(c.End)
	return ok && f.Lists.Table.Name(id).Weak && !f.HasWord("person", next)
}

// isAddress reports whether the model took for a body a municipality or province that is a place: its next word is
// a place within it (해람시 이룸구), or it ends in 내.
func (f *Finder) isAddress(c *candidate.Candidate) bool {
	if c.Kind != gazetteer.Municipality && c.Kind != gazetteer.Province {
		return false
	}
	next, _ := f.NextWord(c.End)
	return c.Rest == "내" || c.Rest == "" && f.IsPlaceWord(next)
}
