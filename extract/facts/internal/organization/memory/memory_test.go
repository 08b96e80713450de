package memory

import (
	"fmt"
	"strings"
	"testing"

	"github.com/gisa-go/gisa/extract/facts/internal/organization/candidate"
	"github.com/gisa-go/gisa/extract/facts/internal/organization/data"
	"github.com/gisa-go/gisa/extract/facts/internal/organization/kind"
	"github.com/gisa-go/gisa/extract/facts/internal/organization/reading"
)

// TestLearn: a text's short names and later mentions lead to the name it gave first.
func TestLearn(t *testing.T) {
	for _, c := range []struct{ text, name, rule, want string }{
		{"새솔재료연구원(이하 재료연)이 밝혔다. 재료연은 쉰다.", "새솔재료연구원", "suffix",
			"새솔재료연구원/suffix, 재료연/alias, 재료연/repeat"},
		{"새솔재료연구원(새재연)이 밝혔다. 새재연의 말이다.", "새솔재료연구원", "suffix",
			"새솔재료연구원/suffix, 새재연/alias, 새재연/repeat"},
		{"새솔재료연구원(SMI)이 밝혔다. SMI는 쉰다.", "새솔재료연구원", "suffix", "새솔재료연구원/suffix, SMI/alias, SMI/repeat"},
		{"새솔재료연구원(원장 김가온)이 밝혔다.", "새솔재료연구원", "suffix", "새솔재료연구원/suffix"},
		{"새솔재료연구원(2020년)이 밝혔다.", "새솔재료연구원", "suffix", "새솔재료연구원/suffix"},
		{"SMI(새솔재료연구원)가 밝혔다.", "새솔재료연구원", "suffix", "SMI/alias, 새솔재료연구원/suffix"},
		{"새솔릭스가 나섰다. 다시 새솔릭스는 쉰다.", "새솔릭스", "mark", "새솔릭스/mark, 새솔릭스/repeat"},
		{"새솔릭스가 나섰다. 다시 새솔릭스터는 쉰다.", "새솔릭스", "mark", "새솔릭스/mark"},
		{"법무법인 새솔은 밝혔다. 새솔이 맡았다.", "법무법인 새솔", "list", "법무법인 새솔/list"},
	} {
		f := Finder{Found: &candidate.Found{Reading: reading.New(c.text, data.Lists())}}
		at := strings.Index(c.text, c.name)
		f.Cands = []candidate.Candidate{{Span: reading.Span{Start: at, End: at + len(c.name)}, Rule: c.rule,
			Type: kind.Company}}
		f.Learn()
		var got []string
		for _, o := range f.Cands {
			got = append(got, fmt.Sprintf("%s/%s", c.text[o.Start:o.End], o.Rule))
			if o.Rule != c.rule && o.Name != c.name {
				t.Errorf("%q: %s is taken for %q", c.text, c.text[o.Start:o.End], o.Name)
			}
		}
		if all := strings.Join(got, ", "); all != c.want {
			t.Errorf("%q: %s, want %s", c.text, all, c.want)
		}
	}
}

func TestForms(t *testing.T) {
	for name, c := range map[string]struct {
		ask       func(string) bool
		yes, none string
	}{
		"initials": {isInitials, "R&D", "LPg가"},
		"numbered": {isNumbered, "LAUM 9", "LAUM 9호"},
		"within":   {func(s string) bool { return isWithin(s, "한국재료연구원") }, "재료연", "연재"},
	} {
		if !c.ask(c.yes) || c.ask(c.none) {
			t.Errorf("%s: %q %v, %q %v", name, c.yes, c.ask(c.yes), c.none, c.ask(c.none))
		}
	}
}
