// Package model puts what the sequence model marks among the candidates.
package model

import (
	"strings"
	"sync"
	"unicode/utf8"

	"github.com/gisa-go/gisa/extract/facts/internal/organization/candidate"
	"github.com/gisa-go/gisa/extract/facts/internal/organization/data"
	"github.com/gisa-go/gisa/extract/facts/internal/organization/kind"
	"github.com/gisa-go/gisa/extract/facts/internal/organization/reading"
	"github.com/gisa-go/gisa/extract/facts/internal/tagger"
	"github.com/gisa-go/gisa/internal/korean"
)

// Finder asks the sequence model.
type Finder struct {
	*candidate.Found
	Own *tagger.Model // to ask instead of the package's; may be nil
}

// taggers keeps the buffers of taggers from text to text.
var taggers = sync.Pool{New: func() any { return tagger.New(data.Model(), data.Lists()) }}

// Tag marks the names of the text line by line and weighs them against what the lists say.
func (f *Finder) Tag() {
	t := f.tagger()
	if f.Own == nil {
		defer taggers.Put(t)
	}
	f.Lean = make([]int32, len(f.Text))
	for start := 0; start < len(f.Text); {
		line := f.Text[start:lineEnd(f.Text, start)]
		switch n := len(f.Marked); {
		case holdsHangul(line):
			f.Marked = t.Mark(strings.TrimRight(line, "\n"), f.Marked, f.Lean[start:])
			for i := range f.Marked[n:] {
				f.Marked[n+i].Start += start
				f.Marked[n+i].End += start
			}
		default: // the model knows Korean only: what is listed stands there without it
			for i := range len(line) {
				f.Lean[start+i] = unasked
			}
		}
		start += len(line)
	}
}

// longestLine is how much of a line, in bytes, the model reads as one: no line of news is as long, and what the model
// keeps of a line is many times its length.
const longestLine = 12 << 10

// lineEnd returns where the line that begins at start ends, its break included; a very long one is cut at a blank.
func lineEnd(text string, start int) int {
	end := len(text)
	if i := strings.IndexByte(text[start:], '\n'); i >= 0 {
		end = start + i + 1
	}
	if end-start <= longestLine {
		return end
	}
	cut := start + longestLine
	if i := strings.LastIndexByte(text[start:cut], ' '); i > 0 {
		return start + i + 1
	}
	for !utf8.RuneStart(text[cut]) {
		cut--
	}
	return cut
}

// unasked is the preference for organization of text that the model is not asked for: enough for a listed name.
const unasked = 20000

// holdsHangul reports whether a Hangul syllable stands in a text.
func holdsHangul(s string) bool {
	for i := 0; i < len(s); i++ {
		if s[i] < 0xEA || s[i] > 0xED { // no beginning of one
			continue
		}
		if r, _ := utf8.DecodeRuneInString(s[i:]); korean.IsSyllable(r) {
			return true
		}
	}
	return false
}

func (f *Finder) tagger() *tagger.Tagger {
	if f.Own != nil {
		return tagger.New(f.Own, f.Lists)
	}
	return taggers.Get().(*tagger.Tagger)
}

// Merge puts the model's names among the candidates, in order of their spans.
func (f *Finder) Merge() {
	var out []candidate.Candidate
	k := 0
	for _, s := range f.Marked {
		if s.Class != tagger.BeginOrganization {
			continue
		}
		for k < len(f.Cands) && f.Cands[k].End <= s.Start {
			out = append(out, f.Cands[k])
			k++
		}
		m := f.fromModel(s)
		for k < len(f.Cands) && f.Cands[k].Start < s.End {
			c := f.Cands[k]
			k++
			if c.Role == candidate.Place && isDirection(c.Rest) {
				m = c
				continue
			}
			if c.Start <= m.Start && c.End >= m.End && (c.Role == candidate.Sure || c.Span == m.Span) {
				if c.Role != candidate.Unit {
					c.Role = candidate.Sure
				}
				m = c
				m.Role, m.Rule = candidate.Sure, c.Rule+"+model"
				continue
			}
			if c.Start < m.Start || c.End > m.End {
				if c.Role == candidate.Sure && c.Rule == "list" {
					m = c
				}
			}
		}
		out = append(out, m)
	}
	f.Cands = append(out, f.Cands[k:]...)
}

// isDirection reports whether a particle says that a municipality is a place, whatever the model takes it for.
func isDirection(particle string) bool {
	switch particle {
	case "로", "으로", "에서", "까지", "부터", "에서의", "로의", "으로의", "에서부터":
		return true
	}
	return false
}

// fromModel makes a candidate of a name that the model marked.
func (f *Finder) fromModel(s tagger.Span) candidate.Candidate {
	s.End = s.Start + len(strings.TrimRight(f.Text[s.Start:s.End], ",· "))
	c := candidate.Candidate{Span: reading.Span{Start: s.Start, End: s.End}, Role: candidate.Sure, Rule: "model",
		Type: kind.Company}
	c.Rest = f.Text[s.End:f.WordEnd(s.End)]
	raw := f.Text[s.Start:s.End]
	if id, ok := f.Lists.Table.Lookup(strings.ReplaceAll(raw, " ", "")); ok {
		n := f.Lists.Table.Name(id)
		c.Name, c.Type = n.Canonical, kind.Type(n.Type)
	} else if typ, ok := f.EndsAs(raw); ok {
		c.Type = typ
	} else if e := f.Lists.Endings.Longest(raw); e != nil {
		c.Type = kind.Type(e.Type())
	} else {
		c.Guessed = true
	}
	return c
}
