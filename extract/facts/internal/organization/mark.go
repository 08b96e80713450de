package organization

import (
	"strings"
	"unicode/utf8"
)

// marks finds what stands beside a corporate mark (㈜가온테크, 주식회사 가온, 가온(주)) and takes the marks into
// the spans. The names stay without them.
func (f *finder) marks() {
	var found []candidate
	k := 0
	for _, w := range f.words {
		for k < len(f.cands) && f.cands[k].Start < w.Start {
			k++
		}
		if n := f.markBefore(w.Start); n > 0 {
			c := candidate{Span: Span{w.Start, w.Start}}
			if f.leads(w.Start-n, w.Start) {
				if f.hasWord("person", f.text[w.Start:w.End]) || f.hasWord("deed", f.text[w.Start:w.End]) {
					continue
				}
				if k > 0 && f.cands[k-1].Start == w.Start-n && f.cands[k-1].End > w.Start && f.cands[k-1].role == sure {
					found = append(found, f.cands[k-1])
					found[len(found)-1].typ = Company
					continue
				}
			}
			if k < len(f.cands) && f.cands[k].Start == w.Start && f.cands[k].role <= unit {
				c = f.cands[k]
			}
			found = append(found, f.markedFrom(w.Start-n, w.End, c))
		} else if n := f.markAfter(w.End); n > 0 {
			end := w.End + n
			found = append(found, candidate{Span: Span{w.Start, end}, name: f.text[w.Start:w.End], role: sure, rule: "mark", typ: markType(f.text[w.End:end])})
		}
	}
	f.overlay(found)
}

// markBefore returns the length of the mark that ends right before byte i, its space included.
func (f *finder) markBefore(i int) (n int) {
	last := i - 1
	if last > 0 && f.text[last] == ' ' {
		last--
	}
	if last < 0 || !f.cues().markEnd[f.text[last]] {
		return 0
	}
	head := strings.TrimSuffix(f.text[max(0, i-maxMark):i], " ")
	f.lists.Context.Marks.Each(head, func(start int, _ *struct{}) {
		n = min(i, maxMark) - start
	})
	return n
}

// leads reports whether the mark from start to end is a part of the name that follows: 법무법인 가온.
func (f *finder) leads(start, end int) bool {
	return f.lists.Context.Section("lead")[strings.TrimSuffix(f.text[start:end], " ")]
}

// maxMark bounds the length of a mark with the space behind it.
const maxMark = 32

// markAfter returns the length of the mark that starts at byte i.
func (f *finder) markAfter(i int) int {
	if i >= len(f.text) || f.text[i] != '(' && f.text[i] != "㈜"[0] {
		return 0
	}
	for _, m := range f.lists.Context.List("mark") {
		if strings.HasPrefix(f.text[i:], m) {
			return len(m)
		}
	}
	return 0
}

func markType(mark string) OrgType {
	switch strings.Trim(mark, "() ") {
	case "㈔", "사", "재", "사단법인", "재단법인":
		return Association
	case "복", "사회복지법인", "학", "학교법인", "의", "의료법인":
		return PublicInstitution
	}
	return Company
}

// markedFrom makes a name of what follows a mark that starts at byte start: the candidate c if there is one,
// else the word that ends at stop, without its particle.
func (f *finder) markedFrom(start, stop int, c candidate) candidate {
	first := c.Start
	if c.End == first {
		c.End = first + f.stemLength(f.text[first:stop])
		c.rest, c.rule, c.typ = f.text[c.End:stop], "mark", markType(f.text[start:first])
	} else {
		c.rule += "+mark"
		if typ := markType(f.text[start:first]); c.typ == Company {
			c.typ = typ
		}
	}
	if f.leads(start, first) {
		c.name = f.text[start:c.End]
	} else if c.name == "" {
		c.name = f.text[first:c.End]
	}
	c.Start, c.role, c.guessed = start, sure, false
	return c
}

// stemLength returns how long word is without its longest particle, if two syllables are left.
func (f *finder) stemLength(word string) int {
	f.stems = f.lists.Particles.Stems(word, f.stems[:0])
	for _, n := range f.stems {
		if utf8.RuneCountInString(word[:n]) >= 2 {
			return n
		}
	}
	return len(word)
}

// overlay puts candidates, in order, in the place of those that they overlap.
func (f *finder) overlay(found []candidate) {
	if len(found) == 0 {
		return
	}
	out := make([]candidate, 0, len(f.cands)+len(found))
	k := 0
	for _, c := range found {
		if len(out) > 0 && out[len(out)-1].End > c.Start {
			continue
		}
		for k < len(f.cands) && f.cands[k].End <= c.Start {
			out = append(out, f.cands[k])
			k++
		}
		for k < len(f.cands) && f.cands[k].Start < c.End {
			k++
		}
		out = append(out, c)
	}
	f.cands = append(out, f.cands[k:]...)
}
