package data

import (
	"strings"
	"testing"

	"github.com/gisa-go/gisa/extract/facts/internal/gazetteer"
)

// TestLists: each list was read, by a word of it that will stay.
func TestLists(t *testing.T) {
	l := Lists()
	if id, ok := l.Table.Lookup("해양수산부"); !ok || l.Table.Name(id).Kind != gazetteer.Organization {
		t.Error("no ministry among the names")
	}
	if id, ok := l.Table.Lookup("강원"); !ok || !l.Table.Name(id).Bare() {
		t.Error("no province among the places, or not as a short form")
	}
	if e := l.Endings.Longest("가온의료원"); e == nil || e.Text != "의료원" {
		t.Errorf("the ending of a hospital is %v", e)
	}
	for _, section := range []string{"mark", "title", "person", "surname"} {
		if len(l.Context.List(section)) == 0 && len(l.Context.Section(section)) == 0 {
			t.Errorf("no words of section %q", section)
		}
	}
	if !l.Particles.Follows('시', "에서는") || l.Particles.Follows('시', "을") {
		t.Error("the particles know no final consonants")
	}
	if l.Periods == nil || l.Weights == nil || len(l.Nouns) == 0 {
		t.Error("periods, weights or nouns were not read")
	}
}

// TestFiles: no list holds a byte that is no text, nor a line that ends in a blank.
func TestFiles(t *testing.T) {
	entries, err := Files.ReadDir(".")
	if err != nil || len(entries) == 0 {
		t.Fatal(err, entries)
	}
	for _, e := range entries {
		b, err := Files.ReadFile(e.Name())
		if err != nil {
			t.Fatal(err)
		}
		n := 0
		for line := range strings.Lines(string(b)) {
			n++
			if line = strings.TrimSuffix(line, "\n"); line != strings.TrimRight(strings.ToValidUTF8(line, ""), " \t\r") {
				t.Errorf("%s:%d: %q", e.Name(), n, line)
			}
		}
	}
}

func TestModel(t *testing.T) {
	if n := Model().Features(); n < 50_000 {
		t.Errorf("the model has %d features only", n)
	}
}
