package amount

import (
	"cmp"
	"maps"
	"slices"
	"strings"

	"github.com/gisa-go/gisa/extract/facts/internal/lexicon"
	"github.com/gisa-go/gisa/extract/facts/internal/number"
	"github.com/gisa-go/gisa/extract/facts/internal/runes"
	"github.com/gisa-go/gisa/internal/korean"
)

// trait is what the sections of a lexicon say of a unit beside its kind.
type trait uint16

const (
	careful     trait = 1 << iota // begins many words: what stands before and behind must allow it
	coin                          // a part of a currency unit
	nothing                       // no unit, but a word that begins like one
	latin                         // ends in an ASCII letter: no further letter may follow
	inferred                      // not in the text
	fused                         // may be joined to a native numeral: 두번
	single                        // 한 counts it: 한 명
	singleFused                   // and may be joined to it: 한명
	numberable                    // 제 makes it a place in a row: 제3회
	bodily                        // something else behind a native numeral: 두 손
)

// unit is one spelling of a unit.
type unit struct {
	word, symbol string
	kind         Kind
	traits       trait
	part         number.Decimal // of a coin: the share of one unit; of a careful counter: the least number
	cues         []string       // nouns that must stand before it
	series       []string       // words before the number that make it a place in a row
	borne        []string       // words behind it that do
	unlike       []string       // words near which it is something else
	few          []string       // nouns before it of which there may be fewer than its least number
}

func (u *unit) is(t trait) bool { return u.traits&t != 0 }

// effect is what a word beside an amount does to it.
type effect struct {
	word  string
	head  string // "approx", "each", "minus", "increase", …; what a per word says
	bound lexicon.Bound
}

// Words is what a lexicon says of amounts, made for lookup.
type Words struct {
	every []*unit            // longest first
	units runes.Table[*unit] // by their beginning
	signs runes.Table[*unit] // currencies in front of the number, by their end

	before, per, prefix, leading, machine, laws wordTable // found by where they end
	after, change, course, tail, rank, unless   wordTable // found by where they begin

	weight, warmth, things, sums, rate, rated, against, persons []string
	grounds                                                     map[string]bool

	multiples   []multiple
	personVerbs wordTable // found by where they begin

	rules map[Kind]*[8]string
}

// NewWords makes the tables of what a lexicon says of amounts.
func NewWords(l lexicon.Entries) *Words {
	w := &Words{
		before: ending(l, sections[beforeSection]), per: ending(l, sections[perSection]),
		prefix: ending(l, sections[prefixSection]), leading: ending(l, sections[leadingSection]),
		machine: ending(l, sections[machineSection]), laws: ending(l, sections[lawsSection]),
		after: beginning(l, sections[afterSection]), change: beginning(l, sections[changeSection]),
		course: beginning(l, sections[courseSection]), tail: beginning(l, sections[tailSection]),
		rank: beginning(l, sections[rankSection]), unless: beginning(l, sections[unlessSection]),
		weight: l.Words(sections[weightSection]), warmth: l.Words(sections[warmthSection]),
		things: l.Words(sections[thingsSection]), sums: l.Words(sections[sumsSection]),
		rate: l.Words(sections[rateSection]), rated: l.Words(sections[ratedSection]),
		against: l.Words(sections[againstSection]), grounds: map[string]bool{},
		multiples: multiplesOf(l),
		persons:   l.Words(sections[personSection]), personVerbs: beginning(l, sections[personVerbSection]),
	}
	for _, word := range l.Words(sections[groundsSection]) {
		w.grounds[word] = true
	}
	w.rules = ruleNames()
	units := unitsOf(l)
	for section, t := range map[section]trait{
		fusedSection: fused, oneSection: single, fusedOneSection: singleFused, numberedSection: numberable,
		bodilySection: bodily,
	} {
		for _, word := range l.Words(sections[section]) {
			if u := units[word]; u != nil {
				u.traits |= t
			}
		}
	}
	for section, list := range map[section]func(*unit) *[]string{
		cueSection:    func(u *unit) *[]string { return &u.cues },
		seriesSection: func(u *unit) *[]string { return &u.series },
		borneSection:  func(u *unit) *[]string { return &u.borne },
		unlikeSection: func(u *unit) *[]string { return &u.unlike },
		fewSection:    func(u *unit) *[]string { return &u.few },
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

// rule names what was matched.
func (w *Words) rule(kind Kind, form number.Form, isRange bool) string {
	i := int(form)
	if isRange {
		i += 4
	}
	return w.rules[kind][i]
}

// unitsOf gives the units of a lexicon by their spelling; the later line counts.
func unitsOf(l lexicon.Entries) map[string]*unit {
	units := map[string]*unit{}
	for _, e := range l {
		u, ok := unitOf(e)
		if !ok {
			continue
		}
		for _, word := range e.Words {
			v := u
			v.word = word
			if v.kind == Count || v.kind == Ordinal {
				v.symbol = word
			}
			if runes.IsLetterAt(word, len(word)-1) {
				v.traits |= latin
			}
			units[word] = &v
		}
	}
	return units
}

// unitOf gives the unit that an entry describes, without its spelling.
func unitOf(e lexicon.Entry) (u unit, ok bool) {
	u.symbol = e.Head
	switch sectionOf(e.Section) {
	case moneySection:
		u.kind = Money
	case coinSection:
		code, part, _ := strings.Cut(e.Head, " ")
		u.kind, u.traits, u.symbol = Money, coin, code
		u.part, _ = number.ParseDecimal(part)
	case percentSection:
		u.kind = Percent
	case pointSection:
		u.kind = PercentPoint
	case ratioSection:
		u.kind = Ratio
	case measureSection:
		u.kind = Measure
	case customSection:
		u.kind, u.traits = Measure, careful
	case counterSection:
		u.kind = Count
	case carefulSection:
		u.kind, u.traits = Count, careful
		u.part, _ = number.ParseDecimal(e.Head)
	case ordinalSection:
		u.kind, u.traits = Ordinal, careful
	case ageSection:
		u.kind, u.traits = Age, careful
	case nothingSection:
		u.traits = nothing
	default:
		return u, false
	}
	return u, true
}

// index makes the tables of units and signs.
func (w *Words) index(units map[string]*unit) {
	w.every = slices.SortedFunc(maps.Values(units), func(a, b *unit) int {
		return cmp.Or(cmp.Compare(len(b.word), len(a.word)), strings.Compare(a.word, b.word))
	})
	var signs []*unit
	for _, u := range w.every {
		if u.kind == Money && !u.is(coin) && !korean.IsSyllable(runes.FirstRune(u.word)) {
			signs = append(signs, u)
		}
	}
	w.units = runes.NewTable(w.every, func(u *unit) (one, two uint64) { return runes.StartOf(u.word, 0) })
	w.signs = runes.NewTable(signs, func(u *unit) (one, two uint64) { return runes.EndOf(u.word, len(u.word)) })
}

// unitsAt gives the units that may begin at i, longest first.
func (w *Words) unitsAt(text string, i int) []*unit {
	if i >= len(text) {
		return nil
	}
	return w.units.At(runes.StartOf(text, i))
}

// stands reports whether the unit stands at i.
func (u *unit) stands(text string, i int) bool {
	return strings.HasPrefix(text[i:], u.word) && !(u.is(latin) && runes.IsLetterAt(text, i+len(u.word)))
}

// unitAt gives the longest unit at i, nil if there is none.
func (w *Words) unitAt(text string, i int) *unit {
	for _, u := range w.unitsAt(text, i) {
		if u.stands(text, i) {
			return u
		}
	}
	return nil
}

// signBefore gives the currency that ends at i, nil if there is none.
func (w *Words) signBefore(text string, i int) *unit {
	if i == 0 || text[i-1] == ' ' {
		return nil
	}
	for _, u := range w.signs.At(runes.EndOf(text, i)) {
		if strings.HasSuffix(text[:i], u.word) && !(runes.IsLetterAt(u.word, 0) && runes.IsLetterAt(text, i-len(u.word)-1)) {
			return u
		}
	}
	return nil
}

// wordTable finds words by how they begin or end, longest first.
type wordTable struct{ runes.Table[effect] }

func beginning(l lexicon.Entries, section lexicon.Section) wordTable {
	return newWordTable(l, section, func(f effect) (one, two uint64) { return runes.StartOf(f.word, 0) })
}

func ending(l lexicon.Entries, section lexicon.Section) wordTable {
	return newWordTable(l, section, func(f effect) (one, two uint64) { return runes.EndOf(f.word, len(f.word)) })
}

func newWordTable(l lexicon.Entries, section lexicon.Section, at func(effect) (one, two uint64)) wordTable {
	var words []effect
	for e := range l.In(section) {
		f := effect{head: e.Head}
		switch bound := lexicon.Bound(e.Head); bound {
		case lexicon.AtLeast, lexicon.MoreThan, lexicon.AtMost, lexicon.LessThan:
			f.bound = bound
		}
		for _, word := range e.Words {
			f.word = word
			words = append(words, f)
		}
	}
	slices.SortStableFunc(words, func(a, b effect) int { return len(b.word) - len(a.word) })
	return wordTable{runes.NewTable(words, at)}
}

// begins gives the longest word that begins at i, nil if there is none.
func (t *wordTable) begins(text string, i int) *effect {
	if i >= len(text) {
		return nil
	}
	list := t.At(runes.StartOf(text, i))
	for k := range list {
		if strings.HasPrefix(text[i:], list[k].word) {
			return &list[k]
		}
	}
	return nil
}

// ends gives the longest word that ends at i; if whole, no other word may be joined to its front.
func (t *wordTable) ends(text string, i int, whole bool) *effect {
	if i <= 0 {
		return nil
	}
	list := t.At(runes.EndOf(text, i))
	for k := range list {
		if strings.HasSuffix(text[:i], list[k].word) && !(whole && runes.WordBefore(text, i-len(list[k].word))) {
			return &list[k]
		}
	}
	return nil
}
