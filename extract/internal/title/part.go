package title

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/gisa-go/gisa/extract/internal/head"
	"github.com/gisa-go/gisa/extract/internal/letters"
	"github.com/gisa-go/gisa/extract/sites"
)

// partOf returns the title with most weight that makes up a whole part of a text.
func (v *votes) partOf(text string) *choice {
	parts := head.Parts(text)
	norm := letters.Fold(text)
	var match *choice
	for i := range v.votes {
		vote := &v.votes[i]
		if len(vote.norm) < 6 || match != nil && !vote.beats(match) || !strings.Contains(norm, vote.norm) {
			continue
		}
		if head.HasPart(text, parts, vote.norm) || v.hasTail(text, vote) {
			match = vote
		}
	}
	return match
}

// beats reports whether a title says a <title> better than another: with more weight, but one that is much longer needs
// only half of it, since the other may be a section or a name of the site.
func (t *choice) beats(other *choice) bool {
	switch {
	case len(t.norm) >= 2*len(other.norm):
		return t.weight*2 > other.weight
	case len(other.norm) >= 2*len(t.norm):
		return t.weight > 2*other.weight
	}
	return t.weight > other.weight
}

// hasTail reports whether a text is a title and, behind a mark without a blank, a section and the site's name.
func (v *votes) hasTail(text string, vote *choice) bool {
	tail, ok := strings.CutPrefix(text, vote.text)
	if !ok || len(tail) < 2 || len(tail) > 60 {
		return false
	}
	return strings.ContainsRune("-|:<>", rune(tail[0])) || strings.HasPrefix(tail, "ㅣ")
}

// withoutSite cuts the site's name from the ends of a title.
func (v *votes) withoutSite(s string) string {
	if !strings.ContainsAny(s, "|:<>-–—·«»/•‹›―─~｜ㅣ_：(（,，") {
		return s
	}
	for range 4 {
		parts := head.Parts(s)
		if len(parts) < 2 {
			break
		}
		first, last := parts[0], parts[len(parts)-1]
		switch {
		case v.head.IsSiteName(s[last.Start:last.End]) || sites.IsOutlet(strings.TrimSpace(s[last.Start:last.End])):
			s = strings.TrimSpace(s[:parts[len(parts)-2].End])
		case v.head.IsSiteName(s[first.Start:first.End]):
			s = strings.TrimSpace(s[parts[1].Start:])
		default:
			return v.withoutTail(s)
		}
	}
	return v.withoutTail(s)
}

// withoutTail cuts the names of site and section that a mark without blanks, or brackets, part from the title:
// 市議會通過_政治_晨聲網.
func (v *votes) withoutTail(s string) string {
	for range 3 {
		i := strings.LastIndexAny(strings.TrimRight(s, ")）"), "-_|–—·:：,，(（")
		if i <= 0 || !partsTitle(s, i) {
			break
		}
		mark, n := utf8.DecodeRuneInString(s[i:])
		name := letters.Fold(s[i+n:])
		if name == "" || !v.head.IsName(name) && !(strings.ContainsRune("_-|", mark) && v.isSection(s[i+n:])) {
			break
		}
		s = strings.TrimSpace(s[:i])
	}
	return s
}

// partsTitle reports whether the mark at i may stand between a title and a name: a hyphen only behind Chinese,
// Japanese or Korean.
func partsTitle(s string, i int) bool {
	before, _ := utf8.DecodeLastRuneInString(s[:i])
	switch mark, _ := utf8.DecodeRuneInString(s[i:]); mark {
	case '-', '–', '—', '·', ':':
		return unicode.In(before, unicode.Han, unicode.Hiragana, unicode.Katakana, unicode.Hangul)
	case ',':
		return strings.HasPrefix(s[i+1:], " ")
	}
	return true
}

// isSection reports whether a text names the article's section, or a board or rubric that sites have.
func (v *votes) isSection(s string) bool {
	return v.head.IsSection(s) || head.IsSectionName(strings.TrimSpace(s))
}

// withoutSections cuts the site's name and the names of its boards from the end of a title.
func (v *votes) withoutSections(s string) string {
	for range 4 {
		s = v.withoutSite(s)
		parts := head.Parts(s)
		last := parts[len(parts)-1]
		if name := s[last.Start:last.End]; len(parts) < 2 || !v.isSection(name) {
			break
		}
		s = strings.TrimSpace(s[:parts[len(parts)-2].End])
	}
	return s
}
