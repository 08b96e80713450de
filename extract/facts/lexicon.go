package facts

import (
	"bufio"
	"embed"
	"errors"
	"fmt"
	"io"
	"slices"
	"strings"
	"sync"

	"github.com/gisa-go/gisa/extract/facts/internal/gazetteer"
)

// Lexicon is what is known of words: units, counters, currencies, date words, names of organizations.
// It is immutable and may be shared by goroutines.
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
	entries []entry

	amounts func() *amountWords
	anchors func() *anchorTable
	dates   func() *dateWords
	names   func() *gazetteer.Lists
}

// entry is one line of a lexicon.
type entry struct {
	section, head string
	words         []string
	from          string // file:line
}

// ErrLexicon is returned for lexicon text that breaks the format; the error names file and line.
var ErrLexicon = errors.New("facts: bad lexicon")

// sections names the sections there are, each with the check of an entry: nil means that none is needed.
var sections = map[string]func(entry) error{
	"money": checkCurrency, "coin": checkCoin, "percent": checkHead, "point": checkHead, "ratio": checkHead, "measure": checkHead,
	"counter": nil, "careful": nil, "ordinal": nil, "age": nil, "nothing": nil,
	"before": checkHead, "after": checkHead, "change": checkHead, "course": checkHead, "per": checkHead, "custom": checkHead, "cue": checkHead, "unless": checkHead,
	"tail": checkHead, "rank": nil, "rate": nil, "rated": nil, "one": nil, "fused": nil, "fused-one": nil, "numbered": nil, "bodily": nil, "sums": nil, "prefix": checkHead, "leading": checkHead, "unlike": checkHead, "laws": nil, "series": checkHead, "borne": checkHead, "machine": nil, "weight": nil, "warmth": nil, "things": nil,
}

// lexiconFiles are read in this order.
var lexiconFiles = [...]string{"currencies.txt", "units.txt", "counters.txt", "amountwords.txt", "date.txt", "holidays.txt"}

//go:embed data/currencies.txt data/units.txt data/counters.txt data/amountwords.txt data/date.txt data/holidays.txt
var lexiconData embed.FS

// Builtin returns the lexicon that comes with the package. It is read on first use.
func Builtin() *Lexicon { return builtin() }

var builtin = sync.OnceValue(func() *Lexicon {
	var all []entry
	for _, file := range lexiconFiles {
		f, err := lexiconData.Open("data/" + file)
		if err != nil {
			panic(err) // embedded: a test reads it
		}
		entries, err := parseEntries(file, f)
		if err != nil {
			panic(err)
		}
		all = append(all, entries...)
	}
	return newLexicon(all)
})

// ParseLexicon reads the text form. The name, of a file say, is for errors; they wrap [ErrLexicon].
func ParseLexicon(name string, r io.Reader) (*Lexicon, error) {
	entries, err := parseEntries(name, r)
	if err != nil {
		return nil, err
	}
	return newLexicon(entries), nil
}

// With returns a lexicon with the entries of both. Where they disagree about a spelling, other's counts.
func (l *Lexicon) With(other *Lexicon) *Lexicon {
	return newLexicon(slices.Concat(l.entries, other.entries))
}

// newLexicon leaves the tables to their first use.
func newLexicon(entries []entry) *Lexicon {
	l := &Lexicon{entries: entries}
	l.amounts = sync.OnceValue(func() *amountWords { return newAmountWords(l) })
	l.anchors = sync.OnceValue(func() *anchorTable { return newAnchorTable(l) })
	l.dates = sync.OnceValue(func() *dateWords { return newDateWords(l) })
	l.names = sync.OnceValue(func() *gazetteer.Lists { return newNames(l) })
	return l
}

// in yields the entries of a section.
func (l *Lexicon) in(section string) func(yield func(entry) bool) {
	return func(yield func(entry) bool) {
		for _, e := range l.entries {
			if e.section == section && !yield(e) {
				return
			}
		}
	}
}

// list gives all words of a section.
func (l *Lexicon) list(section string) (words []string) {
	for e := range l.in(section) {
		words = append(words, e.words...)
	}
	return words
}

func parseEntries(name string, r io.Reader) ([]entry, error) {
	var entries []entry
	section := ""
	lines := bufio.NewScanner(r)
	for n := 1; lines.Scan(); n++ {
		line := strings.TrimSpace(lines.Text())
		from := fmt.Sprintf("%s:%d", name, n)
		if line == "" || strings.HasPrefix(line, "#") {
			continue
		}
		if s, ok := strings.CutPrefix(line, "["); ok {
			section = strings.TrimSuffix(s, "]")
			if _, known := sectionCheck(section); !known {
				return nil, fmt.Errorf("%w: %s: no section [%s]", ErrLexicon, from, section)
			}
			continue
		}
		e, err := parseEntry(section, line, from)
		if err != nil {
			return nil, err
		}
		entries = append(entries, e)
	}
	if err := lines.Err(); err != nil {
		return nil, fmt.Errorf("facts: reading %s: %w", name, err)
	}
	return entries, nil
}

// sectionCheck gives the check of a section's entries and tells whether there is such a section.
func sectionCheck(section string) (check func(entry) error, known bool) {
	if _, known := dateSections[section]; known {
		return checkDateWord, true
	}
	if slices.Contains(orgTypes[:], OrgType(section)) {
		return nil, true
	}
	check, known = sections[section]
	return check, known
}

func parseEntry(section, line, from string) (entry, error) {
	check, known := sectionCheck(section)
	if !known {
		return entry{}, fmt.Errorf("%w: %s: no section before %q", ErrLexicon, from, line)
	}
	head, rest, headed := strings.Cut(line, ": ")
	if !headed {
		head, rest = "", line
	}
	e := entry{section: section, head: strings.TrimSpace(head), from: from}
	for word := range strings.SplitSeq(rest, ",") {
		if word = strings.TrimSpace(word); word == "" {
			return entry{}, fmt.Errorf("%w: %s: an empty word in %q", ErrLexicon, from, line)
		}
		e.words = append(e.words, word)
	}
	if check != nil {
		if err := check(e); err != nil {
			return entry{}, fmt.Errorf("%w: %s: %w", ErrLexicon, from, err)
		}
	}
	return e, nil
}

func checkHead(e entry) error {
	if e.head == "" {
		return fmt.Errorf("section [%s] wants \"unit: spellings\"", e.section)
	}
	return nil
}
