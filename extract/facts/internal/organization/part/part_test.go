package part

import (
	"testing"

	"github.com/gisa-go/gisa/extract/facts/internal/organization/candidate"
	"github.com/gisa-go/gisa/extract/facts/internal/organization/data"
	"github.com/gisa-go/gisa/extract/facts/internal/organization/kind"
	"github.com/gisa-go/gisa/extract/facts/internal/organization/reading"
)

func TestParts(t *testing.T) {
	for _, c := range []struct {
		text, body string
		role       candidate.Role
		typ        kind.Type
		want       string
		as         kind.Type
	}{
		{"새솔대학교 남해연구소가 밝혔다.", "새솔대학교", candidate.Sure, kind.School, "새솔대학교 남해연구소", kind.School},
		{"새솔공사 이룸지사는 쉰다.", "새솔공사", candidate.Sure, kind.PublicInstitution, "새솔공사 이룸지사", kind.PublicInstitution},
		{"새솔예술중·고등학교는 쉰다.", "새솔예술중", candidate.Sure, kind.School, "새솔예술중·고등학교", kind.School},
		{"새솔대학교 김가온 연구소장은 쉰다.", "새솔대학교", candidate.Sure, kind.School, "새솔대학교", kind.School},
		{"새솔대학교 연구는 끝났다.", "새솔대학교", candidate.Sure, kind.School, "새솔대학교", kind.School},
		{"새솔대학교 남해연구소가 밝혔다.", "새솔대학교", candidate.Weak, kind.School, "새솔대학교", kind.School},
		{"해온국 응급관리부는 밝혔다.", "해온국", candidate.Country, "", "해온국 응급관리부", kind.Government},
		{"해온국 사람들은 웃었다.", "해온국", candidate.Country, "", "해온국", ""},
	} {
		f := Finder{Found: &candidate.Found{Reading: reading.New(c.text, data.Lists())}}
		f.Cands = []candidate.Candidate{{Span: reading.Span{End: len(c.body)}, Role: c.role, Type: c.typ, Rule: "suffix"}}
		f.Parts()
		if got := f.Cands[0]; c.text[:got.End] != c.want || got.Type != c.as {
			t.Errorf("%q: %q, a %s; want %q, a %s", c.text, c.text[:got.End], got.Type, c.want, c.as)
		}
	}
}

// TestPartsYield: a body that stands by itself is no part of the one before it.
func TestPartsYield(t *testing.T) {
	text := "새솔공사 이룸지사는 쉰다."
	f := Finder{Found: &candidate.Found{Reading: reading.New(text, data.Lists())}}
	start := len("새솔공사 ")
	f.Cands = []candidate.Candidate{
		{Span: reading.Span{End: len("새솔공사")}, Type: kind.PublicInstitution, Rule: "suffix"},
		{Span: reading.Span{Start: start, End: start + len("이룸지사")}, Type: kind.Company, Rule: "mark"},
	}
	if f.Parts(); len(f.Cands) != 2 || f.Cands[0].End != len("새솔공사") {
		t.Errorf("got %+v", f.Cands)
	}
}
