package facts

import (
	"fmt"
	"os"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
)

// TestAmountCorpus finds the amounts of each line of testdata/amounts.txt and compares them with what the line says.
func TestAmountCorpus(t *testing.T) {
	data, err := os.ReadFile("testdata/amounts.txt")
	if err != nil {
		t.Fatal(err)
	}
	class, lines := "", map[string]int{}
	for i, line := range strings.Split(string(data), "\n") {
		if strings.HasPrefix(line, "[") {
			class = strings.Fields(line[1:])[0]
			continue
		}
		if line == "" || strings.HasPrefix(line, "#") {
			continue
		}
		text, want, ok := strings.Cut(line, " => ")
		if !ok {
			t.Fatalf("line %d has no =>", i+1)
		}
		lines[class]++
		if d := cmp.Diff(corpusWant(want), corpusGot(text)); d != "" {
			t.Errorf("line %d, %s: %s\n%s", i+1, class, text, d)
		}
	}
	for class, n := range lines {
		if n < 3 {
			t.Errorf("class %s has %d lines: want three or more", class, n)
		}
	}
	if len(lines) < 65 {
		t.Errorf("the corpus has %d classes: want those of the catalogue", len(lines))
	}
}

func corpusWant(s string) (list []string) {
	for item := range strings.SplitSeq(s, " ; ") {
		if item != "-" && !strings.HasSuffix(item, " = -") {
			list = append(list, item)
		}
	}
	return list
}

func corpusGot(text string) (list []string) {
	for _, a := range Find(text, &Options{Names: NamesNone}).Amounts {
		list = append(list, describe(a))
	}
	return list
}

// describe writes an amount as the corpus does.
func describe(a Amount) string {
	s := fmt.Sprintf("%s = %s %s", a.Raw, a.Kind, a.Value)
	if a.Max.Valid() {
		s += ".." + a.Max.String()
	}
	s += " " + a.Unit
	for _, flag := range []struct {
		set  bool
		name string
	}{
		{a.Approx, "approx"}, {a.Vague, "vague"}, {a.Each, "each"}, {a.Inferred, "inferred"}, {a.Converted, "converted"},
		{a.Bound != "", string(a.Bound)}, {a.Per != "", "per=" + a.Per}, {a.Change != "", string(a.Change)},
		{a.Base != "", "base=" + a.Base},
	} {
		if flag.set {
			s += " " + flag.name
		}
	}
	return s
}
