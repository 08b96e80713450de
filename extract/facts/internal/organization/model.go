package organization

import (
	_ "embed"
	"strings"
	"sync"
	"unicode/utf8"

	"github.com/gisa-go/gisa/extract/facts/internal/tagger"
	"github.com/gisa-go/gisa/internal/korean"
)

// modelFile is written by internal/train.
//
//go:embed data/model.bin
var modelFile []byte

// hotFile holds the features met most often, for the processor's caches; written by internal/train too.
//
//go:embed data/hot.bin
var hotFile []byte

// builtinModel decodes the model on first use.
var builtinModel = sync.OnceValue(func() *tagger.Model {
	m, err := tagger.Decode(modelFile, hotFile)
	if err != nil {
		panic(err)
	}
	return m
})

// taggers keeps the buffers of taggers from text to text.
var taggers = sync.Pool{New: func() any { return tagger.New(builtinModel(), Lists()) }}

// tag marks the names of the text line by line and weighs them against what the lists say.
func (f *finder) tag() {
	t := f.tagger()
	if f.own == nil {
		defer taggers.Put(t)
	}
	f.lean = make([]int32, len(f.text))
	for start := 0; start < len(f.text); {
		line := f.text[start:lineEnd(f.text, start)]
		switch n := len(f.marked); {
		case holdsHangul(line):
			f.marked = t.Mark(strings.TrimRight(line, "\n"), f.marked, f.lean[start:])
			for i := range f.marked[n:] {
				f.marked[n+i].Start += start
				f.marked[n+i].End += start
			}
		default: // the model knows Korean only: what is listed stands there without it
			for i := range len(line) {
				f.lean[start+i] = unasked
			}
		}
		start += len(line)
	}
}

// longestLine is how much of a line, in bytes, the model reads as one: no line of news is as long, and what the model keeps
// of a line is many times its length.
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

func (f *finder) tagger() *tagger.Tagger {
	if f.own != nil {
		return tagger.New(f.own, f.lists)
	}
	return taggers.Get().(*tagger.Tagger)
}

// merge puts the model's names among the candidates, in order of their spans.
func (f *finder) merge() {
	var out []candidate
	k := 0
	for _, s := range f.marked {
		if s.Class != tagger.BeginOrganization {
			continue
		}
		for k < len(f.cands) && f.cands[k].End <= s.Start {
			out = append(out, f.cands[k])
			k++
		}
		m := f.fromModel(s)
		for k < len(f.cands) && f.cands[k].Start < s.End {
			c := f.cands[k]
			k++
			if c.role == place && isDirection(c.rest) {
				m = c
				continue
			}
			if c.Start <= m.Start && c.End >= m.End && (c.role == sure || c.Span == m.Span) {
				if c.role != unit {
					c.role = sure
				}
				m = c
				m.role, m.rule = sure, c.rule+"+model"
				continue
			}
			if c.Start < m.Start || c.End > m.End {
				if c.role == sure && c.rule == "list" {
					m = c
				}
			}
		}
		out = append(out, m)
	}
	f.cands = append(out, f.cands[k:]...)
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
func (f *finder) fromModel(s tagger.Span) candidate {
	s.End = s.Start + len(strings.TrimRight(f.text[s.Start:s.End], ",· "))
	c := candidate{Span: Span{s.Start, s.End}, role: sure, rule: "model", typ: Company}
	c.rest = f.text[s.End:f.wordEnd(s.End)]
	raw := f.text[s.Start:s.End]
	if id, ok := f.lists.Table.Lookup(strings.ReplaceAll(raw, " ", "")); ok {
		n := f.lists.Table.Name(id)
		c.name, c.typ = n.Canonical, OrgType(n.Type)
	} else if typ, ok := f.endsAs(raw); ok {
		c.typ = typ
	} else if e := f.lists.Endings.Longest(raw); e != nil {
		c.typ = OrgType(e.Type())
	} else {
		c.guessed = true
	}
	return c
}

// endsAs returns the type that the end of a marked name says, where the endings that the model knows do not.
func (f *finder) endsAs(raw string) (OrgType, bool) {
	for _, typ := range orgTypes {
		for _, end := range f.lists.Context.List("ends " + string(typ)) {
			if strings.HasSuffix(raw, end) {
				return typ, true
			}
		}
	}
	return "", false
}

// leaning is the model's mean preference of organization to anything else over a span.
func (f *finder) leaning(s Span) int {
	sum, n := 0, 0
	for i := range f.text[s.Start:s.End] {
		sum += int(f.lean[s.Start+i])
		n++
	}
	return sum / max(n, 1)
}
