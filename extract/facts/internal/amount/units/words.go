// Package units holds the units of amounts and the words around them, and finds them in a text.
package units

import (
	"cmp"
	"maps"
	"slices"
	"strings"
	"unicode/utf8"

	"github.com/gisa-go/gisa/extract/facts/internal/lexicon"
	"github.com/gisa-go/gisa/extract/facts/internal/number"
	"github.com/gisa-go/gisa/extract/facts/internal/runes"
	"github.com/gisa-go/gisa/internal/korean"
)

// Trait is what the sections of a lexicon say of a unit beside its kind.
type Trait uint16

const (
	Careful     Trait = 1 << iota // begins many words: what stands before and behind must allow it
	Coin                          // a part of a currency unit
	Nothing                       // no unit, but a word that begins like one
	latin                         // ends in an ASCII letter: no further letter may follow
	Inferred                      // not in the text
	Fused                         // may be joined to a native numeral: 두번
	single                        // 한 counts it: 한 명
	singleFused                   // and may be joined to it: 한명
	Numberable                    // 제 makes it a place in a row: 제3회
	bodily                        // something else behind a native numeral: 두 손
)

// Unit is one spelling of a unit.
type Unit struct {
	Word, Symbol string
	Kind         Kind
	Traits       Trait
	Part         number.Decimal // of a coin: the share of one unit; of a careful counter: the least number
	Cues         []string       // nouns that must stand before it
	Series       []string       // words before the number that make it a place in a row
	Borne        []string       // words behind it that do
	Unlike       []string       // words near which it is something else
	Few          []string       // nouns before it of which there may be fewer than its least number
}

func (u *Unit) Is(t Trait) bool { return u.Traits&t != 0 }

// Effect is what a word beside an amount does to it.
type Effect struct {
	Word  string
	Head  string // "approx", "each", "minus", "increase", …; what a per word says
	Bound lexicon.Bound
}

// Words is what a lexicon says of amounts, made for lookup.
type Words struct {
	every []*Unit            // longest first
	units runes.Table[*Unit] // by their beginning
	signs runes.Table[*Unit] // currencies in front of the number, by their end

	Before, Per, Prefix, Leading, Machine, Laws Table // found by where they end
	After, Change, Course, Tail, Rank, Unless   Table // found by where they begin

	Weight, Warmth, Things, Sums, Rate, Rated, Against, Persons []string
	Grounds                                                     map[string]bool

	Multiples   []multiple
	PersonVerbs Table // found by where they begin

	rules map[Kind]*[8]string
}

// New makes the tables of what a lexicon says of amounts.
func New(l lexicon.Entries) *Words {
	w := &Words{
		Before: ending(l, sections[beforeSection]), Per: ending(l, sections[perSection]),
		Prefix: ending(l, sections[prefixSection]), Leading: ending(l, sections[leadingSection]),
		Machine: ending(l, sections[machineSection]), Laws: ending(l, sections[lawsSection]),
		After: beginning(l, sections[afterSection]), Change: beginning(l, sections[changeSection]),
		Course: beginning(l, sections[courseSection]), Tail: beginning(l, sections[tailSection]),
		Rank: beginning(l, sections[rankSection]), Unless: beginning(l, sections[unlessSection]),
		Weight: l.Words(sections[weightSection]), Warmth: l.Words(sections[warmthSection]),
		Things: l.Words(sections[thingsSection]), Sums: l.Words(sections[sumsSection]),
		Rate: l.Words(sections[rateSection]), Rated: l.Words(sections[ratedSection]),
		Against: l.Words(sections[againstSection]), Grounds: map[string]bool{},
		Multiples: multiplesOf(l),
		Persons:   l.Words(sections[personSection]), PersonVerbs: beginning(l, sections[personVerbSection]),
	}
	for _, word := range l.Words(sections[groundsSection]) {
		w.Grounds[word] = true
	}
	w.rules = ruleNames()
	units := unitsOf(l)
	for section, t := range map[section]Trait{
		fusedSection: Fused, oneSection: single, fusedOneSection: singleFused, numberedSection: Numberable,
		bodilySection: bodily,
	} {
		for _, word := range l.Words(sections[section]) {
			if u := units[word]; u != nil {
				u.Traits |= t
			}
		}
	}
	for section, list := range map[section]func(*Unit) *[]string{
		cueSection:    func(u *Unit) *[]string { return &u.Cues },
		seriesSection: func(u *Unit) *[]string { return &u.Series },
		borneSection:  func(u *Unit) *[]string { return &u.Borne },
		unlikeSection: func(u *Unit) *[]string { return &u.Unlike },
		fewSection:    func(u *Unit) *[]string { return &u.Few },
	} {
		for e := range l.In(sections[section]) {
			for _, word := range strings.Fields(e.Head) {
				if u := units[word]; u != nil {
					*list(u) = append(*list(u), e.Words...)
				}
			}
		}
	}
	w.index(units)
	return w
}

// ruleNames makes the names of the rules once, so that an amount costs no string.
func ruleNames() map[Kind]*[8]string {
	names := map[Kind]*[8]string{}
	for _, kind := range [...]Kind{Money, Percent, PercentPoint, Ratio, Count, Measure, Age, Ordinal} {
		var list [8]string
		for i, form := range [...]string{"digits", "mixed", "sino", "native"} {
			list[i] = string(kind) + ":" + form
			list[i+4] = list[i] + ":range"
		}
		names[kind] = &list
	}
	return names
}

// Rule names what was matched.
func (w *Words) Rule(kind Kind, form number.Form, isRange bool) string {
	i := int(form)
	if isRange {
		i += 4
	}
	return w.rules[kind][i]
}

// unitsOf gives the units of a lexicon by their spelling; the later line counts.
func unitsOf(l lexicon.Entries) map[string]*Unit {
	units := map[string]*Unit{}
	for _, e := range l {
		u, ok := unitOf(e)
		if !ok {
			continue
		}
		for _, word := range e.Words {
			v := u
			v.Word = word
			if v.Kind == Count || v.Kind == Ordinal {
				v.Symbol = word
			}
			if runes.IsLetterAt(word, len(word)-1) {
				v.Traits |= latin
			}
			units[word] = &v
		}
	}
	return units
}

// unitOf gives the unit that an entry describes, without its spelling.
func unitOf(e lexicon.Entry) (u Unit, ok bool) {
	u.Symbol = e.Head
	switch sectionOf(e.Section) {
	case moneySection:
		u.Kind = Money
	case coinSection:
		code, part, _ := strings.Cut(e.Head, " ")
		u.Kind, u.Traits, u.Symbol = Money, Coin, code
		u.Part, _ = number.ParseDecimal(part)
	case percentSection:
		u.Kind = Percent
	case pointSection:
		u.Kind = PercentPoint
	case ratioSection:
		u.Kind = Ratio
	case measureSection:
		u.Kind = Measure
	case customSection:
		u.Kind, u.Traits = Measure, Careful
	case counterSection:
		u.Kind = Count
	case carefulSection:
		u.Kind, u.Traits = Count, Careful
		u.Part, _ = number.ParseDecimal(e.Head)
	case ordinalSection:
		u.Kind, u.Traits = Ordinal, Careful
	case ageSection:
		u.Kind, u.Traits = Age, Careful
	case nothingSection:
		u.Traits = Nothing
	default:
		return u, false
	}
	return u, true
}

// index makes the tables of units and signs.
func (w *Words) index(units map[string]*Unit) {
	w.every = slices.SortedFunc(maps.Values(units), func(a, b *Unit) int {
		return cmp.Or(cmp.Compare(len(b.Word), len(a.Word)), strings.Compare(a.Word, b.Word))
	})
	var signs []*Unit
	for _, u := range w.every {
		if u.Kind == Money && !u.Is(Coin) && !korean.IsSyllable(runes.FirstRune(u.Word)) {
			signs = append(signs, u)
		}
	}
	w.units = runes.NewTable(w.every, func(u *Unit) (one, two uint64) { return runes.StartOf(u.Word, 0) })
	w.signs = runes.NewTable(signs, func(u *Unit) (one, two uint64) { return runes.EndOf(u.Word, len(u.Word)) })
}

// UnitsAt gives the units that may begin at i, longest first.
func (w *Words) UnitsAt(text string, i int) []*Unit {
	if i >= len(text) {
		return nil
	}
	return w.units.At(runes.StartOf(text, i))
}

// Stands reports whether the unit stands at i.
func (u *Unit) Stands(text string, i int) bool {
	return strings.HasPrefix(text[i:], u.Word) && !(u.Is(latin) && runes.IsLetterAt(text, i+len(u.Word)))
}

// UnitAt gives the longest unit at i, nil if there is none.
func (w *Words) UnitAt(text string, i int) *Unit {
	for _, u := range w.UnitsAt(text, i) {
		if u.Stands(text, i) {
			return u
		}
	}
	return nil
}

// SignBefore gives the currency that ends at i, nil if there is none.
func (w *Words) SignBefore(text string, i int) *Unit {
	if i == 0 || text[i-1] == ' ' {
		return nil
	}
	for _, u := range w.signs.At(runes.EndOf(text, i)) {
		if strings.HasSuffix(text[:i], u.Word) && !(runes.IsLetterAt(u.Word, 0) && runes.IsLetterAt(text, i-len(u.Word)-1)) {
			return u
		}
	}
	return nil
}

// Table finds words by how they begin or end, longest first.
type Table struct{ runes.Table[Effect] }

func beginning(l lexicon.Entries, section lexicon.Section) Table {
	return newWordTable(l, section, func(f Effect) (one, two uint64) { return runes.StartOf(f.Word, 0) })
}

func ending(l lexicon.Entries, section lexicon.Section) Table {
	return newWordTable(l, section, func(f Effect) (one, two uint64) { return runes.EndOf(f.Word, len(f.Word)) })
}

func newWordTable(l lexicon.Entries, section lexicon.Section, at func(Effect) (one, two uint64)) Table {
	var words []Effect
	for e := range l.In(section) {
		f := Effect{Head: e.Head}
		switch bound := lexicon.Bound(e.Head); bound {
		case lexicon.AtLeast, lexicon.MoreThan, lexicon.AtMost, lexicon.LessThan:
			f.Bound = bound
		}
		for _, word := range e.Words {
			f.Word = word
			words = append(words, f)
		}
	}
	slices.SortStableFunc(words, func(a, b Effect) int { return len(b.Word) - len(a.Word) })
	return Table{runes.NewTable(words, at)}
}

// Begins gives the longest word that begins at i, nil if there is none.
func (t *Table) Begins(text string, i int) *Effect {
	if i >= len(text) {
		return nil
	}
	list := t.At(runes.StartOf(text, i))
	for k := range list {
		if strings.HasPrefix(text[i:], list[k].Word) {
			return &list[k]
		}
	}
	return nil
}

// Ends gives the longest word that ends at i; if whole, no other word may be joined to its front.
func (t *Table) Ends(text string, i int, whole bool) *Effect {
	if i <= 0 {
		return nil
	}
	list := t.At(runes.EndOf(text, i))
	for k := range list {
		if strings.HasSuffix(text[:i], list[k].Word) && !(whole && runes.WordBefore(text, i-len(list[k].Word))) {
			return &list[k]
		}
	}
	return nil
}

// Lasts tells the units of time among the words that are no units of amounts, from 편성 and its like.
func (u *Unit) Lasts() bool {
	switch u.Word {
	case "시간", "개월", "개년", "주일", "주간", "세기", "분기":
		return true
	}
	return utf8.RuneCountInString(u.Word) == 1
}
