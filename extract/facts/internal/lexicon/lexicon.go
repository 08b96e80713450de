// Package lexicon reads the text form of a lexicon into entries. It knows no section: who reads the entries of a
// section says that there is one, and what they must look like.
package lexicon

import (
	"bufio"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"iter"
	"slices"
	"strings"
)

// Section is a kind of entries.
type Section struct {
	Name  string
	Check func(Entry) error // nil where any entry will do
}

// Headed is the check of sections whose entries have a head.
func Headed(e Entry) error {
	if e.Head == "" {
		return fmt.Errorf("section [%s] wants \"unit: spellings\"", e.Section)
	}
	return nil
}

// Entry is one line of a lexicon: a head, a colon, and words parted by commas; or words alone.
type Entry struct {
	Section string // its name
	Head    string
	Words   []string
}

// Entries are the lines of one text or of several, in order.
type Entries []Entry

// In yields the entries of a section.
func (l Entries) In(s Section) iter.Seq[Entry] {
	return func(yield func(Entry) bool) {
		for _, e := range l {
			if e.Section == s.Name && !yield(e) {
				return
			}
		}
	}
}

// Index holds the entries of each section by its name, for who asks for many sections.
type Index map[string]Entries

// Index sorts the entries by their sections.
func (l Entries) Index() Index {
	x := Index{}
	for i := 0; i < len(l); {
		stop := i + 1
		for stop < len(l) && l[stop].Section == l[i].Section {
			stop++
		}
		x[l[i].Section] = append(x[l[i].Section], l[i:stop]...)
		i = stop
	}
	return x
}

// In yields the entries of a section.
func (x Index) In(s Section) iter.Seq[Entry] { return slices.Values(x[s.Name]) }

// Words gives all words of a section.
func (x Index) Words(s Section) []string { return x[s.Name].Words(s) }

// Words gives all words of a section.
func (l Entries) Words(s Section) (words []string) {
	for e := range l.In(s) {
		words = append(words, e.Words...)
	}
	return words
}

// Err is what the errors of a text wrap that breaks the format. They name the file and the line.
var Err = errors.New("facts: bad lexicon")

// Parse reads a text whose sections are among those given. The name, of a file say, is for errors.
func Parse(name string, r io.Reader, sections ...[]Section) (Entries, error) {
	p := parser{sections: map[string]Section{}}
	for _, list := range sections {
		for _, s := range list {
			p.sections[s.Name] = s
		}
	}
	lines := bufio.NewScanner(r)
	for n := 1; lines.Scan(); n++ {
		if err := p.line(strings.TrimSpace(lines.Text())); err != nil {
			return nil, fmt.Errorf("%w: %s:%d: %w", Err, name, n, err)
		}
	}
	if err := lines.Err(); err != nil {
		return nil, fmt.Errorf("facts: reading %s: %w", name, err)
	}
	return p.entries, nil
}

// MustRead reads files that are embedded, one after the other, and panics where they break the format: a test reads
// them.
func MustRead(files fs.FS, sections []Section, names ...string) (all Entries) {
	for _, name := range names {
		f, err := files.Open(name)
		if err != nil {
			panic(err)
		}
		defer f.Close()
		entries, err := Parse(name, f, sections)
		if err != nil {
			panic(err)
		}
		all = append(all, entries...)
	}
	return all
}

// parser holds what was read of a text.
type parser struct {
	sections map[string]Section
	section  Section // the one that the next entries belong to
	entries  Entries
}

// line reads a line of the text.
func (p *parser) line(line string) error {
	if line == "" || strings.HasPrefix(line, "#") {
		return nil
	}
	if name, ok := strings.CutPrefix(line, "["); ok {
		name = strings.TrimSuffix(name, "]")
		if p.section, ok = p.sections[name]; !ok {
			return fmt.Errorf("no section [%s]", name)
		}
		return nil
	}
	if p.section.Name == "" {
		return fmt.Errorf("no section before %q", line)
	}
	e, err := parseEntry(p.section.Name, line)
	if err == nil && p.section.Check != nil {
		err = p.section.Check(e)
	}
	p.entries = append(p.entries, e)
	return err
}

func parseEntry(section, line string) (Entry, error) {
	head, rest, headed := strings.Cut(line, ": ")
	if !headed {
		head, rest = "", line
	}
	e := Entry{Section: section, Head: strings.TrimSpace(head)}
	for word := range strings.SplitSeq(rest, ",") {
		if word = strings.TrimSpace(word); word == "" {
			return e, fmt.Errorf("an empty word in %q", line)
		}
		e.Words = append(e.Words, word)
	}
	return e, nil
}
