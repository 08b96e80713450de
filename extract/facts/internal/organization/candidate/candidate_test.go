package candidate

import (
	"testing"

	"github.com/gisa-go/gisa/extract/facts/internal/gazetteer"
	"github.com/gisa-go/gisa/extract/facts/internal/organization/kind"
	"github.com/gisa-go/gisa/extract/facts/internal/organization/reading"
)

func at(start, end int, name string) Candidate {
	return Candidate{Span: reading.Span{Start: start, End: end}, Name: name}
}

// TestOverlay: what is put over others stays whole, and what it does not touch stays in order.
func TestOverlay(t *testing.T) {
	for _, c := range []struct {
		name       string
		old, found []Candidate
		want       string
	}{
		{"nothing", []Candidate{at(0, 2, "a")}, nil, "a"},
		{"beside", []Candidate{at(0, 2, "a"), at(4, 6, "b")}, []Candidate{at(2, 4, "x")}, "axb"},
		{"over one", []Candidate{at(0, 3, "a"), at(4, 6, "b")}, []Candidate{at(2, 4, "x")}, "xb"},
		{"over all", []Candidate{at(0, 3, "a"), at(4, 6, "b")}, []Candidate{at(1, 5, "x")}, "x"},
		{"over one another", nil, []Candidate{at(1, 5, "x"), at(4, 6, "y")}, "x"},
		{"behind", []Candidate{at(0, 3, "a")}, []Candidate{at(3, 5, "x"), at(6, 7, "y")}, "axy"},
	} {
		f := Found{Cands: c.old}
		f.Overlay(c.found)
		got := ""
		for _, c := range f.Cands {
			got += c.Name
		}
		if got != c.want {
			t.Errorf("%s: got %s, want %s", c.name, got, c.want)
		}
	}
}

func TestBodyFollows(t *testing.T) {
	f := Found{Cands: []Candidate{
		{Span: reading.Span{Start: 3, End: 6}, Kind: gazetteer.Municipality},
		{Span: reading.Span{Start: 9, End: 12}, Role: Weak},
		{Span: reading.Span{Start: 15, End: 18}},
	}}
	for at, want := range map[int]bool{3: false, 9: false, 15: true, 16: false, 40: false} {
		if got := f.BodyFollows(at); got != want {
			t.Errorf("at %d: %v, want %v", at, got, want)
		}
	}
}

// TestTakes: a unit belongs to the body a blank before it, and to a place, but not to a bare province.
func TestTakes(t *testing.T) {
	text := "해람공단 홍보실"
	unit := at(13, 22, "홍보실")
	f := Found{Reading: reading.Reading{Text: text}}
	for name, c := range map[string]struct {
		body Candidate
		want bool
	}{
		"body":          {Candidate{Span: reading.Span{End: 12}}, true},
		"with particle": {Candidate{Span: reading.Span{End: 12}, Rest: "의"}, false},
		"apart":         {Candidate{Span: reading.Span{End: 9}}, false},
		"place":         {Candidate{Span: reading.Span{End: 12}, Role: Place}, true},
		"bare province": {Candidate{Span: reading.Span{End: 12}, Role: Place, Bare: true}, false},
		"word":          {Candidate{Span: reading.Span{End: 12}, Role: Weak}, false},
	} {
		if got := f.Takes(&c.body, unit); got != c.want {
			t.Errorf("%s: %v, want %v", name, got, c.want)
		}
	}
	office := unit
	office.Type = kind.Government
	if f.Takes(&Candidate{Span: reading.Span{End: 12}, Type: kind.School}, office) {
		t.Error("a school took an office of the government")
	}
}
