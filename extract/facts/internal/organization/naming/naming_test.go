package naming

import (
	"strings"
	"testing"
	"time"

	"github.com/gisa-go/gisa/extract/facts/internal/organization/candidate"
	"github.com/gisa-go/gisa/extract/facts/internal/organization/data"
	"github.com/gisa-go/gisa/extract/facts/internal/organization/kind"
	"github.com/gisa-go/gisa/extract/facts/internal/organization/reading"
)

// named returns the names of words of a text that were decided for, each of a type.
func named(text string, when time.Time, typ kind.Type, words ...string) []Name {
	f := Finder{Found: &candidate.Found{Reading: reading.New(text, data.Lists())}, When: when}
	at := 0
	for _, w := range words {
		at += strings.Index(text[at:], w)
		f.Cands = append(f.Cands, candidate.Candidate{Span: reading.Span{Start: at, End: at + len(w)}, Type: typ,
			Rule: "suffix"})
		at += len(w)
	}
	return f.Names(false)
}

func TestNames(t *testing.T) {
	for _, c := range []struct {
		text, word string
		typ        kind.Type
		want       string
	}{
		{"새솔초 교사", "새솔초", kind.School, "새솔초등학교"},
		{"새솔농협 조합원", "새솔농협", kind.Association, "새솔농업협동조합"},
		{"새솔공사 노조", "새솔공사", kind.PublicInstitution, "새솔공사"},
	} {
		got := named(c.text, time.Time{}, c.typ, c.word)
		if len(got) != 1 || got[0].Name != c.want || got[0].Raw != c.word {
			t.Errorf("%q: %+v, want %s", c.text, got, c.want)
		}
	}
}

// TestNamesKeepOrder: a name that begins in another is none.
func TestNamesKeepOrder(t *testing.T) {
	f := Finder{Found: &candidate.Found{Reading: reading.New("새솔공사 노조", data.Lists())}}
	f.Cands = []candidate.Candidate{
		{Span: reading.Span{End: 12}}, {Span: reading.Span{Start: 6, End: 12}}, {Span: reading.Span{Start: 13, End: 19}},
		{Span: reading.Span{Start: 13, End: 19}, Role: candidate.Dropped},
	}
	if got := f.Names(false); len(got) != 2 || got[1].Start != 13 {
		t.Errorf("got %+v", got)
	}
}

// TestNameByPlace: a body named with its place first is the same without it later.
func TestNameByPlace(t *testing.T) {
	got := named("강원청소년상담센터는 열었다. 청소년상담센터는 쉰다.", time.Time{}, kind.PublicInstitution,
		"강원청소년상담센터", "청소년상담센터")
	if len(got) != 2 || got[1].Name != "강원청소년상담센터" {
		t.Errorf("got %+v", got)
	}
}

// TestNameOfTime: a name is that of the day of the text.
func TestNameOfTime(t *testing.T) {
	for year, want := range map[int]string{2006: "과학기술부", 2024: "과학기술정보통신부"} {
		when := time.Date(year, 6, 1, 0, 0, 0, 0, time.UTC)
		if got := named("과기부는 밝혔다.", when, kind.Government, "과기부"); got[0].Name != want {
			t.Errorf("과기부 of %d is %s, want %s", year, got[0].Name, want)
		}
	}
	if got := named("2006년 과기부는 밝혔다.", time.Date(2024, 6, 1, 0, 0, 0, 0, time.UTC), kind.Government, "과기부"); got[0].Name !=
		"과학기술부" {
		t.Errorf("과기부 of the year before it is %s", got[0].Name)
	}
}

func TestDoubt(t *testing.T) {
	f := Finder{}
	out := []Name{
		{Name: "가", Type: kind.Company, guessed: true, Confidence: leastCompany},
		{Name: "가", Type: kind.Company, guessed: true},
		{Name: "나", Type: kind.Company, guessed: true},
		{Name: "다", Type: kind.Company},
	}
	f.doubt(out)
	for i, want := range []kind.Type{kind.Company, kind.Company, kind.Other, kind.Company} {
		if out[i].Type != want {
			t.Errorf("name %d: %s, want %s", i, out[i].Type, want)
		}
	}
}
