package facts

import (
	"io"
	"slices"
	"sync"

	"github.com/gisa-go/gisa/extract/facts/internal/amount/units"
	"github.com/gisa-go/gisa/extract/facts/internal/date/words"
	"github.com/gisa-go/gisa/extract/facts/internal/gazetteer"
	"github.com/gisa-go/gisa/extract/facts/internal/lexicon"
)

// Lexicon is what is known of words: units, counters, currencies, date words, names of organizations.
// It is immutable and may be shared by goroutines. The zero value knows no words.
//
// Its text form is UTF-8, in sections. A line is an entry: a head, a colon, and spellings parted by commas;
// or spellings alone. Empty lines and lines that begin with # are skipped:
//
//	[money]
//	KRW: 원, ₩
//	[counter]
//	명, 개사, 필지
//	[company]
//	가온테크놀로지: 가온테크, 가온
type Lexicon struct {
	entries lexicon.Entries

	amounts func() *units.Words
	anchors func() *anchorTable
	dates   func() *words.Words
	names   func() *gazetteer.Lists
}

// ErrLexicon is returned for lexicon text that breaks the format; the error names file and line.
var ErrLexicon = lexicon.Err

// Builtin returns the lexicon that comes with the package. It is read on first use.
func Builtin() *Lexicon { return builtin() }

var builtin = sync.OnceValue(func() *Lexicon { return newLexicon(slices.Concat(units.Builtin(), words.Builtin())) })

// ParseLexicon reads the text form. The name, of a file say, is for errors; they wrap [ErrLexicon].
func ParseLexicon(name string, r io.Reader) (*Lexicon, error) {
	entries, err := lexicon.Parse(name, r, units.Sections(), words.Sections(), nameSections())
	if err != nil {
		return nil, err
	}
	return newLexicon(entries), nil
}

// tables gives a lexicon that can be asked; the zero value knows no words.
func (l *Lexicon) tables() *Lexicon {
	if l.anchors == nil {
		return noWords()
	}
	return l
}

var noWords = sync.OnceValue(func() *Lexicon { return newLexicon(nil) })

// With returns a lexicon with the entries of both. Where they disagree about a spelling, other's counts.
func (l *Lexicon) With(other *Lexicon) *Lexicon {
	return newLexicon(slices.Concat(l.entries, other.entries))
}

// newLexicon leaves the tables to their first use.
func newLexicon(entries lexicon.Entries) *Lexicon {
	l := &Lexicon{entries: entries}
	l.amounts = sync.OnceValue(func() *units.Words { return units.New(entries) })
	l.anchors = sync.OnceValue(func() *anchorTable { return newAnchorTable(l.dates(), l.amounts()) })
	l.dates = sync.OnceValue(func() *words.Words { return words.New(entries) })
	l.names = sync.OnceValue(func() *gazetteer.Lists { return newNames(entries) })
	return l
}
