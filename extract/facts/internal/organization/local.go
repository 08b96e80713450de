package organization

import (
	"strings"
	"unicode/utf8"

	"github.com/gisa-go/gisa/extract/facts/internal/gazetteer"
	"github.com/gisa-go/gisa/internal/korean"
)

// towns finds by their form the towns that no list holds, where what follows shows one: its office (금호4동
// 행정복지센터), its clubs, its head in a bracket (중마동(동장 김가온)).
func (f *finder) towns() {
	var found []candidate
	for i := range f.cands {
		if c := &f.cands[i]; c.role == unit && (c.typ == Government || c.typ == Association || c.typ == Committee && !c.alone) {
			if c.Start == 0 || f.text[c.Start-1] != ' ' {
				continue
			}
			if s, ok := f.townBefore(c.Start - 1); ok {
				found = append(found, f.townAt(s, town))
			}
		}
	}
	f.add(found)
	found = nil
	for _, head := range [...]string{"(동장", "(면장", "(읍장"} {
		for at := 0; ; {
			i := strings.Index(f.text[at:], head)
			if i < 0 {
				break
			}
			at += i
			if s, ok := f.townBefore(at); ok || s.End-s.Start >= 2*syllable && s.End-s.Start <= longestTown*syllable {
				found = append(found, f.townAt(s, sure))
			}
			at += len(head)
		}
		f.overlay(found)
		found = found[:0]
	}
}

func (f *finder) townAt(s Span, r role) candidate {
	return candidate{Span: s, role: r, name: f.text[s.Start:s.End], typ: Government, kind: gazetteer.Town, rule: "pattern",
		local: true}
}

// add puts candidates, in order, among the others where they overlap none.
func (f *finder) add(found []candidate) {
	k := 0
	free := found[:0]
	for _, c := range found {
		for k < len(f.cands) && f.cands[k].End <= c.Start {
			k++
		}
		if k == len(f.cands) || f.cands[k].Start >= c.End {
			free = append(free, c)
		}
	}
	f.overlay(free)
}

// longestTown is the most syllables of a town's name.
const longestTown = 5

// townBefore returns the word that ends at byte i if it has the form of a town's name: 동, 읍 or 면 behind one to four
// syllables that do not make a common noun of it.
func (f *finder) townBefore(i int) (Span, bool) {
	start := i
	for n := 0; start > 0 && n <= longestTown; n++ {
		r, size := utf8.DecodeLastRuneInString(f.text[:start])
		if !(r >= '가' && r <= '힣') && !(r >= '0' && r <= '9') && r != '·' {
			break
		}
		start -= size
	}
	s := Span{start, max(i, start)}
	return s, f.isTownForm(f.text[s.Start:s.End])
}

// isTownForm reports whether a name has the form of a town's.
func (f *finder) isTownForm(name string) bool {
	if !strings.HasSuffix(name, "동") && !strings.HasSuffix(name, "읍") && !strings.HasSuffix(name, "면") {
		return false
	}
	n := utf8.RuneCountInString(name)
	if f.isPlace(name) {
		return true
	}
	if n < 2 || n > longestTown || f.lists.Nouns[name] {
		return false
	}
	return len(name) < 2*syllable || !f.lists.Context.Section("no town")[name[len(name)-2*syllable:]]
}

// townActs reports whether a town is the subject of a sentence whose verb says what only an office does.
func (f *finder) townActs(c *candidate) bool {
	name := f.text[c.Start:c.End]
	if !strings.HasSuffix(name, "동") && !strings.HasSuffix(name, "읍") && !strings.HasSuffix(name, "면") {
		return false
	}
	next, _ := f.nextWord(c.End + len(c.rest))
	switch c.rest {
	case "은", "는", "이", "가":
		return !f.placeVerb(next) && f.hasOfficeVerb(c.Span)
	case "":
		return f.headsLine(c) || f.hasWord("town deed", next)
	}
	return false
}

// hasOfficeVerb reports whether the sentence around s ends in what an office does: 밝혔다, 개최했다.
func (f *finder) hasOfficeVerb(s Span) bool {
	said := f.sentence(s, s.Start)
	text := strings.TrimRight(f.text[said.Start:said.End], ".”’\" ")
	last := text[strings.LastIndexByte(text, ' ')+1:]
	return f.beginsWith("office verb", last)
}

// located takes into the names that begin with a town the municipality before it: 이룸군 옥과면, 해람시 중마동
// 행정복지센터.
func (f *finder) located() {
	for i := 1; i < len(f.cands); i++ {
		c := &f.cands[i]
		if !c.local || c.role != sure {
			continue
		}
		for k := i - 1; k >= 0; k-- {
			b := &f.cands[k]
			if b.kind != gazetteer.Municipality || b.rest != "" || f.text[b.End:c.Start] != " " {
				break
			}
			if c.name != "" {
				c.name = f.text[b.Start:b.End] + " " + c.name
			}
			c.Start, b.role = b.Start, dropped
		}
	}
}

// bullets stand before the name that heads a line.
const bullets = "-–○◇◆▲△■□●※·*“‘\"'<[「『 "

// headsLine reports whether a municipality heads a line as its subject: before a comma that no other place follows
// (해람시, 골목길 밝힌다), or before a quotation.
func (f *finder) headsLine(c *candidate) bool {
	if c.rest != "" {
		return false
	}
	after := f.text[c.End:]
	rest, comma := strings.CutPrefix(after, ", ")
	if !comma && !strings.HasPrefix(after, "“") && !strings.HasPrefix(after, "‘") {
		return false
	}
	line := f.text[max(0, c.Start-longestHead):c.Start]
	line = line[strings.LastIndexByte(line, '\n')+1:]
	if strings.TrimLeft(line, bullets) != "" || c.Start > longestHead && len(line) == longestHead {
		return false
	}
	return !comma || !f.isPlaceWord(rest[:korean.WordEnd(rest, 0)])
}

// longestHead bounds how much of a line may stand before its head, in bytes.
const longestHead = 24

// hasOfficial reports whether the words behind a municipality are one of its officials: 김가온 부군수, 김가온 해양수산과장.
func (f *finder) hasOfficial(next string, stop int) bool {
	if !f.isPerson(next) {
		return false
	}
	then, _ := f.nextWord(stop)
	return f.hasWord("official", then) || f.isOfficial(then)
}

// isAwarded reports whether the words behind a municipality tell of its prize: 우수상 수상, 우수기관 선정.
func (f *finder) isAwarded(next string, stop int) bool {
	for range 3 {
		if f.hasWord("award", next) {
			return true
		}
		if !f.bareNoun(next) {
			return false
		}
		if next, stop = f.nextWord(stop); next == "" {
			return false
		}
	}
	return false
}

// quoteFollows reports whether a quotation begins behind a space at byte i.
func (f *finder) quoteFollows(i int) bool {
	after := f.text[i:]
	return strings.HasPrefix(after, " ‘") || strings.HasPrefix(after, " “") || strings.HasPrefix(after, " 「")
}

// isProvided reports whether a caption's "사진 제공 :" stands before byte i.
func (f *finder) isProvided(i int) bool {
	before := strings.TrimRight(f.text[max(0, i-32):i], " ")
	head, ok := strings.CutSuffix(before, ":")
	return ok && strings.HasSuffix(strings.TrimRight(head, " "), "제공")
}
