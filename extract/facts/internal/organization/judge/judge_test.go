package judge

import (
	"fmt"
	"strings"
	"testing"

	"github.com/gisa-go/gisa/extract/facts/internal/organization/candidate"
	"github.com/gisa-go/gisa/extract/facts/internal/organization/data"
	"github.com/gisa-go/gisa/extract/facts/internal/organization/kind"
	"github.com/gisa-go/gisa/extract/facts/internal/organization/reading"
)

// finder reads a text in which a name was found by a rule; the model leans to it by so much, and to nothing else.
func finder(text, name, rule string, typ kind.Type, lean int32) Finder {
	f := Finder{Found: &candidate.Found{Reading: reading.New(text, data.Lists())}}
	f.Lean = make([]int32, len(text))
	for i := range f.Lean {
		f.Lean[i] = -20000
	}
	at := strings.Index(text, name)
	for i := range name {
		f.Lean[at+i] = lean
	}
	c := candidate.Candidate{Span: reading.Span{Start: at, End: at + len(name)}, Rule: rule, Type: typ}
	c.Rest = text[c.End:f.WordEnd(c.End)]
	f.Cands = []candidate.Candidate{c}
	return f
}

func show(f *candidate.Found) string {
	var out []string
	for _, c := range f.Cands {
		if c.Role != candidate.Dropped {
			out = append(out, fmt.Sprintf("%s/%s", f.Text[c.Start:c.End], c.Rule))
		}
	}
	return strings.Join(out, ", ")
}

// TestCheck: what the model marks stands, unless something around it tells that it is no name, or part of a word; what
// lists and endings found stands where the model leans to it.
func TestCheck(t *testing.T) {
	for _, c := range []struct {
		text, name, rule string
		lean             int32
		want             string
	}{
		{"어제 새솔릭스는 밝혔다.", "새솔릭스", "model", 20000, "새솔릭스/model"},
		{"어제 ▷새솔릭스는 밝혔다.", "▷새솔릭스", "model", 20000, "새솔릭스/model"},
		{"새솔릭스 장관은 밝혔다.", "새솔릭스", "model", 20000, "새솔릭스/model"},
		{"평화부지사는 밝혔다.", "평화부", "model", 20000, ""},
		{"새솔@haeram.example로 보낸다.", "새솔", "model", 20000, ""},
		{"김가온 새솔경찰서는 밝혔다.", "김가온 새솔경찰서", "model", 20000, "새솔경찰서/model"},
		{"새솔의료원은 밝혔다.", "새솔의료원", "suffix", leastEnding, "새솔의료원/suffix"},
		{"새솔의료원은 밝혔다.", "새솔의료원", "suffix", leastEnding - 1, ""},
		{"새솔은 밝혔다.", "새솔", "list", reading.LeastListed, "새솔/list"},
		{"새솔은 밝혔다.", "새솔", "list", reading.LeastListed - 1, ""},
		{"Home > 군정뉴스 > 알림", "군정뉴스", "suffix+model", 20000, ""},
		{"위트레흐트 조약으로 끝났다.", "위트레흐트 조약", "model", 20000, ""},
	} {
		f := finder(c.text, c.name, c.rule, kind.Company, c.lean)
		if f.Check(); show(f.Found) != c.want {
			t.Errorf("%q: %s, want %s", c.text, show(f.Found), c.want)
		}
	}
}

// TestTerms: letters in a bracket are dropped behind a word that is no body, there and elsewhere in the text.
func TestTerms(t *testing.T) {
	for text, want := range map[string]string{
		"액화석유가스(LPG)를 쓴다.": "",
		"새솔교육원(LPG)을 연다.":  "LPG/model",
	} {
		f := finder(text, "LPG", "model", kind.Company, 20000)
		if f.Terms(); show(f.Found) != want {
			t.Errorf("%q: %q, want %q", text, show(f.Found), want)
		}
	}
}

func TestCategories(t *testing.T) {
	for text, want := range map[string]string{
		"두 곳을 새솔형기업으로 선정했다.": "",
		"두 곳을 새솔형기업이 선정했다.":  "새솔형기업/model",
	} {
		f := finder(text, "새솔형기업", "model", kind.Company, 20000)
		if f.Categories(); show(f.Found) != want {
			t.Errorf("%q: %q, want %q", text, show(f.Found), want)
		}
	}
}

// TestComplete: the kind of body behind a name is a part of it where the model leans to it.
func TestComplete(t *testing.T) {
	for _, c := range []struct {
		lean int32
		want string
	}{{100, "새솔 그룹/model"}, {-100, "새솔/model"}} {
		f := finder("어제 새솔 그룹은 밝혔다.", "새솔", "model", kind.Company, 20000)
		f.Cands[0].Rest = ""
		for i := strings.Index(f.Text, " 그룹"); i < strings.Index(f.Text, "은 밝"); i++ {
			f.Lean[i] = c.lean
		}
		if f.Complete(); show(f.Found) != c.want {
			t.Errorf("leaning %d: %s, want %s", c.lean, show(f.Found), c.want)
		}
	}
}
