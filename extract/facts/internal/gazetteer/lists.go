package gazetteer

import (
	"io/fs"
	"strings"

	"github.com/gisa-go/gisa/internal/korean"
)

// Lists is what is known of names: the listed ones, hints, endings, particles, words beside names.
// It is immutable and may be shared.
type Lists struct {
	Table     *Table
	Own       *Table // the caller's, looked at before Table; may be nil
	Hints     *Table // names for the model's features only
	Endings   *Endings
	Context   *Context
	Nouns     map[string]bool // common nouns
	Periods   *Periods
	Weights   *Weights // of what speaks for a name
	Particles *korean.Particles
}

// Read reads the lists from fsys. Errors name file and line.
func Read(fsys fs.FS) (*Lists, error) {
	r := reader{fsys: fsys}
	l := &Lists{Table: NewTable(1 << 16), Hints: NewTable(1 << 15), Context: NewContext()}
	r.do("org-names.txt", l.Table.AddNames)
	r.do("org-places.txt", l.Table.AddPlaces)
	r.do("org-companies.txt", l.Table.AddNames)
	r.do("org-hints.txt", l.Hints.AddHints)
	r.do("org-confidence.txt", func(f File) (err error) { l.Weights, err = ParseWeights(f); return err })
	r.do("org-suffixes.txt", func(f File) (err error) { l.Endings, err = ParseEndings(f); return err })
	for _, name := range [...]string{"org-context.txt", "org-parts.txt", "org-firms.txt", "org-clubs.txt"} {
		r.do(name, l.Context.Add)
	}
	r.do("org-nouns.txt", func(f File) error { l.Nouns = f.words(); return nil })
	r.do("org-periods.txt", func(f File) (err error) { l.Periods, err = ParsePeriods(f); return err })
	r.do("particles.txt", func(f File) (err error) {
		l.Particles, err = korean.ParseParticles(f.Name, f.Text)
		return err
	})
	return l, r.err
}

// reader reads files until one fails.
type reader struct {
	fsys fs.FS
	err  error
}

func (r *reader) do(name string, parse func(File) error) {
	if r.err != nil {
		return
	}
	var b []byte
	if b, r.err = fs.ReadFile(r.fsys, name); r.err == nil {
		r.err = parse(File{name, string(b)})
	}
}

// AddHints reads sections [group] and [place] of words.
func (t *Table) AddHints(f File) error {
	return f.sections(func(head []string, line string) error {
		kind := Organization
		if head[0] == "place" {
			kind = Town
		}
		for _, w := range strings.Fields(line) {
			t.Add(Name{Text: w, Kind: kind})
		}
		return nil
	})
}
