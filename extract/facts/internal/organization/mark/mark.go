// Package mark finds what stands beside a corporate mark.
package mark

import (
	"strings"
	"sync"
	"unicode/utf8"

	"github.com/gisa-go/gisa/extract/facts/internal/organization/candidate"
	"github.com/gisa-go/gisa/extract/facts/internal/organization/data"
	"github.com/gisa-go/gisa/extract/facts/internal/organization/kind"
	"github.com/gisa-go/gisa/extract/facts/internal/organization/reading"
)

// Finder finds the names with marks.
type Finder struct {
	*candidate.Found
	stems []int
}

// Marks finds what stands beside a corporate mark (㈜가온테크, 주식회사 가온, 가온(주)) and takes the marks into
// the spans. The names stay without them.
func (f *Finder) Marks() {
	var found []candidate.Candidate
	k := 0
	for _, w := range f.Words {
		for k < len(f.Cands) && f.Cands[k].Start < w.Start {
			k++
		}
		if n := f.markBefore(w.Start); n > 0 {
			c := candidate.Candidate{Span: reading.Span{Start: w.Start, End: w.Start}}
			if f.leads(w.Start-n, w.Start) {
				if f.HasWord("person", f.Text[w.Start:w.End]) || f.HasWord("deed", f.Text[w.Start:w.End]) {
					continue
				}
				if k > 0 && f.Cands[k-1].Start == w.Start-n && f.Cands[k-1].End > w.Start && f.Cands[k-1].Role == candidate.Sure {
					found = append(found, f.Cands[k-1])
					found[len(found)-1].Type = kind.Company
					continue
				}
			}
			if k < len(f.Cands) && f.Cands[k].Start == w.Start && f.Cands[k].Role <= candidate.Unit {
				c = f.Cands[k]
			}
			found = append(found, f.markedFrom(w.Start-n, w.End, c))
		} else if n := f.markAfter(w.End); n > 0 {
			end := w.End + n
			found = append(found, candidate.Candidate{Span: reading.Span{Start: w.Start, End: end}, Name: f.Text[w.Start:w.End],
				Role: candidate.Sure, Rule: "mark", Type: markType(f.Text[w.End:end])})
		}
	}
	f.Overlay(found)
}

// markEnds says of each byte whether a corporate mark ends in it.
var markEnds = sync.OnceValue(func() *[256]bool {
	var ends [256]bool
	for _, mark := range data.Lists().Context.List("mark") {
		ends[mark[len(mark)-1]] = true
	}
	return &ends
})

// markBefore returns the length of the mark that ends right before byte i, its space included.
func (f *Finder) markBefore(i int) (n int) {
	last := i - 1
	if last > 0 && f.Text[last] == ' ' {
		last--
	}
	if last < 0 || !markEnds()[f.Text[last]] {
		return 0
	}
	head := strings.TrimSuffix(f.Text[max(0, i-maxMark):i], " ")
	f.Lists.Context.Marks.Each(head, func(start int, _ *struct{}) {
		n = min(i, maxMark) - start
	})
	return n
}

// leads reports whether the mark from start to end is a part of the name that follows: 법무법인 가온.
func (f *Finder) leads(start, end int) bool {
	return f.Lists.Context.Section("lead")[strings.TrimSuffix(f.Text[start:end], " ")]
}

// maxMark bounds the length of a mark with the space behind it.
const maxMark = 32

// markAfter returns the length of the mark that starts at byte i.
func (f *Finder) markAfter(i int) int {
	if i >= len(f.Text) || f.Text[i] != '(' && f.Text[i] != "㈜"[0] {
		return 0
	}
	for _, m := range f.Lists.Context.List("mark") {
		if strings.HasPrefix(f.Text[i:], m) {
			return len(m)
		}
	}
	return 0
}

func markType(mark string) kind.Type {
	switch strings.Trim(mark, "() ") {
	case "㈔", "사", "재", "사단법인", "재단법인":
		return kind.Association
	case "복", "사회복지법인", "학", "학교법인", "의", "의료법인":
		return kind.PublicInstitution
	}
	return kind.Company
}

// markedFrom makes a name of what follows a mark that starts at byte start: the candidate c if there is one,
// else the word that ends at stop, without its particle.
func (f *Finder) markedFrom(start, stop int, c candidate.Candidate) candidate.Candidate {
	first := c.Start
	if c.End == first {
		c.End = first + f.stemLength(f.Text[first:stop])
		c.Rest, c.Rule, c.Type = f.Text[c.End:stop], "mark", markType(f.Text[start:first])
	} else {
		c.Rule += "+mark"
		if typ := markType(f.Text[start:first]); c.Type == kind.Company {
			c.Type = typ
		}
	}
	if f.leads(start, first) {
		c.Name = f.Text[start:c.End]
	} else if c.Name == "" {
		c.Name = f.Text[first:c.End]
	}
	c.Start, c.Role, c.Guessed = start, candidate.Sure, false
	return c
}

// stemLength returns how long word is without its longest particle, if two syllables are left.
func (f *Finder) stemLength(word string) int {
	f.stems = f.Lists.Particles.Stems(word, f.stems[:0])
	for _, n := range f.stems {
		if utf8.RuneCountInString(word[:n]) >= 2 {
			return n
		}
	}
	return len(word)
}
