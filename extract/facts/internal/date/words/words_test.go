package words

import (
	"strings"
	"sync"
	"testing"

	"github.com/gisa-go/gisa/extract/facts/internal/lexicon"
)

var builtin = sync.OnceValue(func() *Words { return New(Builtin()) })

func TestFind(t *testing.T) {
	for _, c := range []struct {
		text, want string // what is found of it
		kinds      uint64
		n          int
	}{
		{"지난해 가을", "지난해", 1 << RelativeWord, -1},
		{"다음  달 3일", "다음  달", 1 << RelativeWord, 1},
		{"화요일에", "화요일", 1 << WeekdayWord, 2},
		{"다음 해람시", "다음 해", 1 << AnaphorWord, 1},
		{"가람시", "", AnchorKinds, 0},
		{"지난해", "", 1 << WeekdayWord, 0},
		{"", "", AnchorKinds, 0},
	} {
		w, end := builtin().Find(c.text, 0, c.kinds)
		if c.text[:end] != c.want || w != nil && w.N != c.n {
			t.Errorf("%q: found %q %+v, want %q %d", c.text, c.text[:end], w, c.want, c.n)
		}
	}
}

// Every word of the lexicon is found where it stands, by its kind.
func TestFindEveryWord(t *testing.T) {
	d := builtin()
	for i := range d.words {
		w := &d.words[i]
		for _, blank := range []string{"", " "} {
			text := strings.Join(w.Segments, blank)
			if got, end := d.Find(text, 0, 1<<w.Kind); got == nil || end != len(text) {
				t.Errorf("%q of kind %d is not found: %v %d", text, w.Kind, got, end)
			}
		}
	}
}

// TestSections: each section has a name of its own, and the built-in words use it.
func TestSections(t *testing.T) {
	used := map[string]bool{}
	for _, e := range Builtin() {
		used[e.Section] = true
	}
	seen := map[string]bool{}
	for _, s := range Sections() {
		if s.Name == "" || seen[s.Name] || !used[s.Name] {
			t.Errorf("section %q: no name of its own, or no built-in word", s.Name)
		}
		seen[s.Name] = true
	}
}

func TestHeads(t *testing.T) {
	for _, text := range []string{
		"[relative]\nmonth: 지난달", "[relative]\nfortnight -1: 지난보름", "[weekday]\n화요일", "[weekend]\n2: 주말",
		"[daytime]\n18-12: 저녁", "[bound]\nbeyond: 너머", "[holiday]\n02-30: 가람날", "[every]\nweek: 매주", "[lasting]\nroot: 간",
	} {
		if _, err := lexicon.Parse("my.txt", strings.NewReader(text), Sections()); err == nil {
			t.Errorf("%q is read without an error", text)
		}
	}
	all, err := lexicon.Parse("my.txt", strings.NewReader("[holiday]\n05-07: 가람의 날\n[relative]\nday -3: 그그저께"), Sections())
	if err != nil {
		t.Fatal(err)
	}
	mine := New(all)
	if w, _ := mine.Find("가람의날", 0, 1<<HolidayWord); w == nil || len(mine.Holidays) != 1 {
		t.Error("a holiday of one's own is not found")
	}
	if w, _ := mine.Find("그그저께", 0, AnchorKinds); w == nil || w.Unit != DayUnit || w.N != -3 {
		t.Errorf("a word of one's own: %+v", w)
	}
}
