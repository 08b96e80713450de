package gazetteer

import (
	"fmt"
	"slices"
	"strings"
	"unicode/utf8"
)

// File is a named data file, for errors that name file and line.
type File struct{ Name, Text string }

// section calls do for each line of a file of [sections], with the section's words.
func (f File) sections(do func(head []string, line string) error) error {
	var head []string
	n := 0
	for line := range strings.Lines(f.Text) {
		n++
		line = strings.TrimSpace(line)
		switch {
		case line == "" || line[0] == '#':
		case line[0] == '[' && line[len(line)-1] == ']':
			head = strings.Fields(line[1 : len(line)-1])
		case len(head) == 0:
			return fmt.Errorf("%s:%d: a line before the first [section]", f.Name, n)
		default:
			if err := do(head, line); err != nil {
				return fmt.Errorf("%s:%d: %w", f.Name, n, err)
			}
		}
	}
	return nil
}

// words returns the words of a file without sections.
func (f File) words() map[string]bool {
	set := make(map[string]bool, len(f.Text)/8)
	for line := range strings.Lines(f.Text) {
		if line[0] == '#' {
			continue
		}
		for w := range strings.FieldsSeq(line) {
			set[w] = true
		}
	}
	return set
}

// AddNames reads sections of organizations: [type], or [~type] for names that need context, and in it lines
// "canonical: other, ~needs context". The types are those of Types.
func (t *Table) AddNames(f File) error {
	return f.sections(func(head []string, line string) error {
		typ, weak := strings.CutPrefix(head[0], "~")
		if len(head) != 1 || !slices.Contains(Types[:], typ) {
			return fmt.Errorf("unknown section %v", head)
		}
		t.addLine(line, Name{Type: typ, Weak: weak})
		return nil
	})
}

// addLine adds the names of "canonical: other, ~weak".
func (t *Table) addLine(line string, n Name) {
	first, rest, _ := strings.Cut(line, ":")
	canonical, weak := strings.CutPrefix(strings.TrimSpace(first), "~")
	n.Canonical, n.Text = canonical, canonical
	all := n.Weak
	n.Weak = all || weak
	t.Add(n)
	t.addShort(n)
	for rest != "" {
		var other string
		other, rest, _ = strings.Cut(rest, ",")
		other, weak = strings.CutPrefix(strings.TrimSpace(other), "~")
		n.Text, n.Weak = other, all || weak
		t.Add(n)
	}
}

// addShort adds the short form that every committee has: 해람안전위 of 해람안전위원회.
func (t *Table) addShort(n Name) {
	head, ok := strings.CutSuffix(n.Text, "위원회")
	if ok && utf8.RuneCountInString(head) >= 3 {
		n.Text = head + "위"
		t.Add(n)
	}
}

// AddPlaces reads [province] lines like names, where ~ marks a bare place name, and [municipality],
// [town] and [country] lines of words. What every province has ([body], [office]) gets its full name: 경남도의회 is 경상남도의회.
func (t *Table) AddPlaces(f File) error {
	var provinces []Name
	return f.sections(func(head []string, line string) error {
		switch head[0] {
		case "province":
			provinces = append(provinces, t.addProvince(line)...)
		case "body", "office":
			for _, ending := range strings.Fields(line) {
				t.addBodies(provinces, ending, Name{Type: head[1]}, head[0] == "body")
			}
		case "municipality", "town", "country":
			kind := map[string]Kind{"municipality": Municipality, "town": Town, "country": Country}[head[0]]
			for _, name := range strings.Fields(line) {
				t.Add(Name{Text: name, Canonical: name, Kind: kind, Type: "government"})
			}
		default:
			return fmt.Errorf("unknown section %v", head)
		}
		return nil
	})
}

// addBodies adds what each province has: "ending" or "ending=full ending".
func (t *Table) addBodies(provinces []Name, ending string, n Name, bare bool) {
	short, full, ok := strings.Cut(ending, "=")
	if !ok {
		full = short
	}
	for _, p := range provinces {
		if n.Text, n.Canonical = p.Text+short, p.Canonical+full; bare || !p.Bare() {
			t.Add(n)
		}
	}
}

func (t *Table) addProvince(line string) []Name {
	from := len(t.names)
	t.addLine(line, Name{Kind: Province, Type: "government"})
	for i := from; i < len(t.names); i++ {
		if t.names[i].Weak {
			t.names[i].Kind = bareProvince
		}
	}
	return slices.Clone(t.names[from:])
}
