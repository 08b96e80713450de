package mark

import (
	"testing"

	"github.com/gisa-go/gisa/extract/facts/internal/organization/candidate"
	"github.com/gisa-go/gisa/extract/facts/internal/organization/data"
	"github.com/gisa-go/gisa/extract/facts/internal/organization/kind"
	"github.com/gisa-go/gisa/extract/facts/internal/organization/reading"
)

func TestMarks(t *testing.T) {
	for _, c := range []struct {
		text, span, name string
		typ              kind.Type
	}{
		{"지난달 ㈜새솔테크는 공장을 열었다.", "㈜새솔테크", "새솔테크", kind.Company},
		{"주식회사 새솔이 맡았다.", "주식회사 새솔", "새솔", kind.Company},
		{"새솔(주)가 맡았다.", "새솔(주)", "새솔", kind.Company},
		{"사단법인 새솔나눔은 밝혔다.", "사단법인 새솔나눔", "새솔나눔", kind.Association},
		{"㈔새솔나눔은 밝혔다.", "㈔새솔나눔", "새솔나눔", kind.Association},
		{"법무법인 새솔은 밝혔다.", "법무법인 새솔", "법무법인 새솔", kind.Company},
		{"새솔테크는 공장을 열었다.", "", "", ""},
		{"3월(주말)에는 쉰다.", "", "", ""},
	} {
		f := Finder{Found: &candidate.Found{Reading: reading.New(c.text, data.Lists())}}
		f.Marks()
		var got candidate.Candidate
		if len(f.Cands) > 0 {
			got = f.Cands[0]
		}
		if span := c.text[got.Start:got.End]; len(f.Cands) > 1 || span != c.span || got.Name != c.name || got.Type != c.typ {
			t.Errorf("%q: found %q, named %q, a %s; want %q, %q, %q", c.text, span, got.Name, got.Type, c.span, c.name, c.typ)
		}
	}
}

// TestMarksKeep: a candidate behind a mark keeps what is known of it.
func TestMarksKeep(t *testing.T) {
	text := "주식회사 새솔은행은 밝혔다."
	f := Finder{Found: &candidate.Found{Reading: reading.New(text, data.Lists())}}
	start := len("주식회사 ")
	f.Cands = []candidate.Candidate{{Span: reading.Span{Start: start, End: start + len("새솔은행")}, Rule: "list",
		Name: "새솔은행 본점", Type: kind.Company}}
	f.Marks()
	if len(f.Cands) != 1 || f.Cands[0].Name != "새솔은행 본점" || f.Cands[0].Start != 0 || f.Cands[0].Rule != "list+mark" {
		t.Errorf("got %+v", f.Cands)
	}
}
