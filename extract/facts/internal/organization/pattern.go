package organization

import (
	"slices"
	"strings"
	"unicode/utf8"

	"github.com/gisa-go/gisa/extract/facts/internal/gazetteer"
	"github.com/gisa-go/gisa/internal/korean"
)

// The model's mean preference for organization that an unlisted municipality, and an item of a list of companies,
// must have.
const (
	leastTown   = 10000
	leastHolder = 5000 // of one with what a body has behind it: 해람시 관계자
	leastItem   = 2000
)

// syllable is the length of a syllable of Hangul.
const syllable = len("가")

// municipalities finds by their form the municipalities that no list holds: two syllables and 시, 군 or 구
// (해람시, 이룸군). They are places until they act.
func (f *finder) municipalities() {
	var found []candidate
	k := 0
	for _, w := range f.words {
		s, ok := f.municipal(w)
		if !ok {
			continue
		}
		for k < len(f.cands) && f.cands[k].End <= s.Start {
			k++
		}
		if k < len(f.cands) && f.cands[k].Start < s.End {
			if c := &f.cands[k]; c.rule == "model" && c.Span == s {
				c.typ = Government
			}
			continue
		}
		least := leastTown
		if next, _ := f.nextWord(w.End); w.End == s.End && (f.hasWord("person", next) || f.isUnitWord(next)) {
			least = leastHolder
		}
		if f.leaning(s) >= least {
			found = append(found, candidate{Span: s, rest: f.text[s.End:w.End], role: place, name: f.text[s.Start:s.End],
				typ: Government, kind: gazetteer.Municipality, rule: "pattern"})
		}
	}
	f.overlay(found)
}

// isUnitWord reports whether word, without its particle, names a part of a body.
func (f *finder) isUnitWord(word string) bool {
	for _, n := range f.stemsOf(word) {
		if e := f.lists.Endings.Longest(word[:n], gazetteer.UnitEnding); n > 0 && e != nil && len(e.Text) >= 3*syllable {
			return true
		}
	}
	return false
}

// municipal returns the part of w that has the form of a municipality's name.
func (f *finder) municipal(w korean.Word) (Span, bool) {
	s := Span{w.Start, w.Start + 3*syllable}
	if w.End < s.End {
		return s, false
	}
	name := f.text[s.Start:s.End]
	head, ok := strings.CutSuffix(name, "시")
	for _, kind := range [...]string{"군", "구"} {
		if !ok {
			head, ok = strings.CutSuffix(name, kind)
		}
	}
	if !ok || utf8.RuneCountInString(head) != 2 || head[0] < 0xEA || f.lists.Context.Section("common")[name] || f.isPlace(head) {
		return s, false
	}
	rest := f.text[s.End:w.End]
	return s, rest == "" || f.mayFollow(name, rest)
}

// itemised finds the items of a list that a count of companies ends (가온테크와 이룸소재 등 12개사), and those with marks before
// them.
func (f *finder) itemised() {
	var found []candidate
	for i, w := range f.words {
		if f.text[w.Start:w.End] != "등" {
			continue
		}
		items := f.bulleted(i)
		if f.counts("bodies", w.End) || len(items) > 1 && f.bodyFollows(items[len(items)-1].Start) {
			found = append(found, items...)
		}
		if len(items) == 0 && f.counts("companies", w.End) {
			found = append(found, f.items(i)...)
		}
	}
	k := 0
	out := found[:0]
	for _, c := range found {
		for k < len(f.cands) && f.cands[k].End <= c.Start {
			k++
		}
		if (k == len(f.cands) || f.cands[k].Start >= c.End) && f.isItem(&c) {
			out = append(out, c)
		}
	}
	f.overlay(out)
}

// isItem reports whether an item of a list may be the name of a body.
func (f *finder) isItem(c *candidate) bool {
	least := leastItem
	if c.rule == "bulleted" {
		least = leastHeaded
	}
	raw := f.text[c.Start:c.End]
	if f.leaning(c.Span) < least || f.lists.Endings.Refused(raw) {
		return false
	}
	e := f.lists.Endings.Longest(raw)
	return e == nil || e.Text != raw
}

// items returns the items of a list that ends at word i.
func (f *finder) items(i int) (found []candidate) {
	for j := i - 1; j >= 0 && i-j <= maxItems; j-- {
		s, ok := f.item(f.words[j], f.words[j+1].Start, j == i-1)
		if !ok {
			break
		}
		found = append(found, candidate{Span: s, rest: f.text[s.End:f.words[j].End], role: sure, typ: Company, rule: "itemised"})
	}
	slices.Reverse(found)
	return found
}

// bulleted returns the items of one word with a mark before each that end at word i: ▲이룸필름 ▲새솔코리아.
func (f *finder) bulleted(i int) (items []candidate) {
	for j := i - 1; j >= 0 && i-j <= maxItems; j-- {
		w := f.words[j]
		mark := strings.TrimRight(f.text[max(0, w.Start-4):w.Start], " ")
		if !slices.ContainsFunc(f.lists.Context.List("bullet"), func(b string) bool { return strings.HasSuffix(mark, b) }) {
			break
		}
		s := Span(w)
		items = append(items, candidate{Span: s, role: sure, typ: f.typeOf(s, Company), rule: "bulleted"})
	}
	slices.Reverse(items)
	return items
}

// maxItems bounds how many items before a count are looked at.
const maxItems = 12

// item returns the item of a list that w is: what stands before next is a space where w is the last one, else a
// comma, a middle dot or 와/과.
func (f *finder) item(w korean.Word, next int, last bool) (Span, bool) {
	s := Span{w.Start, w.End}
	gap := f.text[w.End:next]
	if !last && gap == " " {
		for _, and := range [...]string{"와", "과"} {
			if strings.HasSuffix(f.text[w.Start:w.End], and) {
				s.End -= len(and)
				return s, s.End-s.Start >= 2*syllable
			}
		}
	}
	return s, (last && gap == " " || !last && isListGap(gap)) && s.End-s.Start >= 2*syllable
}

// counts reports whether the words at byte i count what a section lists: 12개사, 5개 기업.
func (f *finder) counts(section string, i int) bool {
	text := strings.TrimPrefix(f.text[i:min(len(f.text), i+40)], " ")
	digits := len(text) - len(strings.TrimLeft(text, "0123456789"))
	if digits == 0 {
		return false
	}
	text = strings.TrimPrefix(text[digits:], "여")
	for _, unit := range f.lists.Context.List(section) {
		if rest, ok := strings.CutPrefix(text, strings.ReplaceAll(unit, "_", " ")); ok {
			more := rest[:korean.WordEnd(rest, 0)]
			return more == "" || !strings.HasSuffix(unit, "사") || f.lists.Particles.Follows('사', more)
		}
	}
	return false
}
