package extract

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"github.com/gisa-go/gisa/extract/internal/letters"
)

// partOf returns the title with most weight that makes up a whole part of a text.
func (v *titleVotes) partOf(text string) *titleVote {
	parts := titleParts(text)
	norm := letters.Fold(text)
	var match *titleVote
	for i := range v.votes {
		vote := &v.votes[i]
		if len(vote.norm) < 6 || match != nil && vote.weight <= match.weight || !strings.Contains(norm, vote.norm) {
			continue
		}
		if hasPart(text, parts, vote.norm) || v.m.hasTail(text, vote) {
			match = vote
		}
	}
	return match
}

// hasTail reports whether a text is a title and, behind a mark without a blank, a section and the site's name.
func (m *meta) hasTail(text string, vote *titleVote) bool {
	tail, ok := strings.CutPrefix(text, vote.text)
	if !ok || len(tail) < 2 || len(tail) > 60 {
		return false
	}
	return strings.ContainsRune("-|:<>", rune(tail[0])) || strings.HasPrefix(tail, "ㅣ")
}

// part is a stretch of a title between separators.
type part struct{ start, end int }

// titleParts splits a title at the separators that sites put between it and their name.
func titleParts(s string) (parts []part) {
	start := 0
	for i := 0; i < len(s); {
		n := separatorAt(s, i)
		if n == 0 {
			i++
			continue
		}
		parts = append(parts, part{start, i})
		i += n
		start = i
	}
	return append(parts, part{start, len(s)})
}

var titleSeparators = []string{" - ", " | ", " – ", " — ", " : ", " :: ", " < ", " > ", " · ", " « ", " » ", " / ", " • ", " ‹ ", " › ", "|", "::",
	" ― ", " ─ ", " ~ ", "｜", " ㅣ ", "ㅣ", " — ", " • ", ": ", " -- "}

// separatorAt returns the length of the separator at i, 0 where there is none.
func separatorAt(s string, i int) int {
	switch s[i] {
	case ' ', '|', ':', 0xef, 0xe3:
		for _, sep := range titleSeparators {
			if strings.HasPrefix(s[i:], sep) {
				return len(sep)
			}
		}
	}
	return 0
}

// hasPart reports whether one or several neighbouring parts of a title make up norm.
func hasPart(s string, parts []part, norm string) bool {
	if len(parts) > 12 {
		parts = parts[:12]
	}
	for i := range parts {
		for j := i; j < len(parts); j++ {
			if parts[j].end-parts[i].start > 8*len(norm)+64 {
				break
			}
			if letters.Fold(s[parts[i].start:parts[j].end]) == norm {
				return true
			}
		}
	}
	return false
}

// withoutSite cuts the site's name from the ends of a title.
func (m *meta) withoutSite(s string) string {
	if !strings.ContainsAny(s, "|:<>-–—·«»/•‹›―─~｜ㅣ_：(（,，") {
		return s
	}
	for range 4 {
		parts := titleParts(s)
		if len(parts) < 2 {
			break
		}
		first, last := parts[0], parts[len(parts)-1]
		switch {
		case m.isSiteName(s[last.start:last.end]):
			s = strings.TrimSpace(s[:parts[len(parts)-2].end])
		case m.isSiteName(s[first.start:first.end]):
			s = strings.TrimSpace(s[parts[1].start:])
		default:
			return m.withoutTail(s)
		}
	}
	return m.withoutTail(s)
}

// withoutTail cuts the names of site and section that a mark without blanks, or brackets, part from the title:
// 市議會通過_政治_晨聲網.
func (m *meta) withoutTail(s string) string {
	for range 3 {
		i := strings.LastIndexAny(strings.TrimRight(s, ")）"), "-_|–—·:：,，(（")
		if i <= 0 || !partsTitle(s, i) {
			break
		}
		mark, n := utf8.DecodeRuneInString(s[i:])
		name := letters.Fold(s[i+n:])
		if name == "" || !slices.Contains(m.names, name) && !(mark == '_' && m.isSection(name)) {
			break
		}
		s = strings.TrimSpace(s[:i])
	}
	return s
}

// partsTitle reports whether the mark at i may stand between a title and a name: a hyphen only behind Chinese, Japanese or Korean.
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

// shorter returns the title that stands before the section in a heading such as "Title > Section".
func (v *titleVotes) shorter(best *titleVote) *titleVote {
	for _, sep := range []string{" > ", " < ", " | ", " :: "} {
		head, _, ok := strings.Cut(best.text, sep)
		if !ok {
			continue
		}
		for i := range v.votes {
			if vote := &v.votes[i]; vote.norm == letters.Fold(head) && vote.block >= 0 {
				return vote
			}
		}
	}
	return nil
}

// cutOff returns a title that ends in dots without them.
func cutOff(s string) (string, bool) {
	for _, dots := range []string{"…", "...", ".."} {
		if head, ok := strings.CutSuffix(s, dots); ok && len(head) > 12 {
			return head, true
		}
	}
	return s, false
}
