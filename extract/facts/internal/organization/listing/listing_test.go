package listing

import (
	"fmt"
	"strings"
	"testing"

	"github.com/gisa-go/gisa/extract/facts/internal/organization/candidate"
	"github.com/gisa-go/gisa/extract/facts/internal/organization/data"
	"github.com/gisa-go/gisa/extract/facts/internal/organization/reading"
)

// show writes candidates as text/rule/type.
func show(f *candidate.Found) string {
	var out []string
	for _, c := range f.Cands {
		out = append(out, fmt.Sprintf("%s/%s/%s", f.Text[c.Start:c.End], c.Rule, c.Type))
	}
	return strings.Join(out, ", ")
}

func finder(text string) Finder {
	return Finder{Found: &candidate.Found{Reading: reading.New(text, data.Lists())}}
}

func TestClassify(t *testing.T) {
	for text, want := range map[string]string{
		"해양수산부는 밝혔다.":     "해양수산부/list/government",
		"새솔의료원에서 치료했다.":   "새솔의료원/suffix/hospital",
		"새솔의료원장은 말했다.":    "",
		"해양수산부두에 배가 닿았다.": "",
		"바람이 분다.":         "",
	} {
		f := finder(text)
		if f.Classify(); show(f.Found) != want {
			t.Errorf("%q: %s, want %s", text, show(f.Found), want)
		}
	}
}

// TestJoin: a body and its part in the next word are one name; with a particle between them they are two.
func TestJoin(t *testing.T) {
	for text, want := range map[string]string{
		"새솔의료원 보건소가 열렸다.":  "새솔의료원 보건소/suffix+unit/government",
		"새솔의료원의 보건소가 열렸다.": "새솔의료원/suffix/hospital, 보건소/suffix/government",
	} {
		f := finder(text)
		f.Classify()
		if f.Join(); show(f.Found) != want {
			t.Errorf("%q: %s, want %s", text, show(f.Found), want)
		}
	}
}

// TestTowns: what has the form of a town is one before its office or its head.
func TestTowns(t *testing.T) {
	for text, want := range map[string]string{
		"다솜4동 행정복지센터는 쉰다.": "다솜4동/pattern/government, 행정복지센터/suffix/government",
		"다솜동(동장 김가온)은 쉰다.": "다솜동/pattern/government",
		"다솜동(가칭)은 쉰다.":     "",
	} {
		f := finder(text)
		f.Classify()
		if f.Towns(); show(f.Found) != want {
			t.Errorf("%q: %s, want %s", text, show(f.Found), want)
		}
	}
}

// TestMunicipalities: the form of a municipality is believed where the model leans to a name.
func TestMunicipalities(t *testing.T) {
	for _, c := range []struct {
		text string
		lean int32
		want string
	}{
		{"이룸군은 밝혔다.", leastTown, "이룸군/pattern/government"},
		{"이룸군은 밝혔다.", leastTown - 1, ""},
		{"이룸군 관계자는 밝혔다.", leastHolder, "이룸군/pattern/government"},
		{"이룸군고기는 맛있다.", leastTown, ""},
	} {
		f := finder(c.text)
		f.Lean = make([]int32, len(c.text))
		for i := range f.Lean {
			f.Lean[i] = c.lean
		}
		if f.Municipalities(); show(f.Found) != c.want {
			t.Errorf("%q leaning %d: %s, want %s", c.text, c.lean, show(f.Found), c.want)
		}
	}
}
