package known

import (
	_ "embed"
	"slices"
	"strings"
	"sync"
	"unicode/utf8"

	"github.com/gisa-go/gisa/internal/korean"
)

//go:embed data/particles.txt
var particleText string

//go:embed data/nouns.txt
var nounText string

//go:embed data/verbs.txt
var verbText string

//go:embed data/endings.txt
var endingText string

//go:embed data/events.txt
var eventText string

//go:embed data/measures.txt
var measureText string

// Read returns what is known. It is read once.
func Read() *Words { return read() }

var read = sync.OnceValue(func() *Words {
	w := &Words{
		particles: &korean.Suffixes[particle]{}, alike: &korean.Suffixes[bool]{}, verbs: map[string]string{},
		endings: map[rune][]ending{}, Event: map[string]Set{}, Measure: map[string]Set{},
		Happens: &korean.Suffixes[bool]{}, Receives: &korean.Suffixes[bool]{}, Sums: &korean.Suffixes[bool]{},
		Persons: &korean.Suffixes[bool]{}, Regions: &korean.Suffixes[bool]{},
	}
	w.adjective, w.states, w.Skip, w.different, w.pronouns = Set{}, Set{}, Set{}, Set{}, Set{}
	eachLine(particleText, func(section string, fields []string) { w.addParticles(section, fields) })
	eachLine(nounText, func(section string, fields []string) { w.addNouns(section, fields) })
	eachLine(verbText, func(section string, fields []string) { w.addVerbs(section, fields) })
	eachLine(endingText, func(section string, fields []string) { w.addEndings(section, fields) })
	for _, list := range w.endings {
		slices.SortStableFunc(list, func(a, b ending) int { return b.size() - a.size() })
	}
	eachLine(eventText, func(section string, fields []string) { add(w.Event, section, fields) })
	eachLine(measureText, func(section string, fields []string) { add(w.Measure, section, fields) })
	for noun := range w.Event["events"] {
		w.Happens.Put(noun, false)
	}
	for noun := range w.Event["suffixes"] {
		w.Happens.Put(noun, true)
	}
	for section, ends := range map[string]*korean.Suffixes[bool]{
		"receivers": w.Receives, "sums": w.Sums, "persons": w.Persons, "regions": w.Regions,
	} {
		for end := range w.Measure[section] {
			ends.Put(end, true)
		}
	}
	return w
})

// eachLine calls do with the words of each line and the [section] that it stands in.
func eachLine(text string, do func(section string, fields []string)) {
	section := ""
	for line := range strings.Lines(text) {
		line = strings.TrimSpace(line)
		switch {
		case line == "" || line[0] == '#':
		case line[0] == '[':
			section = strings.Trim(line, "[]")
		default:
			do(section, strings.Fields(line))
		}
	}
}

func add(sets map[string]Set, section string, fields []string) {
	if sets[section] == nil {
		sets[section] = Set{}
	}
	for _, f := range fields {
		sets[section][f] = true
	}
}

// parts names the sections of particles.txt.
var parts = map[string]Part{
	"topic": Topic, "subject": Subject, "object": Object, "of": Of, "and": And, "at": At, "is": Is,
}

// finals says which ends of a word the codes of particles.txt ask for.
var finals = map[string]korean.Final{
	"c": korean.Consonant | korean.Rieul, "v": korean.Vowel, "l": korean.Vowel | korean.Rieul,
	"n": korean.Consonant, "*": korean.AnyFinal,
}

func (w *Words) addParticles(section string, fields []string) {
	for _, text := range fields[1:] {
		p := particle{}
		if old := w.particles.Get(text); old != nil {
			p = *old
		}
		for i, Final := range []korean.Final{korean.Vowel, korean.Rieul, korean.Consonant} {
			if finals[fields[0]]&Final != 0 && p.behind[i] == Bare {
				p.behind[i] = parts[section]
			}
		}
		w.particles.Put(text, p)
	}
}

func (w *Words) addNouns(section string, fields []string) {
	for _, f := range fields {
		switch section {
		case "different":
			w.different[f] = true
			continue
		case "pronouns":
			w.pronouns[f] = true
			continue
		}
		end, compound := strings.CutPrefix(f, "-")
		w.alike.Put(end, compound)
	}
}

func (w *Words) addVerbs(section string, fields []string) {
	switch section {
	case "verbs", "states":
		for _, shape := range fields {
			if w.verbs[shape] == "" {
				w.verbs[shape] = fields[0] + "다"
			}
		}
		if section == "states" {
			w.states[fields[0]+"다"] = true
		}
	case "adjectives":
		for _, f := range fields {
			w.adjective[f] = true
		}
	case "skip":
		for _, f := range fields {
			w.Skip[f] = true
		}
	}
}

func (w *Words) addEndings(section string, fields []string) {
	for _, f := range fields {
		e := ending{Form: forms[section]}
		e.text, e.infinitive = strings.CutPrefix(f, "~")
		if r, n := utf8.DecodeRuneInString(e.text); jong[r] > 0 {
			e.join, e.text = r, e.text[n:]
		}
		last := rune(0)
		if e.text != "" {
			last, _ = utf8.DecodeLastRuneInString(e.text)
		}
		w.endings[last] = append(w.endings[last], e)
	}
}
