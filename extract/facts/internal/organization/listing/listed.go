package listing

import (
	"strings"
	"unicode/utf8"

	"github.com/gisa-go/gisa/extract/facts/internal/gazetteer"
	"github.com/gisa-go/gisa/extract/facts/internal/organization/candidate"
	"github.com/gisa-go/gisa/extract/facts/internal/organization/kind"
	"github.com/gisa-go/gisa/extract/facts/internal/organization/reading"
	"github.com/gisa-go/gisa/internal/korean"
)

// Classify looks every word up: in the lists, longest name first, then by its ending.
func (f *Finder) Classify() {
	for i := 0; i < len(f.Words); {
		w := f.Words[i]
		c, ok := f.listed(w)
		if e, found := f.ending(w); found && (!ok || e.End > c.End) {
			c, ok = e, true
		}
		i++
		if !ok {
			continue
		}
		if f.Cands = append(f.Cands, c); len(f.Cands) == f.Most {
			return
		}
		for i < len(f.Words) && f.Words[i].Start < c.End {
			i++
		}
	}
}

// listed finds the longest listed name that starts at w and ends where a word may end, the caller's first.
func (f *Finder) listed(w korean.Word) (candidate.Candidate, bool) {
	if f.Lists.Own != nil {
		if c, ok := f.listedIn(f.Lists.Own, w); ok {
			c.Own = true
			return c, true
		}
	}
	return f.listedIn(f.Lists.Table, w)
}

func (f *Finder) listedIn(table *gazetteer.Table, w korean.Word) (candidate.Candidate, bool) {
	f.matches = table.Matches(f.Text, w.Start, f.matches[:0])
	for k := len(f.matches) - 1; k >= 0; k-- {
		m := f.matches[k]
		n := table.Name(m.ID)
		if m.Spaced && utf8.RuneCountInString(n.Text) < 4 {
			continue
		}
		rest := f.Text[m.End:f.WordEnd(m.End)]
		if rest != "" && !f.MayFollow(f.Text[w.Start:m.End], rest) {
			continue
		}
		if n.Kind != gazetteer.Organization && strings.HasPrefix(rest, "대로") { // 세종대로 is a road
			continue
		}
		return candidate.Candidate{Span: reading.Span{Start: w.Start, End: m.End}, Rest: rest, Name: n.Canonical,
			Type: kind.Type(n.Type), Kind: n.Kind, Role: roleOf(n), Bare: n.Bare(), Rule: "list"}, true
	}
	return candidate.Candidate{}, false
}

func roleOf(n *gazetteer.Name) candidate.Role {
	switch {
	case n.Kind == gazetteer.Town:
		return candidate.Town
	case n.Kind == gazetteer.Country:
		return candidate.Country
	case n.Kind != gazetteer.Organization:
		return candidate.Place
	case n.Weak:
		return candidate.Weak
	}
	return candidate.Sure
}

// ending finds a name or a part of a body by the ending of w, with or without a particle.
func (f *Finder) ending(w korean.Word) (candidate.Candidate, bool) {
	text := f.Text[w.Start:w.End]
	f.stems = f.Lists.Particles.Stems(text, append(f.stems[:0], len(text)))
	for _, n := range f.stems {
		if c, ok := f.endingOf(text[:n], w.Start); ok {
			c.Rest = text[n:]
			return c, true
		}
	}
	return candidate.Candidate{}, false
}

func (f *Finder) endingOf(stem string, start int) (candidate.Candidate, bool) {
	c := candidate.Candidate{Span: reading.Span{Start: start, End: start + len(stem)}, Rule: "suffix"}
	e := f.Lists.Endings.Longest(stem, gazetteer.NameEnding, gazetteer.UnitEnding, gazetteer.NumberedEnding,
		gazetteer.CertainEnding)
	if e == nil {
		return c, false
	}
	head := strings.TrimSuffix(stem, e.Text)
	c.Local = f.IsTownForm(head)
	isUnit := e.Kinds[gazetteer.UnitEnding]
	switch {
	case e.Kinds[gazetteer.NumberedEnding] && endsInDigit(head):
		c.Role, c.Type = candidate.Unit, kind.Type(e.Types[gazetteer.NumberedEnding])
	case head == "" && isUnit:
		c.Role, c.Type = candidate.Unit, kind.Type(e.Types[gazetteer.UnitEnding])
		c.Alone = c.Type == kind.Committee && !f.Lists.Endings.Generic(stem) && utf8.RuneCountInString(stem) >= 5
	case head == "" || f.Lists.Endings.Generic(stem):
		return c, false
	case f.Lists.Endings.Refused(stem):
		return c, false
	case e.Kinds[gazetteer.CertainEnding] && (utf8.RuneCountInString(head) >= 2 || f.IsPlace(head)):
		c.Role, c.Type, c.Certain = candidate.Sure, kind.Type(e.Types[gazetteer.CertainEnding]), true
	case e.Kinds[gazetteer.NameEnding] && (utf8.RuneCountInString(head) >= 2 || f.IsPlace(head)):
		c.Role, c.Type = candidate.Sure, kind.Type(e.Types[gazetteer.NameEnding])
	case isUnit && f.IsBody(head):
		c.Role, c.Type = candidate.Sure, kind.Type(e.Types[gazetteer.UnitEnding])
	case isUnit && utf8.RuneCountInString(head) >= 2:
		c.Role, c.Type = candidate.Unit, kind.Type(e.Types[gazetteer.UnitEnding])
	default:
		return c, false
	}
	return c, true
}

func endsInDigit(s string) bool { return s != "" && '0' <= s[len(s)-1] && s[len(s)-1] <= '9' }
