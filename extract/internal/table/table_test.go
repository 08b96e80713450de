package table

import (
	"errors"
	"maps"
	"strings"
	"testing"
)

func TestLines(t *testing.T) {
	const text = "# how\nabove\n\n[fruit]\n  apple pie \n# none\n[tree]\noak\n"
	var got []string
	err := Lines("x.txt", text, []string{"fruit", "tree"}, func(kind, line string) error {
		got = append(got, kind+"="+line)
		return nil
	})
	if want := "=above|fruit=apple pie|tree=oak"; err != nil || strings.Join(got, "|") != want {
		t.Errorf("got %q, %v, want %q", got, err, want)
	}
}

// TestErrors holds that an error names the file, the line and the entry.
func TestErrors(t *testing.T) {
	refuse := func(string, string) error { return errors.New("want a pear") }
	keys := func(string, string, []string) error { return nil }
	for name, tt := range map[string]struct {
		err  error
		want string
	}{
		"unknown kind": {Lines("x.txt", "a\n[b]", []string{"c"}, func(string, string) error { return nil }),
			"x.txt:2: bad entry: unknown kind [b]"},
		"refused":   {Lines("x.txt", "# a\n\nb c", nil, refuse), `x.txt:3: bad entry: want a pear, got "b c"`},
		"no key":    {Keys("x.txt", "a: b\nc", nil, keys), `x.txt:2: bad entry: want key: words, got "c"`},
		"empty key": {Keys("x.txt", ": b", nil, keys), `x.txt:1: bad entry: want key: words, got ": b"`},
	} {
		if tt.err == nil || tt.err.Error() != tt.want || !errors.Is(tt.err, ErrEntry) {
			t.Errorf("%s: got %v, want %s", name, tt.err, tt.want)
		}
	}
}

func TestKeys(t *testing.T) {
	got := map[string]string{}
	err := Keys("x.txt", "[k]\nko: 은 는\nja:\n", []string{"k"}, func(kind, key string, words []string) error {
		got[kind+" "+key] = strings.Join(words, "+")
		return nil
	})
	if want := map[string]string{"k ko": "은+는", "k ja": ""}; err != nil || !maps.Equal(got, want) {
		t.Errorf("got %v, %v", got, err)
	}
}

func TestSets(t *testing.T) {
	var fruit, tree Words
	var order []string
	sets := map[string]*Words{"fruit": &fruit, "tree": &tree}
	Sets("x.txt", "[fruit]\napple pear\nfig\n[tree]\n[order]\nc a\nb\n", sets, map[string]*[]string{"order": &order})
	if len(fruit) != 3 || !fruit["pear"] || tree == nil || len(tree) != 0 || strings.Join(order, " ") != "c a b" {
		t.Errorf("fruit %v, tree %v, order %v", fruit, tree, order)
	}
	defer func() {
		if err, _ := recover().(error); !errors.Is(err, ErrEntry) {
			t.Errorf("a word above every kind: %v", err)
		}
	}()
	Sets("x.txt", "apple", sets, nil)
}
