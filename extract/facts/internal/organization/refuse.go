package organization

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/gisa-go/gisa/extract/facts/internal/gazetteer"
)

// stands reports whether a name may stand where the model marked it: one syllable (시, 도) only as a word of its
// own that acts, and nothing that any of a kind is said of (다음 정부).
func (f *finder) stands(c *candidate) bool {
	raw := f.text[c.Start:c.End]
	if utf8.RuneCountInString(raw) == 1 && f.lists.Context.Section("generic")[raw] {
		if c.Start > 0 && f.letterBefore(c.Start) {
			return false
		}
		c.rest = f.text[c.End:f.wordEnd(c.End)]
		switch c.rest {
		case "은", "는", "이", "가", "의", "에", "와", "과", "로부터":
		case "":
			next, _ := f.nextWord(c.End)
			if !f.hasWord("deed", next) && !f.hasWord("person", next) {
				return false
			}
		default:
			return false
		}
	}
	generic := f.lists.Endings.Generic(raw) && !f.lists.Context.Section("body")[raw]
	return !generic && !f.lists.Endings.Refused(raw) && !f.lists.Context.Section("any")[f.wordBefore(c.Start)]
}

func (f *finder) letterBefore(i int) bool {
	r, _ := utf8.DecodeLastRuneInString(f.text[:i])
	return unicode.IsLetter(r) || unicode.IsDigit(r)
}

// isFragment reports whether a name is a part of something longer: of a word (평화부 of 평화부지사), of a phrase in
// Latin letters (Lee of Lee Berger), of an address (해람 of 해람@…).
func (f *finder) isFragment(c *candidate) bool {
	raw := f.text[c.Start:c.End]
	rest := f.text[c.End:f.wordEnd(c.End)]
	if strings.HasPrefix(f.text[c.End:], "@") {
		return true
	}
	if first, _ := utf8.DecodeRuneInString(rest); unicode.Is(unicode.Hangul, first) && !f.mayFollow(raw, strings.TrimSuffix(rest, "의")) && !f.mayFollow(raw, rest) && !f.isTitle(rest) {
		return true
	}
	if strings.ToUpper(raw) == raw || !isLatin(raw) {
		return false
	}
	next, _ := f.nextWord(c.End)
	return isLatin(next) || isLatin(f.wordBefore(c.Start))
}

func isLatin(s string) bool {
	for _, r := range s {
		if r > unicode.MaxASCII {
			return false
		}
	}
	return s != "" && unicode.IsLetter(rune(s[0]))
}

// isBoy reports whether a name is a boy's full name and 군, which also ends names of counties and armies, or a
// letter that stands for a person or for some school (A군, B경위, C고등학교).
func (f *finder) isBoy(c *candidate) bool {
	raw := f.text[c.Start:c.End]
	if isLatin(raw[:1]) && (f.lists.Context.Section("initial")[raw[1:]] || f.lists.Endings.Generic(raw[1:])) {
		return true
	}
	name, ok := strings.CutSuffix(raw, "군")
	if !ok || utf8.RuneCountInString(name) != 3 || f.isPlace(name) {
		return false
	}
	_, n := utf8.DecodeRuneInString(name)
	return f.lists.Context.Section("surname")[name[:n]]
}

// isEvent reports whether a name only names a treaty or a battle: 위트레흐트 조약.
func (f *finder) isEvent(c *candidate) bool {
	end := c.End
	if strings.HasPrefix(f.text[end:], ")") {
		end++
	}
	if strings.HasPrefix(f.text[end:], "(") {
		if stop := strings.IndexByte(f.text[end:min(len(f.text), end+longestQuoted)], ')'); stop > 0 {
			end += stop + 1
		}
	}
	next, _ := f.nextWord(end)
	return f.hasWord("event", next)
}

// isCommonNoun reports whether the words behind a name say that the common noun is meant: 기아에 시달리는.
func (f *finder) isCommonNoun(c *candidate) bool {
	if f.isTopic(c) {
		return true
	}
	words := f.lists.Context.List("noun " + f.text[c.Start:c.End])
	if len(words) == 0 {
		return false
	}
	next, _ := f.nextWord(c.End + len(f.text[c.End:f.wordEnd(c.End)]))
	for _, w := range words {
		if strings.HasPrefix(next, w) {
			return true
		}
	}
	return false
}

// isTopic reports whether what looks like the short name of a bank is a noun with the particle 은: 푸른 산은.
func (f *finder) isTopic(c *candidate) bool {
	if !endsAsTopic(f.text[c.Start:c.End]) || c.rest != "" {
		return false
	}
	id, ok := f.lists.Table.Lookup(f.text[c.Start:c.End])
	next, _ := f.nextWord(c.End)
	return ok && f.lists.Table.Name(id).Weak && !f.hasWord("person", next)
}

// endsAsTopic reports whether a name of two syllables ends in 은.
func endsAsTopic(name string) bool { return len(name) == 2*syllable && strings.HasSuffix(name, "은") }

// isCommonList reports whether a name lists, with a middle dot between them, places without their 시, 군 or 구
// (경산·군위) or common nouns (학교·병원).
func (f *finder) isCommonList(c *candidate) bool {
	raw := f.text[c.Start:c.End]
	if !strings.Contains(raw, "·") {
		return false
	}
	for part := range strings.SplitSeq(raw, "·") {
		if !f.isTown(part) && !f.lists.Endings.Generic(part) {
			return false
		}
	}
	return true
}

// isTown reports whether s is a municipality without its 시, 군 or 구, or a province without its 도.
func (f *finder) isTown(s string) bool {
	return f.isPlace(s) || f.isPlace(s+"시") || f.isPlace(s+"군") || f.isPlace(s+"구")
}

// desks drops the desks of newsrooms that are called as ministries are: 가온일보 산업부 기자.
func (f *finder) desks() {
	for i := 1; i < len(f.cands); i++ {
		p, c := &f.cands[i-1], &f.cands[i]
		if c.role != sure || c.typ != Government || c.rest != "" || p.role != sure || p.typ != Media || f.text[p.End:c.Start] != " " {
			continue
		}
		if next, _ := f.nextWord(c.End); f.hasWord("desk", next) {
			c.role = dropped
		}
	}
}

// isAddress reports whether the model took for a body a municipality or province that is a place: its next word is
// a place within it (해람시 이룸구), or it ends in 내.
func (f *finder) isAddress(c *candidate) bool {
	if c.kind != gazetteer.Municipality && c.kind != gazetteer.Province {
		return false
	}
	next, _ := f.nextWord(c.End)
	return c.rest == "내" || c.rest == "" && f.isPlaceWord(next)
}

// isPlaceWord reports whether word is a place, with or without a particle.
func (f *finder) isPlaceWord(word string) bool {
	f.stems = f.lists.Particles.Stems(word, append(f.stems[:0], len(word)))
	for _, n := range f.stems {
		if f.isPlace(word[:n]) {
			return true
		}
	}
	return false
}
