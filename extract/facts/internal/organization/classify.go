package organization

import (
	"strings"
	"time"
	"unicode/utf8"

	"github.com/gisa-go/gisa/extract/facts/internal/gazetteer"
	"github.com/gisa-go/gisa/extract/facts/internal/tagger"
	"github.com/gisa-go/gisa/internal/korean"
)

// role says what a word or several are to the search for names.
type role uint8

const (
	sure    role = iota // an organization
	weak                // an organization in the right context
	unit                // a part of the body named before it
	place               // a municipality or province: an organization where it acts
	town                // a town: a part of longer names only
	country             // a country: a part of longer names only
	dropped             // decided against
)

// candidate is a possible name: where it stands, what follows it in its word, what is known of it.
type candidate struct {
	Span
	rest    string // particle or other syllables that follow in the same word
	role    role
	name    string // canonical, if listed
	typ     OrgType
	rule    string
	kind    gazetteer.Kind
	bare    bool // a province without 도 or 시
	alone   bool // a unit that is a name without its body, too
	own     bool // from the caller's lists
	guessed bool // its type is a guess
	local   bool // begins with a town
	certain bool // by an ending that the model has no say in
}

// finder finds the organizations of one text.
type finder struct {
	text   string
	lists  *gazetteer.Lists
	when   time.Time
	own    *tagger.Model // to ask instead of the package's; may be nil
	words  []korean.Word
	cands  []candidate
	marked []tagger.Span   // by the model
	lean   []int32         // by byte: how much the model prefers organization there
	titled map[string]bool // titles that the text uses behind persons only
	tally  map[string]int  // how often the model marks a name

	matches []gazetteer.Match
	stems   []int
	ends    []int
}

// classify looks every word up: in the lists, longest name first, then by its ending.
func (f *finder) classify() {
	for i := 0; i < len(f.words); {
		w := f.words[i]
		c, ok := f.listed(w)
		if e, found := f.ending(w); found && (!ok || e.End > c.End) {
			c, ok = e, true
		}
		i++
		if !ok {
			continue
		}
		f.cands = append(f.cands, c)
		for i < len(f.words) && f.words[i].Start < c.End {
			i++
		}
	}
}

// listed finds the longest listed name that starts at w and ends where a word may end, the caller's first.
func (f *finder) listed(w korean.Word) (candidate, bool) {
	if f.lists.Own != nil {
		if c, ok := f.listedIn(f.lists.Own, w); ok {
			c.own = true
			return c, true
		}
	}
	return f.listedIn(f.lists.Table, w)
}

func (f *finder) listedIn(table *gazetteer.Table, w korean.Word) (candidate, bool) {
	f.matches = table.Matches(f.text, w.Start, f.matches[:0])
	for k := len(f.matches) - 1; k >= 0; k-- {
		m := f.matches[k]
		n := table.Name(m.ID)
		if m.Spaced && utf8.RuneCountInString(n.Text) < 4 {
			continue
		}
		rest := f.text[m.End:f.wordEnd(m.End)]
		if rest != "" && !f.mayFollow(f.text[w.Start:m.End], rest) {
			continue
		}
		return candidate{Span: Span{w.Start, m.End}, rest: rest, name: n.Canonical, typ: OrgType(n.Type), kind: n.Kind,
			role: roleOf(n), bare: n.Bare(), rule: "list"}, true
	}
	return candidate{}, false
}

func roleOf(n *gazetteer.Name) role {
	switch {
	case n.Kind == gazetteer.Town:
		return town
	case n.Kind == gazetteer.Country:
		return country
	case n.Kind != gazetteer.Organization:
		return place
	case n.Weak:
		return weak
	}
	return sure
}

// mayFollow reports whether rest, in the same word, leaves name whole: a particle, or syllables such as 측
// with or without one.
func (f *finder) mayFollow(name, rest string) bool {
	last, _ := utf8.DecodeLastRuneInString(name)
	if f.lists.Particles.Follows(last, rest) {
		return true
	}
	attached := f.lists.Context.Section("attached")
	for n := 3; n <= min(len(rest), 9); n += 3 {
		if attached[rest[:n]] {
			end, _ := utf8.DecodeLastRuneInString(rest[:n])
			if n == len(rest) || f.lists.Particles.Follows(end, rest[n:]) {
				return true
			}
		}
	}
	return false
}

// ending finds a name or a part of a body by the ending of w, with or without a particle.
func (f *finder) ending(w korean.Word) (candidate, bool) {
	text := f.text[w.Start:w.End]
	f.stems = f.lists.Particles.Stems(text, append(f.stems[:0], len(text)))
	for _, n := range f.stems {
		if c, ok := f.endingOf(text[:n], w.Start); ok {
			c.rest = text[n:]
			return c, true
		}
	}
	return candidate{}, false
}

func (f *finder) endingOf(stem string, start int) (candidate, bool) {
	c := candidate{Span: Span{start, start + len(stem)}, rule: "suffix"}
	e := f.lists.Endings.Longest(stem, gazetteer.NameEnding, gazetteer.UnitEnding, gazetteer.NumberedEnding, gazetteer.CertainEnding)
	if e == nil {
		return c, false
	}
	head := strings.TrimSuffix(stem, e.Text)
	c.local = f.isTownForm(head)
	isUnit := e.Kinds[gazetteer.UnitEnding]
	switch {
	case e.Kinds[gazetteer.NumberedEnding] && endsInDigit(head):
		c.role, c.typ = unit, OrgType(e.Types[gazetteer.NumberedEnding])
	case head == "" && isUnit:
		c.role, c.typ = unit, OrgType(e.Types[gazetteer.UnitEnding])
		c.alone = c.typ == Committee && !f.lists.Endings.Generic(stem) && utf8.RuneCountInString(stem) >= 5
	case head == "" || f.lists.Endings.Generic(stem):
		return c, false
	case f.lists.Endings.Refused(stem):
		return c, false
	case e.Kinds[gazetteer.CertainEnding] && (utf8.RuneCountInString(head) >= 2 || f.isPlace(head)):
		c.role, c.typ, c.certain = sure, OrgType(e.Types[gazetteer.CertainEnding]), true
	case e.Kinds[gazetteer.NameEnding] && (utf8.RuneCountInString(head) >= 2 || f.isPlace(head)):
		c.role, c.typ = sure, OrgType(e.Types[gazetteer.NameEnding])
	case isUnit && f.isBody(head):
		c.role, c.typ = sure, OrgType(e.Types[gazetteer.UnitEnding])
	case isUnit && utf8.RuneCountInString(head) >= 2:
		c.role, c.typ = unit, OrgType(e.Types[gazetteer.UnitEnding])
	default:
		return c, false
	}
	return c, true
}

func (f *finder) isPlace(s string) bool {
	id, ok := f.lists.Table.Lookup(s)
	return ok && f.lists.Table.Name(id).Kind != gazetteer.Organization
}

func (f *finder) isBody(s string) bool {
	id, ok := f.lists.Table.Lookup(s)
	return ok && !f.lists.Table.Name(id).Weak && f.lists.Table.Name(id).Kind != gazetteer.Town
}

func endsInDigit(s string) bool { return s != "" && '0' <= s[len(s)-1] && s[len(s)-1] <= '9' }

func (f *finder) wordEnd(i int) int { return korean.WordEnd(f.text, i) }
