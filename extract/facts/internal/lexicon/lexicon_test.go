package lexicon

import (
	"errors"
	"slices"
	"strings"
	"testing"
	"testing/fstest"
)

var (
	fruits = Section{Name: "fruit"}
	colors = Section{Name: "color", Check: Headed}
)

func TestParse(t *testing.T) {
	all, err := Parse("my.txt", strings.NewReader("# 과일\n[fruit]\n사과, 배\n\n[color]\nred: 빨강 , 붉은\n[fruit]\n감\n"),
		[]Section{fruits}, []Section{colors})
	if err != nil {
		t.Fatal(err)
	}
	if got := all.Words(fruits); !slices.Equal(got, []string{"사과", "배", "감"}) {
		t.Errorf("fruits: %q", got)
	}
	for e := range all.In(colors) {
		if e.Head != "red" || !slices.Equal(e.Words, []string{"빨강", "붉은"}) {
			t.Errorf("colors: %+v", e)
		}
	}
}

func TestParseErrors(t *testing.T) {
	for text, line := range map[string]string{
		"[tree]\n소나무":              "my.txt:1",
		"사과":                       "my.txt:1",
		"[fruit]\n사과, , 배":         "my.txt:2",
		"[fruit]\n사과\n[color]\n빨강": "my.txt:4",
	} {
		all, err := Parse("my.txt", strings.NewReader(text), []Section{fruits, colors})
		if all != nil || !errors.Is(err, Err) || !strings.Contains(err.Error(), line) {
			t.Errorf("%q: %v, want Err at %s", text, err, line)
		}
	}
}

func TestMustRead(t *testing.T) {
	files := fstest.MapFS{"a": {Data: []byte("[fruit]\n사과")}, "b": {Data: []byte("[fruit]\n배")}}
	if got := MustRead(files, []Section{fruits}, "a", "b").Words(fruits); !slices.Equal(got, []string{"사과", "배"}) {
		t.Errorf("files: %q", got)
	}
}

// TestIndex: an index gives of each section what the entries give, in their order.
func TestIndex(t *testing.T) {
	l := Entries{{Section: "a", Words: []string{"1"}}, {Section: "a", Words: []string{"2", "3"}},
		{Section: "b", Words: []string{"4"}}, {Section: "a", Words: []string{"5"}}}
	x := l.Index()
	for _, name := range []string{"a", "b", "c"} {
		s := Section{Name: name}
		if got, want := x.Words(s), l.Words(s); !slices.Equal(got, want) {
			t.Errorf("%s: %q, want %q", name, got, want)
		}
		if got, want := len(slices.Collect(x.In(s))), len(slices.Collect(l.In(s))); got != want {
			t.Errorf("%s: %d entries, want %d", name, got, want)
		}
	}
}
