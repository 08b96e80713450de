package gazetteer

import (
	"os"
	"strings"
	"testing"
)

func table(t *testing.T, text string) *Table {
	t.Helper()
	tab := NewTable(0)
	if err := tab.AddNames(File{"names.txt", text}); err != nil {
		t.Fatal(err)
	}
	return tab
}

func TestMatchesShortestFirst(t *testing.T) {
	tab := table(t, "[company]\n가온\n가온전자: 가온 일렉트로닉스, ~가전\n[school]\n가온대학교: 가온대\n")
	for text, want := range map[string]string{
		"가온전자가":     "가온 가온전자",
		"가온 전자":     "가온 가온 전자", // a single space may stand inside
		"가온  전자":    "가온",
		"가온일렉트로닉스는": "가온 가온일렉트로닉스",
		"가온대":       "가온 가온대",
		"나온":        "",
	} {
		var got []string
		for _, m := range tab.Matches(text, 0, nil) {
			got = append(got, text[:m.End])
		}
		if s := strings.Join(got, " "); s != want {
			t.Errorf("%s: %q, want %q", text, s, want)
		}
	}
	if id, ok := tab.Lookup("가전"); !ok || tab.Name(id).Canonical != "가온전자" || !tab.Name(id).Weak {
		t.Errorf("가전: %v %v", id, ok)
	}
}

func TestProvincesNameTheirBodies(t *testing.T) {
	tab := NewTable(0)
	err := tab.AddPlaces(File{"p", "[province]\n해람북도: 해북도, ~해북\n[body military-police-court]\n경찰청\n" +
		"[office government]\n의회\n[municipality]\n이룸시\n"})
	if err != nil {
		t.Fatal(err)
	}
	if id, ok := tab.Lookup("해북경찰청"); !ok || tab.Name(id).Canonical != "해람북도경찰청" {
		t.Error("해북경찰청 is not known")
	}
	if _, ok := tab.Lookup("해북의회"); ok {
		t.Error("a bare place has no 의회")
	}
	if id, _ := tab.Lookup("이룸시"); tab.Name(id).Kind != Municipality {
		t.Error("이룸시 is no municipality")
	}
}

func TestEndings(t *testing.T) {
	e, err := ParseEndings(File{"e", "[name public-institution]\n공단 시설공단\n[unit government]\n보건소\n" +
		"[refused]\n단지\n[generic]\n산업공단\n"})
	if err != nil {
		t.Fatal(err)
	}
	if x := e.Longest("이룸시설공단", NameEnding); x == nil || x.Text != "시설공단" {
		t.Errorf("longest ending %v", x)
	}
	if x := e.Longest("보건소", NameEnding); x != nil {
		t.Errorf("보건소 ends no name: %v", x)
	}
	if !e.Refused("연구단지") || e.Refused("시설공단") || !e.Generic("산업공단") {
		t.Error("refused and generic words")
	}
}

func TestErrorsNameTheLine(t *testing.T) {
	for text, parse := range map[string]func(File) error{
		"[company]\n가온\n[shop]\n나온\n": NewTable(0).AddNames,
		"\n가온\n":                      NewTable(0).AddPlaces,
		"[name]\n공단\n":                func(f File) error { _, err := ParseEndings(f); return err },
	} {
		if err := parse(File{"data.txt", text}); err == nil || !strings.Contains(err.Error(), "data.txt:") {
			t.Errorf("%q: error %v", text, err)
		}
	}
}

// TestLists reads the lists of the package: each name leads to itself or to an earlier one.
func TestLists(t *testing.T) {
	l, err := Read(os.DirFS("../organization/data"))
	if err != nil {
		t.Fatal(err)
	}
	if l.Table.Len() < 10000 {
		t.Errorf("%d names", l.Table.Len())
	}
	for i := range l.Table.Len() {
		n := l.Table.Name(i)
		if id, ok := l.Table.Lookup(n.Text); !ok || id != i {
			t.Fatalf("name %d, %s, is not found", i, n.Text)
		}
		if n.Canonical == "" || n.Type == "" {
			t.Errorf("%+v lacks a name or type", n)
		}
	}
}

func FuzzNames(f *testing.F) {
	f.Add("[company]\n가온: 나, ~다\n", "가온 나온")
	f.Add("[company]\n"+strings.Repeat("가", 300), "가온") // more prefixes than the new table has slots
	f.Fuzz(func(t *testing.T, list, text string) {
		tab := NewTable(0)
		if tab.AddNames(File{"f", list}) != nil {
			return
		}
		for _, m := range tab.Matches(text, 0, nil) {
			if m.End > len(text) || strings.ReplaceAll(text[:m.End], " ", "") != tab.Name(m.ID).Text {
				t.Fatalf("%q is not %q", text[:m.End], tab.Name(m.ID).Text)
			}
		}
	})
}
