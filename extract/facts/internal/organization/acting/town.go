package acting

import (
	"strings"
	"unicode/utf8"

	"github.com/gisa-go/gisa/extract/facts/internal/gazetteer"
	"github.com/gisa-go/gisa/extract/facts/internal/organization/candidate"
	"github.com/gisa-go/gisa/extract/facts/internal/organization/reading"
	"github.com/gisa-go/gisa/internal/korean"
)

// townActs reports whether a town is the subject of a sentence whose verb says what only an office does.
func (f *Finder) townActs(c *candidate.Candidate) bool {
	name := f.Text[c.Start:c.End]
	if !strings.HasSuffix(name, "동") && !strings.HasSuffix(name, "읍") && !strings.HasSuffix(name, "면") {
		return false
	}
	next, _ := f.NextWord(c.End + len(c.Rest))
	switch c.Rest {
	case "은", "는", "이", "가":
		return !f.PlaceVerb(next) && f.hasOfficeVerb(c.Span)
	case "":
		return f.headsLine(c) || f.HasWord("town deed", next)
	}
	return false
}

// hasOfficeVerb reports whether the sentence around s ends in what an office does: 밝혔다, 개최했다.
func (f *Finder) hasOfficeVerb(s reading.Span) bool {
	said := f.Sentence(s, s.Start)
	text := strings.TrimRight(f.Text[said.Start:said.End], ".”’\" ")
	last := text[strings.LastIndexByte(text, ' ')+1:]
	return f.BeginsWith("office verb", last)
}

// located takes into the names that begin with a town the municipality before it: 이룸군 옥과면, 해람시 중마동
// 행정복지센터.
func (f *Finder) located() {
	for i := 1; i < len(f.Cands); i++ {
		c := &f.Cands[i]
		if !c.Local || c.Role != candidate.Sure {
			continue
		}
		for k := i - 1; k >= 0; k-- {
			b := &f.Cands[k]
			if b.Kind != gazetteer.Municipality || b.Rest != "" || f.Text[b.End:c.Start] != " " {
				break
			}
			if c.Name != "" {
				c.Name = f.Text[b.Start:b.End] + " " + c.Name
			}
			c.Start, b.Role = b.Start, candidate.Dropped
		}
	}
}

// bullets stand before the name that heads a line.
const bullets = "-–○◇◆▲△■□●※·*“‘\"'<[「『 "

// headsLine reports whether a municipality heads a line as its subject: before a comma that no other place follows
// (해람시, 골목길 밝힌다), or before a quotation.
func (f *Finder) headsLine(c *candidate.Candidate) bool {
	if c.Rest != "" {
		return false
	}
	after := f.Text[c.End:]
	rest, comma := strings.CutPrefix(after, ", ")
	if !comma && !strings.HasPrefix(after, "“") && !strings.HasPrefix(after, "‘") {
		return false
	}
	line := f.Text[max(0, c.Start-longestHead):c.Start]
	line = line[strings.LastIndexByte(line, '\n')+1:]
	if strings.TrimLeft(line, bullets) != "" || c.Start > longestHead && len(line) == longestHead {
		return false
	}
	return !comma || !f.IsPlaceWord(rest[:korean.WordEnd(rest, 0)])
}

// longestHead bounds how much of a line may stand before its head, in bytes.
const longestHead = 24

// hasOfficial reports whether the words behind a municipality are one of its officials: 김가온 부군수, 김가온 해양수산과장.
func (f *Finder) hasOfficial(next string, stop int) bool {
	if !f.IsPerson(next) {
		return false
	}
	then, _ := f.NextWord(stop)
	return f.HasWord("official", then) || f.isOfficial(then)
}

// isAwarded reports whether the words behind a municipality tell of its prize: 우수상 수상, 우수기관 선정.
func (f *Finder) isAwarded(next string, stop int) bool {
	for range 3 {
		if f.HasWord("award", next) {
			return true
		}
		if !f.BareNoun(next) {
			return false
		}
		if next, stop = f.NextWord(stop); next == "" {
			return false
		}
	}
	return false
}

// quoteFollows reports whether a quotation begins behind a space at byte i.
func (f *Finder) quoteFollows(i int) bool {
	after := f.Text[i:]
	return strings.HasPrefix(after, " ‘") || strings.HasPrefix(after, " “") || strings.HasPrefix(after, " 「")
}

// isProvided reports whether a caption's "사진 제공 :" stands before byte i.
func (f *Finder) isProvided(i int) bool {
	before := strings.TrimRight(f.Text[max(0, i-32):i], " ")
	head, ok := strings.CutSuffix(before, ":")
	return ok && strings.HasSuffix(strings.TrimRight(head, " "), "제공")
}

// isOfficial reports whether word is an office that only bodies have: 해람시 기획조정실장.
func (f *Finder) isOfficial(word string) bool {
	for _, w := range f.Lists.Context.List("office") {
		if at := strings.Index(word, w); at >= reading.Syllable {
			last, _ := utf8.DecodeLastRuneInString(w)
			rest := word[at+len(w):]
			return rest == "" || f.Lists.Particles.Follows(last, rest)
		}
	}
	return false
}
