package acting

import (
	"strings"
	"testing"

	"github.com/gisa-go/gisa/extract/facts/internal/gazetteer"
	"github.com/gisa-go/gisa/extract/facts/internal/organization/candidate"
	"github.com/gisa-go/gisa/extract/facts/internal/organization/data"
	"github.com/gisa-go/gisa/extract/facts/internal/organization/kind"
	"github.com/gisa-go/gisa/extract/facts/internal/organization/reading"
)

// open returns a text with one open candidate: name as a role, with what follows it in its word.
func open(text, name string, role candidate.Role) *candidate.Found {
	f := &candidate.Found{Reading: reading.New(text, data.Lists())}
	at := strings.Index(text, name)
	c := candidate.Candidate{Span: reading.Span{Start: at, End: at + len(name)}, Role: role, Name: name,
		Type: kind.Government, Rule: "list", Kind: gazetteer.Municipality}
	c.Rest = text[c.End:f.WordEnd(c.End)]
	f.Cands = []candidate.Candidate{c}
	return f
}

func TestDecide(t *testing.T) {
	for _, c := range []struct {
		text, name string
		role       candidate.Role
		want       candidate.Role
	}{
		{"해람시는 내년 예산안을 편성했다.", "해람시", candidate.Place, candidate.Sure},
		{"해람시의 조례가 바뀐다.", "해람시", candidate.Place, candidate.Sure},
		{"해람시 기획조정실장은 말을 아꼈다.", "해람시", candidate.Place, candidate.Sure},
		{"사진 제공: 해람시", "해람시", candidate.Place, candidate.Sure},
		{"그는 해람시에서 태어났다.", "해람시", candidate.Place, candidate.Dropped},
		{"해람시로 가는 길이 막혔다.", "해람시", candidate.Place, candidate.Dropped},
		{"노을동은 주민 잔치를 개최했다.", "노을동", candidate.Town, candidate.Sure},
		{"노을동은 조용하다.", "노을동", candidate.Town, candidate.Dropped},
		{"가온 회장이 인사했다.", "가온", candidate.Weak, candidate.Sure},
		{"가온 하늘이 맑다.", "가온", candidate.Weak, candidate.Dropped},
	} {
		f := Finder{open(c.text, c.name, c.role)}
		if f.Decide(); f.Cands[0].Role != c.want {
			t.Errorf("%q: %s has role %d by %s, want %d", c.text, c.name, f.Cands[0].Role, f.Cands[0].Rule, c.want)
		}
	}
}

// TestDesks: a ministry's name behind that of a newspaper is a desk where a reporter follows.
func TestDesks(t *testing.T) {
	for text, want := range map[string]candidate.Role{
		"가온일보 산업부 기자는 말했다.": candidate.Dropped,
		"가온일보 산업부 공장을 찾았다.": candidate.Sure,
	} {
		f := Finder{open(text, "산업부", candidate.Sure)}
		f.Cands[0].Rest = ""
		paper := candidate.Candidate{Span: reading.Span{End: len("가온일보")}, Type: kind.Media}
		f.Cands = append([]candidate.Candidate{paper}, f.Cands...)
		if f.desks(); f.Cands[1].Role != want {
			t.Errorf("%q: role %d, want %d", text, f.Cands[1].Role, want)
		}
	}
}
